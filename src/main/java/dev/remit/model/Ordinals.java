package dev.remit.model;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Distinct words in a fixed order, and the place of each found by one look-up. An immutable list that neither hashes twice
 * nor allocates to find a word. The words are interned: whoever asks with a word from a program's text is recognised
 * without comparing letters.
 */
final class Ordinals extends AbstractList<String> implements RandomAccess {
    /** How many words are worth a search for slots without collisions; more would need too many slots for a cache. */
    private static final int FEW = 64;

    /** How many slots there may be for each of few words. */
    private static final int ROOMIEST = 16;

    /** How many slots are looked at; words of one hash code, of which there may be many, are not compared further. */
    private static final int PROBES = 16;

    /** Spreads hashes that lie close together, as those of words that end in numbers do, over all slots. */
    private static final int GOLDEN = 0x9E3779B9;

    private final List<String> words;
    /** At each slot a word, or null; after a collision the next slot is tried. */
    private final @Nullable String[] slots;

    private final int[] places;
    /** The place of each word that more than {@link #PROBES} look-ups would lead to, found by comparing letters. */
    private final Map<String, Integer> far = new TreeMap<>();

    private final int factor;
    private final int shift;

    private Ordinals(List<String> words) {
        this.words = words;
        if (new HashSet<>(words).size() < words.size()) {
            throw new IllegalArgumentException("words: the same word twice in " + words);
        }
        int most = words.size() > FEW ? 0 : Integer.highestOneBit(Math.max(words.size(), 1) * ROOMIEST);
        int size = Integer.highestOneBit(Math.max(words.size(), 1) * 4 - 1);
        int found = factor(size);
        while (found == 0 && size < most) {
            size *= 2;
            found = factor(size);
        }
        factor = found == 0 ? GOLDEN : found;
        shift = shift(size);
        slots = new String[size];
        places = new int[size];
        for (int place = 0; place < words.size(); place++) {
            int slot = slot(words.get(place), factor, shift);
            int tries = 1;
            while (slots[slot] != null && tries < PROBES) {
                slot = (slot + 1) & (size - 1);
                tries++;
            }
            if (slots[slot] == null) {
                slots[slot] = words.get(place);
                places[slot] = place;
            } else {
                far.put(words.get(place), place);
            }
        }
    }

    /** The words of a list, in its order. */
    static List<String> copyOf(List<String> words) {
        return words instanceof Ordinals
                ? words
                : new Ordinals(words.stream().map(String::intern).toList());
    }

    /** A factor with which no two words come to the same slot; 0 if none is found. */
    private int factor(int size) {
        for (int tried = 1; tried < 2 * Integer.SIZE; tried += 2) {
            BitSet taken = new BitSet(size);
            for (String word : words) {
                taken.set(slot(word, GOLDEN * tried, shift(size)));
            }
            if (taken.cardinality() == words.size()) {
                return GOLDEN * tried;
            }
        }
        return 0;
    }

    private static int shift(int size) {
        return Integer.numberOfLeadingZeros(size - 1);
    }

    private static int slot(String word, int factor, int shift) {
        return (word.hashCode() * factor) >>> shift;
    }

    /** The place of a word, or -1 if it is not among these. */
    int place(String word) {
        int slot = slot(word, factor, shift);
        for (int tries = 1; tries <= PROBES; tries++) {
            String found = slots[slot];
            if (found == null) {
                return -1;
            }
            if (found.equals(word)) {
                return places[slot];
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return far.getOrDefault(word, -1);
    }

    /** How many slots are looked at for a word, whether it is one of these or not. */
    int tries(String word) {
        int tries = 1;
        for (int slot = slot(word, factor, shift);
                tries < PROBES && slots[slot] != null && !word.equals(slots[slot]);
                tries++) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return tries;
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
