package dev.remit.http.access;

import dev.remit.http.access.Translation.Candidates;
import dev.remit.model.Id;
import dev.remit.model.Registers;
import dev.remit.model.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What there is to ask about: the words of a vocabulary, and the people and projects of registers.
 *
 * @param vocabulary the words
 * @param registers the people and projects; empty if somebody else knows them, who cannot list them
 */
record Listing(Vocabulary vocabulary, Optional<Registers> registers) {

    Candidates roles() {
        return words(vocabulary.roles(), each -> each.id());
    }

    Candidates activities() {
        return words(vocabulary.activities(), each -> each.id());
    }

    Candidates levels() {
        return words(vocabulary.levels(), each -> each.id());
    }

    Candidates people() {
        return registers
                .map(all -> new Candidates(
                        all.people().keySet().stream().map(Id::value).toList(), true))
                .orElse(Candidates.UNLISTED);
    }

    Candidates projects() {
        return registers
                .map(all -> new Candidates(
                        all.projects().keySet().stream().map(Id::value).toList(), true))
                .orElse(Candidates.UNLISTED);
    }

    private static <T> Candidates words(List<T> declared, Function<T, Id> id) {
        return new Candidates(
                declared.stream().map(each -> id.apply(each).value()).toList(), true);
    }
}
