package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.mutation.Adequacy;
import dev.remit.fixture.advice.Suggestion;
import dev.remit.fixture.advice.Suggestions;
import dev.remit.fixture.advice.SuiteAdequacy;
import dev.remit.fixture.suite.SuiteReport;
import dev.remit.fixture.writing.SuiteWriter;
import dev.remit.model.Id;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes suggested suites: the cases that existing suites lack, or a whole suite. */
final class Suggesting {
    private final PolicyBundle bundle;
    private final Streams streams;

    Suggesting(PolicyBundle bundle, Streams streams) {
        this.bundle = bundle;
        this.streams = streams;
    }

    /** Writes the cases that the suites lack; the exit code is {@link Verb#NO} if there are any. */
    int missing(SuiteReport report) {
        Adequacy adequacy = Fitting.in(bundle, () -> Adequacy.of(bundle.decisionPoint(), bundle.registers()));
        SuiteAdequacy measured = Fitting.in(
                bundle,
                () -> SuiteAdequacy.measure(
                        report,
                        adequacy,
                        bundle.decisionPoint(),
                        ProgressLine.on(streams, "making edits of the policy")));
        List<Suggestion> suggestions = Fitting.in(
                bundle,
                () -> Suggestions.of(
                        report,
                        measured,
                        adequacy,
                        bundle.decisionPoint(),
                        ProgressLine.on(streams, "looking for few cases")));
        if (suggestions.isEmpty()) {
            streams.err().println("nothing is missing: the cases show and notice all that can be shown and noticed");
            return Verb.OK;
        }
        Set<String> taken = registered();
        report.results().forEach(each -> {
            taken.add(each.of().name());
            taken.add(each.of().written().name());
        });
        write("What was missing", suggestions, taken);
        return Verb.NO;
    }

    /** Writes a whole suite. */
    int all() {
        List<Suggestion> suggestions = Fitting.in(
                bundle,
                () -> Suggestions.all(
                        Adequacy.of(bundle.decisionPoint(), bundle.registers()),
                        bundle.decisionPoint(),
                        ProgressLine.on(streams, "looking for few cases")));
        write("All that the policy says", suggestions, registered());
        return Verb.OK;
    }

    private void write(String title, List<Suggestion> suggestions, Set<String> taken) {
        streams.out()
                .line(SuiteWriter.write(title, suggestions, taken, bundle.decisionPoint())
                        .stripTrailing());
        long asked =
                suggestions.stream().filter(each -> each.asked().isPresent()).count();
        streams.err()
                .println("cases: " + (suggestions.size() - asked) + (asked == 0 ? "" : ", and to be mended: " + asked));
    }

    /** The names that projects of a suite cannot have. */
    private Set<String> registered() {
        Set<String> taken = new HashSet<>();
        bundle.registers().projectsByName().keySet().stream()
                .map(Id.Project::value)
                .forEach(taken::add);
        return taken;
    }
}
