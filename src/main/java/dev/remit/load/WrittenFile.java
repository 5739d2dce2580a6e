package dev.remit.load;

import dev.remit.diagnostic.Diagnostics;
import dev.remit.grammar.ForeignFile;
import dev.remit.grammar.KnownWords;
import dev.remit.grammar.ShapeCheck;
import dev.remit.node.Limits;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.YamlReader;
import dev.remit.source.SourceFile;
import java.util.Optional;

/**
 * A file of a bundle that is YAML, before its shape is checked.
 *
 * @param part what it is part of
 * @param root the whole of it
 */
record WrittenFile(Part part, Node root) {

    /** Reads a file; of one that is something else altogether, that alone is reported. */
    static Optional<WrittenFile> read(SourceFile file, Part part, Diagnostics diagnostics) {
        Diagnostics own = new Diagnostics();
        Optional<Node> root = YamlReader.read(file, Limits.USUAL, own);
        if (root.filter(node -> ForeignFile.isForeign(node, part.shape())).isPresent()) {
            ForeignFile.report(root.get(), part.shape(), diagnostics);
            return Optional.empty();
        }
        own.sorted().forEach(diagnostics::report);
        return root.map(node -> new WrittenFile(part, node));
    }

    /** What it declares. */
    KnownWords.Written words() {
        return new KnownWords.Written(root, part.shape());
    }

    /** What has the right shape, beside what was written; empty if it is no mapping. */
    Optional<Tree> check(KnownWords known, Diagnostics diagnostics) {
        Optional<Mapping> sound =
                ShapeCheck.check(root, part.shape(), known, diagnostics).map(fields -> fields.mapping());
        return root instanceof Mapping all ? sound.map(checked -> new Tree(all, checked)) : Optional.empty();
    }
}
