package dev.remit.http.mapping;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.json.JsonValue;
import dev.remit.model.Domain;
import dev.remit.model.Element;
import dev.remit.model.Id;
import dev.remit.source.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds the words in a mapping against those of a policy.
 *
 * @param faults what is wrong
 */
record MappedWords(Diagnostics faults) {

    /** The words that are declared. */
    static <T> Set<String> of(List<T> declared, Function<T, Id> id) {
        return declared.stream()
                .map(each -> id.apply(each).value())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Names as questions have them: a set by its own name, and not by its elements. */
    static <T> Set<String> owners(List<T> declared, Function<T, Id> id) {
        return declared.stream()
                .map(each -> Element.owner(id.apply(each).value()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** That what a value can be, where it stands in the file, is something that a fact or attribute can be. */
    void has(MappedValue value, Span span, Domain domain, String what) {
        List<String> known = domain.values().stream().map(Id::value).toList();
        for (JsonValue each : ValueReader.constants(value)) {
            if (each instanceof JsonValue.Nothing) {
                continue;
            }
            String word = each instanceof JsonValue.Truth truth
                    ? Boolean.toString(truth.truth())
                    : each.asText().orElse("");
            boolean isTruth = each instanceof JsonValue.Truth;
            if (!known.contains(word) || (domain.isBoolean() && !isTruth)) {
                faults.report(
                        Code.WRONG_VALUE,
                        span,
                        what + " is " + Words.or(known) + ", found " + Words.quoted(word),
                        domain.isBoolean() && known.contains(word)
                                ? Optional.of("write it without quotation marks")
                                : Words.didYouMean(word, known));
            }
        }
    }

    /** That the words a value can have, where they stand in the file, are declared. */
    void check(MappedValue value, Span span, Set<String> words, String what, Code code) {
        for (JsonValue each : ValueReader.constants(value)) {
            each.asText().filter(word -> !word.equals("any")).ifPresent(word -> known(word, span, words, what, code));
        }
    }

    /** That a word is declared. */
    void known(String word, Span span, Set<String> words, String what, Code code) {
        if (!word.isEmpty() && !words.contains(word)) {
            faults.report(
                    code,
                    span,
                    what + " " + Words.quoted(word) + " is not declared by the policy",
                    Words.didYouMean(word, words));
        }
    }
}
