package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Fields;
import dev.remit.model.Condition;
import dev.remit.model.Id;
import dev.remit.node.Entry;
import dev.remit.node.Scalar;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads that two facts or attributes have the same value, and writes it out as one case for each value but none. */
final class SameReader {
    private static final String PERMISSIONS = "project.permissions.";

    private final Reading reading;
    private final ConditionReader conditions;

    SameReader(Reading reading, ConditionReader conditions) {
        this.reading = reading;
        this.conditions = conditions;
    }

    Placed read(Entry entry, Span span) {
        List<Scalar> words = Fields.scalarsOf(entry.value());
        List<Topic> topics = new ArrayList<>();
        for (Scalar word : words) {
            topic(word).ifPresent(topics::add);
        }
        if (words.size() != 2) {
            if (reading.isWellShaped(entry)) {
                report(
                        Code.WRONG_SHAPE,
                        entry.value().head(),
                        "expected two names in `same`, found " + words.size(),
                        "name two facts or attributes; for more, write `all:` before several of these");
            }
            return Placed.unknown(span);
        }
        if (topics.size() != 2) {
            return Placed.unknown(span);
        }
        Topic one = topics.get(0);
        Topic other = topics.get(1);
        if (!one.isLike(other)) {
            report(
                    Code.UNLIKE_VALUES,
                    words.get(1).head(),
                    Words.quoted(other.path()) + " does not have the same values as " + Words.quoted(one.path()),
                    "give both the values of one list under the top-level `domains`");
            return Placed.unknown(span);
        }
        List<Condition> cases = new ArrayList<>();
        for (Id.Value each : one.somethings()) {
            Set<Id.Value> value = reading.shared().keep(Id.sorted(List.of(each)));
            cases.add(new Condition.All(List.of(one.is(value), other.is(value))));
        }
        return Placed.cases(
                conditions.shared(new Condition.AnyOf(cases)),
                span,
                "same: [" + one.path() + ", " + other.path() + "]",
                cases.size());
    }

    /** What a word names, if that has a single value. */
    private Optional<Topic> topic(Scalar word) {
        if (word.text().startsWith(PERMISSIONS)) {
            report(
                    Code.UNLIKE_VALUES,
                    word.head(),
                    "a permission has no value that something else could have too",
                    "name facts or attributes");
            return Optional.empty();
        }
        Optional<Topic> topic = conditions.declared(word);
        if (topic.filter(Topic::isSet).isPresent()) {
            report(
                    Code.IS_SET,
                    word.head(),
                    Words.quoted(word.text()) + " is a set, and has no single value",
                    "write " + Words.whole("{" + word.text() + ": {has: ...}}") + " with the other in place of `...`");
            return Optional.empty();
        }
        return topic;
    }

    private void report(Code code, Span place, String message, String help) {
        reading.diagnostics().report(code, place, message, help);
    }
}
