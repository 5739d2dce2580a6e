package dev.remit.report;

import dev.remit.analyze.mutation.AdequacyReport;
import dev.remit.decide.DecisionPoint;
import dev.remit.fixture.advice.SuiteAdequacy;
import dev.remit.fixture.suite.Expectation;
import dev.remit.fixture.writing.CaseWriter;
import dev.remit.writing.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Renders the adequacy of suites for people: the survivors and how to detect them, what adds nothing, and the totals.
 */
public final class AdequacyText {
    private static final int LISTED = 100;

    private final DecisionPoint decisions;
    private final StringBuilder text = new StringBuilder();

    private AdequacyText(DecisionPoint decisions) {
        this.decisions = decisions.unheard();
    }

    /** The survivors that no suite accepts, each with a question that detects it; empty if there is none. */
    public static String survivors(SuiteAdequacy measured, DecisionPoint decisions) {
        AdequacyText written = new AdequacyText(decisions);
        written.survivors(measured.unlisted());
        return written.text.toString();
    }

    /** For each subject with edits that change an answer, the faults of its edits; empty if there are none. */
    static Map<String, String> bySubject(SuiteAdequacy measured, DecisionPoint decisions) {
        Map<String, String> bySubject = new TreeMap<>();
        measured.edits()
                .killed()
                .keySet()
                .forEach(each -> bySubject.put(each.subject().text(), ""));
        measured.accepted()
                .forEach(each -> bySubject.put(each.mutant().subject().text(), ""));
        measured.unlisted().forEach(each -> {
            AdequacyText written = new AdequacyText(decisions);
            written.survivor(each);
            bySubject.merge(each.mutant().subject().text(), written.text.toString(), String::concat);
        });
        measured.stale().forEach(each -> bySubject.merge("survivors", each + "\n", String::concat));
        return bySubject;
    }

    /** The cases and tables that add nothing; empty if there is none. */
    public static String idle(SuiteAdequacy measured) {
        StringBuilder text = new StringBuilder(
                measured.idle().isEmpty()
                        ? ""
                        : "Without these as much is shown and noticed, and they cite no clause:\n");
        measured.idle()
                .forEach(each -> text.append("  ")
                        .append(Visible.prose(each.name()))
                        .append("  (")
                        .append(Visible.line(each.span().file()))
                        .append(':')
                        .append(each.span().line())
                        .append(")\n"));
        return text.toString();
    }

    /** The percentage that is noticed, on one line. */
    public static String sum(SuiteAdequacy measured) {
        AdequacyReport edits = measured.edits();
        int accepted = measured.accepted().size();
        int equivalent = edits.equivalent().size();
        return String.format(Locale.ROOT, "%3d %%  ", measured.percent()) + "edits that are noticed ("
                + edits.killed().size() + " of " + edits.distinct()
                + (accepted == 0 ? "" : "; " + accepted + " accepted") + ")"
                + (equivalent == 0 ? "" : "; " + equivalent + " more change nothing") + "\n";
    }

    private void line(String line) {
        text.append(Visible.line(line)).append('\n');
    }

    private void survivors(List<AdequacyReport.Survivor> survivors) {
        if (survivors.isEmpty()) {
            return;
        }
        line("Not noticed by any case:");
        Map<String, List<AdequacyReport.Survivor>> bySubject = new LinkedHashMap<>();
        survivors.stream()
                .limit(LISTED)
                .forEach(each -> bySubject
                        .computeIfAbsent(each.mutant().subject().text(), none -> new ArrayList<>())
                        .add(each));
        bySubject.forEach((subject, edits) -> {
            line("  " + subject);
            edits.forEach(this::survivor);
        });
        if (survivors.size() > LISTED) {
            line("  and " + (survivors.size() - LISTED) + " more");
        }
    }

    private void survivor(AdequacyReport.Survivor survivor) {
        line("    " + survivor.mutant().edit());
        CaseWriter writer = new CaseWriter(decisions, Set.of());
        String ask = writer.askClosed(survivor.question());
        writer.projects().forEach((name, described) -> line("      projects: {" + name + ": " + described + "}"));
        line("      ask: " + ask);
        line("      # " + difference(survivor));
    }

    /** How the answer of the edited policy would differ, the answer itself first. */
    private String difference(AdequacyReport.Survivor survivor) {
        Expectation now = Expectation.whole(decisions.decide(survivor.question().dated()));
        return now.check(survivor.otherwise(), List::of).stream()
                .findFirst()
                .map(each -> (each.aspect().equals("answer") ? "" : each.aspect() + " ") + "now " + each.expected()
                        + ", then " + each.found())
                .orElse("in the ways it is granted");
    }
}
