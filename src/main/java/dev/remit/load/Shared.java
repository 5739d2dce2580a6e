package dev.remit.load;

import java.util.HashMap;
import java.util.Map;

/** Keeps one of several equal values, since thousands of rules are made of few different sets and conditions. */
final class Shared {
    private final Map<Object, Object> kept = new HashMap<>();

    /** The value that is kept in place of this one. */
    @SuppressWarnings("unchecked") // equal values are of one type; empty sets and lists hold nothing of any type
    <T> T keep(T value) {
        Object first = kept.putIfAbsent(value, value);
        return first == null ? value : (T) first;
    }
}
