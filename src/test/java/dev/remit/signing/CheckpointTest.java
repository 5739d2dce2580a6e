package dev.remit.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints and proofs as C2SP writes them. */
class CheckpointTest {
    private static final String TEXT =
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    private final TreeHasher hasher = new TreeHasher();
    private final SigningKey key = SigningKey.generate(new KeyName("example.org/log"));

    @Test
    void readsTheExampleOfTheSpecification() throws RejectedException {
        Checkpoint checkpoint = Checkpoint.parse(TEXT);

        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20852163);
        assertThat(checkpoint.text()).isEqualTo(TEXT);
        assertThat(Checkpoint.parse(TEXT + "more\n").extensions()).containsExactly("more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "origin\n1\n",
                "origin\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n+1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n\u0661\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n99999999999999999999\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
                "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n",
                "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nmore\n",
                "origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
            })
    void refusesWhatIsNoCheckpoint(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(RejectedException.class);
    }

    @Test
    void provesARecordToWhoeverKnowsTheKey() throws RejectedException {
        LogProof proof = proof(Optional.empty());

        LogProof read = LogProof.parse(proof.bytes());

        assertThat(read).isEqualTo(proof);
        assertThat(proof.toString())
                .startsWith("c2sp.org/tlog-proof@v1\nindex 1\n")
                .contains("=\n\nexample.org/log\n3\n");
        assertThat(read.verify(leaf(1), List.of(key.verifier())).size()).isEqualTo(3);
    }

    @Test
    void keepsWhatElseAProofHolds() throws RejectedException {
        assertThat(LogProof.parse(proof(Optional.of("AAEC")).bytes()).extra()).contains("AAEC");
    }

    @Test
    void provesNothingAboutAnotherRecordOrUnderAnotherKey() {
        LogProof proof = proof(Optional.empty());
        SigningKey other = SigningKey.generate(key.name());

        assertThatThrownBy(() -> proof.verify(leaf(0), List.of(key.verifier())))
                .hasMessageContaining("not number 1 of the log `example.org/log`");
        assertThatThrownBy(() -> proof.verify(leaf(1), List.of(other.verifier())))
                .isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> new LogProof(Optional.empty(), 7, proof.path(), proof.note())
                        .verify(leaf(1), List.of(key.verifier())))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void refusesEveryBeginningOfAProofAndEveryOtherSpelling() {
        String text = proof(Optional.of("AAEC")).toString();

        for (int end = 0; end < text.length(); end++) {
            byte[] beginning = text.substring(0, end).getBytes(UTF_8);
            assertThatThrownBy(() -> LogProof.parse(beginning)).isInstanceOf(RejectedException.class);
        }
        for (String other : List.of(
                text.replace("@v1", "@v2"),
                text.replace("index 1", "index 01"),
                text.replace("index 1", "index  1"),
                text.replace("extra AAEC", "extra AAE"),
                text.replace("index 1\n", ""))) {
            assertThatThrownBy(() -> LogProof.parse(other.getBytes(UTF_8))).isInstanceOf(RejectedException.class);
        }
    }

    private LogProof proof(Optional<String> extra) {
        Hash root = hasher.node(hasher.node(leaf(0), leaf(1)), leaf(2));
        SignedNote note = SignedNote.sign(new Checkpoint("example.org/log", 3, root).text(), key);
        return new LogProof(extra, 1, List.of(leaf(0), leaf(2)), note);
    }

    private Hash leaf(int number) {
        return hasher.leaf(new byte[] {(byte) number});
    }
}
