package dev.remit.cli;

import dev.remit.load.BundleSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A way in for a bundle: takes a folder as it was prepared, links and pipes included, and offers it in its own form. */
enum Door {
    FOLDER(true),
    /** As container platforms mount configuration: every name is a link, through one link, to a hidden folder. */
    MOUNT(true),
    MAP(false),
    CLASS_PATH_FOLDER(true),
    JAR(false),
    /** As a service is packed: the bundle in a jar inside its jar. */
    NESTED_JAR(false),
    /** As a service is packed: the bundle among its own classes. */
    SERVICE_CLASSES(false),
    REVISION(true);

    private static final String ROOT = "META-INF/remit/policy/";
    private static final String NAME = "bundle";

    private final boolean hasLinks;

    Door(boolean hasLinks) {
        this.hasLinks = hasLinks;
    }

    /** Whether links, and folders without files, can come in this way. */
    boolean hasLinks() {
        return hasLinks;
    }

    /**
     * The bundle as it comes in this way.
     *
     * @param prepared its folder
     * @param work an empty folder to make of it what is needed
     */
    <T> T open(Path prepared, Path work, Function<BundleSource, T> use) throws IOException {
        switch (this) {
            case FOLDER -> {
                return use.apply(BundleSource.at(prepared));
            }
            case MOUNT -> {
                return use.apply(BundleSource.at(mounted(prepared, work)));
            }
            case MAP -> {
                return use.apply(BundleSource.of(texts(prepared)));
            }
            case CLASS_PATH_FOLDER -> {
                Path bundle = Files.createDirectories(work.resolve(ROOT + NAME));
                copy(prepared, bundle);
                Files.writeString(work.resolve(ROOT + "index"), index(prepared));
                return onClassPath(work.toUri().toURL(), use);
            }
            case JAR -> {
                Path jar = work.resolve("library.jar");
                Files.write(jar, zipped(resources(prepared, "")));
                return onClassPath(jar.toUri().toURL(), use);
            }
            case NESTED_JAR -> {
                Map<String, byte[]> service = new LinkedHashMap<>();
                service.put("BOOT-INF/lib/library.jar", zipped(resources(prepared, "")));
                Path jar = work.resolve("service.jar");
                Files.write(jar, zipped(service));
                return onClassPath(new URL("jar:nested:" + jar + "/!BOOT-INF/lib/library.jar!/"), use);
            }
            case SERVICE_CLASSES -> {
                Path jar = work.resolve("service.jar");
                Files.write(jar, zipped(resources(prepared, "BOOT-INF/classes/")));
                return onClassPath(new URL("jar:nested:" + jar + "/!BOOT-INF/classes/!/"), use);
            }
            case REVISION -> {
                copy(prepared, Files.createDirectories(work.resolve(NAME)));
                git(work, "init", "-q");
                git(work, "add", "-A");
                git(work, "-c", "user.name=n", "-c", "user.email=n@example.org", "commit", "-q", "-m", "one");
                return use.apply(Bundle.source(work.resolve(NAME + "@HEAD")));
            }
        }
        throw new IllegalStateException();
    }

    private static <T> T onClassPath(URL place, Function<BundleSource, T> use) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {place}, null)) {
            return use.apply(BundleSource.onClassPath(NAME, loader));
        }
    }

    private static Path mounted(Path prepared, Path work) throws IOException {
        copy(prepared, Files.createDirectories(work.resolve("..2026_11_29")));
        Files.createSymbolicLink(work.resolve("..data"), Path.of("..2026_11_29"));
        try (Stream<Path> names = Files.list(prepared)) {
            for (Path name : names.map(Path::getFileName).toList()) {
                Files.createSymbolicLink(work.resolve(name), Path.of("..data").resolve(name));
            }
        }
        return work;
    }

    private static Map<String, String> texts(Path prepared) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path file : files(prepared)) {
            texts.put(prepared.relativize(file).toString(), Files.readString(file));
        }
        return texts;
    }

    private static Map<String, byte[]> resources(Path prepared, String prefix) throws IOException {
        Map<String, byte[]> resources = new LinkedHashMap<>();
        resources.put(prefix + ROOT + "index", index(prepared).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (Path file : files(prepared)) {
            resources.put(prefix + ROOT + NAME + "/" + prepared.relativize(file), Files.readAllBytes(file));
        }
        return resources;
    }

    /** As a build writes it that knows no more than that files of policies end in {@code .yaml}. */
    private static String index(Path prepared) throws IOException {
        return files(prepared).stream()
                .map(file -> prepared.relativize(file).toString())
                .filter(file -> file.endsWith(".yaml"))
                .map(file -> NAME + "/" + file + "\n")
                .collect(Collectors.joining());
    }

    /** A jar whose entries are not compressed, as jars inside jars have to be. */
    private static byte[] zipped(Map<String, byte[]> entries) throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            java.util.Set<String> folders = new java.util.TreeSet<>();
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                for (int slash = each.getKey().indexOf('/');
                        slash >= 0;
                        slash = each.getKey().indexOf('/', slash + 1)) {
                    folders.add(each.getKey().substring(0, slash + 1));
                }
            }
            for (String folder : folders) {
                store(zip, folder, new byte[0]);
            }
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                store(zip, each.getKey(), each.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Copies links as links, and leaves pipes out. */
    static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walked = Files.walk(from)) {
            all = new ArrayList<>(walked.toList());
        }
        for (Path each : all) {
            Path target = to.resolve(from.relativize(each).toString());
            if (Files.isSymbolicLink(each)) {
                Path aim = Files.readSymbolicLink(each);
                Files.createSymbolicLink(target, aim);
            } else if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(target);
            } else if (Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
                Files.copy(each, target);
            } else {
                run(to, "mkfifo", target.toString());
            }
        }
    }

    static void run(Path folder, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            try (InputStream out = process.getInputStream()) {
                out.transferTo(OutputStream.nullOutputStream());
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException("failed: " + List.of(command));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void git(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        run(folder, command.toArray(String[]::new));
    }
}
