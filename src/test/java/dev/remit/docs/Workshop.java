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

/**
 * Follows the blocks of a page in a folder of its own. A {@code yaml} block with a path is that file; a {@code diff} block
 * with a path changes it, hunk by hunk; a {@code sh-session} block runs commands. Paths of the folder begin with one of
 * its own names, {@code archive} or {@code before}; all others are of the repository.
 */
final class Workshop {
    private static final List<String> OWN = List.of("archive", "before");

    private final Path folder;
    private int code;

    Workshop(Path folder) {
        this.folder = folder;
    }

    /** Does what a block says, and returns its lines with what commands really print. */
    List<String> follow(Page.Block block) {
        try {
            switch (block.language()) {
                case "yaml" -> Files.writeString(own(block.use()), block.text());
                case "diff" -> edit(block);
                case "sh-session" -> {
                    return session(block);
                }
                default -> {
                    return block.lines();
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return block.lines();
    }

    private void edit(Page.Block block) throws IOException {
        Path file = own(block.use());
        String text = Files.readString(file);
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        List<String> lines = new ArrayList<>(block.lines());
        lines.add("@@");
        for (String line : lines) {
            if (line.startsWith("@@")) {
                text = exchanged(text, before.toString(), after.toString());
                before.setLength(0);
                after.setLength(0);
                continue;
            }
            String rest = line.isEmpty() ? "" : line.substring(1);
            if (!line.startsWith("+")) {
                before.append(rest).append('\n');
            }
            if (!line.startsWith("-")) {
                after.append(rest).append('\n');
            }
        }
        Files.writeString(file, text);
    }

    private static String exchanged(String text, String before, String after) {
        if (before.isEmpty() && after.isEmpty()) {
            return text;
        }
        String lines = "\n" + text;
        int at = lines.indexOf("\n" + before);
        assertThat(at).as("a place for the hunk that begins with\n%s", before).isNotNegative();
        assertThat(lines.indexOf("\n" + before, at + 1))
                .as("a second place for the hunk that begins with\n%s", before)
                .isNegative();
        return text.substring(0, at) + after + text.substring(at + before.length());
    }

    private List<String> session(Page.Block block) throws IOException {
        List<String> shown = new ArrayList<>();
        for (String line : block.lines()) {
            if (line.startsWith("$ ")) {
                shown.add(line);
                shown.addAll(run(Shell.words(line.substring(2)), !block.use().equals("quiet")));
            }
        }
        return shown;
    }

    private List<String> run(List<String> words, boolean loud) throws IOException {
        switch (words.get(0)) {
            case "echo" -> {
                return List.of(Integer.toString(code));
            }
            case "mkdir" -> Files.createDirectories(own(words.get(words.size() - 1)));
            case "touch" -> Files.createFile(own(words.get(1)));
            case "cp" -> copy(own(words.get(2)), own(words.get(3)));
            case "remit" -> {
                return remit(words.subList(1, words.size()), loud);
            }
            default -> throw new IllegalArgumentException("not a command of the tutorial: " + words);
        }
        return List.of();
    }

    private List<String> remit(List<String> words, boolean loud) throws IOException {
        int into = words.indexOf(">");
        List<String> arguments = words.subList(0, into < 0 ? words.size() : into).stream()
                .map(word -> isOwn(word) ? own(word).toString() : word)
                .toList();
        InProcess.Result result = InProcess.run(arguments, "");
        code = result.code();
        String out = result.out();
        if (into >= 0) {
            Files.writeString(own(words.get(into + 1)), out);
            out = "";
        }
        String shown = (loud ? out + result.err() : out)
                .stripTrailing()
                .replace(folder + "/", "")
                .replaceAll("sha256:[0-9a-f]{64}", "sha256:…")
                .replaceAll("[0-9,]+ of 1,000,000 nodes", "… of 1,000,000 nodes");
        return shown.isEmpty() ? List.of() : List.of(shown.split("\n", -1));
    }

    private static boolean isOwn(String word) {
        return OWN.stream().anyMatch(name -> word.equals(name) || word.startsWith(name + "/"));
    }

    private Path own(String path) {
        if (!isOwn(path)) {
            throw new IllegalArgumentException("not in the folder of the tutorial: " + path);
        }
        return folder.resolve(path);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
