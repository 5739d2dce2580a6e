package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from a few words, in the order in which they were said. Known to be nobody else's, so that it need not
 * be copied again.
 */
final class Kept<V> extends AbstractMap<String, V> {
    private static final Kept<Object> NOTHING = new Kept<>(new String[0], new Object[0]);

    private final String[] words;
    private final Object[] values;

    private Kept(String[] words, Object[] values) {
        this.words = words;
        this.values = values;
    }

    @SuppressWarnings("unchecked") // nothing has no values of any type
    static <V> Kept<V> nothing() {
        return (Kept<V>) NOTHING;
    }

    /** What a map says; null is none of its words or values. */
    static <V> Kept<V> copyOf(Map<String, V> map) {
        if (map instanceof Kept<V> kept) {
            return kept;
        }
        String[] words = new String[map.size()];
        Object[] values = new Object[map.size()];
        int next = 0;
        for (Map.Entry<String, V> each : map.entrySet()) {
            words[next] = requireNonNull(each.getKey(), "word");
            values[next] = requireNonNull(each.getValue(), "value");
            next++;
        }
        return next == 0 ? nothing() : new Kept<>(words, values);
    }

    /** This and one more word, or this with another value for a word. */
    Kept<V> with(String word, V value) {
        int known = find(requireNonNull(word, "word"));
        int at = known < 0 ? words.length : known;
        int size = Math.max(at + 1, words.length);
        String[] more = Arrays.copyOf(words, size);
        Object[] with = Arrays.copyOf(values, size);
        more[at] = word;
        with[at] = requireNonNull(value, "value");
        return new Kept<>(more, with);
    }

    private int find(Object word) {
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals(word)) {
                return i;
            }
        }
        return -1;
    }

    @SuppressWarnings("unchecked") // only values of the type are ever put in
    private V value(int at) {
        return (V) values[at];
    }

    @Override
    public int size() {
        return words.length;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        int at = key == null ? -1 : find(key);
        return at < 0 ? null : value(at);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key != null && find(key) >= 0;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super V> action) {
        for (int i = 0; i < words.length; i++) {
            action.accept(words[i], value(i));
        }
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return words.length;
            }

            @Override
            public Iterator<Map.Entry<String, V>> iterator() {
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < words.length;
                    }

                    @Override
                    public Map.Entry<String, V> next() {
                        if (!hasNext()) {
                            throw new NoSuchElementException();
                        }
                        next++;
                        return Map.entry(words[next - 1], value(next - 1));
                    }
                };
            }
        };
    }
}
