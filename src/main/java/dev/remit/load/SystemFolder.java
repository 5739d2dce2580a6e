package dev.remit.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of the file system as it is found at one moment. Links are followed if they end inside the folder, wherever it
 * really lies; each entry keeps the real place of its content, so that reading it follows no link a second time.
 */
final class SystemFolder implements FileTree {
    /** Of folders that are no part of a bundle, so many files are looked at: enough for documents beside a policy. */
    private static final int MOST_ELSEWHERE = 10_000;

    private final Path real;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Object> state = new ArrayList<>();
    private Instant newest = Instant.MIN;

    private SystemFolder(Path real) {
        this.real = real;
        state.add(real);
    }

    /** Looks through a folder. */
    static SystemFolder look(Path folder) throws IOException {
        SystemFolder found = new SystemFolder(folder.toRealPath());
        found.list(found.real, "");
        return found;
    }

    @Override
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public InputStream open(Entry entry) throws IOException {
        return Files.newInputStream(real.resolve(entry.real()), LinkOption.NOFOLLOW_LINKS);
    }

    /** What tells this moment from another: where everything really lies, how large it is and when it was written. */
    List<Object> state() {
        return List.copyOf(state);
    }

    /** The same as one text, and when the latest of its files was changed. */
    Fingerprint fingerprint() {
        return new Fingerprint(state.toString(), newest);
    }

    private void list(Path inside, String prefix) throws IOException {
        List<Path> children;
        try (Stream<Path> all = Files.list(inside)) {
            children = all.sorted().toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        for (Path child : children) {
            add(child, prefix + name(child), prefix.isEmpty());
        }
    }

    private void add(Path child, String path, boolean isTop) throws IOException {
        BasicFileAttributes own = Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Path target = child;
        BasicFileAttributes attributes = own;
        if (own.isSymbolicLink()) {
            try {
                target = child.toRealPath();
                attributes = Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            } catch (IOException nothing) {
                add(path, Kind.DANGLING, path, own);
                return;
            }
            if (!target.startsWith(real)) {
                add(attributes.isDirectory() ? path + "/" : path, Kind.OUTSIDE, path, own);
                return;
            }
        }
        String place = relative(target);
        if (!attributes.isDirectory()) {
            add(path, attributes.isRegularFile() ? Kind.FILE : Kind.SPECIAL, place, attributes);
        } else if (isTop && List.of(Layout.RULES, Layout.TESTS).contains(path + "/")) {
            state.add(path + " " + target);
            list(target, path + "/");
        } else {
            // A folder in the place of a file is found out where files are expected.
            add(Layout.isMember(path) ? path : path + "/", Kind.FOLDER, place, attributes);
            if (!Layout.isHidden(name(child))) {
                lookElsewhere(target, path);
            }
        }
    }

    private void add(String path, Kind kind, String place, BasicFileAttributes attributes) throws IOException {
        entries.add(new Entry(path, kind, place));
        state.add(List.of(path, kind, place, kind == Kind.FILE ? attributes.size() : 0L));
        if (kind == Kind.FILE) {
            Fingerprint file = Fingerprint.of(real.resolve(place));
            state.add(file.text());
            newest = file.newest().isAfter(newest) ? file.newest() : newest;
        }
    }

    /** Finds files that look as if they were meant to be read, in a folder from which none is. */
    private void lookElsewhere(Path folder, String path) throws IOException {
        int[] seen = {0};
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
                return !inside.equals(folder) && Layout.isHidden(name(inside))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                seen[0]++;
                if (seen[0] > MOST_ELSEWHERE) {
                    add(path + "/", Kind.CROWDED, path, attributes);
                    return FileVisitResult.TERMINATE;
                }
                if (Layout.isYaml(name(file)) && !Layout.isHidden(name(file))) {
                    add(path + "/" + parts(folder.relativize(file)), Kind.FILE, relative(file), attributes);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private String relative(Path file) {
        return parts(real.relativize(file));
    }

    private static String parts(Path relative) {
        StringBuilder parts = new StringBuilder();
        relative.forEach(part -> parts.append(parts.isEmpty() ? "" : "/").append(part));
        return parts.toString();
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
