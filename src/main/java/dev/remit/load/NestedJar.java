package dev.remit.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * What a jar holds of which only the address of a resource inside is known, such as {@code
 * jar:nested:/app.jar/!BOOT-INF/lib/x.jar!/META-INF/...}: for class loaders whose addresses say nothing more of themselves.
 *
 * @param names the names of all entries of the innermost jar
 * @param prefix the folder of the resource in it
 */
record NestedJar(List<String> names, String prefix) {
    private static final Pattern SCHEMES = Pattern.compile("^(?:[a-z]{2,}:)+");
    private static final Pattern INSIDE = Pattern.compile("/?!/?");

    NestedJar {
        names = List.copyOf(names);
    }

    /** The jar around a resource; empty if it cannot be opened from the file system. */
    static Optional<NestedJar> at(String address) throws IOException {
        String text = SCHEMES.matcher(address).replaceFirst("");
        List<String> steps = Arrays.stream(INSIDE.split(text, -1))
                .map(step -> URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        if (steps.size() < 2) {
            return Optional.empty();
        }
        try {
            Path outer = Path.of(steps.get(0));
            return Files.isRegularFile(outer)
                    ? Optional.of(open(outer, steps.subList(1, steps.size())))
                    : Optional.empty();
        } catch (InvalidPathException noFile) {
            return Optional.empty();
        }
    }

    private static NestedJar open(Path outer, List<String> steps) throws IOException {
        try (ZipFile zip = new ZipFile(outer.toFile())) {
            StringBuilder prefix = new StringBuilder();
            for (int i = 0; i < steps.size() - 1; i++) {
                ZipEntry entry = zip.getEntry(prefix + steps.get(i));
                if (entry != null && !entry.isDirectory()) {
                    try (InputStream inner = zip.getInputStream(entry)) {
                        return new NestedJar(names(inner), folder(steps.subList(i + 1, steps.size())));
                    }
                }
                prefix.append(steps.get(i)).append('/');
            }
            List<String> names = new ArrayList<>();
            zip.stream().forEach(entry -> names.add(entry.getName()));
            return new NestedJar(names, folder(steps));
        }
    }

    private static List<String> names(InputStream jar) throws IOException {
        List<String> names = new ArrayList<>();
        ZipInputStream entries = new ZipInputStream(jar);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            names.add(entry.getName());
        }
        return names;
    }

    private static String folder(List<String> steps) {
        String path = String.join("/", steps);
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
