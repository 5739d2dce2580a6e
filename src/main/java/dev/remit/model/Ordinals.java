package dev.remit.model;

import java.util.AbstractList;
import java.util.HashSet;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Distinct words in a fixed order, and the place of each found by one look-up. An immutable list that neither hashes twice
 * nor allocates to find a word.
 */
final class Ordinals extends AbstractList<String> implements RandomAccess {
    /** How many ways to spread the words are tried for one without collisions. */
    private static final int TRIES = 64;

    private final List<String> words;
    /** At each slot a word, or null; after a collision the next slot is tried. */
    private final @Nullable String[] slots;

    private final int[] places;
    private final int factor;

    private Ordinals(List<String> words) {
        this.words = words;
        if (new HashSet<>(words).size() < words.size()) {
            throw new IllegalArgumentException("words: the same word twice in " + words);
        }
        int size = Integer.highestOneBit(Math.max(words.size(), 2) * 4 - 1);
        slots = new String[size];
        places = new int[size];
        factor = factor(size);
        for (int place = 0; place < words.size(); place++) {
            int slot = slot(words.get(place), factor, size - 1);
            while (slots[slot] != null) {
                slot = slot + 1 & size - 1;
            }
            slots[slot] = words.get(place);
            places[slot] = place;
        }
    }

    /** The words of a list, in its order. */
    static List<String> copyOf(List<String> words) {
        return words instanceof Ordinals ? words : new Ordinals(List.copyOf(words));
    }

    /** The first factor under which no two words come to the same slot, or else one as good as any. */
    private int factor(int size) {
        int tried = 1;
        for (int i = 0; i < TRIES; i++) {
            boolean[] taken = new boolean[size];
            int used = 0;
            for (String word : words) {
                int slot = slot(word, tried, size - 1);
                used += taken[slot] ? 0 : 1;
                taken[slot] = true;
            }
            if (used == words.size()) {
                return tried;
            }
            tried = tried * 0x9E3779B1 + 2;
        }
        return tried;
    }

    private static int slot(String word, int factor, int mask) {
        int mixed = word.hashCode() * factor;
        return (mixed ^ mixed >>> 16) & mask;
    }

    /** The place of a word, or -1 if it is not among these. */
    int place(String word) {
        int mask = slots.length - 1;
        int slot = slot(word, factor, mask);
        while (true) {
            String found = slots[slot];
            if (found == null) {
                return -1;
            }
            if (found.equals(word)) {
                return places[slot];
            }
            slot = slot + 1 & mask;
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
