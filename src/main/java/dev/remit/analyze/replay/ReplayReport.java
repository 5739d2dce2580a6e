package dev.remit.analyze.replay;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.diff.AccessChange;
import dev.remit.decide.Answer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What another policy answers to questions that were answered before.
 *
 * @param records how many answers were decided again
 * @param flips answers that turn round, those that occur most often first
 * @param changed permits that stay permits, on other terms or in other ways
 * @param unknownWords words of questions that the other policy does not have
 */
public record ReplayReport(long records, List<Flip> flips, List<TermsChange> changed, List<UnknownWord> unknownWords) {
    public ReplayReport {
        flips = List.copyOf(flips);
        changed = List.copyOf(changed);
        unknownWords = List.copyOf(unknownWords);
    }

    /** How many records hold questions that have no answer, since a word is lacking. */
    public long undecided() {
        return distinct(unknownWords.stream().filter(each -> !each.isDecided()).map(UnknownWord::records));
    }

    /** How many records hold answers that turn round. */
    public long turned() {
        return distinct(flips.stream().map(Flip::records));
    }

    /** How many records hold permits that stay permits, on other terms or in other ways. */
    public long onOtherTerms() {
        return distinct(changed.stream().map(TermsChange::records));
    }

    private static long distinct(Stream<RecordNumbers> records) {
        return records.flatMapToLong(RecordNumbers::stream).distinct().count();
    }

    /** Whether every answer is as it was. */
    public boolean isEmpty() {
        return flips.isEmpty() && changed.isEmpty() && unknownWords.isEmpty();
    }

    /**
     * What was asked, as far as a sentence needs it.
     *
     * @param role the role
     * @param activity the activity
     * @param level the level
     * @param category the work category, if one was stated
     * @param route the route, if one was stated
     * @param project the id of the project, if there was one
     */
    public record Asked(
            String role,
            Optional<String> activity,
            Optional<String> level,
            Optional<String> category,
            Optional<String> route,
            Optional<String> project) {
        public Asked {
            requireNonNull(role, "role");
            requireNonNull(activity, "activity");
            requireNonNull(level, "level");
            requireNonNull(category, "category");
            requireNonNull(route, "route");
            requireNonNull(project, "project");
        }

        Asked about(Optional<String> other) {
            return new Asked(role, activity, level, category, route, other);
        }
    }

    /**
     * Answers to the same that turn round in the same way.
     *
     * @param asked what was asked
     * @param from the recorded answer
     * @param to the answer of the other policy
     * @param before the rules behind the recorded answer
     * @param after the rules behind the other
     * @param records the records
     * @param change the same as a change of access, where somebody may do more or less
     */
    public record Flip(
            Asked asked,
            Answer from,
            Answer to,
            List<String> before,
            List<String> after,
            RecordNumbers records,
            Optional<AccessChange> change) {
        public Flip {
            requireNonNull(asked, "asked");
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            before = List.copyOf(before);
            after = List.copyOf(after);
            requireNonNull(records, "records");
            requireNonNull(change, "change");
        }
    }

    /**
     * Permits that stay permits, on other terms or in other ways.
     *
     * @param asked what was asked
     * @param before the rules behind the recorded permits
     * @param after the rules behind the others
     * @param records the records
     * @param change the change of access
     */
    public record TermsChange(
            Asked asked, List<String> before, List<String> after, RecordNumbers records, AccessChange change) {
        public TermsChange {
            requireNonNull(asked, "asked");
            before = List.copyOf(before);
            after = List.copyOf(after);
            requireNonNull(records, "records");
            requireNonNull(change, "change");
        }
    }

    /**
     * A word that the other policy does not have.
     *
     * @param word the word
     * @param what what it was to be, such as "role"
     * @param isDecided whether questions are decided without it; else it leaves them without an answer
     * @param records the records
     */
    public record UnknownWord(String word, String what, boolean isDecided, RecordNumbers records) {
        public UnknownWord {
            requireNonNull(word, "word");
            requireNonNull(what, "what");
            requireNonNull(records, "records");
        }
    }
}
