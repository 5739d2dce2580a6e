package dev.remit.model.late;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A list whose elements are made part by part, when one of a part is first looked at. It never changes: whoever keeps one
 * need not copy it, which would make all of it. Safe to share between threads.
 *
 * @param <E> what it holds
 */
public final class LateList<E> extends AbstractList<E> implements RandomAccess {
    /** How many elements each part has; the last one may have fewer. */
    public static final int PART = 64;

    private final int size;
    private final IntFunction<List<E>> source;
    private final AtomicReferenceArray<@Nullable List<E>> parts;

    /**
     * A list that is made by a source.
     *
     * @param size how many elements it has
     * @param source makes a part from its number: each time the same, whichever thread asks
     */
    public LateList(int size, IntFunction<List<E>> source) {
        this.size = size;
        this.source = source;
        parts = new AtomicReferenceArray<>(Math.floorDiv(size + PART - 1, PART));
    }

    /** A list that never changes: the list itself if it is made when it is looked at, else a copy. */
    public static <E> List<E> kept(List<E> list) {
        return list instanceof LateList<E> ? list : List.copyOf(list);
    }

    @Override
    public E get(int index) {
        Objects.checkIndex(index, size);
        List<E> part = parts.get(index / PART);
        return (part == null ? made(index / PART) : part).get(index % PART);
    }

    private List<E> made(int number) {
        List<E> made = List.copyOf(source.apply(number));
        if (made.size() != Math.min(PART, size - number * PART)) {
            throw new IllegalArgumentException("part " + number + " has " + made.size() + " elements");
        }
        // Where two threads made it, all get the same.
        List<E> first = parts.compareAndExchange(number, null, made);
        return first == null ? made : first;
    }

    @Override
    public int size() {
        return size;
    }
}
