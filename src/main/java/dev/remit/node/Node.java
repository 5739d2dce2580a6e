package dev.remit.node;

import dev.remit.source.Span;

/**
 * A value as it was written: a word or text, a list, or a mapping, and where it stands.
 *
 * <p>Trees are finite: there are no shared nodes and no cycles. Immutable.
 */
public sealed interface Node permits Scalar, Sequence, Mapping, ErrorNode {

    /**
     * Where it stands; for block lists and mappings, from the first item or key to the end of the last.
     *
     * @return the whole of it
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
     * What it is, for messages that say what was found.
     *
     * @return {@code a list}, {@code a mapping}, {@code nothing}, or the text in backticks
     */
    String form();
}
