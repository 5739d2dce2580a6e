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

/**
 * Reads that a set has one of some elements. An element can be the value of a fact, or the level asked about, either of
 * which is written out as one case for each value but none.
 */
final class MembershipReader {
    private static final String HAS = "has";
    private static final String LEVEL = Condition.LevelIs.ABOUT;

    private final Reading reading;
    private final ConditionReader conditions;

    MembershipReader(Reading reading, ConditionReader conditions) {
        this.reading = reading;
        this.conditions = conditions;
    }

    /**
     * The condition.
     *
     * @param topic what the entry is about, which need not be a set
     */
    Placed read(Entry entry, Topic topic, Span span) {
        String path = entry.key().text();
        Optional<Fields> written = Fields.of(entry.value()).filter(fields -> fields.has(HAS));
        if (!topic.isSet()) {
            report(
                    Code.NO_SET,
                    entry.key().head(),
                    Words.quoted(path) + " is no set, and has one value",
                    "write " + Words.whole("{" + path + ": ...}") + " with some of its values");
            return Placed.unknown(span);
        }
        if (written.isEmpty() || written.get().mapping().entries().size() > 1) {
            report(
                    Code.IS_SET,
                    entry.key().head(),
                    Words.quoted(path) + " is a set, and has no single value",
                    "write " + Words.whole("{" + path + ": {has: ...}}") + " with elements of which one is enough");
            return Placed.unknown(span);
        }
        List<Scalar> words = written.get().list(HAS);
        List<Condition> cases = new ArrayList<>();
        boolean isKnown = !words.isEmpty();
        for (Scalar word : words) {
            isKnown &= add(word, topic, cases);
        }
        if (!isKnown) {
            return Placed.unknown(span);
        }
        Condition condition = cases.size() == 1 ? cases.get(0) : new Condition.AnyOf(cases);
        List<String> texts = words.stream().map(Scalar::text).toList();
        String elements = texts.size() == 1 ? texts.get(0) : texts.toString();
        return Placed.cases(conditions.shared(condition), span, path + ": {has: " + elements + "}", cases.size());
    }

    private boolean add(Scalar word, Topic set, List<Condition> cases) {
        Id.Value element = new Id.Value(word.text());
        if (set.values().contains(element)) {
            cases.add(conditions.shared(set.has(element)));
            return true;
        }
        if (word.text().equals(LEVEL)) {
            return addLevel(word, set, cases);
        }
        Optional<Topic> fact =
                conditions.topic(word.text()).filter(each -> !each.isOfProject() && !each.isSet() && !each.isBoolean());
        if (fact.isEmpty()) {
            UnknownValue.report(set.path(), word, set.values(), reading.diagnostics());
            return false;
        }
        reading.references().resolve(reading.declared().facts, word);
        if (!fact.get().isLike(set)) {
            report(
                    Code.UNLIKE_VALUES,
                    word.head(),
                    "fact " + Words.quoted(word.text()) + " does not have the values that " + Words.quoted(set.path())
                            + " is a set of",
                    "give both the values of one list under the top-level `domains`");
            return false;
        }
        for (Id.Value each : set.somethings()) {
            Set<Id.Value> value = reading.shared().keep(Id.sorted(List.of(each)));
            cases.add(new Condition.All(
                    List.of(conditions.shared(set.has(each)), fact.get().is(value))));
        }
        return true;
    }

    /** That the set has the level asked about, as one case for each level but none. */
    private boolean addLevel(Scalar word, Topic set, List<Condition> cases) {
        SymbolScope<Id.Level> levels = reading.declared().levels;
        if (!levels.isComplete()) {
            return false;
        }
        List<String> elements = set.somethings().stream().map(Id.Value::value).toList();
        List<Id.Level> asked = new ArrayList<>(levels.all());
        asked.removeIf(each -> each.value().equals(Topic.NONE));
        List<String> words = asked.stream().map(Id.Level::value).toList();
        if (words.isEmpty() || !Set.copyOf(elements).equals(Set.copyOf(words))) {
            report(
                    Code.UNLIKE_VALUES,
                    word.head(),
                    Words.quoted(set.path()) + " is no set of levels: " + difference(elements, words),
                    "give it the ids of all levels as its elements; or write elements in place of `level`");
            return false;
        }
        for (Id.Level each : asked) {
            cases.add(new Condition.All(List.of(
                    conditions.shared(set.has(new Id.Value(each.value()))), new Condition.LevelIs(Set.of(each)))));
        }
        return true;
    }

    private static String difference(List<String> elements, List<String> levels) {
        return elements.stream()
                .filter(each -> !levels.contains(each))
                .findFirst()
                .map(each -> Words.quoted(each) + " is no level")
                .or(() -> levels.stream()
                        .filter(each -> !elements.contains(each))
                        .findFirst()
                        .map(each -> "level " + Words.quoted(each) + " is none of its elements"))
                .orElse("there is no level but `none`");
    }

    private void report(Code code, Span place, String message, String help) {
        reading.diagnostics().report(code, place, message, help);
    }
}
