package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.cli.InProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code remit pack} and {@code verify}, and packed bundles in place of folders. */
class PackTest {
    private static final Path EXAMPLE = Path.of("docs/examples/minimal.remit");
    private static final String MADE = "2026-11-29T10:00:00Z";

    @TempDir
    Path folder;

    private String key = "";
    private String pack = "";

    @BeforeEach
    void name() {
        key = folder.resolve("key").toString();
        pack = folder.resolve("minimal.remit").toString();
    }

    private static Result run(String... arguments) {
        return InProcess.run(List.of(arguments), "");
    }

    private void packSigned() {
        assertThat(run("keys", "new", "--out", key, "--name", "example.org/remit")
                        .code())
                .isZero();
        Result packed = run("pack", "policy/minimal", "-o", pack, "--key", key, "--sequence", "7");
        assertThat(packed.out()).isEqualTo(pack + ": minimal version 1, sequence 7, signed by example.org/remit\n");
    }

    @Test
    void verifiesWhatWasPacked() {
        packSigned();

        Result verified = run("verify", pack, "--key", key + ".pub");
        assertThat(verified.code()).isZero();
        assertThat(verified.out())
                .startsWith(
                        "whole: minimal version 1, sequence 7, made 2026-11-26T09:00:00Z, signed by example.org/remit\n");
        assertThat(run("verify", pack).out()).contains("signed, by whom was not checked");
    }

    @Test
    void saysTheSameAsJson() {
        packSigned();

        assertThat(run("verify", pack, "--key", key + ".pub", "--format", "json")
                        .out())
                .startsWith("{\"whole\":true,\"id\":\"minimal\",\"version\":\"1\",\"sequence\":7,")
                .endsWith("\"signed\":true,\"signers\":[\"example.org/remit\"]}\n");
        assertThat(run("verify", pack, "--key", "docs/examples/records.key.pub", "--format", "json")
                        .out())
                .startsWith("{\"whole\":false,\"reason\":\"it is signed by ");
    }

    @Test
    void refusesAnotherKeyAndAnotherContent() throws IOException {
        packSigned();

        Result other = run("verify", pack, "--key", "docs/examples/records.key.pub");
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.out()).startsWith("refused: it is signed by `example.org/remit`");
        byte[] bytes = Files.readAllBytes(Path.of(pack));
        Files.write(Path.of(pack), Arrays.copyOf(bytes, bytes.length - 10));
        assertThat(run("verify", pack).code()).isEqualTo(1);
        Result asked = run("ask", pack, "--role", "author", "--activity", "read", "--level", "draft");
        assertThat(asked.code()).isEqualTo(2);
        assertThat(asked.out()).isEmpty();
        assertThat(asked.err()).contains("is refused: ");
    }

    @Test
    void standsInPlaceOfAFolder() {
        packSigned();

        for (List<String> verb : List.of(
                List.of("check"),
                List.of("test"),
                List.of("matrix"),
                List.of("page"),
                List.of("prove"),
                List.of("files"))) {
            Result ofFolder = InProcess.run(with(verb, "policy/minimal"), "");
            Result ofPack = InProcess.run(with(verb, pack), "");
            assertThat(ofPack.code()).as("%s", verb).isEqualTo(ofFolder.code());
            assertThat(ofPack.out().replace(pack, "policy/minimal"))
                    .as("%s", verb)
                    .isEqualTo(ofFolder.out());
        }
        assertThat(run("diff", "policy/minimal", pack).code()).isZero();
    }

    private static List<String> with(List<String> verb, String bundle) {
        return List.of(verb.get(0), bundle);
    }

    @Test
    void usesTheCompiledPartUnderAKeyThatIsTrusted() {
        packSigned();

        Result trusted = run(
                "ask",
                pack,
                "--trust-compiled",
                key + ".pub",
                "--role",
                "author",
                "--activity",
                "read",
                "--level",
                "draft");
        assertThat(trusted.code()).isZero();
        assertThat(trusted.out())
                .isEqualTo(run("ask", "policy/minimal", "--role", "author", "--activity", "read", "--level", "draft")
                        .out());
        Result other = run(
                "ask",
                pack,
                "--trust-compiled",
                "docs/examples/records.key.pub",
                "--role",
                "author",
                "--activity",
                "read",
                "--level",
                "draft");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("not by a key that counts here");
        Result folderGiven = run(
                "ask",
                "policy/minimal",
                "--trust-compiled",
                key + ".pub",
                "--role",
                "author",
                "--activity",
                "read",
                "--level",
                "draft");
        assertThat(folderGiven.err()).contains("`--trust-compiled` goes with a packed bundle");
    }

    @Test
    void packsNothingThatHasErrors() throws IOException {
        Path bundle = Files.createDirectories(folder.resolve("bundle"));
        Files.writeString(bundle.resolve("policy.yaml"), "remit: 1\nrules: []\n");

        assertThat(run("pack", bundle.toString(), "-o", pack).code()).isEqualTo(2);
        assertThat(Files.exists(Path.of(pack))).isFalse();
    }

    @Test
    void givesTheExampleOfTheDocuments() throws IOException {
        Result packed = run("pack", "policy/minimal", "-o", pack, "--made", MADE, "--sequence", "1");

        assertThat(packed.code()).isZero();
        assertThat(Files.readAllBytes(EXAMPLE))
                .as(
                        "%s, which `remit pack policy/minimal -o %s --made %s --sequence 1` makes anew",
                        EXAMPLE, EXAMPLE, MADE)
                .isEqualTo(Files.readAllBytes(Path.of(pack)));
    }

    @Test
    void showsFaultsOrTestsAndProofsOnce() throws IOException {
        Result sound = run("watch", "policy/minimal", "--once");
        assertThat(sound.code()).isZero();
        assertThat(sound.out()).contains("tests: all pass", "proofs: there are no invariants", "since HEAD: ");
        Path bundle = Files.createDirectories(folder.resolve("bundle"));
        Files.copy(Path.of("policy/minimal/policy.yaml"), bundle.resolve("policy.yaml"));
        Files.createDirectories(bundle.resolve("tests"));
        Files.writeString(
                bundle.resolve("tests/reports.yaml"),
                "remit: 1\nsuite: Reports\ncases:\n  - {name: wrong, ask: {role: reader, activity: read, level: draft},"
                        + " expect: permitted}\n");
        Result failing = run("watch", bundle.toString(), "--once");
        assertThat(failing.code()).isEqualTo(1);
        assertThat(failing.out()).contains("error[failed-case]", "tests: 1 fail", "lies in no git repository");
        Files.writeString(bundle.resolve("policy.yaml"), "remit: 1\nrules: []\n");
        Result broken = run("watch", bundle.toString(), "--once");
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.out()).contains("error[").doesNotContain("tests:");
    }
}
