package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.cli.InProcess.Result;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
    private static final String POLICY = """
            remit: 1
            policy: {id: p, version: "1", title: P}
            vocabulary: {roles: {r: R, s: S}, activities: {a: A}, levels: {l: L}}
            rules: [{id: x, permit: r, to: a, levels: l}]
            """;
    private static final String FORBID = "remit: 1\nrules: [{id: f, forbid: any, to: a}]\n";

    @TempDir
    private Path folder;

    private Path bundle;

    @BeforeEach
    void makeABundle() throws IOException {
        bundle = Files.createDirectories(folder.resolve("META-INF/remit/policy/small"));
        Files.writeString(bundle.resolve("policy.yaml"), POLICY);
        Files.createDirectory(bundle.resolve("rules"));
        Files.writeString(bundle.resolve("rules/forbid.yaml"), FORBID);
    }

    @Test
    void listsWritesAndNoticesWhatIsGone() throws IOException {
        assertThat(run("files", bundle.toString()).out()).isEqualTo("rules/forbid.yaml\n");
        assertThat(run("check", bundle.toString()).out()).contains("warning[no-list-of-files]");

        Result written = run("files", bundle.toString(), "--write");
        assertThat(written.code()).isZero();
        assertThat(Files.readString(bundle.resolve("policy.yaml")))
                .isEqualTo(POLICY.replace("title: P}", "title: P, files: [rules/forbid.yaml]}"));
        assertThat(run("check", bundle.toString()).out()).doesNotContain("no-list-of-files");

        Files.delete(bundle.resolve("rules/forbid.yaml"));
        Result gone = run("ask", bundle.toString(), "--role", "r", "--activity", "a", "--level", "l");
        assertThat(gone.code()).isEqualTo(2);
        assertThat(gone.out()).isEmpty();
        assertThat(gone.err()).contains("error[missing-file]: file `rules/forbid.yaml` is listed and is not there");
    }

    @Test
    void writesTheIndexOfAllBundlesBesideOneAnother() throws IOException {
        Path other = Files.createDirectory(bundle.resolveSibling("other"));
        Files.writeString(other.resolve("policy.yaml"), POLICY);

        assertThat(run("files", bundle.toString(), "--index").code()).isZero();

        assertThat(bundle.resolveSibling("index"))
                .hasContent("other/policy.yaml\nsmall/policy.yaml\nsmall/rules/forbid.yaml\n");
    }

    @Test
    void writesNothingWhereThereIsNoFolder() throws IOException {
        Path single = Files.writeString(folder.resolve("draft.yaml"), POLICY);

        assertThat(run("files", single.toString(), "--write").code()).isEqualTo(2);
        assertThat(run("files", "--write").err()).contains("needs a bundle in a folder");
        assertThat(single).hasContent(POLICY);
    }

    @Test
    void saysWarningsOfTheBundleToWhoeverAsks() {
        Result asked = run("ask", bundle.toString(), "--role", "r", "--activity", "a", "--level", "l");

        assertThat(asked.out()).startsWith("DENIED");
        assertThat(asked.err()).contains("warning[unused-declaration]");
        assertThat(run("decide", bundle.toString()).err()).contains("warning[unused-declaration]");
    }

    @Test
    void checksAPartWithItsBundle() throws IOException {
        Path people = Files.writeString(bundle.resolve("people.yaml"), "remit: 1\npeople: {z: {name: Z, roles: q}}\n");

        assertThat(run("check", people.toString()).out()).contains("error[unknown-role]", "1 error, ");
    }

    @Test
    void readsWholeBundlesFromRevisionsHoweverTheyAreNamed() throws IOException {
        commit("one");
        Files.writeString(bundle.resolve("rules/forbid.yaml"), FORBID.replace("any", "r"));
        commit("two");

        for (String named : List.of("", "/policy.yaml", "/rules/forbid.yaml")) {
            Result diff = run("diff", bundle + named + "@HEAD~1", bundle + named + "@HEAD", "--brief");

            assertThat(diff.out())
                    .as(named)
                    .doesNotContain("no difference")
                    .isEqualTo(run("diff", bundle + "@HEAD~1", bundle + "@HEAD", "--brief")
                            .out());
        }
    }

    @Test
    void followsLinksInsideARevisionAndRefusesOthers() throws IOException {
        Files.createDirectory(bundle.resolve("stored"));
        Files.move(bundle.resolve("rules/forbid.yaml"), bundle.resolve("stored/forbid.yaml"));
        Files.delete(bundle.resolve("rules"));
        Files.createSymbolicLink(bundle.resolve("rules"), Path.of("stored"));
        commit("one");
        assertThat(run("ask", bundle + "@HEAD", "--role", "r", "--activity", "a", "--level", "l")
                        .out())
                .startsWith("DENIED");

        Files.move(bundle.resolve("stored"), bundle.resolveSibling("stored"));
        Files.delete(bundle.resolve("rules"));
        Files.createSymbolicLink(bundle.resolve("rules"), Path.of("../stored"));
        commit("two");
        Result refused = run("ask", bundle + "@HEAD", "--role", "r", "--activity", "a", "--level", "l");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("error[refused-link]");
    }

    @Test
    void takesNoEndlessOrHugeFileForASource() throws IOException {
        Path huge = folder.resolve("huge.txt");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(1L << 24);
        }

        Result endless = run("clauses", "--source", "DAP=/dev/zero");
        Result large = run("clauses", "--source", "DAP=" + huge);

        assertThat(endless.code()).isEqualTo(2);
        assertThat(endless.err()).startsWith("error: `/dev/zero` cannot be read: it is no file with text");
        assertThat(large.code()).isEqualTo(2);
        assertThat(large.err()).startsWith("error: expected at most 8388608 bytes");
    }

    private void commit(String message) {
        if (!Files.exists(folder.resolve(".git"))) {
            Door.run(folder, "git", "init", "-q");
        }
        Door.run(folder, "git", "add", "-A");
        Door.run(folder, "git", "-c", "user.name=n", "-c", "user.email=n@example.org", "commit", "-q", "-m", message);
    }

    private static Result run(String... arguments) {
        return InProcess.run(List.of(arguments), "");
    }
}
