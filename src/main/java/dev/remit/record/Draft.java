package dev.remit.record;

import java.util.function.LongFunction;

/**
 * A record that has no number yet.
 *
 * @param kind its kind: lower-case letters and hyphens
 * @param members maps its number to its other members, as JSON without braces and line ends; empty for none. It is
 *     called while others wait, so most of the work should be done before.
 */
record Draft(String kind, LongFunction<String> members) {
    Draft {
        if (kind.isEmpty() || !kind.chars().allMatch(RecordHead::isOfKind)) {
            throw new IllegalArgumentException("a kind of records is small letters and hyphens, not `" + kind + "`");
        }
    }
}
