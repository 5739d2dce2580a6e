package dev.remit.load;

import dev.remit.model.Condition;
import dev.remit.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A condition with the places of its parts.
 *
 * @param condition what it says, names expanded
 * @param span what to underline when it is wrong
 * @param parts its parts as they were written here; a name has none
 * @param name the named condition it stands for, if it is one, or how its author wrote what is written out as cases
 * @param isKnown whether all of it is understood; if not, nothing is concluded from it
 * @param size how many conditions it is made of, names expanded
 * @param depth how many of them lie inside one another
 */
record Placed(
        Condition condition,
        Span span,
        List<Placed> parts,
        Optional<String> name,
        boolean isKnown,
        int size,
        int depth) {

    private static final int LARGEST = 10_000;
    private static final int DEEPEST = 200;

    /** A condition without parts. */
    static Placed leaf(Condition condition, Span span) {
        return new Placed(condition, span, List.of(), Optional.empty(), true, 1, 1);
    }

    /**
     * A condition that is written out as one case for each value.
     *
     * @param written how its author wrote it
     * @param cases how many cases there are
     */
    static Placed cases(Condition condition, Span span, String written, int cases) {
        return new Placed(
                condition, span, List.of(), Optional.of(written), true, Math.min(1 + 3 * cases, LARGEST + 1), 3);
    }

    /** A condition that is not understood; the reason was reported. */
    static Placed unknown(Span span) {
        return new Placed(Condition.ALWAYS, span, List.of(), Optional.empty(), false, 1, 1);
    }

    /** A condition made of parts. */
    static Placed of(Condition condition, Span span, List<Placed> parts) {
        long size = 1;
        int depth = 0;
        boolean isKnown = true;
        for (Placed part : parts) {
            size += part.size;
            depth = Math.max(depth, part.depth);
            isKnown &= part.isKnown;
        }
        return new Placed(
                condition,
                span,
                List.copyOf(parts),
                Optional.empty(),
                isKnown,
                (int) Math.min(size, LARGEST + 1),
                depth + 1);
    }

    /** The use of this condition, under its name, at another place. */
    Placed usedAs(String alias, Span place) {
        return new Placed(condition, place, List.of(), Optional.of(alias), isKnown, size, depth);
    }

    /** Whether names used in names make it more than can be worked with. */
    boolean isTooLarge() {
        return size > LARGEST || depth > DEEPEST;
    }
}
