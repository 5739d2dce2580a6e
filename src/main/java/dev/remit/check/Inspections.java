package dev.remit.check;

import dev.remit.PolicyBundle;
import dev.remit.analyze.Progress;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.load.BundleSource;
import dev.remit.model.TooLargeException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Runs several inspections of a bundle and merges their findings. Immutable. */
public final class Inspections {
    private final List<Inspection> all;

    private Inspections(List<Inspection> all) {
        this.all = List.copyOf(all);
    }

    /** The {@linkplain #usual(InstantSource) usual inspections}, as of now. */
    public static Inspections usual() {
        return usual(InstantSource.system());
    }

    /**
     * The usual inspections: the list of files, the trace to the sources, the project register, the words, findings about rules, invariants, separation
     * of duties, other readings of rulings, suites of tests, and the days of the policy.
     *
     * @param clock gives the present time
     */
    public static Inspections usual(InstantSource clock) {
        return new Inspections(List.of(
                new FilesInspection(),
                new TraceInspection(),
                new RegisterInspection(),
                new WordInspection(),
                new RuleInspection(),
                new InvariantInspection(),
                new DutyInspection(),
                new RulingInspection(),
                new SuiteInspection(),
                new DayInspection(clock)));
    }

    /**
     * What keeps a policy from coming into force: invariants that do not hold and, if they have to pass, suites of tests that
     * fail.
     *
     * @param tests whether suites have to pass
     */
    public static Inspections guarding(boolean tests) {
        return new Inspections(
                tests ? List.of(new InvariantInspection(), new SuiteInspection()) : List.of(new InvariantInspection()));
    }

    /** These inspections and one more. */
    public Inspections with(Inspection another) {
        List<Inspection> more = new ArrayList<>(all);
        more.add(another);
        return new Inspections(more);
    }

    /** The findings of one inspection, or a diagnostic that the policy is too large for it. */
    private static List<Diagnostic> fitting(Inspection inspection, Inspected inspected, Progress progress) {
        try {
            return inspection.inspect(inspected, progress);
        } catch (TooLargeException full) {
            return List.of(inspected.bundle().diagnostic(full.tooLarge()));
        }
    }

    /**
     * Runs the inspections on a bundle.
     *
     * @param bundle the bundle
     * @param source the source of the bundle, from which its suites of tests are read
     * @param progress receives how far the work has come
     */
    public Report of(PolicyBundle bundle, BundleSource source, Progress progress) {
        Inspected inspected = new Inspected(bundle, source);
        List<Diagnostic> found = new ArrayList<>();
        all.forEach(each -> found.addAll(fitting(each, inspected, progress)));
        List<Diagnostic> left = new ArrayList<>(bundle.warnings());
        left.addAll(Suppressions.of(found, bundle.excuses()));
        return new Report(left.stream().sorted().distinct().toList(), inspected.files());
    }
}
