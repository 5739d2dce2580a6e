package dev.remit.decide;

import dev.remit.model.Id;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The facts that were known when a question was answered, by who stated them. A fact may have been stated by both; what was
 * assumed because a question is closed was stated by nobody.
 *
 * @param byDirectory what the register or the {@link Directory} stated of the person asked about
 * @param byCaller what the question states
 * @param unknown the facts of a closed question that stayed unknown because the directory was asked and does not know them
 */
public record StatedFacts(Map<String, Given> byDirectory, Map<String, Given> byCaller, List<String> unknown) {
    public StatedFacts {
        byDirectory = Collections.unmodifiableMap(new TreeMap<>(byDirectory));
        byCaller = Collections.unmodifiableMap(new TreeMap<>(byCaller));
        unknown = List.copyOf(unknown);
    }

    /** The facts of a question about nobody of whom a directory was asked. */
    static StatedFacts of(Question question) {
        return new StatedFacts(Map.of(), question.facts(), List.of());
    }

    /** The facts of a question about a person. */
    static StatedFacts of(Question question, PersonAttributes person, Lexicon lexicon) {
        Map<String, Given> found = new TreeMap<>();
        Set<String> unknown = new LinkedHashSet<>();
        for (Lexicon.RegisteredFact each : lexicon.registered()) {
            if (!PersonWords.isFound(each.fact(), question.project())) {
                continue;
            }
            Optional<Given> known = known(each, person);
            known.ifPresent(given -> found.put(each.name(), given));
            boolean isOpen = known.isEmpty() || known.get().place(each.variable()) < 0;
            if (isOpen && question.isClosed() && !isGiven(question, each)) {
                unknown.add(each.name());
            }
        }
        return new StatedFacts(found, question.facts(), List.copyOf(unknown));
    }

    private static boolean isGiven(Question question, Lexicon.RegisteredFact fact) {
        Given given = question.facts().get(fact.name());
        return given != null && given.place(fact.variable()) >= 0;
    }

    /** What is known of a fact: what was said of it or, where everything was said, what its declaration says. */
    private static Optional<Given> known(Lexicon.RegisteredFact fact, PersonAttributes person) {
        Given said = person.facts().get(fact.name());
        Optional<Id.Value> otherwise = person.isClosed() ? fact.fact().domain().ifUnsaid() : Optional.empty();
        if (fact.variable().element().isPresent() && otherwise.isPresent()) {
            return Optional.of(Given.exactly(said instanceof Given.Members members ? members.has() : Set.of()));
        }
        return Optional.ofNullable(said).or(() -> otherwise.map(value -> Given.is(value.value())));
    }
}
