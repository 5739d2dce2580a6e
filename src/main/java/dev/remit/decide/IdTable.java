package dev.remit.decide;

import java.util.Map;
import java.util.TreeMap;

/**
 * A number for each of very many ids. A map would lead from object to object, each of them far from the processor when
 * there are a hundred thousand; here an id is found by looking at two places. Immutable.
 */
final class IdTable {
    /** For each slot the hash of an id, its number, and where its letters begin and end; a free slot ends at 0. */
    private static final int CELL = 4;

    private static final int GOLDEN = 0x9E3779B9;

    /** How many cells are looked at; ids of one hash code, of which there may be many, are not compared further. */
    private static final int PROBES = 16;

    private final int[] cells;
    private final int shift;
    private final char[] letters;
    /** The numbers of the ids that more look-ups would lead to, found by comparing letters. */
    private final Map<String, Integer> far = new TreeMap<>();

    /** A number for each of some ids, none of which is empty. */
    IdTable(Map<String, Integer> numbers) {
        int slots = Integer.highestOneBit(Math.max(1, numbers.size()) * 4 - 1);
        cells = new int[Math.multiplyExact(slots, CELL)];
        shift = Integer.numberOfLeadingZeros(slots - 1);
        StringBuilder text = new StringBuilder();
        numbers.forEach((id, number) -> {
            int cell = cell(id.hashCode());
            for (int tries = 1; cells[cell + 3] != 0 && tries < PROBES; tries++) {
                cell = next(cell);
            }
            if (cells[cell + 3] != 0) {
                far.put(id, number);
                return;
            }
            cells[cell] = id.hashCode();
            cells[cell + 1] = number;
            cells[cell + 2] = text.length();
            cells[cell + 3] = text.append(id).length();
        });
        letters = text.toString().toCharArray();
    }

    private int cell(int hash) {
        return ((hash * GOLDEN) >>> shift) * CELL;
    }

    private int next(int cell) {
        return cell + CELL == cells.length ? 0 : cell + CELL;
    }

    /** The number of an id, or -1 if it is none of these. */
    int find(String id) {
        int hash = id.hashCode();
        int cell = cell(hash);
        for (int tries = 1; tries <= PROBES; tries++) {
            if (cells[cell + 3] == 0) {
                return -1;
            }
            if (cells[cell] == hash && isBetween(cells[cell + 2], cells[cell + 3], id)) {
                return cells[cell + 1];
            }
            cell = next(cell);
        }
        return far.getOrDefault(id, -1);
    }

    /** How many ids are found by comparing letters, since too many others are in their way. */
    int far() {
        return far.size();
    }

    private boolean isBetween(int begin, int end, String id) {
        if (end - begin != id.length()) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (letters[begin + i] != id.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
