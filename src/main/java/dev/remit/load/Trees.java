package dev.remit.load;

import dev.remit.diagnostic.Diagnostics;
import dev.remit.grammar.KnownWords;
import dev.remit.source.SourceFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The files of a bundle as trees, with all faults of YAML and of shape reported. */
final class Trees {
    private final Map<Part, List<Tree>> trees = new EnumMap<>(Part.class);
    private final Set<Part> broken = EnumSet.noneOf(Part.class);

    private Trees() {}

    static Trees read(OpenedBundle bundle, Diagnostics diagnostics) {
        Trees trees = new Trees();
        List<WrittenFile> written = new ArrayList<>();
        for (Part part : Part.values()) {
            if (bundle.isBroken(part)) {
                trees.broken.add(part);
            }
            for (SourceFile file : bundle.of(part)) {
                WrittenFile.read(file, part, diagnostics).ifPresentOrElse(written::add, () -> trees.broken.add(part));
            }
        }
        KnownWords known =
                KnownWords.of(written.stream().map(WrittenFile::words).toList());
        for (WrittenFile each : written) {
            each.check(known, diagnostics)
                    .ifPresentOrElse(
                            tree -> trees.trees
                                    .computeIfAbsent(each.part(), none -> new ArrayList<>())
                                    .add(tree),
                            () -> trees.broken.add(each.part()));
        }
        return trees;
    }

    /** The same files, changed. */
    Trees changed(UnaryOperator<Tree> change) {
        Trees changed = new Trees();
        trees.forEach((part, some) ->
                changed.trees.put(part, some.stream().map(change).toList()));
        changed.broken.addAll(broken);
        return changed;
    }

    /** The trees of one part, by the names of their files. */
    List<Tree> of(Part part) {
        return trees.getOrDefault(part, List.of());
    }

    /** The trees of all parts that can hold rules: the policy itself, then the files under {@code rules}. */
    List<Tree> withRules() {
        List<Tree> both = new ArrayList<>(of(Part.POLICY));
        both.addAll(of(Part.RULES));
        return both;
    }

    /** Whether some file of a part could not be made sense of at all. */
    boolean isBroken(Part part) {
        return broken.contains(part);
    }
}
