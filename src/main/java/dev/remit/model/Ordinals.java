package dev.remit.model;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Distinct words in a fixed order, and the place of each found by one look-up. An immutable list that neither hashes twice
 * nor allocates to find a word.
 */
final class Ordinals extends AbstractList<String> implements RandomAccess {
    /** How many words are worth a search for slots without collisions; more would need too many slots for a cache. */
    private static final int FEW = 64;

    /** How many slots there may be for each of few words. */
    private static final int ROOMIEST = 16;

    private final List<String> words;
    /** At each slot a word, or null; after a collision the next slot is tried. */
    private final @Nullable String[] slots;

    private final int[] places;
    private final int shift;

    private Ordinals(List<String> words) {
        this.words = words;
        if (new HashSet<>(words).size() < words.size()) {
            throw new IllegalArgumentException("words: the same word twice in " + words);
        }
        int most = words.size() > FEW ? 0 : Integer.highestOneBit(Math.max(words.size(), 1) * ROOMIEST);
        int size = Integer.highestOneBit(Math.max(words.size(), 1) * 4 - 1);
        int found = shift(size);
        while (found < 0 && size < most) {
            size *= 2;
            found = shift(size);
        }
        shift = Math.abs(found);
        slots = new String[size];
        places = new int[size];
        for (int place = 0; place < words.size(); place++) {
            int slot = slot(words.get(place), shift, size - 1);
            while (slots[slot] != null) {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = words.get(place);
            places[slot] = place;
        }
    }

    /** The words of a list, in its order. */
    static List<String> copyOf(List<String> words) {
        return words instanceof Ordinals ? words : new Ordinals(List.copyOf(words));
    }

    /** A shift under which no two words come to the same slot; if there is none, the negative of any. */
    private int shift(int size) {
        for (int tried = 1; tried < Integer.SIZE; tried++) {
            BitSet taken = new BitSet(size);
            for (String word : words) {
                taken.set(slot(word, tried, size - 1));
            }
            if (taken.cardinality() == words.size()) {
                return tried;
            }
        }
        return -Short.SIZE;
    }

    private static int slot(String word, int shift, int mask) {
        int hash = word.hashCode();
        return (hash ^ hash >>> shift) & mask;
    }

    /** The place of a word, or -1 if it is not among these. */
    int place(String word) {
        int mask = slots.length - 1;
        int slot = slot(word, shift, mask);
        while (true) {
            String found = slots[slot];
            if (found == null) {
                return -1;
            }
            if (found.equals(word)) {
                return places[slot];
            }
            slot = (slot + 1) & mask;
        }
    }

    @Override
    public int indexOf(@Nullable Object word) {
        return word instanceof String string ? place(string) : -1;
    }

    @Override
    public boolean contains(@Nullable Object word) {
        return indexOf(word) >= 0;
    }

    @Override
    public String get(int place) {
        return words.get(place);
    }

    @Override
    public int size() {
        return words.size();
    }
}
