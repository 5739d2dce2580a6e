package dev.remit.live.source;

import dev.remit.load.FileTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files below a folder of a revision. Links are followed as on disk if they end inside the folder; all others are
 * listed as links.
 */
final class GitTree implements FileTree {
    /** The mode of a folder. */
    static final String FOLDER = "040000";
    /** The beginning of the modes of files. */
    static final String FILES = "100";

    private static final String LINK = "120000";
    private static final int MOST_LINKS = 40;

    private final Git git;
    private final Map<String, Blob> blobs;

    private GitTree(Git git, Map<String, Blob> blobs) {
        this.git = git;
        this.blobs = new TreeMap<>(blobs);
    }

    /** An object in git, with its mode and name. */
    private record Blob(String mode, String object) {}

    /** The files below a tree. */
    static GitTree of(Git git, String tree) {
        Map<String, Blob> blobs = new LinkedHashMap<>();
        String listed = git.text("ls-tree", "-r", "-z", "--full-tree", tree)
                .orElseThrow(() -> new UnusableRevisionException("git cannot list `" + tree + "`", Optional.empty()));
        for (String line : listed.split("\0", -1)) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                String[] words = line.substring(0, tab).split(" ", -1);
                blobs.put(line.substring(tab + 1), new Blob(words[0], words[2]));
            }
        }
        return new GitTree(git, blobs);
    }

    /** A single file, under another name. */
    static GitTree file(Git git, String object, String name) {
        return new GitTree(git, Map.of(name, new Blob(FILES + "644", object)));
    }

    @Override
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        blobs.forEach((path, blob) -> {
            if (blob.mode().startsWith(FILES)) {
                entries.add(Entry.file(path));
            } else if (blob.mode().equals(LINK)) {
                addLink(path, entries);
            } else {
                entries.add(new Entry(path, Kind.SUBMODULE, path));
            }
        });
        return entries;
    }

    private void addLink(String path, List<Entry> entries) {
        Optional<String> target = resolve(path, 0);
        if (target.isEmpty()) {
            entries.add(new Entry(path, Kind.OUTSIDE, path));
            return;
        }
        String real = target.get();
        Blob blob = blobs.get(real);
        if (blob != null) {
            entries.add(new Entry(path, blob.mode().startsWith(FILES) ? Kind.FILE : Kind.SUBMODULE, real));
            return;
        }
        String below = real.isEmpty() ? "" : real + "/";
        List<String> inside =
                blobs.keySet().stream().filter(each -> each.startsWith(below)).toList();
        if (inside.isEmpty()) {
            entries.add(new Entry(path, Kind.DANGLING, path));
        }
        for (String each : inside) {
            String shown = path + "/" + each.substring(below.length());
            // A link inside a linked folder leads nowhere, so that links cannot form a circle.
            Kind kind = blobs.getOrDefault(each, new Blob("", "")).mode().startsWith(FILES) ? Kind.FILE : Kind.OUTSIDE;
            entries.add(new Entry(shown, kind, each));
        }
    }

    /** The place in the folder that a path leads to; empty if it leads out of the folder, or in a circle. */
    private Optional<String> resolve(String path, int links) {
        List<String> real = new ArrayList<>();
        List<String> steps = List.of(path.split("/", -1));
        for (int i = 0; i < steps.size(); i++) {
            String step = steps.get(i);
            if (step.equals("..")) {
                if (real.isEmpty()) {
                    return Optional.empty();
                }
                real.remove(real.size() - 1);
            } else if (!step.isEmpty() && !step.equals(".")) {
                real.add(step);
            }
            Blob blob = blobs.get(String.join("/", real));
            if (blob != null && blob.mode().equals(LINK)) {
                String target = text(blob);
                if (links == MOST_LINKS || target.startsWith("/")) {
                    return Optional.empty();
                }
                real.remove(real.size() - 1);
                List<String> onward = new ArrayList<>(real);
                onward.add(target);
                onward.addAll(steps.subList(i + 1, steps.size()));
                return resolve(String.join("/", onward), links + 1);
            }
        }
        return Optional.of(String.join("/", real));
    }

    private String text(Blob blob) {
        return git.bytes("cat-file", "blob", blob.object())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("/");
    }

    @Override
    public InputStream open(Entry entry) throws IOException {
        Blob blob = blobs.get(entry.real());
        if (blob == null) {
            throw new IOException("git lists no " + entry.real());
        }
        return new ByteArrayInputStream(git.bytes("cat-file", "blob", blob.object())
                .orElseThrow(() -> new IOException("git cannot read " + blob.object())));
    }
}
