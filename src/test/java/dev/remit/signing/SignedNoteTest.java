package dev.remit.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys and notes that others have published: the examples of C2SP signed-note and the tests of Go's package note. */
class SignedNoteTest {
    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private static final String EXAMPLE = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    /** The type byte and the secret half of Peter's key. */
    private static final String PETER_SECRET = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static final String TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";
    private static final String PETER_LINE = "\u2014 PeterNeumann"
            + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String ENOCH_LINE = "\u2014 EnochRoot"
            + " rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    @Test
    void verifiesTheExampleOfTheSpecification() throws RejectedException {
        SignedNote note = note("This is an example message.\n\n\u2014 example.com/foo"
                + " Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");

        assertThat(note.signers(List.of(VerifierKey.parse(EXAMPLE)))).containsExactly(VerifierKey.parse(EXAMPLE));
    }

    @Test
    void signsAsOthersDo() throws RejectedException {
        SigningKey peter = SigningKey.of(pkcs8(PETER_SECRET), VerifierKey.parse(PETER));

        SignedNote note = SignedNote.sign(TEXT, peter);

        assertThat(note).hasToString(TEXT + "\n" + PETER_LINE);
        assertThat(note.signedBy(peter)).isEqualTo(note);
    }

    @Test
    void passesOverSignaturesByOthers() throws RejectedException {
        SignedNote note = note(TEXT + "\n" + PETER_LINE + ENOCH_LINE);

        assertThat(note.signers(keys(PETER))).containsExactlyElementsOf(keys(PETER));
        assertThat(note.signers(keys(PETER, ENOCH))).containsExactlyElementsOf(keys(PETER, ENOCH));
    }

    @Test
    void refusesANoteThatNoKnownKeySigned() throws RejectedException {
        SignedNote note = note(TEXT + "\n" + PETER_LINE);

        assertThatThrownBy(() -> note.signers(List.of())).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> note.signers(keys(ENOCH))).isInstanceOf(RejectedException.class);
    }

    @Test
    void refusesANoteIfOneKnownSignatureIsWrong() throws RejectedException {
        String wrong = PETER_LINE.replace("ZJkuBS", "ZJkuBT");

        assertThatThrownBy(() -> note(TEXT + "\n" + wrong + ENOCH_LINE).signers(keys(PETER, ENOCH)))
                .hasMessageContaining("`PeterNeumann`");
        assertThatThrownBy(() -> note(TEXT + "\n" + PETER_LINE + wrong).signers(keys(PETER)))
                .hasMessageContaining("`PeterNeumann`");
        assertThatThrownBy(() -> note("x" + TEXT + "\n" + PETER_LINE).signers(keys(PETER)))
                .hasMessageContaining("`PeterNeumann`");
    }

    @Test
    void passesOverAKeyOfTheSameNameWithAnotherId() throws RejectedException {
        SignedNote note = note(TEXT + "\n" + PETER_LINE.replace("x08go", "xxxxx") + ENOCH_LINE);

        assertThat(note.signers(keys(PETER, ENOCH))).containsExactlyElementsOf(keys(ENOCH));
    }

    static Stream<String> malformed() {
        return Stream.of(
                TEXT,
                TEXT + "\n",
                TEXT + "\n" + PETER_LINE.substring(0, PETER_LINE.length() - 1),
                "\u0001" + TEXT + "\n" + PETER_LINE,
                "\r" + TEXT + "\n" + PETER_LINE,
                TEXT + "\n" + PETER_LINE.replace("PeterNeumann", "Bad Name"),
                TEXT + "\n" + PETER_LINE.replace("PeterNeumann", "Bad+Name"),
                TEXT + "\n" + PETER_LINE.replace("PeterNeumann", "Bad\u2003Name"),
                TEXT + "\n" + PETER_LINE.replace(" PeterNeumann", " "),
                TEXT + "\n" + PETER_LINE.replace("=\n", "\n"),
                TEXT + "\n" + PETER_LINE.replace("nAM=\n", "nAN=\n"),
                TEXT + "\n" + PETER_LINE.replace("\u2014", "-"),
                TEXT + "\n" + PETER_LINE + "Unexpected line.\n",
                TEXT + "\n" + PETER_LINE + "\n",
                TEXT + "\n\u2014 PeterNeumann x08gow==\n",
                TEXT + "\n" + PETER_LINE.repeat(101));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatIsNoNote(String text) {
        assertThatThrownBy(() -> note(text)).isInstanceOf(RejectedException.class);
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] bytes = ("?" + TEXT + "\n" + PETER_LINE).getBytes(UTF_8);
        bytes[0] = (byte) 0xff;

        assertThatThrownBy(() -> SignedNote.parse(bytes)).isInstanceOf(RejectedException.class);
    }

    @Test
    void keepsEmptyLinesOfTheText() throws RejectedException {
        SigningKey key = SigningKey.generate(new KeyName("example.org/k"));
        SignedNote note = SignedNote.sign("one\n\n\ntwo\n\n", key);

        assertThat(note(note.toString())).isEqualTo(note);
        assertThat(note.signers(List.of(key.verifier()))).hasSize(1);
    }

    @Test
    void acceptsAsManySignaturesAsTheFormatAsksFor() throws RejectedException {
        SignedNote note = SignedNote.sign(TEXT, SigningKey.generate(new KeyName("key0")));
        for (int i = 1; i < 16; i++) {
            note = note.signedBy(SigningKey.generate(new KeyName("key" + i)));
        }

        assertThat(SignedNote.parse(note.bytes()).signatures()).hasSize(16);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void refusesEveryPieceAndEveryChangeOfAVerifierKey(String key) throws RejectedException {
        assertThat(VerifierKey.parse(key)).hasToString(key);
        for (int from = 0; from <= key.length(); from++) {
            for (int to = from + 1; to <= key.length(); to++) {
                String piece = key.substring(from, to);
                if (!piece.equals(key)) {
                    assertThatThrownBy(() -> VerifierKey.parse(piece)).isInstanceOf(RejectedException.class);
                }
            }
        }
        for (int i = 0; i < key.length(); i++) {
            byte[] changed = key.getBytes(ISO_8859_1);
            changed[i]++;
            assertThatThrownBy(() -> VerifierKey.parse(new String(changed, ISO_8859_1)))
                    .isInstanceOf(RejectedException.class);
        }
    }

    static Stream<String> keys() {
        return Stream.of(PETER, ENOCH, EXAMPLE);
    }

    @Test
    void refusesKeysOfOtherKinds() {
        assertThatThrownBy(() ->
                        VerifierKey.parse("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=="))
                .isInstanceOf(RejectedException.class);
        assertThatThrownBy(
                        () -> VerifierKey.parse("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
                .isInstanceOf(RejectedException.class);
    }

    private static SignedNote note(String text) throws RejectedException {
        return SignedNote.parse(text.getBytes(UTF_8));
    }

    private static List<VerifierKey> keys(String... texts) throws RejectedException {
        VerifierKey[] keys = new VerifierKey[texts.length];
        for (int i = 0; i < texts.length; i++) {
            keys[i] = VerifierKey.parse(texts[i]);
        }
        return List.of(keys);
    }

    private static byte[] pkcs8(String typedSecret) {
        byte[] typed = Base64.getDecoder().decode(typedSecret);
        byte[] prefix = HexFormat.of().parseHex("302e020100300506032b657004220420");
        byte[] whole = Arrays.copyOf(prefix, prefix.length + typed.length - 1);
        System.arraycopy(typed, 1, whole, prefix.length, typed.length - 1);
        return whole;
    }
}
