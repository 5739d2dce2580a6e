package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Namespace;
import dev.remit.node.Scalar;
import dev.remit.source.Span;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The ids of one namespace, where each was declared, and whether anything speaks of it.
 *
 * <p>An id counts as declared as soon as its name is written, even if what is said of it is faulty: that fault is help
 * where it is, and not again wherever the id is used.
 *
 * @param <T> the ids as the model knows them
 */
final class SymbolScope<T> {
    /** Looking for a near word among very many, for very many words, would take longer than everything else. */
    private static final int COMPARISONS = 2_000_000;

    private static final int FEW_ENOUGH_TO_LIST = 8;

    private final Namespace namespace;
    private final Code unknown;
    private final Function<String, T> id;
    private final Map<String, T> ids = new LinkedHashMap<>();
    private final Map<String, Span> places = new LinkedHashMap<>();
    private final Set<T> used = new HashSet<>();
    private final Map<String, Optional<String>> near = new HashMap<>();
    private int comparisons = COMPARISONS;
    private boolean complete = true;
    private boolean allUsed;

    /**
     * A namespace without ids.
     *
     * @param unknown the fault of naming an id that is not declared
     * @param id makes an id of a word
     */
    SymbolScope(Namespace namespace, Code unknown, Function<String, T> id) {
        this.namespace = namespace;
        this.unknown = unknown;
        this.id = id;
    }

    Namespace namespace() {
        return namespace;
    }

    /** Declares an id; if that was done before, reports it and keeps to the first. */
    void declare(Scalar name, Diagnostics diagnostics) {
        declare(name, id.apply(name.text()), diagnostics);
    }

    /** Declares another name of something that has an id; if the name is taken, reports it and keeps to the first. */
    void declareAlso(Scalar name, String of, Diagnostics diagnostics) {
        T meant = ids.get(of);
        if (meant != null) {
            declare(name, meant, diagnostics);
        }
    }

    private void declare(Scalar name, T meant, Diagnostics diagnostics) {
        if (ids.putIfAbsent(name.text(), meant) == null) {
            places.put(name.text(), name.span());
            return;
        }
        Span first = places.getOrDefault(name.text(), name.span());
        diagnostics.report(
                Code.DECLARED_TWICE,
                name.span(),
                namespace.noun() + " " + Words.quoted(name.text()) + " is declared twice",
                "the first is at " + first);
    }

    /** Reports ids declared here that another namespace has too, where a word could mean either. */
    void reportAlsoIn(SymbolScope<?> other, Diagnostics diagnostics) {
        places.forEach((word, place) -> {
            if (other.ids.containsKey(word)) {
                diagnostics.report(
                        Code.DECLARED_TWICE,
                        place,
                        Words.quoted(word) + " is "
                                + other.namespace.indefinite() + " already, so it cannot be "
                                + namespace.indefinite() + " too");
            }
        });
    }

    /** Notes that some declarations could not be read, so that no id can be called unknown any more. */
    void leaveOpen() {
        complete = false;
    }

    /** Whether all declarations could be read. */
    boolean isComplete() {
        return complete;
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    Optional<T> find(String name) {
        return Optional.ofNullable(ids.get(name));
    }

    /** Every id, in the order declared. */
    Collection<T> all() {
        return ids.values();
    }

    /** Every id as a word, in the order declared. */
    Collection<String> words() {
        return ids.keySet();
    }

    /** Notes that something speaks of an id. */
    void use(T each) {
        used.add(each);
    }

    /** Notes that every id is used. */
    void useAll() {
        allUsed = true;
    }

    /** The ids that are not used, with the place of their declaration, in the order declared. */
    void forEachUnused(BiConsumer<T, Span> action) {
        ids.forEach((word, each) -> {
            Span place = places.get(word);
            if (!allUsed && !used.contains(each) && place != null) {
                action.accept(each, place);
            }
        });
    }

    /** The fault of naming an id that is not declared. */
    Code unknown() {
        return unknown;
    }

    /** Advice for a word that is not declared here, if a declared one is near. */
    Optional<String> didYouMean(String word) {
        Optional<String> help = near.get(word);
        if (help == null) {
            comparisons -= ids.size();
            help = comparisons < 0 ? Optional.empty() : Words.didYouMean(word, sound());
            near.put(word, help);
        }
        return help;
    }

    /** All ids, if they are few enough to be listed. */
    Optional<String> few() {
        return ids.size() > FEW_ENOUGH_TO_LIST || sound().isEmpty()
                ? Optional.empty()
                : Optional.of("the " + namespace.plural() + " are " + Words.and(sound()));
    }

    /** The words that can be ids: what was refused where it was declared is not offered elsewhere. */
    List<String> sound() {
        return ids.keySet().stream().filter(namespace.spelling()::accepts).toList();
    }

    /** Reports ids that are distinguished by nothing but capitals. */
    void reportTwins(Diagnostics diagnostics) {
        Map<String, String> seen = new HashMap<>();
        places.forEach((word, place) -> {
            String first = seen.putIfAbsent(word.toLowerCase(Locale.ROOT), word);
            Span before = first == null ? null : places.get(first);
            if (before != null) {
                diagnostics.report(
                        Code.DIFFERS_IN_CAPITALS,
                        place,
                        namespace.noun() + " " + Words.quoted(word) + " differs from " + namespace.noun() + " "
                                + Words.quoted(first) + " in nothing but capitals",
                        "the other is at " + before + "; give one of them another id");
            }
        });
    }

    /** Warns of ids that are distinguished by nothing but capitals, leading zeros or what joins their parts. */
    void reportLookAlikes(Diagnostics diagnostics) {
        Map<String, String> seen = new HashMap<>();
        ids.forEach((word, made) -> {
            String first = seen.putIfAbsent(looks(word), word);
            Span place = places.get(word);
            Span before = first == null ? null : places.get(first);
            if (before != null && place != null && !made.equals(ids.get(first))) {
                diagnostics.report(
                        Code.LOOK_ALIKE,
                        place,
                        namespace.noun() + " " + Words.quoted(word) + " looks like " + namespace.noun() + " "
                                + Words.quoted(first) + ", at " + before,
                        "give one of them an id that nobody takes for the other");
            }
        });
    }

    private static String looks(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s._:/–—‐-]+", "-")
                .replaceAll("(?<![0-9])0+(?=[0-9])", "");
    }
}
