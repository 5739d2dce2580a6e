package dev.remit.record;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.replay.RecordNumbers;
import dev.remit.analyze.replay.ReplayReport;
import dev.remit.decide.Answer;
import dev.remit.json.ReplayWriter;
import dev.remit.model.Policy;
import dev.remit.report.ReplayPage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What another policy would have answered to recorded questions: as data, as sentences, and as JSON. Immutable. */
public final class Replayed {
    private final ReplayReport report;
    private final Policy policy;

    Replayed(ReplayReport report, Policy policy) {
        this.report = report;
        this.policy = policy;
    }

    /**
     * Answers that turn round in the same way, to questions of the same role, activity, level, work category, route and project.
     *
     * @param records the numbers of the records
     * @param from the recorded answer
     * @param to the answer of the other policy
     * @param role the role
     * @param project the project, if one was named
     * @param rules the rules behind both answers
     */
    public record Flip(
            List<Long> records, Answer from, Answer to, String role, Optional<String> project, List<String> rules) {
        public Flip {
            records = List.copyOf(records);
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            requireNonNull(role, "role");
            requireNonNull(project, "project");
            rules = List.copyOf(rules);
        }
    }

    /**
     * Something that happens in some records.
     *
     * @param what the word that the other policy does not have, or the role whose grant gets other terms
     * @param records the numbers of the records
     */
    public record Occurrence(String what, List<Long> records) {
        public Occurrence {
            requireNonNull(what, "what");
            records = List.copyOf(records);
        }
    }

    /** How many answers were decided again. */
    public long answers() {
        return report.records();
    }

    /** Whether every answer is as it was, on the same terms. */
    public boolean isSame() {
        return report.isEmpty();
    }

    /** The answers that turn round, those that occur most often first. */
    public List<Flip> flips() {
        return report.flips().stream()
                .map(flip -> new Flip(
                        numbers(flip.records()),
                        flip.from(),
                        flip.to(),
                        flip.asked().role(),
                        flip.asked().project(),
                        Stream.concat(flip.before().stream(), flip.after().stream())
                                .distinct()
                                .toList()))
                .toList();
    }

    /** Permits that stay permits, on other terms or in other ways, by role. */
    public List<Occurrence> changed() {
        return report.changed().stream()
                .map(change -> new Occurrence(change.asked().role(), numbers(change.records())))
                .toList();
    }

    /** Words of questions that the other policy does not have. */
    public List<Occurrence> unknownWords() {
        return report.unknownWords().stream()
                .map(unknown -> new Occurrence(unknown.word(), numbers(unknown.records())))
                .toList();
    }

    private static List<Long> numbers(RecordNumbers records) {
        return records.stream().boxed().toList();
    }

    /**
     * Sentences for a terminal.
     *
     * @param records the name of the records, such as their path
     * @param other the name of the other policy
     */
    public String text(String records, String other) {
        return ReplayPage.of(report, records, policy, other).text();
    }

    /**
     * Sentences in Markdown.
     *
     * @param records the name of the records, such as their path
     * @param other the name of the other policy
     */
    public String markdown(String records, String other) {
        return ReplayPage.of(report, records, policy, other).markdown();
    }

    /** All of it as JSON, one object on one line without a line end. */
    public String json() {
        return ReplayWriter.write(report);
    }

    ReplayReport report() {
        return report;
    }
}
