package dev.remit.node;

import dev.remit.source.Span;

/**
 * A value as it was written, with its position: a word or text, a list, or a mapping.
 *
 * <p>Trees are finite: there are no shared nodes and no cycles. Immutable.
 */
public sealed interface Node permits Scalar, Sequence, Mapping, ErrorNode {

    /**
     * Its position; for block lists and mappings, from the first item or key to the end of the last.
     *
     * @return the whole span
     */
    Span span();

    /**
     * The part to underline when this value as a whole is wrong: all of it if it fits one line, or else its beginning.
     *
     * @return a span within one line
     */
    default Span head() {
        return span();
    }

    /**
     * Describes the value, for messages that report what was found.
     *
     * @return {@code a list}, {@code a mapping}, {@code nothing}, or the text in backticks
     */
    String form();
}
