package dev.remit.load;

import static java.util.Objects.requireNonNull;

import dev.remit.diagnostic.Diagnostics;
import dev.remit.grammar.Grammar;
import dev.remit.model.CanonicalForm;
import dev.remit.model.NamedSets;
import dev.remit.model.Statement;
import dev.remit.node.Limits;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.YamlReader;
import dev.remit.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a bundle say beyond what the policy and the registers mean: header, titles, descriptions, reasons,
 * citations, clauses, rulings, names, invariants, suites of tests, and what is said to be on purpose.
 *
 * <p>Its digest and those of the policy and the registers together cover every edit of every file. Left out are comments,
 * layout, the order of keys, items and files, the names of sets and conditions, and the sign-off. Immutable and safe to
 * share between threads.
 */
public final class Assurance {
    private final SortedMap<String, SourceFile> files;
    private final SortedMap<String, Optional<SourceFile>> suites;
    private final NamedSets sets;
    private final String parts;
    private volatile @Nullable String digest;

    private Assurance(OpenedBundle opened, NamedSets sets, String parts, @Nullable String digest) {
        this.files = opened.files();
        this.suites = opened.suites();
        this.sets = sets;
        this.parts = parts;
        this.digest = digest;
    }

    /** What a bundle says that was just read without errors. */
    static Assurance of(OpenedBundle opened, Trees trees, NamedSets sets) {
        SortedMap<Part, List<Mapping>> written = new TreeMap<>();
        for (Part part : Part.values()) {
            written.put(part, trees.of(part).stream().map(Tree::written).toList());
        }
        return new Assurance(opened, sets, digest(parts(written, sets)), null);
    }

    /**
     * What a bundle says whose digest was kept.
     *
     * @param opened its files
     * @param sets the sets of ids it has names for
     * @param digest the digest, as it was for these very files
     */
    public static Assurance restored(OpenedBundle opened, NamedSets sets, String digest) {
        return new Assurance(opened, sets, "", requireNonNull(digest, "digest"));
    }

    /** The digest of all it says: {@code sha256:} and 64 hexadecimal digits. Suites are read when it is first asked for. */
    public String digest() {
        String known = digest;
        if (known == null) {
            List<String> lines = new ArrayList<>();
            lines.add("edition " + CanonicalForm.EDITION + " assurance");
            lines.add(parts);
            lines.addAll(lines(suiteStatements()));
            known = CanonicalForm.digest(lines);
            digest = known;
        }
        return known;
    }

    /** All it says, in an order that no file decides. The files are taken apart anew at each call. */
    public List<Statement> statements() {
        SortedMap<Part, List<Mapping>> written = new TreeMap<>();
        for (Part part : Part.values()) {
            List<Mapping> roots = new ArrayList<>();
            files.forEach((path, file) -> {
                if (part.holds(path)) {
                    read(file).filter(Mapping.class::isInstance).ifPresent(root -> roots.add((Mapping) root));
                }
            });
            written.put(part, roots);
        }
        List<Statement> all = new ArrayList<>(parts(written, sets));
        all.addAll(suiteStatements());
        return all.stream()
                .collect(Collectors.toMap(Assurance::line, List::of, Assurance::both, TreeMap::new))
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Statement> parts(SortedMap<Part, List<Mapping>> written, NamedSets sets) {
        List<Mapping> policies = new ArrayList<>(written.getOrDefault(Part.POLICY, List.of()));
        policies.addAll(written.getOrDefault(Part.RULES, List.of()));
        AssuranceForm form = new AssuranceForm(new Expansions(sets, policies));
        written.forEach((part, roots) -> roots.forEach(root -> form.add(part, root)));
        return form.found();
    }

    private List<Statement> suiteStatements() {
        AssuranceForm form = new AssuranceForm(new Expansions(sets, List.of()));
        suites.forEach((path, file) -> {
            Optional<Node> root = file.flatMap(Assurance::read);
            root.ifPresentOrElse(
                    node -> form.addSuite(path, Grammar.suiteFile(), node),
                    () -> form.addText(path, file.map(SourceFile::text).orElse("unreadable")));
        });
        return form.found();
    }

    /** Reads a file as a tree; empty if anything is wrong with it. */
    private static Optional<Node> read(SourceFile file) {
        Diagnostics faults = new Diagnostics();
        return YamlReader.read(file, Limits.USUAL, faults).filter(root -> !faults.hasErrors());
    }

    private static String digest(List<Statement> statements) {
        return CanonicalForm.digest(lines(statements));
    }

    private static List<String> lines(List<Statement> statements) {
        return statements.stream().map(Assurance::line).sorted().toList();
    }

    /** The line of a statement in the digest. */
    private static String line(Statement statement) {
        StringBuilder line = new StringBuilder(32 + statement.text().length());
        for (String key : statement.path()) {
            AssuranceText.quote(key, line);
            line.append(' ');
        }
        AssuranceText.quote(statement.text(), line.append("= "));
        return line.toString();
    }

    private static List<Statement> both(List<Statement> some, List<Statement> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** Two that say the same are equal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Assurance assurance && assurance.digest().equals(digest());
    }

    @Override
    public int hashCode() {
        return digest().hashCode();
    }

    @Override
    public String toString() {
        return digest();
    }
}
