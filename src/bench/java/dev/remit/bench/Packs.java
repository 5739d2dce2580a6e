package dev.remit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A packed bundle with many rules, signed, and what is asked about it on the command line. */
final class Packs {
    private static final Workload MANY = new Workload(1000, false, 0);

    private final Path folder;
    private final Path jar;

    /**
     * A pack in a folder.
     *
     * @param jar the runnable jar, which makes it
     */
    Packs(Path folder, Path jar) {
        this.folder = folder;
        this.jar = jar;
    }

    /** The key whose private half signed the pack. */
    Path key() {
        return folder.resolve("key.pub");
    }

    Path pack() {
        return folder.resolve("many.remit");
    }

    private Path archive() {
        return folder.resolve("remit.jsa");
    }

    /** Makes the key, the pack, and an archive of the classes that asking it loads. */
    void make() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path bundle = folder.resolve("bundle");
        new RemitFiles(MANY).write(bundle);
        String key = folder.resolve("key").toString();
        run(List.of("-jar", jar.toString(), "keys", "new", "--out", key, "--name", "example.org/bench"));
        run(List.of(
                "-Xmx8g", "-jar", jar.toString(), "pack", bundle.toString(), "-o", pack().toString(), "--key", key));
        run(archived("-XX:ArchiveClassesAtExit="));
    }

    private void run(List<String> args) throws IOException, InterruptedException {
        if (Children.run(args, folder.resolve("made.txt")).isEmpty()) {
            throw new IllegalStateException("does not work: java " + String.join(" ", args));
        }
    }

    /** The command line that asks the first request. */
    List<String> asking() {
        Request it = MANY.firstRequest();
        return List.of(
                "-jar",
                jar.toString(),
                "ask",
                pack().toString(),
                "--trust-compiled",
                key().toString(),
                "--role",
                it.role(),
                "--activity",
                it.activity(),
                "--level",
                it.level(),
                "--category",
                it.category(),
                "--route",
                it.environment(),
                "--kind",
                it.kind(),
                "--status",
                it.status(),
                "--attribute",
                "type-1-permission=" + it.type1Permission() + ",national-permission=" + it.nationalPermission(),
                "--fact",
                "named=" + it.named() + ",secure=" + it.secure() + ",approval=" + it.approval() + ",includes-type-1="
                        + it.includesType1() + ",includes-national=" + it.includesNational());
    }

    /** The same with the archive of classes. */
    List<String> askingWithArchive() {
        return archived("-XX:SharedArchiveFile=");
    }

    private List<String> archived(String option) {
        List<String> args = new ArrayList<>(List.of(option + archive()));
        args.addAll(asking());
        return args;
    }
}
