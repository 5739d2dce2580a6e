package dev.remit.decide;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An immutable map in the order in which it was written, known to be nobody else's, so that it need not be copied again. */
final class Kept<V> extends AbstractMap<String, V> {
    private static final Kept<Object> EMPTY = new Kept<>(Map.of());

    private final Map<String, V> entries;

    private Kept(Map<String, V> entries) {
        this.entries = entries;
    }

    @SuppressWarnings("unchecked") // an empty map has no values of any type
    static <V> Map<String, V> copyOf(Map<String, V> entries) {
        if (entries.isEmpty()) {
            return (Map<String, V>) EMPTY;
        }
        return entries instanceof Kept<V> kept
                ? kept
                : new Kept<>(Collections.unmodifiableMap(new LinkedHashMap<>(entries)));
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return entries.entrySet();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return entries.containsKey(key);
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return entries.get(key);
    }
}
