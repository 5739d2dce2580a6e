package dev.remit.report;

import static java.util.Objects.requireNonNull;

import dev.remit.clauses.Citing;
import dev.remit.clauses.Difference;
import dev.remit.clauses.Drift;
import dev.remit.clauses.Passage;
import dev.remit.clauses.Reread;
import dev.remit.clauses.Rewording;
import dev.remit.clauses.Trace;
import dev.remit.model.Clause;
import dev.remit.model.Policy;
import dev.remit.writing.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Renders the differences between a clause register and newer editions of its documents, for people who review the
 * rules.
 */
public final class DriftText {
    private static final String HERE = "  ";

    private final Policy policy;
    private final Trace trace;
    private final List<String> lines = new ArrayList<>();

    private DriftText(Policy policy, Trace trace) {
        this.policy = policy;
        this.trace = trace;
    }

    /**
     * Renders the differences.
     *
     * @param policy the policy
     * @param trace its trace
     * @param drifts the documents that were compared
     * @return the text, without a line end at its end
     */
    public static String of(Policy policy, Trace trace, List<Drift> drifts) {
        DriftText text = new DriftText(requireNonNull(policy, "policy"), requireNonNull(trace, "trace"));
        drifts.forEach(text::add);
        return text.lines.stream()
                .map(Visible::line)
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    private void add(Drift drift) {
        String title = policy.header().sources().stream()
                .filter(each -> each.id().equals(drift.document()))
                .map(each -> ", " + Visible.prose(each.title()))
                .findFirst()
                .orElse("");
        int differences = drift.differences().size();
        lines.add(drift.document() + title + ": " + drift.sentences()
                + (drift.sentences() == 1 ? " sentence, " : " sentences, ")
                + (drift.isNone() ? "all as recorded" : differences + (differences == 1 ? " differs" : " differ")));
        if (!drift.unrecorded().isEmpty()) {
            lines.add(HERE + "no fingerprint is recorded of "
                    + String.join(
                            ", ",
                            drift.unrecorded().stream()
                                    .map(each -> each.id().value())
                                    .toList())
                    + "; --fingerprint writes them");
        }
        lines.add("");
        for (Difference each : drift.differences()) {
            add(each);
            reread(Reread.of(List.of(each), drift, trace), each instanceof Difference.Added);
            lines.add("");
        }
        if (differences > 1) {
            lines.add("All that is to be read again for " + drift.document() + ":");
            reread(Reread.of(drift.differences(), drift, trace), false);
            lines.add("");
        }
    }

    private void add(Difference difference) {
        if (difference instanceof Difference.Added added) {
            lines.add("new in " + section(added.sentence()) + ", line "
                    + added.sentence().line());
            now(added.sentence());
        } else if (difference instanceof Difference.Gone gone) {
            lines.add("gone: " + gone.clause().id() + " of " + gone.clause().section());
            recorded(gone.clause());
        } else if (difference instanceof Difference.Moved moved) {
            boolean within = moved.clause().section().equals(moved.sentence().section());
            lines.add("moved: " + moved.clause().id() + " of " + moved.clause().section()
                    + (within ? "" : " to " + section(moved.sentence())) + ", line "
                    + moved.sentence().line()
                    + moved.after().map(clause -> ", behind " + clause.id()).orElse(", at the beginning"));
            recorded(moved.clause());
        } else if (difference instanceof Difference.Changed changed) {
            boolean within =
                    changed.clause().section().equals(changed.sentence().section());
            lines.add("changed: " + changed.clause().id() + " of "
                    + changed.clause().section()
                    + (within ? "" : ", now in " + section(changed.sentence())) + ", line "
                    + changed.sentence().line());
            recorded(changed.clause());
            now(changed.sentence());
            changed.words().ifPresent(this::words);
        }
    }

    /** The words that went and came, each run of them by itself. */
    private void words(Rewording words) {
        words(words.gone(), "words that went: ");
        words(words.come(), "words that came: ");
        if (words.isTurned()) {
            lines.add(HERE + "a word such as “not”, “only” or “may” is among them, so it may mean the reverse now");
        }
    }

    private void words(List<String> runs, String which) {
        if (!runs.isEmpty()) {
            lines.add(HERE + which + runs.stream().map(each -> "“" + each + "”").collect(Collectors.joining(", ")));
        }
    }

    private static String section(Passage sentence) {
        return sentence.section().isEmpty() ? "no section" : sentence.section();
    }

    private void recorded(Clause clause) {
        lines.add(HERE + "we read it as: " + Visible.prose(clause.says()));
    }

    private void now(Passage sentence) {
        lines.add(HERE + "it now reads: " + sentence.text());
    }

    private void reread(Reread again, boolean isOfSection) {
        if (again.names().isEmpty()) {
            lines.add(HERE + (isOfSection ? "nothing cites this section" : "nothing cites it"));
        }
        for (Citing.Kind kind : Citing.Kind.values()) {
            Set<String> names = again.names().getOrDefault(kind, Set.of());
            if (!names.isEmpty()) {
                String which = isOfSection ? " of this section: " : ": ";
                if (names.size() == 1) {
                    lines.add(HERE + "read again the " + kind.one() + which + String.join("", names));
                } else {
                    // One a line, since names of fixtures may have commas in them.
                    lines.add(HERE + "read again the " + names.size() + " " + kind.several() + which.stripTrailing());
                    names.forEach(name -> lines.add(HERE + HERE + "- " + name));
                }
            }
        }
    }
}
