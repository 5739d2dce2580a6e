package dev.remit.decide;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The facts that were known when a question was answered, by who stated them. A fact may have been stated by both; what was
 * assumed because a question is closed was stated by nobody.
 *
 * @param byDirectory what the register or the {@link Directory} stated of the person asked about
 * @param byCaller what the question states
 * @param unknown the facts of a closed question that stayed unknown because the directory was asked and does not know them
 */
public record StatedFacts(Map<String, Boolean> byDirectory, Map<String, Boolean> byCaller, List<String> unknown) {
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
        Map<String, Boolean> found = new TreeMap<>();
        List<String> unknown = new ArrayList<>();
        for (Lexicon.RegisteredFact each : lexicon.registered().values()) {
            String fact = each.fact().id().value();
            if (!PersonWords.isFound(each.fact(), question.project())) {
                continue;
            }
            Optional<Boolean> known = person.knows(fact);
            if (known.isPresent()) {
                found.put(fact, known.get());
            } else if (question.isClosed() && !question.facts().containsKey(fact)) {
                unknown.add(fact);
            }
        }
        return new StatedFacts(found, question.facts(), unknown);
    }
}
