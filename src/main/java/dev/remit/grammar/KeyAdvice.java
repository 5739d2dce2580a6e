package dev.remit.grammar;

import dev.remit.diagnostic.Words;
import dev.remit.grammar.Shape.ByKey;
import dev.remit.grammar.Shape.Keys;
import dev.remit.grammar.Shape.OpenKeys;
import dev.remit.node.Entry;
import dev.remit.node.Mapping;
import dev.remit.node.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Advice on keys that mean nothing in their mapping. */
final class KeyAdvice {
    private static final int FEW_ENOUGH_TO_LIST = 16;

    private final Keys keys;
    private final KnownWords known;
    private final List<String> usable;
    private final Set<String> ofAnyKind;

    /**
     * Advice for the keys of a mapping.
     *
     * @param keys the keys of its kind or, if its kind is unknown, those that all kinds have in common
     * @param kinds the kinds it could have
     */
    KeyAdvice(Keys keys, Optional<ByKey> kinds, Mapping mapping, KnownWords known) {
        this.keys = keys;
        this.known = known;
        ofAnyKind = new LinkedHashSet<>(keys.names());
        kinds.ifPresent(all ->
                all.choices().forEach(choice -> ofAnyKind.addAll(choice.shape().names())));
        boolean isUnknownKind = kinds.filter(all -> all.markers().stream().noneMatch(keys.names()::contains))
                .isPresent();
        usable = new ArrayList<>(isUnknownKind ? ofAnyKind : keys.names());
        mapping.entries().forEach(entry -> usable.remove(entry.key().text()));
    }

    /** The advice on an entry: the equivalent of a foreign word, or else the nearest key, or else all keys. */
    Optional<String> on(Entry entry) {
        String name = entry.key().text();
        List<String> words = new ArrayList<>(usable);
        if (keys.open().filter(KeyAdvice::canBeFact).isPresent()) {
            words.addAll(known.topics());
        }
        Optional<String> near = ForeignWords.isOperator(name) ? Optional.empty() : Words.didYouMean(name, words);
        return ForeignWords.help(name, usable, ofAnyKind)
                .or(() -> factWithValue(entry))
                .or(() -> near)
                .or(this::listed);
    }

    /** Advice on a fact with a value, a common mistake. */
    private Optional<String> factWithValue(Entry entry) {
        String name = entry.key().text();
        boolean isCondition = keys.open().filter(KeyAdvice::isOfConditions).isPresent();
        if (!isCondition || !known.isState(name) || !(entry.value() instanceof Scalar value)) {
            return Optional.empty();
        }
        return switch (value.text()) {
            case "true" -> Optional.of("a fact stands alone, without a value: " + Words.whole(name));
            case "false" -> Optional.of("what does not hold is written " + Words.whole("{not: " + name + "}"));
            default -> Optional.empty();
        };
    }

    private Optional<String> listed() {
        List<String> names = usable.isEmpty() ? keys.names() : usable;
        if (names.size() > FEW_ENOUGH_TO_LIST) {
            return Optional.empty();
        }
        String its = names.size() < ofAnyKind.size() ? "its other " : "its ";
        return Optional.of(keys.open()
                .map(open ->
                        its + "keys are " + names.stream().map(Words::quoted).collect(Collectors.joining(", "))
                                + " and " + open.key().what() + aside(open))
                .orElse(its + (names.size() == 1 ? "key is " : "keys are ") + Words.and(names)));
    }

    private static String aside(OpenKeys open) {
        return isOfConditions(open) ? "; a fact that is true or false stands alone, without a value" : "";
    }

    private static boolean canBeFact(OpenKeys open) {
        return open.key().of().contains(Namespace.FACT);
    }

    private static boolean isOfConditions(OpenKeys open) {
        return open.key().spelling() == Spelling.TOPIC;
    }
}
