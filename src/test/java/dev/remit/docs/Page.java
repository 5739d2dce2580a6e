package dev.remit.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documents, taken apart as far as tests need it.
 *
 * @param path where it stands in the repository
 * @param lines its text
 */
record Page(Path path, List<String> lines) {
    private static final Pattern FENCE = Pattern.compile("```(.*)");
    private static final Pattern HEADING = Pattern.compile("#{1,6} (.*)");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Path DOCS = Path.of("docs");

    Page {
        lines = List.copyOf(lines);
    }

    /**
     * A fenced block of code.
     *
     * @param info what stands behind the opening fence: the language, and what tests are to do with it
     * @param first the number of its first line, counted from zero
     * @param lines its lines
     */
    record Block(String info, int first, List<String> lines) {
        Block {
            lines = List.copyOf(lines);
        }

        String language() {
            return info.replaceFirst(" .*", "");
        }

        /** What stands behind the language. */
        String use() {
            return info.substring(language().length()).strip();
        }

        String text() {
            return String.join("\n", lines) + "\n";
        }
    }

    static Page read(Path path) {
        try {
            return new Page(path, Files.readAllLines(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every page there is. */
    static List<Page> all() {
        List<Page> pages = new ArrayList<>();
        pages.add(read(Path.of("README.md")));
        try (Stream<Path> files = Files.walk(DOCS)) {
            files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Page::read)
                    .forEach(pages::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return pages;
    }

    /** The pages whose examples are tested here; the others have tests of their own. */
    static List<Page> tested() {
        Set<Path> elsewhere = Set.of(
                DOCS.resolve("use/diagnostics.md"), DOCS.resolve("use/testing.md"), DOCS.resolve("policy/tutorial.md"));
        return all().stream().filter(page -> !elsewhere.contains(page.path)).toList();
    }

    static Page of(String name) {
        return read(Path.of(name));
    }

    void write(List<String> newLines) {
        try {
            Files.writeString(path, String.join("\n", newLines) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                int first = i + 1;
                do {
                    i++;
                } while (!lines.get(i).equals("```"));
                blocks.add(new Block(fence.group(1).strip(), first, lines.subList(first, i)));
            }
        }
        return blocks;
    }

    List<Block> blocks(String language) {
        return blocks().stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    /** The page with other lines inside its blocks. */
    Page rewritten(Function<Block, List<String>> body) {
        List<String> changed = new ArrayList<>();
        int next = 0;
        for (Block block : blocks()) {
            changed.addAll(lines.subList(next, block.first));
            changed.addAll(body.apply(block));
            next = block.first + block.lines.size();
        }
        changed.addAll(lines.subList(next, lines.size()));
        return new Page(path, changed);
    }

    /** The lines that are not code. */
    List<String> prose() {
        List<String> prose = new ArrayList<>();
        boolean code = false;
        for (String line : lines) {
            if (FENCE.matcher(line).matches()) {
                code = !code;
            } else if (!code) {
                prose.add(line);
            }
        }
        return prose;
    }

    /** What links on this page point at; the text of a link may go on in the next line. */
    List<String> links() {
        List<String> links = new ArrayList<>();
        for (String paragraph : String.join("\n", prose()).split("\n\\s*\n", -1)) {
            Matcher link = LINK.matcher(paragraph.replaceAll("`[^`]*`(?!\\])", ""));
            while (link.find()) {
                links.add(link.group(1));
            }
        }
        return links;
    }

    /** The names by which links can point at the headings of this page. */
    Set<String> anchors() {
        Set<String> anchors = new LinkedHashSet<>();
        for (String line : prose()) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                anchors.add(heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'));
            }
        }
        return anchors;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
