package dev.remit.report;

import static java.util.Objects.requireNonNull;

import dev.remit.clauses.Citing;
import dev.remit.clauses.Trace;
import dev.remit.clauses.TracedClause;
import dev.remit.model.Clause;
import dev.remit.model.Header;
import dev.remit.model.Policy;
import dev.remit.writing.CsvLine;
import dev.remit.writing.MarkdownPage;
import dev.remit.writing.MarkdownText;
import dev.remit.writing.Visible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Renders the trace between the clauses of a policy and its rules: as text, in Markdown, or as comma-separated values.
 */
public final class TraceTable {
    private final Policy policy;
    private final List<TracedClause> clauses;

    private TraceTable(Policy policy, Trace trace) {
        this.policy = policy;
        this.clauses = trace.clauses();
    }

    /**
     * Prepares the trace of a policy.
     *
     * @param policy the policy
     * @param trace its trace
     * @return the table
     */
    public static TraceTable of(Policy policy, Trace trace) {
        return new TraceTable(requireNonNull(policy, "policy"), requireNonNull(trace, "trace"));
    }

    /**
     * Renders some lines for each clause, and the number of clauses that some part of the policy puts into practice.
     *
     * @return the text, without a line end at its end
     */
    public String text() {
        List<String> lines = new ArrayList<>();
        for (TracedClause each : clauses) {
            Clause clause = each.clause();
            lines.add(clause.id() + "  " + clause.kindWords() + "  " + clause.document() + ": "
                    + oneLine(clause.section()));
            lines.add("  " + oneLine(clause.says()));
            for (Citing.Kind kind : Citing.Kind.values()) {
                if (!each.citedBy(kind).isEmpty()) {
                    lines.add("  " + (each.citedBy(kind).size() == 1 ? kind.one() : kind.several()) + ": "
                            + String.join(
                                    kind == Citing.Kind.FIXTURE ? "; " : ", ",
                                    each.citedBy(kind).stream()
                                            .map(TraceTable::oneLine)
                                            .toList()));
                }
            }
            clause.unansweredBecause().ifPresent(why -> lines.add("  unanswered: " + oneLine(why)));
            lines.add("");
        }
        lines.add(summary());
        return String.join("\n", lines);
    }

    private String summary() {
        List<TracedClause> normative =
                clauses.stream().filter(each -> each.clause().isNormative()).toList();
        long carried = normative.stream().filter(TracedClause::isCarried).count();
        long excused = normative.stream()
                .filter(each ->
                        !each.isCarried() && each.clause().unansweredBecause().isPresent())
                .count();
        long unanswered = normative.size() - carried - excused;
        return clauses.size() + " clauses, of which " + normative.size()
                + " permit, forbid, require or condition something: "
                + carried + (carried == 1 ? " is" : " are") + " carried, "
                + excused + (excused == 1 ? " says" : " say") + " why not, "
                + unanswered + (unanswered == 1 ? " is" : " are") + " unanswered";
    }

    /**
     * Renders a table for each source document.
     *
     * @return the page
     */
    public String markdown() {
        MarkdownPage page = new MarkdownPage();
        for (Header.SourceDocument document : policy.header().sources()) {
            List<? extends List<?>> rows = clauses.stream()
                    .filter(each -> each.clause().document().equals(document.id()))
                    .map(TraceTable::row)
                    .toList();
            if (!rows.isEmpty()) {
                page.heading(2, document.title());
                page.table(List.of("Clause", "Section", "Kind", "What it says", "Carried by", "Shown by"), rows);
            }
        }
        return page.paragraph("{}.", summary()).text();
    }

    private static List<?> row(TracedClause each) {
        Clause clause = each.clause();
        List<MarkdownText> carriers = new ArrayList<>();
        for (Citing.Kind kind : Citing.Kind.values()) {
            List<String> names = each.citedBy(kind);
            if (kind.carries() && !names.isEmpty()) {
                String sort = kind == Citing.Kind.RULE ? "" : names.size() == 1 ? kind.one() : kind.several();
                carriers.add(
                        sort.isEmpty()
                                ? MarkdownText.codes(names)
                                : MarkdownText.of("{} {}", sort, MarkdownText.codes(names)));
            }
        }
        clause.unansweredBecause().ifPresent(why -> carriers.add(MarkdownText.of("*unanswered:* {}", why)));
        return List.of(
                MarkdownText.code(clause.id()),
                clause.section(),
                clause.kindWords(),
                clause.says(),
                MarkdownText.joined("; ", carriers),
                String.join("; ", each.citedBy(Citing.Kind.FIXTURE)));
    }

    /**
     * Renders a line for each clause, below a line of headings; several names in one field are separated by {@code " |
     * "}.
     *
     * @return the lines, without a line end behind the last
     */
    public String csv() {
        List<String> heads = new ArrayList<>(List.of("clause", "document", "section", "kind", "says"));
        Arrays.stream(Citing.Kind.values()).map(Citing.Kind::several).forEach(heads::add);
        heads.add("unanswered because");
        return Stream.concat(Stream.of(heads), clauses.stream().map(each -> {
                    Clause clause = each.clause();
                    List<String> fields = new ArrayList<>(List.of(
                            clause.id().value(),
                            clause.document().value(),
                            clause.section(),
                            clause.kindWords(),
                            clause.says()));
                    for (Citing.Kind kind : Citing.Kind.values()) {
                        fields.add(String.join(" | ", each.citedBy(kind)));
                    }
                    fields.add(clause.unansweredBecause().orElse(""));
                    return fields;
                }))
                .map(CsvLine::of)
                .collect(Collectors.joining("\n"));
    }

    private static String oneLine(String prose) {
        return Visible.prose(prose);
    }
}
