package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.source.Span;
import java.io.IOException;
import java.util.function.Function;

/** A bundle in a tree of files that somebody else knows how to read. */
final class TreeSource extends BundleSource {
    private final String where;
    private final FileTree tree;
    private final boolean mayHoldOther;

    /**
     * Wraps a tree.
     *
     * @param mayHoldOther whether things of which the name says nothing can lie beside the bundle
     */
    TreeSource(String where, FileTree tree, boolean mayHoldOther) {
        this.where = where;
        this.tree = tree;
        this.mayHoldOther = mayHoldOther;
    }

    @Override
    String nameOf(String file) {
        return where.isEmpty() ? file : where + "/" + file;
    }

    @Override
    Contents read(Function<String, Wanted> wanted, Diagnostics diagnostics) {
        try {
            return Contents.read(tree, this::nameOf, wanted, mayHoldOther, diagnostics);
        } catch (IOException unreadable) {
            diagnostics.report(
                    Code.UNREADABLE_FILE, Span.startOf(nameOf(POLICY)), "the files of this bundle cannot be listed");
            return Contents.none();
        }
    }
}
