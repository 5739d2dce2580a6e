package dev.remit.diagram;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which things hold over a set of states and choices. Nobody changes the arrays.
 *
 * @param always those that hold in each of them, ascending
 * @param sometimes those that hold in at least one, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // there may be thousands, so they are kept plain; equality is defined below
public record Extent(int[] always, int[] sometimes) {
    static final Extent NONE = of(new int[0]);

    static Extent of(int... things) {
        return new Extent(things, things);
    }

    /** What some extents are together. */
    static Extent over(List<Extent> all) {
        if (all.stream().allMatch(all.get(0)::equals)) {
            return all.get(0);
        }
        return over(all.size(), joined(all, Extent::always), joined(all, Extent::sometimes));
    }

    private static int[] joined(List<Extent> all, Function<Extent, int[]> part) {
        int length = 0;
        for (Extent each : all) {
            length += part.apply(each).length;
        }
        int[] joined = new int[length];
        int end = 0;
        for (Extent each : all) {
            int[] things = part.apply(each);
            System.arraycopy(things, 0, joined, end, things.length);
            end += things.length;
        }
        return joined;
    }

    /** What copies of this with other places in place of its own are together. */
    Extent copied(List<int[]> places) {
        return over(places.size(), copied(always, places), copied(sometimes, places));
    }

    private static int[] copied(int[] things, List<int[]> places) {
        int[] copied = new int[things.length * places.size()];
        int end = 0;
        for (int[] each : places) {
            for (int thing : things) {
                copied[end++] = each[thing];
            }
        }
        return copied;
    }

    /** Each extent names a thing once: as often as there are extents, it is in all of them. */
    private static Extent over(int extents, int[] always, int[] sometimes) {
        return new Extent(repeated(always, extents), repeated(sometimes, 1));
    }

    /** The things that stand there at least so many times, ascending. */
    private static int[] repeated(int[] things, int times) {
        Arrays.sort(things);
        int size = 0;
        int end;
        for (int start = 0; start < things.length; start = end) {
            end = start + 1;
            while (end < things.length && things[end] == things[start]) {
                end++;
            }
            if (end - start >= times) {
                things[size++] = things[start];
            }
        }
        return Arrays.copyOf(things, size);
    }

    /** This with other names for the same things, in the same order. */
    Extent named(IntUnaryOperator name) {
        return new Extent(
                IntStream.of(always).map(name).toArray(),
                IntStream.of(sometimes).map(name).toArray());
    }

    /** Those that hold throughout or, if there is none, those that hold somewhere. */
    public IntStream places() {
        return IntStream.of(always.length == 0 ? sometimes : always);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Extent that
                && Arrays.equals(always, that.always)
                && Arrays.equals(sometimes, that.sometimes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(always) + Arrays.hashCode(sometimes);
    }

    @Override
    public String toString() {
        return "always " + Arrays.toString(always) + ", sometimes " + Arrays.toString(sometimes);
    }
}
