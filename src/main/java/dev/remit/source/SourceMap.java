package dev.remit.source;

import static java.util.Objects.requireNonNull;

import dev.remit.model.PolicyPath;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where each part of a loaded policy was written.
 *
 * <p>A side table: the policy itself holds no positions, so that two policies which say the same are equal. Immutable and safe to share between threads.
 */
public final class SourceMap {

    private static final SourceMap EMPTY = new SourceMap(Map.of());

    private final Map<PolicyPath, Span> spans;

    private SourceMap(Map<PolicyPath, Span> spans) {
        this.spans = spans;
    }

    /**
     * A map that knows no place, for policies that were not read from files.
     *
     * @return the empty map
     */
    public static SourceMap empty() {
        return EMPTY;
    }

    /**
     * A map of known places.
     *
     * @param spans the span of each path
     * @return the map
     */
    public static SourceMap of(Map<PolicyPath, Span> spans) {
        return new SourceMap(Collections.unmodifiableMap(new HashMap<>(spans)));
    }

    /**
     * A map of known places that are in order. The lists are kept, and must not change.
     *
     * @param paths the paths, sorted, none twice
     * @param spans the span of each
     * @return the map
     */
    public static SourceMap of(List<PolicyPath> paths, List<Span> spans) {
        return new SourceMap(new SortedPlaces(paths, spans));
    }

    /**
     * A builder to note places in.
     *
     * @return a new, empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Where a part of the policy was written.
     *
     * @param path the path of the part
     * @return its span, or empty if it was not read from a file
     */
    public Optional<Span> find(PolicyPath path) {
        return Optional.ofNullable(spans.get(requireNonNull(path, "path")));
    }

    /**
     * The ids of the parts of a section, such as those of all rules.
     *
     * @param section the section
     * @return the ids, sorted
     */
    public SortedSet<String> below(PolicyPath.Section section) {
        SortedSet<String> ids = new TreeSet<>();
        for (PolicyPath each : spans.keySet()) {
            if (each.section() == section) {
                ids.add(each.id());
            }
        }
        return ids;
    }

    /**
     * Every place that is known.
     *
     * @return the span of each path
     */
    public SortedMap<PolicyPath, Span> all() {
        return new TreeMap<>(spans);
    }

    /**
     * How many places are known.
     *
     * @return the number of paths
     */
    public int size() {
        return spans.size();
    }

    /**
     * The size and the first few paths, for people who debug.
     *
     * @return a short text
     */
    @Override
    public String toString() {
        return "SourceMap of " + spans.size() + " "
                + new TreeSet<>(spans.keySet()).stream().limit(8).toList();
    }

    /** Collects places. Not safe to share between threads. */
    public static final class Builder {

        private final Map<PolicyPath, Span> spans = new HashMap<>();

        private Builder() {}

        /**
         * Notes where a part was written. The first place noted for a path is kept.
         *
         * @param path the path of the part
         * @param span where it was written
         * @return this builder
         */
        public Builder put(PolicyPath path, Span span) {
            spans.putIfAbsent(requireNonNull(path, "path"), requireNonNull(span, "span"));
            return this;
        }

        /**
         * Makes the map. The builder may be used further; that does not change the map.
         *
         * @return the places noted so far
         */
        public SourceMap build() {
            return spans.isEmpty() ? EMPTY : of(spans);
        }
    }
}
