package dev.remit.load;

import static java.util.Objects.requireNonNull;

import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.model.Id;
import dev.remit.model.Rule;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A bundle whose files were read, but not yet made sense of. Not safe to share between threads. */
public final class OpenedBundle {
    private final BundleSource source;
    private final Contents contents;
    private final Diagnostics diagnostics;
    private final boolean isWhole;
    private final SortedMap<String, SourceFile> files;
    private final Set<Part> broken = EnumSet.noneOf(Part.class);

    private OpenedBundle(BundleSource source, Contents contents, Diagnostics diagnostics) {
        this.source = source;
        this.contents = contents;
        this.diagnostics = diagnostics;
        SortedMap<String, SourceFile> parts = new TreeMap<>(contents.files());
        parts.keySet().removeIf(path -> !Part.isOfOne(path));
        this.files = Collections.unmodifiableSortedMap(parts);
        for (Part part : Part.values()) {
            if (contents.faulty().stream().anyMatch(part::mayLack)) {
                broken.add(part);
            }
        }
        boolean isListed = !contents.members().isEmpty() || !diagnostics.hasErrors();
        if (!isListed) {
            broken.addAll(EnumSet.allOf(Part.class));
        } else if (!contents.members().contains(BundleSource.POLICY)) {
            reportWithoutPolicy();
        }
        isWhole = diagnostics.sorted().isEmpty();
    }

    /**
     * Reads the files of a bundle; what is wrong with them is reported when it is loaded.
     *
     * @param source where it lies
     * @return its files
     */
    public static OpenedBundle of(BundleSource source) {
        return of(requireNonNull(source, "source"), new Diagnostics());
    }

    /** Reads the files of a bundle, and reports what is wrong with them at once. */
    static OpenedBundle of(BundleSource source, Diagnostics diagnostics) {
        return new OpenedBundle(source, source.read(OpenedBundle::wanted, diagnostics), diagnostics);
    }

    /**
     * The files of the policy, without its suites of tests.
     *
     * @return each file that could be read, by its path in the bundle
     */
    public SortedMap<String, SourceFile> files() {
        return files;
    }

    /**
     * The paths of all files of the bundle, those included that are no part of the policy, such as suites of tests.
     *
     * @return the paths, sorted
     */
    public List<String> paths() {
        return List.copyOf(contents.members());
    }

    /**
     * Whether there was nothing to report so far, such as a file that cannot be read, or that nobody reads.
     *
     * @return true if the files are exactly those of a bundle
     */
    public boolean isWhole() {
        return isWhole;
    }

    /** Suites are read as well, since an approval binds them; what is wrong with them is reported when they are run. */
    private static Wanted wanted(String path) {
        return path.startsWith(Layout.TESTS) ? Wanted.IF_READABLE : Wanted.when(Part.isOfOne(path));
    }

    /**
     * The suites of tests.
     *
     * @return each by its path in the bundle, with its file if it could be read
     */
    public SortedMap<String, Optional<SourceFile>> suites() {
        SortedMap<String, Optional<SourceFile>> suites = new TreeMap<>();
        contents.members().stream()
                .filter(path -> path.startsWith(Layout.TESTS))
                .forEach(path ->
                        suites.put(path, Optional.ofNullable(contents.files().get(path))));
        return Collections.unmodifiableSortedMap(suites);
    }

    /** The files of one part, by name. */
    List<SourceFile> of(Part part) {
        List<SourceFile> found = new ArrayList<>();
        files.forEach((path, file) -> {
            if (part.holds(path)) {
                found.add(file);
            }
        });
        return found;
    }

    /** Whether a file of this path is there, or something that should have been. */
    boolean holds(String path) {
        return contents.members().contains(path) || contents.faulty().contains(path);
    }

    /** Whether some file of a part is there, but could not be read. */
    boolean isBroken(Part part) {
        return broken.contains(part);
    }

    /** What diagnostics call a file of this bundle. */
    String nameOf(String path) {
        return source.nameOf(path);
    }

    /**
     * Makes sense of the files: they are read as trees, then checked, then put together.
     *
     * @return the bundle with its warnings, or its errors and warnings
     */
    public Checked<LoadedBundle> load() {
        return load(Trees.read(this, diagnostics));
    }

    /**
     * Makes sense of the files as they would be if one ruling were decided the other way.
     *
     * @param ruling the ruling, of which the policy writes another reading down
     * @return the bundle with its warnings, or its errors and warnings
     */
    public Checked<LoadedBundle> loadOtherwise(Id.Citation ruling) {
        Trees trees = Trees.read(this, diagnostics);
        return load(OtherReading.of(trees, ruling)
                .map(other -> trees.changed(other::apply))
                .orElse(trees));
    }

    /**
     * Reads the words of the bundle, whatever else is wrong with it.
     *
     * @return what could be read
     */
    public WrittenWords words() {
        Trees trees = Trees.read(this, diagnostics);
        Reading reading = Reading.of(SymbolTable.in(trees, diagnostics), diagnostics);
        return WrittenWords.of(PolicyParts.read(trees, reading), reading);
    }

    private Checked<LoadedBundle> load(Trees trees) {
        FileList.check(trees, this, diagnostics);
        Reading reading = Reading.of(SymbolTable.in(trees, diagnostics), diagnostics);
        PolicyParts policy = PolicyParts.read(trees, reading);
        RegisterParts registers = RegisterParts.read(trees, policy, reading);
        World world = new World(
                policy.vocabulary().levels(),
                policy.vocabulary().attributes(),
                reading.declared().registers.all(),
                policy.vocabulary().facts());
        PolicyCheck check = new PolicyCheck(policy, world, reading);
        Satisfiability existing = check.existing();
        List<Rule> rules = check.check(existing);
        RegisterStates states = new RegisterStates(policy.vocabulary(), world, existing);
        new RegisterCheck(states, diagnostics).check(registers);
        if (diagnostics.hasErrors()) {
            return Checked.failed(diagnostics.sorted());
        }
        UnusedCheck.check(policy, registers, reading);
        LimitCheck.check(policy.rules(), reading);
        if (!of(Part.PROJECTS).isEmpty()) {
            ClosedLists.warn(policy.source(), reading);
        }
        reading.declared().reportLookAlikes(diagnostics);
        return Checked.of(
                new LoadedBundle(
                        policy.whole(rules),
                        registers.whole(),
                        policy.invariants(),
                        policy.sets(),
                        reading.excuses(),
                        reading.positions().build(),
                        List.copyOf(files.values()),
                        Assurance.of(this, trees, policy.sets())),
                diagnostics.sorted());
    }

    private void reportWithoutPolicy() {
        boolean isMisnamed = contents.faulty().contains(BundleSource.POLICY);
        broken.add(Part.POLICY);
        if (!isMisnamed) {
            diagnostics.report(
                    Code.MISSING_FILE,
                    Span.startOf(source.nameOf(Part.POLICY.place())),
                    "a bundle needs a file `policy.yaml`",
                    Words.didYouMean(Part.POLICY.place(), contents.members()));
        }
    }
}
