package dev.remit.grammar;

import dev.remit.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files under {@code valid}, which between them use every key of the language. */
public final class SoundFiles {

    private static final Path FOLDER = Path.of("src/test/resources/dev/remit/grammar/valid");

    private SoundFiles() {}

    /**
     * All of them.
     *
     * @return each file with its kind
     */
    public static Map<SourceFile, FileShape> all() {
        Map<SourceFile, FileShape> all = new LinkedHashMap<>();
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                String name = FOLDER.relativize(path).toString();
                all.put(new SourceFile(name, Files.readString(path)), kind(name));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    /**
     * Every mistake of shape at every place of every file.
     *
     * @return the mistakes
     */
    public static List<Mistakes.Mistake> withMistakes() {
        return all().entrySet().stream()
                .flatMap(sound -> Mistakes.in(sound.getKey(), sound.getValue()).stream())
                .toList();
    }

    /**
     * The kind of a file.
     *
     * @param name its path in a bundle, or the first word of that
     * @return what it must look like
     */
    public static FileShape kind(String name) {
        return Grammar.files().stream()
                .filter(file -> file.path().startsWith(name.replaceAll("\\W.*", "")))
                .findFirst()
                .orElseThrow();
    }
}
