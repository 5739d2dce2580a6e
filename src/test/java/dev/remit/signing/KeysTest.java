package dev.remit.signing;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    @TempDir
    Path folder;

    @Test
    void keepsAKeyInTwoFiles() throws IOException, RejectedException {
        SigningKey key = SigningKey.generate(new KeyName("example.org/log"));
        Path file = folder.resolve("log.key");

        key.write(file);

        assertThat(Files.readString(file))
                .startsWith("-----BEGIN PRIVATE KEY-----\n")
                .endsWith("-----END PRIVATE KEY-----\n");
        assertThat(Files.readString(folder.resolve("log.key.pub"))).isEqualTo(key.verifier() + "\n");
        assertThat(VerifierKey.read(folder.resolve("log.key.pub"))).isEqualTo(key.verifier());
        SignedNote note = SignedNote.sign("text\n", SigningKey.read(file));
        assertThat(note.signers(List.of(key.verifier()))).containsExactly(key.verifier());
        assertThat(names()).containsExactly("log.key", "log.key.pub");
    }

    @Test
    void keepsSecretsForTheirOwner() throws IOException {
        SigningKey.generate(new KeyName("k")).write(folder.resolve("signing"));
        keys(SubjectKey.generate("a", NEW_YEAR, Optional.empty())).write(folder.resolve("subject"));
        CallerToken.generate().write(folder.resolve("token"));

        for (String name : List.of("signing", "subject", "token")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "key.pub"})
    void writesOverNothing(String name) throws IOException {
        Files.writeString(folder.resolve(name), "precious");

        assertThatThrownBy(() -> SigningKey.generate(new KeyName("k")).write(folder.resolve("key")))
                .isInstanceOf(FileAlreadyExistsException.class);

        assertThat(names()).containsExactly(name);
        assertThat(folder.resolve(name)).hasContent("precious");
    }

    @Test
    void writesThroughNoLink() throws IOException {
        Files.createSymbolicLink(folder.resolve("key"), folder.resolve("elsewhere"));

        assertThatThrownBy(() -> SigningKey.generate(new KeyName("k")).write(folder.resolve("key")))
                .isInstanceOf(FileAlreadyExistsException.class);

        assertThat(names()).containsExactly("key");
    }

    @Test
    void refusesHalvesThatDoNotBelongTogether() throws IOException {
        SigningKey.generate(new KeyName("k")).write(folder.resolve("a"));
        SigningKey.generate(new KeyName("k")).write(folder.resolve("b"));
        Files.move(folder.resolve("b"), folder.resolve("a"), REPLACE_EXISTING);

        assertThatThrownBy(() -> SigningKey.read(folder.resolve("a"))).hasMessageContaining("not the other half");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\n!!\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"
            })
    void refusesWhatIsNoPrivateKey(String text) throws IOException {
        SigningKey.generate(new KeyName("k")).write(folder.resolve("a"));
        Files.writeString(folder.resolve("a"), text);

        assertThatThrownBy(() -> SigningKey.read(folder.resolve("a"))).isInstanceOf(RejectedException.class);
    }

    @Test
    void neverSaysASecret() throws IOException {
        SubjectKey subject = SubjectKey.generate("a", NEW_YEAR, Optional.empty());
        keys(subject).write(folder.resolve("subject"));
        CallerToken token = CallerToken.generate();
        token.write(folder.resolve("token"));

        assertThat(Files.readString(folder.resolve("subject")))
                .doesNotContain(subject.toString())
                .startsWith("remit-subject-key-1 a 2027-01-01 - ");
        assertThat(token.toString())
                .doesNotContain(Files.readString(folder.resolve("token")).strip());
    }

    /** Worked out with openssl. */
    @Test
    void makesPseudonymsThatOthersCanWorkOut() throws RejectedException {
        SubjectKey key =
                SubjectKey.parse("remit-subject-key-1 q1 2027-01-01 - AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

        assertThat(key.pseudonym("alice@example.org"))
                .isEqualTo("hmac:q1:03a2cceef95fc1b3c5757f658be5a2fe7068969e33134ae04b926ee129abcc61");
    }

    @Test
    void usesEachKeyInItsPeriod() throws IOException, RejectedException {
        SubjectKey old = SubjectKey.generate("old", NEW_YEAR, Optional.of(NEW_YEAR.plusDays(9)));
        SubjectKey open = SubjectKey.generate("open", NEW_YEAR.plusDays(10), Optional.empty());
        keys(old, open).write(folder.resolve("keys"));

        SubjectKeys read = SubjectKeys.read(folder.resolve("keys"));

        assertThat(read.keys()).containsExactly(old, open);
        assertThat(read.on(NEW_YEAR.minusDays(1))).isEmpty();
        assertThat(read.on(NEW_YEAR.plusDays(9))).contains(old);
        assertThat(read.on(NEW_YEAR.plusDays(10))).contains(open);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "remit-subject-key-1 a 2027-01-01 -",
                "remit-subject-key-2 a 2027-01-01 - AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "remit-subject-key-1 A 2027-01-01 - AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "remit-subject-key-1 a:b 2027-01-01 - AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "remit-subject-key-1 a 2027-13-01 - AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "remit-subject-key-1 a 2027-01-02 2027-01-01 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "remit-subject-key-1 a 2027-01-01 - AAECAwQFBgcICQoLDA0ODw==",
                "remit-subject-key-1 a 2027-01-01 - AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n"
                        + "remit-subject-key-1 b 2028-01-01 - AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "remit-subject-key-1 a 2027-01-01 2027-01-02 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n"
                        + "remit-subject-key-1 a 2028-01-01 - AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
            })
    void refusesSubjectKeysThatAreNoneOrClash(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), text);

        assertThatThrownBy(() -> SubjectKeys.read(file)).isInstanceOf(RejectedException.class);
    }

    @Test
    void knowsATokenByItsDigest() throws IOException {
        CallerToken token = CallerToken.generate();
        token.write(folder.resolve("token"));
        String text = Files.readString(folder.resolve("token")).strip();

        assertThat(CallerToken.matches(text, token.digest())).isTrue();
        assertThat(CallerToken.matches(text + "x", token.digest())).isFalse();
        assertThat(text).matches("remit_[A-Za-z0-9_-]{43}");
        assertThat(CallerToken.digest("abc"))
                .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void refusesAFileThatIsMuchTooLarge() throws IOException {
        byte[] large = new byte[70_000];
        Arrays.fill(large, (byte) 'a');
        Path file = Files.write(folder.resolve("large"), large);

        assertThatThrownBy(() -> VerifierKey.read(file)).isInstanceOf(RejectedException.class);
    }

    private static SubjectKeys keys(SubjectKey... keys) {
        return new SubjectKeys(List.of(keys));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
