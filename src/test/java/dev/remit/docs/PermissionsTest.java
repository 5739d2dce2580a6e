package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
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
 * Walks through the page on permissions: makes its edits in a copy of the policy, one after the other, and runs its
 * commands there.
 */
class PermissionsTest {
    private static final String POLICY = "policy/opensafely";
    private static final String BEFORE = "before/" + POLICY;

    @TempDir
    private Path folder;

    /** What the next session finds in the register; it is taken out again after that. */
    private String refused = "";

    @Test
    void printsWhatItShowsAfterEachEdit() {
        Page page = Page.of("docs/policy/permissions.md");
        Path copy = copy();

        Keeping.keep(page, page.rewritten(block -> follow(block, copy)));
    }

    @Test
    void changesTheRegistersAndNotTheRules() throws IOException {
        Path copy = copy();
        PolicyBundle before = Remit.load(Path.of(POLICY));
        for (Page.Block block : Page.of("docs/policy/permissions.md").blocks("yaml")) {
            if (block.use().startsWith("added to ")) {
                add(block, copy);
            }
        }
        PolicyBundle after = Remit.load(copy);

        assertThat(after.registers().projects())
                .hasSize(before.registers().projects().size() + 1);
        assertThat(after.decisionPoint().identity().digest())
                .isEqualTo(before.decisionPoint().identity().digest());
        assertThat(after.decisionPoint().identity().registers())
                .isNotEqualTo(before.decisionPoint().identity().registers());
    }

    private List<String> follow(Page.Block block, Path copy) {
        try {
            if (block.use().startsWith("added to ")) {
                add(block, copy);
            } else if (block.use().startsWith("suite ")) {
                Files.writeString(copy.resolve("tests/permissions.yaml"), block.text());
            } else if (block.use().startsWith("refused in ")) {
                refused = block.text();
            } else if (block.language().equals("sh-session")) {
                return session(block, copy);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return block.lines();
    }

    private static void add(Page.Block block, Path copy) throws IOException {
        Path register = copy.resolve("projects.yaml");
        Files.writeString(register, Files.readString(register) + "\n" + block.text());
    }

    private List<String> session(Page.Block block, Path copy) throws IOException {
        Path register = copy.resolve("projects.yaml");
        String kept = Files.readString(register);
        if (!refused.isEmpty()) {
            Files.writeString(register, kept + "\n" + refused);
            refused = "";
        }
        Shell shell = new Shell(true);
        List<String> real = new ArrayList<>();
        for (String line : block.lines()) {
            if (line.startsWith("$ ")) {
                real.add(line);
                String command = line.substring(2).replace(BEFORE, "BEFORE").replace(POLICY, copy.toString());
                shell.run(command.replace("BEFORE", POLICY))
                        .forEach(shown -> real.add(shown.replace(copy.toString(), POLICY)));
            }
        }
        Files.writeString(register, kept);
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
