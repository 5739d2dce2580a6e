package dev.remit.live.source;

import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.load.BundleFiles;
import dev.remit.load.BundleSource;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A revision of a git repository on this machine, such as a branch that somebody else fetches.
 *
 * @param revision the path and the revision
 */
record GitSource(GitRevision revision) implements WatchedSource {

    @Override
    public String name() {
        return "`" + revision + "`";
    }

    @Override
    public boolean isAtomic() {
        return true;
    }

    @Override
    public Look look() throws UnreadableSourceException {
        try {
            return Look.of(revision.commit());
        } catch (UnusableRevisionException unusable) {
            throw new UnreadableSourceException(unusable.sentence());
        }
    }

    @Override
    public Taken take(Look look) throws UnreadableSourceException {
        try {
            Checked<SortedMap<String, String>> read =
                    BundleFiles.read(BundleSource.of(revision.toString(), revision.treeAt(look.fingerprint())));
            if (read.value().isEmpty()) {
                throw new UnreadableSourceException(read.diagnostics().stream()
                        .filter(Diagnostic::isError)
                        .map(fault -> fault.span().file() + ": " + fault.message())
                        .toList());
            }
            return new Taken(revision.toString(), read.value().get(), Optional.empty());
        } catch (UnusableRevisionException unusable) {
            throw new UnreadableSourceException(unusable.sentence());
        }
    }
}
