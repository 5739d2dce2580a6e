package dev.remit.analyze.replay;

import dev.remit.analyze.diff.AccessChange;
import dev.remit.analyze.replay.ReplayReport.Asked;
import dev.remit.analyze.replay.ReplayReport.Flip;
import dev.remit.analyze.replay.ReplayReport.TermsChange;
import dev.remit.analyze.replay.ReplayReport.UnknownWord;
import dev.remit.decide.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Gathers the records of what differs in the same way. */
final class ReplayTally {
    private final Map<Object, Group> groups = new LinkedHashMap<>();
    private long records;

    /** What differs, and the records in which it does. */
    private record Group(Found what, RecordNumbers records) {}

    /** Something that differs in an answer. */
    sealed interface Found {
        /** The same of a question about another project. */
        Found about(Optional<String> project);

        /** What it has in common with others that are reported together. */
        Object key();
    }

    /** Answers that turn round. */
    record Turn(
            Asked asked, Answer from, Answer to, List<String> before, List<String> after, Optional<AccessChange> change)
            implements Found {
        @Override
        public Found about(Optional<String> project) {
            return new Turn(asked.about(project), from, to, before, after, change);
        }

        @Override
        public Object key() {
            return List.of(asked, from, to, before, after);
        }
    }

    /** Permits on other terms. */
    record Shift(Asked asked, List<String> before, List<String> after, AccessChange change) implements Found {
        @Override
        public Found about(Optional<String> project) {
            return new Shift(asked.about(project), before, after, change);
        }

        @Override
        public Object key() {
            return List.of(
                    asked,
                    before,
                    after,
                    change.kind(),
                    change.dropped(),
                    change.added(),
                    change.population(),
                    change.gone(),
                    change.come(),
                    change.where().so());
        }
    }

    /** A word that the policy does not have. */
    record Word(String word, String what, boolean isDecided) implements Found {
        @Override
        public Found about(Optional<String> project) {
            return this;
        }

        @Override
        public Object key() {
            return this;
        }
    }

    /** The groups that records of a project belong to. */
    List<RecordNumbers> groups(List<Found> found, Optional<String> project) {
        List<RecordNumbers> numbers = new ArrayList<>();
        for (Found each : found) {
            Found about = each.about(project);
            Group group = groups.computeIfAbsent(about.key(), unused -> new Group(about, new RecordNumbers()));
            if (!numbers.contains(group.records())) {
                numbers.add(group.records());
            }
        }
        return List.copyOf(numbers);
    }

    void count(long record, Replay.Difference difference, Optional<String> project) {
        records++;
        // Without a stream: this is called for each record.
        List<RecordNumbers> numbers = difference.groups(project, this);
        for (int i = 0; i < numbers.size(); i++) {
            numbers.get(i).add(record);
        }
    }

    ReplayReport report() {
        return new ReplayReport(
                records,
                of(Turn.class, group -> {
                    Turn turn = (Turn) group.what();
                    return new Flip(
                            turn.asked(),
                            turn.from(),
                            turn.to(),
                            turn.before(),
                            turn.after(),
                            group.records(),
                            turn.change());
                }),
                of(Shift.class, group -> {
                    Shift shift = (Shift) group.what();
                    return new TermsChange(
                            shift.asked(), shift.before(), shift.after(), group.records(), shift.change());
                }),
                of(Word.class, group -> {
                    Word word = (Word) group.what();
                    return new UnknownWord(word.word(), word.what(), word.isDecided(), group.records());
                }));
    }

    private <T> List<T> of(Class<?> kind, Function<Group, T> made) {
        return groups.values().stream()
                .filter(group ->
                        kind.isInstance(group.what()) && group.records().size() > 0)
                .sorted(Comparator.comparing((Group group) -> -group.records().size())
                        .thenComparing(group -> group.records().first()))
                .map(made)
                .toList();
    }
}
