package dev.remit.docs;

import dev.remit.cli.InProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** As much of a shell as the examples need: {@code remit} in its three spellings, pipes from echo, and exit codes. */
final class Shell {
    private static final String PLUGIN = "mvn -q compile exec:java -Dexec.args=";
    private static final String JAR = "java -jar target/remit-cli.jar";
    private static final String REMIT = "remit";

    private final boolean quiet;
    private int code;

    /** A shell; a quiet one shows only what goes to standard output. */
    Shell(boolean quiet) {
        this.quiet = quiet;
    }

    /** What a terminal shows after a command, line by line. */
    List<String> run(String command) {
        if (command.equals("echo $?")) {
            return List.of(Integer.toString(code));
        }
        List<String> words = words(command);
        String input = "";
        int pipe = words.indexOf("|");
        if (pipe >= 0) {
            input = echoed(words.subList(0, pipe));
            words = words.subList(pipe + 1, words.size());
        }
        int from = words.indexOf("<");
        if (from >= 0) {
            input = read(words.get(from + 1));
            words = words.subList(0, from);
        }
        InProcess.Result result = InProcess.run(arguments(command, words), input);
        code = result.code();
        String shown = quiet ? result.out() : result.out() + result.err();
        return shown.isEmpty()
                ? List.of()
                : Arrays.asList(shown.stripTrailing()
                        .replaceAll("sha256:[0-9a-f]{64}", "sha256:…")
                        .replaceAll("[0-9,]+ of 1,000,000 nodes", "… of 1,000,000 nodes")
                        .split("\n", -1));
    }

    /** The exit code of the last command. */
    int code() {
        return code;
    }

    private static List<String> arguments(String command, List<String> words) {
        if (command.startsWith(PLUGIN)) {
            String given = words.get(words.size() - 1);
            return words(given.substring(given.indexOf('=') + 1));
        }
        if (command.startsWith(JAR)) {
            return words.subList(3, words.size());
        }
        if (words.get(0).equals(REMIT)) {
            return words.subList(1, words.size());
        }
        throw new IllegalArgumentException("not a command of the documents: " + command);
    }

    private static String echoed(List<String> words) {
        if (!words.get(0).equals("echo")) {
            throw new IllegalArgumentException("only echo is piped in the documents: " + words);
        }
        return String.join(" ", words.subList(1, words.size())) + "\n";
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The words of a command, without the quotes. */
    static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
                begun = true;
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && c == ' ') {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
