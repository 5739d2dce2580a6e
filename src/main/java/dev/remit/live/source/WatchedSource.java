package dev.remit.live.source;

import java.nio.file.Path;

/** A place where a policy is kept that may change at any time. For one thread at a time. */
public sealed interface WatchedSource permits FileSource, GitSource, WebSource {

    /** What it is called in sentences, such as its path. */
    String name();

    /**
     * Whether a change of it happens all at once, so that whatever can be read is whole. If not, it is read only when it has
     * been quiet for a while.
     */
    boolean isAtomic();

    /**
     * Looks at the source, which should cost little.
     *
     * @throws UnreadableSourceException if it cannot be looked at
     */
    Look look() throws UnreadableSourceException;

    /**
     * Reads what the last look saw, or something newer: who needs to know looks again.
     *
     * @throws UnreadableSourceException if it cannot be read, or is no bundle
     */
    Taken take(Look look) throws UnreadableSourceException;

    /** A folder, a policy file or a packed file; {@code PATH@REVISION} is a revision of git. */
    static WatchedSource at(Path path) {
        return GitRevision.of(path).<WatchedSource>map(GitSource::new).orElseGet(() -> new FileSource(path));
    }
}
