package dev.remit.analyze.replay;

import java.util.Arrays;
import java.util.stream.LongStream;

/** The numbers of some records, in order. Not safe to share between threads while numbers are added. */
public final class RecordNumbers {
    private long[] numbers = new long[2];
    private int size;

    RecordNumbers() {}

    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size] = number;
        size++;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The numbers. */
    public LongStream stream() {
        return Arrays.stream(numbers, 0, size);
    }

    /** The first number; there is one. */
    long first() {
        return numbers[0];
    }
}
