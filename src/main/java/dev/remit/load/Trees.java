package dev.remit.load;

import dev.remit.diagnostic.Diagnostics;
import dev.remit.grammar.FileShape;
import dev.remit.grammar.Grammar;
import dev.remit.grammar.ShapeCheck;
import dev.remit.node.Limits;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.YamlReader;
import dev.remit.source.SourceFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of a bundle as trees, with all faults of YAML and of shape reported. */
final class Trees {
    private final Map<Part, List<Tree>> trees = new EnumMap<>(Part.class);
    private final Set<Part> broken = EnumSet.noneOf(Part.class);

    private Trees() {}

    static Trees read(BundleFiles files, Diagnostics diagnostics) {
        Trees trees = new Trees();
        for (Part part : Part.values()) {
            if (files.isBroken(part)) {
                trees.broken.add(part);
            }
            for (SourceFile file : files.of(part)) {
                read(file, shape(part), diagnostics)
                        .ifPresentOrElse(
                                tree -> trees.trees
                                        .computeIfAbsent(part, none -> new ArrayList<>())
                                        .add(tree),
                                () -> trees.broken.add(part));
            }
        }
        return trees;
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

    private static Optional<Tree> read(SourceFile file, FileShape shape, Diagnostics diagnostics) {
        Optional<Node> written = YamlReader.read(file, Limits.USUAL, diagnostics);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Optional<Node> checked = ShapeCheck.check(written.get(), shape.keys(), diagnostics);
        return written.get() instanceof Mapping all && checked.isPresent() && checked.get() instanceof Mapping sound
                ? Optional.of(new Tree(all, sound))
                : Optional.empty();
    }

    private static FileShape shape(Part part) {
        return switch (part) {
            case POLICY -> Grammar.policyFile();
            case RULES -> Grammar.rulesFile();
            case PROJECTS -> Grammar.projectsFile();
            case PEOPLE -> Grammar.peopleFile();
            case CLAUSES -> Grammar.clausesFile();
            case INVARIANTS -> Grammar.invariantsFile();
        };
    }
}
