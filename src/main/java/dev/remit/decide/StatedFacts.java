package dev.remit.decide;

import java.util.ArrayList;
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
            if (known.isPresent()) {
                found.put(each.name(), known.get());
            } else if (question.isClosed() && !question.facts().containsKey(each.name())) {
                unknown.add(each.name());
            }
        }
        return new StatedFacts(found, question.facts(), List.copyOf(unknown));
    }

    /** What is known of a fact: what was said of it or, where everything was said, what its declaration says. */
    private static Optional<Given> known(Lexicon.RegisteredFact fact, PersonAttributes person) {
        Given said = person.facts().get(fact.name());
        if (said != null || !person.isClosed()) {
            return Optional.ofNullable(said);
        }
        return fact.fact()
                .domain()
                .ifUnsaid()
                .map(value -> fact.variable().element().isPresent()
                        ? Given.exactly(List.of())
                        : Given.is(value.value()));
    }
}
