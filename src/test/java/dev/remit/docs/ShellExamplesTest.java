package dev.remit.docs;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every {@code console} block and compares what it prints. Lines that begin with a dollar are commands, and end with
 * a backslash if the next line goes on. With {@code quiet} behind the language, standard error is not shown.
 */
class ShellExamplesTest {

    static List<Page> pages() {
        return Page.tested().stream()
                .filter(page -> !page.blocks("console").isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void printsWhatItShows(Page page) {
        Keeping.keep(page, page.rewritten(ShellExamplesTest::real));
    }

    private static List<String> real(Page.Block block) {
        if (!block.language().equals("console")) {
            return block.lines();
        }
        Shell shell = new Shell(block.use().equals("quiet"));
        List<String> real = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        for (String line : block.lines()) {
            boolean begins = line.startsWith("$ ");
            if (begins || !command.isEmpty()) {
                real.add(line);
                String text = begins ? line.substring(2) : line.strip();
                boolean goesOn = text.endsWith("\\");
                command.append(goesOn ? text.substring(0, text.length() - 1) : text);
                if (!goesOn) {
                    real.addAll(shell.run(command.toString()));
                    command.setLength(0);
                }
            }
        }
        return real;
    }
}
