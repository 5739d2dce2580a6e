package dev.remit.live;

import static java.util.Objects.requireNonNull;

import dev.remit.live.source.WatchedSource;
import dev.remit.live.source.WebSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Where a live policy comes from. Naming a source opens nothing. Immutable. */
public final class PolicySource {
    private final String name;
    private final Supplier<WatchedSource> watched;

    private PolicySource(String name, Supplier<WatchedSource> watched) {
        this.name = name;
        this.watched = watched;
    }

    /**
     * A policy in the file system: a folder, a policy file, or a packed bundle, whose name ends in {@code .remit}. A path
     * with {@code @REVISION} behind it is a revision of git, such as a branch, read by running {@code git}; whoever fetches
     * that branch is another program.
     */
    public static PolicySource at(Path path) {
        requireNonNull(path, "path");
        return new PolicySource(path.toString(), () -> WatchedSource.at(path));
    }

    /**
     * A packed bundle at an address on the web.
     *
     * @param address of https, or of http on this machine
     * @throws IllegalArgumentException if it is another
     */
    public static PolicySource at(URI address) {
        requireNonNull(address, "address");
        WebSource.check(address);
        return new PolicySource(address.toString(), () -> new WebSource(address));
    }

    WatchedSource watched() {
        return watched.get();
    }

    /** The path or address. */
    @Override
    public String toString() {
        return name;
    }
}
