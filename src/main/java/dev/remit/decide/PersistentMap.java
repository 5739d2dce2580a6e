package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from a few words, in the order in which they were said. Known to be nobody else's, so that it need not
 * be copied again; what is said later is joined to what was said before, which stays as it is.
 */
final class PersistentMap<V> extends AbstractMap<String, V> {
    private static final PersistentMap<Object> NOTHING = new PersistentMap<>();

    private final @Nullable PersistentMap<V> before;
    private final int size;
    private final String word;
    private final @Nullable V value;

    private PersistentMap() {
        before = null;
        size = 0;
        word = "";
        value = null;
    }

    private PersistentMap(PersistentMap<V> before, String word, V value) {
        this.before = before;
        size = before.size + 1;
        this.word = requireNonNull(word, "word");
        this.value = requireNonNull(value, "value");
    }

    @SuppressWarnings("unchecked") // nothing has no values of any type
    static <V> PersistentMap<V> nothing() {
        return (PersistentMap<V>) NOTHING;
    }

    /** What a map says; null is none of its words or values. */
    static <V> PersistentMap<V> copyOf(Map<String, V> map) {
        if (map instanceof PersistentMap<V> kept) {
            return kept;
        }
        PersistentMap<V> copy = nothing();
        for (Map.Entry<String, V> each : map.entrySet()) {
            copy = copy.and(each.getKey(), each.getValue());
        }
        return copy;
    }

    /** This and one more word, which must not have been said before. */
    PersistentMap<V> and(String newWord, V newValue) {
        return new PersistentMap<>(this, newWord, newValue);
    }

    /** This and one more word, or this with another value for a word. */
    PersistentMap<V> with(String newWord, V newValue) {
        if (find(newWord) == null) {
            return and(newWord, newValue);
        }
        PersistentMap<V> changed = nothing();
        for (Entry<String, V> each : entrySet()) {
            changed = changed.and(each.getKey(), each.getKey().equals(newWord) ? newValue : each.getValue());
        }
        return changed;
    }

    /**
     * This and one more word, or this if the same was said of it before.
     *
     * @param what what the word is, for the exception
     * @throws IllegalArgumentException if something else was said of it before
     */
    PersistentMap<V> agreeing(String what, String newWord, V newValue) {
        V said = get(requireNonNull(newWord, what));
        if (said == null) {
            return and(newWord, newValue);
        }
        if (!said.equals(newValue)) {
            throw new IllegalArgumentException(
                    what + " `" + newWord + "` is said to be both `" + said + "` and `" + newValue + "`");
        }
        return this;
    }

    /**
     * A map and one more thing given, joined to what was given of the same before.
     *
     * @param what what it is given of, such as "fact", for the exception
     * @throws IllegalArgumentException if the two cannot both be so
     */
    static PersistentMap<Given> joined(Map<String, Given> map, String what, String word, Given given) {
        PersistentMap<Given> known = copyOf(map);
        Given before = known.get(requireNonNull(word, what));
        if (before == null) {
            return known.and(word, given);
        }
        Given both = before.and(what + " `" + word + "`", given);
        return both.equals(before) ? known : known.with(word, both);
    }

    private @Nullable PersistentMap<V> find(@Nullable Object wanted) {
        for (PersistentMap<V> each = this; each.before != null; each = each.before) {
            if (each.word.equals(wanted)) {
                return each;
            }
        }
        return null;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // only this map's own parts are put in
    private PersistentMap<V>[] parts() {
        PersistentMap<V>[] parts = new PersistentMap[size];
        for (PersistentMap<V> each = this; each.before != null; each = each.before) {
            parts[each.size - 1] = each;
        }
        return parts;
    }

    /** The word said last. */
    String word() {
        return word;
    }

    /** What was said of the word said last; only of what is not empty. */
    V value() {
        return requireNonNull(value, "nothing was said");
    }

    /** What was said before the word said last; only of what is not empty. */
    PersistentMap<V> before() {
        return requireNonNull(before, "nothing was said");
    }

    @Override
    public boolean isEmpty() {
        return size == 0;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        PersistentMap<V> found = find(key);
        return found == null ? null : found.value;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return find(key) != null;
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Map.Entry<String, V>> iterator() {
                return Arrays.stream(parts())
                        .map(each -> Map.entry(each.word, each.value()))
                        .iterator();
            }
        };
    }
}
