package dev.remit.diagram;

/** What was worked out for pairs of numbers: a map without objects, by open addressing. */
final class PairTable {
    /** Returned for a pair nothing is known about; never a value. */
    static final int ABSENT = Integer.MIN_VALUE;

    private long[] keys = new long[256];
    private int[] values = new int[256];
    private boolean[] used = new boolean[256];
    private int size;

    int size() {
        return size;
    }

    int get(int one, int other) {
        int slot = slot(key(one, other));
        return used[slot] ? values[slot] : ABSENT;
    }

    void put(int one, int other, int value) {
        long key = key(one, other);
        int slot = slot(key);
        if (!used[slot]) {
            used[slot] = true;
            keys[slot] = key;
            size++;
        }
        values[slot] = value;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        boolean[] oldUsed = used;
        keys = new long[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        used = new boolean[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldUsed[i]) {
                int slot = slot(oldKeys[i]);
                used[slot] = true;
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed ^ mixed >>> 32) & mask;
        while (used[slot] && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long key(int one, int other) {
        return (long) one << 32 | (other & 0xFFFFFFFFL);
    }
}
