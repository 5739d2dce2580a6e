package dev.remit.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Immutable copies in the order of their ids, so that nothing people or digests see hangs on hash iteration. */
final class Sorted {
    private Sorted() {}

    static <K extends Id, V> Map<K, V> map(Map<K, V> entries) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        if (entries instanceof Fixed<K, V> fixed) {
            return fixed;
        }
        return new Fixed<>(sorted(entries));
    }

    /** The same entries, but for one. */
    static <K extends Id, V> Map<K, V> with(Map<K, V> entries, K key, V value) {
        SortedMap<K, V> sorted = sorted(entries);
        sorted.put(key, value);
        return new Fixed<>(sorted);
    }

    private static <K extends Id, V> SortedMap<K, V> sorted(Map<K, V> entries) {
        SortedMap<K, V> sorted = new TreeMap<>(Id.IN_ORDER);
        sorted.putAll(entries);
        return sorted;
    }

    static <T extends Id> Set<T> set(Collection<T> items) {
        if (items instanceof Compact<T> compact) {
            return compact;
        }
        // Thousands of rules name one role, one activity, one level: those need no sorting.
        if (items.size() < 2) {
            return new Compact<>(List.copyOf(items));
        }
        Set<T> sorted = new TreeSet<>(Id.IN_ORDER);
        sorted.addAll(items);
        return new Compact<>(List.copyOf(sorted));
    }

    /** A sorted map that is known to be nobody else's, so that it need not be copied again. */
    private static final class Fixed<K extends Id, V> extends AbstractMap<K, V> {
        private final Map<K, V> entries;

        Fixed(SortedMap<K, V> entries) {
            this.entries = Collections.unmodifiableMap(entries);
        }

        @Override
        public Set<Map.Entry<K, V>> entrySet() {
            return entries.entrySet();
        }

        @Override
        public boolean containsKey(Object key) {
            return key instanceof Id && entries.containsKey(key);
        }

        @Override
        public @Nullable V get(Object key) {
            return key instanceof Id ? entries.get(key) : null;
        }
    }

    /** A sorted set in one list: small, since policies of many thousand rules hold five of these a rule. */
    private static final class Compact<T extends Id> extends AbstractSet<T> {
        private final List<T> items;

        Compact(List<T> items) {
            this.items = items;
        }

        @Override
        public Iterator<T> iterator() {
            return items.iterator();
        }

        @Override
        public int size() {
            return items.size();
        }

        @Override
        public boolean contains(Object item) {
            if (!(item instanceof Id id)) {
                return false;
            }
            int at = Collections.binarySearch(items, id, Id.IN_ORDER);
            return at >= 0 && items.get(at).equals(item);
        }
    }
}
