package dev.remit.live.source;

import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.live.pack.PackedBundle;
import dev.remit.live.pack.RefusedPackException;
import dev.remit.load.BundleFiles;
import dev.remit.load.BundleSource;
import dev.remit.load.Fingerprint;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A folder, a policy file or a packed file of the file system. */
final class FileSource implements WatchedSource {
    private final Path path;

    FileSource(Path path) {
        this.path = path;
    }

    @Override
    public String name() {
        return "`" + path + "`";
    }

    @Override
    public boolean isAtomic() {
        return false;
    }

    private boolean isPacked() {
        return path.toString().endsWith(PackedBundle.ENDING);
    }

    @Override
    public Look look() throws UnreadableSourceException {
        try {
            Fingerprint seen = isPacked()
                    ? Fingerprint.of(path.toRealPath())
                    : BundleSource.at(path).fingerprint().orElseThrow();
            return new Look(seen.text(), seen.newest(), Optional.empty());
        } catch (IOException unreadable) {
            throw new UnreadableSourceException(why(unreadable));
        }
    }

    private String why(IOException unreadable) {
        if (unreadable instanceof NoSuchFileException || unreadable instanceof NotDirectoryException) {
            return name() + " is not there";
        }
        return unreadable instanceof AccessDeniedException
                ? "the system does not let this process read " + name()
                : name() + " cannot be read: " + unreadable.getMessage();
    }

    @Override
    public Taken take(Look look) throws UnreadableSourceException {
        if (isPacked()) {
            return packed();
        }
        Checked<SortedMap<String, String>> read = BundleFiles.read(BundleSource.at(path));
        if (read.value().isEmpty()) {
            throw new UnreadableSourceException(sentences(read.diagnostics()));
        }
        return new Taken(path.toString(), read.value().get(), Optional.empty());
    }

    private Taken packed() throws UnreadableSourceException {
        try {
            return Taken.of(path.toString(), PackedBundle.read(path));
        } catch (RefusedPackException refused) {
            throw new UnreadableSourceException("the packed bundle " + name() + " is refused: " + refused.getMessage());
        } catch (IOException unreadable) {
            throw new UnreadableSourceException(why(unreadable));
        }
    }

    private static List<String> sentences(List<Diagnostic> faults) {
        return faults.stream()
                .filter(Diagnostic::isError)
                .map(fault -> fault.span().file() + ": " + fault.message())
                .toList();
    }
}
