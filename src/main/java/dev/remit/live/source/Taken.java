package dev.remit.live.source;

import static java.util.Objects.requireNonNull;

import dev.remit.live.pack.PackedBundle;
import dev.remit.load.BundleSource;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A bundle taken from a source: all of its texts at one moment.
 *
 * @param where what diagnostics write before the path of a file
 * @param texts the text of each file, by its path in the bundle
 * @param packed the packed bundle they came from, if they did
 */
public record Taken(String where, SortedMap<String, String> texts, Optional<PackedBundle> packed) {
    public Taken {
        requireNonNull(where, "where");
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        requireNonNull(packed, "packed");
    }

    /** A packed bundle that was taken. */
    public static Taken of(String where, PackedBundle packed) {
        return new Taken(where, packed.texts(), Optional.of(packed));
    }

    /** The texts as a bundle. */
    public BundleSource source() {
        return BundleSource.of(where, texts);
    }
}
