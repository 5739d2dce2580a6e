package dev.remit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.cli.InProcess.Result;
import dev.remit.live.pack.SignedAnew;
import dev.remit.signing.RejectedException;
import dev.remit.signing.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** {@code remit pack} and {@code verify}, and packed bundles in place of folders. */
class PackTest {
    private static final Path EXAMPLE = Path.of("docs/examples/minimal.remit");
    private static final String MADE = "2026-11-29T10:00:00Z";

    @TempDir
    static Path keys;

    private static String key = "";

    @TempDir
    Path folder;

    private String pack = "";

    @BeforeAll
    static void makeKey() {
        key = keys.resolve("key").toString();
        assertThat(run("keys", "new", "--out", key, "--name", "example.org/remit")
                        .code())
                .isZero();
    }

    @BeforeEach
    void name() {
        pack = folder.resolve("minimal.remit").toString();
    }

    private static Result run(String... arguments) {
        return InProcess.run(List.of(arguments), "");
    }

    private void packSigned() {
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

    /** Each verb that works on what a bundle means, with enough to run. */
    static List<String> verbsOfMeaning() {
        return List.of(
                "ask BUNDLE --role author --activity read --level draft",
                "decide BUNDLE --at 2026-11-22",
                "test BUNDLE",
                "who BUNDLE",
                "matrix BUNDLE",
                "diff policy/minimal BUNDLE",
                "diff BUNDLE policy/minimal",
                "prove BUNDLE",
                "page BUNDLE",
                "explore BUNDLE",
                "explore policy/minimal --against BUNDLE",
                "export BUNDLE --format diagram",
                "words BUNDLE",
                "replay docs/examples/records --under BUNDLE",
                "records unused docs/examples/records BUNDLE",
                "register ending BUNDLE --within 3",
                "register changes BUNDLE --since 2026-01-01",
                "register permissions BUNDLE",
                "schema BUNDLE");
    }

    private Result over(String verb, String bundle, String... more) {
        List<String> words =
                new ArrayList<>(List.of(verb.replace("BUNDLE", bundle).split(" ", -1)));
        words.addAll(List.of(more));
        return InProcess.run(words, "{\"role\":\"author\",\"activity\":\"read\",\"level\":\"draft\"}\n");
    }

    private static String shown(Result result, String bundle) {
        return result.code() + result.out().replace(bundle, "policy/minimal");
    }

    @ParameterizedTest
    @MethodSource("verbsOfMeaning")
    void usesTheCompiledPartUnderAKeyThatIsTrusted(String verb) throws IOException, RejectedException {
        packSigned();
        String ofFolder = shown(over(verb, "policy/minimal"), "policy/minimal");

        assertThat(shown(over(verb, pack, "--trust-compiled", key + ".pub"), pack))
                .isEqualTo(ofFolder);
        Files.write(
                Path.of(pack),
                SignedAnew.withCompiled(
                        Files.readAllBytes(Path.of(pack)),
                        "nothing compiled".getBytes(UTF_8),
                        SigningKey.read(Path.of(key))));
        Result trusted = over(verb, pack, "--trust-compiled", key + ".pub");
        assertThat(trusted.code()).isEqualTo(2);
        assertThat(trusted.out()).isEmpty();
        assertThat(trusted.err()).contains("its compiled part");
        assertThat(run("words", pack).code()).isZero();
    }

    @ParameterizedTest
    @MethodSource("verbsOfMeaning")
    void readsWhatIsSignedAsDemandedAlone(String verb) {
        packSigned();
        String other = "docs/examples/records.key.pub";

        boolean isOfFolderToo = verb.contains("policy/minimal");
        Result signed = over(verb, pack, "--signed-by", other, "--signed-by", key + ".pub");
        assertThat(signed.err().contains("nobody signed it")).isEqualTo(isOfFolderToo);
        assertThat(signed.err()).doesNotContain("not by a key");
        for (String option : List.of("--signed-by", "--trust-compiled")) {
            Result refused = over(verb, pack, option, other);
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).containsAnyOf("not by a key that counts here", "nobody signed it");
            Result unpacked = over(verb, "policy/minimal", option, key + ".pub");
            assertThat(unpacked.code()).isEqualTo(2);
            assertThat(unpacked.err()).containsAnyOf("goes with a packed bundle", "nobody signed it");
        }
    }

    /** What is said about a bundle's texts is said after compiling them, whoever signed what they compile to. */
    @Test
    void checksTheTextsWhateverWasCompiled() {
        packSigned();

        for (String verb : List.of("check", "rulings")) {
            assertThat(run(verb, pack, "--trust-compiled", key + ".pub").err()).contains("--trust-compiled");
            assertThat(run(verb, pack, "--signed-by", "docs/examples/records.key.pub")
                            .err())
                    .contains("not by a key that counts here");
            assertThat(run(verb, pack, "--signed-by", key + ".pub").err()).doesNotContain("counts here");
        }
    }

    @Test
    void saysThatThereIsNoCompiledPart() throws IOException, RejectedException {
        packSigned();
        String plain = folder.resolve("plain.remit").toString();
        run("pack", "policy/minimal", "-o", plain);

        assertThat(run("words", plain, "--trust-compiled", key + ".pub").err()).contains("it is not signed");
        assertThat(over("words BUNDLE", "policy/minimal", "--trust-compiled", key)
                        .err())
                .doesNotContain(Files.readString(Path.of(key)));
    }

    /** A verb that reads any bundle lets its user say who must have signed it. */
    @Test
    void offersTheOptionsWhereABundleIsRead() {
        List<String> without = new ArrayList<>();
        visit(Verbs.all(), command -> {
            if (command.getCommandSpec().userObject() instanceof Verb verb
                    && verb.packs() == PackUse.NONE
                    && verb.accepts().stream()
                            .anyMatch(each -> List.of(each.description()).contains(Bundle.WHERE))) {
                without.add(verb.name());
            }
        });

        assertThat(without).containsExactlyInAnyOrder("files", "pack");
    }

    private static void visit(CommandLine command, Consumer<CommandLine> use) {
        use.accept(command);
        command.getSubcommands().values().forEach(each -> visit(each, use));
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
