package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.cli.InProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows the page on a pull request on a copy of the bundle: makes the edits of its {@code diff} blocks, which name what
 * they are in, and runs the commands of its {@code sh-session} blocks. What the signing command prints is kept in the
 * bundle by the block that is marked {@code signed}.
 */
class PullRequestTest {
    private static final String POLICY = "policy/opensafely";
    private static final String BEFORE = "before/" + POLICY;

    @TempDir
    private Path folder;

    private String manifest = "";
    private int code;

    @Test
    void printsWhatItShowsAfterEachEdit() {
        Page page = Page.of("docs/use/pull-request.md");
        Path copy = copy();

        Keeping.keep(page, page.rewritten(block -> follow(block, copy)));
    }

    private List<String> follow(Page.Block block, Path copy) {
        try {
            if (block.language().equals("diff")) {
                edit(block, copy);
            } else if (block.language().equals("sh-session")) {
                if (block.use().equals("signed")) {
                    Files.writeString(copy.resolve("sign-off.yaml"), manifest);
                }
                return session(block, copy);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return block.lines();
    }

    private static void edit(Page.Block block, Path copy) throws IOException {
        Path file = copy.resolve(block.use().substring(POLICY.length() + 1));
        String text = Files.readString(file);
        int from = 0;
        String gone = "";
        for (String line : block.lines()) {
            if (line.startsWith("@@ ")) {
                from = text.indexOf(line.substring(3));
                assertThat(from).as(line).isNotNegative();
            } else if (line.startsWith("-")) {
                gone = line.substring(1);
            } else {
                int at = text.indexOf(gone + "\n", from);
                assertThat(at).as(gone).isNotNegative();
                text = text.substring(0, at) + line.substring(1) + text.substring(at + gone.length());
            }
        }
        Files.writeString(file, text);
    }

    private List<String> session(Page.Block block, Path copy) {
        Shell shell = new Shell(!block.use().equals("loud"));
        List<String> real = new ArrayList<>();
        for (String line : block.lines()) {
            if (line.startsWith("$ ")) {
                real.add(line);
                if (line.equals("$ echo $?") && real.size() == 1) {
                    // The code of the block before is shown in a block of its own.
                    real.add(Integer.toString(code));
                    continue;
                }
                String command = line.substring(2).replace(BEFORE, "BEFORE").replace(POLICY, copy.toString());
                List<String> shown = shell.run(command.replace("BEFORE", POLICY));
                if (line.contains("--sign-off \"")) {
                    manifest = InProcess.run(
                                    Shell.words(command.replace("BEFORE", POLICY)).stream()
                                            .skip(1)
                                            .toList(),
                                    "")
                            .out();
                }
                shown.forEach(each -> real.add(each.replace(" from " + POLICY + " ", " from " + BEFORE + " ")
                        .replace(copy.toString(), POLICY)));
                code = shell.code();
            }
        }
        return real;
    }

    private Path copy() {
        Path from = Path.of(POLICY);
        Path copy = folder.resolve("bundle");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path to = copy.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return copy;
    }
}
