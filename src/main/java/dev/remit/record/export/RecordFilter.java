package dev.remit.record.export;

import static java.util.Objects.requireNonNull;

import dev.remit.json.JsonTree;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses records. One that rests on others, such as that somebody was let through, is chosen with them. Takes the records in their
 * order; not for use by several threads.
 */
public final class RecordFilter {
    private final Wanted wanted;
    private final Set<Long> chosen = new HashSet<>();

    /** A filter for what is wanted. */
    public RecordFilter(Wanted wanted) {
        this.wanted = requireNonNull(wanted, "wanted");
    }

    /**
     * Which records are wanted; what is empty leaves all.
     *
     * @param since the first instant
     * @param until the instant after the last
     * @param project the id of the project asked about
     * @param rule a rule that granted or forbade
     * @param answer the answer
     * @param role the role asked about
     * @param subjects the pseudonyms of the person asked about
     */
    public record Wanted(
            Optional<Instant> since,
            Optional<Instant> until,
            Optional<String> project,
            Optional<String> rule,
            Optional<String> answer,
            Optional<String> role,
            Optional<List<String>> subjects) {
        public Wanted {
            requireNonNull(since, "since");
            requireNonNull(until, "until");
            requireNonNull(project, "project");
            requireNonNull(rule, "rule");
            requireNonNull(answer, "answer");
            requireNonNull(role, "role");
            subjects = subjects.map(List::copyOf);
        }

        private boolean isOfAnswers() {
            return project.isPresent() || rule.isPresent() || answer.isPresent() || role.isPresent();
        }
    }

    /** The pseudonyms of the person asked about, if one is wanted. */
    public Optional<List<String>> subjects() {
        return wanted.subjects();
    }

    /** Whether a record is one of those that are wanted. */
    public boolean includes(JsonTree record) {
        if (!isInTime(record)
                || wanted.subjects()
                        .filter(some ->
                                record.text("subject").filter(some::contains).isEmpty())
                        .isPresent()) {
            return false;
        }
        if (!wanted.isOfAnswers()) {
            return true;
        }
        boolean isChosen = record.keys().contains("question")
                ? isWanted(record)
                : record.numbers("of").stream().anyMatch(chosen::contains);
        if (isChosen) {
            record.number("seq").ifPresent(chosen::add);
        }
        return isChosen;
    }

    private boolean isWanted(JsonTree record) {
        JsonTree question = record.object("question");
        return isEither(wanted.project(), question.text("project"))
                && isEither(wanted.role(), question.text("role"))
                && isEither(wanted.answer(), record.text("answer"))
                && wanted.rule().filter(rule -> !rules(record).contains(rule)).isEmpty();
    }

    private static boolean isEither(Optional<String> wish, Optional<String> found) {
        return wish.isEmpty() || wish.equals(found);
    }

    private boolean isInTime(JsonTree record) {
        if (wanted.since().isEmpty() && wanted.until().isEmpty()) {
            return true;
        }
        Optional<Instant> at = record.text("at").flatMap(RecordFilter::instant);
        return at.isPresent()
                && wanted.since().filter(at.get()::isBefore).isEmpty()
                && wanted.until().filter(end -> !at.get().isBefore(end)).isEmpty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException noInstant) {
            return Optional.empty();
        }
    }

    /** The rules behind an answer: those that granted, or that forbade it, and not those that closed one way among others. */
    static List<String> deciding(JsonTree record) {
        boolean isForbidden = record.text("basis").filter("forbidden"::equals).isPresent();
        return rules(isForbidden ? record : record.without(Set.of("forbiddenBy")));
    }

    /** The rules that granted or forbade, or under which somebody was let through. */
    static List<String> rules(JsonTree record) {
        List<String> rules = new ArrayList<>();
        record.objects("grants").forEach(grant -> grant.text("rule").ifPresent(rules::add));
        rules.addAll(record.texts("forbiddenBy"));
        record.object("grant").text("rule").ifPresent(rules::add);
        return rules.stream().distinct().toList();
    }
}
