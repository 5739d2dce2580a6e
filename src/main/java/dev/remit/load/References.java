package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Namespace;
import dev.remit.grammar.Selection;
import dev.remit.model.Id;
import dev.remit.node.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves what was written to what was declared, and says what could have been meant if there is no such thing. */
final class References {
    private static final String RULING = "ruling-";

    private final SymbolTable declared;
    private final Diagnostics diagnostics;
    private final Shared shared;
    private final Map<Namespace, Set<?>> every = new HashMap<>();
    private final Map<Namespace, Map<String, Set<?>>> members = new EnumMap<>(Namespace.class);

    References(SymbolTable declared, Diagnostics diagnostics, Shared shared) {
        this.declared = declared;
        this.diagnostics = diagnostics;
        this.shared = shared;
    }

    /** The id a word stands for; if there is none, that is reported. */
    <T> Optional<T> resolve(SymbolScope<T> names, Scalar word) {
        Optional<T> found = names.find(word.text());
        found.ifPresentOrElse(names::use, () -> reportUnknown(names, word));
        return found;
    }

    /** Makes the members of a named set known. */
    <T extends Id> void define(SymbolScope<T> names, String set, Set<T> ids) {
        members.computeIfAbsent(names.namespace(), none -> new HashMap<>()).put(set, ids);
    }

    /** The ids of a list, in which a named set of such ids stands for its members. */
    <T extends Id> Set<T> list(SymbolScope<T> names, List<Scalar> words) {
        List<T> found = new ArrayList<>(words.size());
        for (Scalar word : words) {
            found.addAll(meant(names, word));
        }
        return shared.keep(Id.sorted(found));
    }

    /** The id a word stands for, or the members of the set it names; if there is neither, that is reported. */
    <T extends Id> Collection<T> meant(SymbolScope<T> names, Scalar word) {
        Optional<T> id = names.find(word.text());
        if (id.isPresent()) {
            names.use(id.get());
            return List.of(id.get());
        }
        Optional<SymbolScope<String>> sets = declared.setsOf(names);
        Optional<String> set = sets.flatMap(all -> all.find(word.text()));
        if (sets.isEmpty() || set.isEmpty()) {
            reportUnknown(names, sets, word);
            return List.of();
        }
        sets.get().use(set.get());
        @SuppressWarnings("unchecked") // a namespace has ids of one type
        Collection<T> ids = (Collection<T>)
                members.getOrDefault(names.namespace(), Map.of()).getOrDefault(set.get(), Set.of());
        ids.forEach(names::use);
        return ids;
    }

    /**
     * The ids of a set, where a set left out means every one.
     *
     * @param speaks whether a set that does not name its ids, such as {@code any}, puts them to use
     */
    <T extends Id> Set<T> set(SymbolScope<T> names, Optional<Selection> selection, boolean speaks) {
        if (selection.isEmpty()) {
            return every(names, speaks);
        }
        Selection written = selection.get();
        Set<T> named = list(names, written.ids());
        if (!written.allExcept()) {
            return named;
        }
        Set<T> left = every(names, speaks);
        if (!named.isEmpty()) {
            Set<T> rest = new LinkedHashSet<>(left);
            rest.removeAll(named);
            left = shared.keep(Id.sorted(rest));
        }
        if (left.isEmpty() && names.isComplete()) {
            reportEmpty(names, written);
        }
        return left;
    }

    /** What a rule cites: anything, as long as there is no register to look it up in. */
    List<Id.Citation> citations(List<Scalar> words) {
        List<Id.Citation> found = new ArrayList<>();
        for (Scalar word : words) {
            Optional<Id.Citation> known = declared.rulings.find(word.text());
            known.ifPresent(declared.rulings::use);
            Optional<Id.Citation> clause = declared.clauses.find(word.text());
            clause.ifPresent(declared.clauses::use);
            boolean isRuling = word.text().startsWith(RULING);
            SymbolScope<Id.Citation> where = isRuling ? declared.rulings : declared.clauses;
            if (known.isEmpty() && clause.isEmpty() && !where.isEmpty()) {
                reportUnknown(where, word);
            }
            found.add(known.or(() -> clause).orElseGet(() -> new Id.Citation(word.text())));
        }
        return shared.keep(List.copyOf(found));
    }

    /** Reports a word that is not declared, unless its declaration may be what could not be read. */
    void reportUnknown(SymbolScope<?> names, Scalar word) {
        reportUnknown(names, Optional.empty(), word);
    }

    /** Reports a word that is neither an id nor, where one can stand, a named set of such ids. */
    private void reportUnknown(SymbolScope<?> names, Optional<SymbolScope<String>> sets, Scalar word) {
        if (names.isComplete() && sets.map(SymbolScope::isComplete).orElse(true)) {
            diagnostics.report(
                    names.unknown(),
                    word.head(),
                    names.namespace().noun() + " " + Words.quoted(word.text()) + " is not declared",
                    advice(names, sets, word.text()));
        }
    }

    /** What a word is that is not what was expected. */
    Optional<String> otherwise(String word, String expected) {
        for (SymbolScope<?> other : declared.all()) {
            if (other.find(word).isPresent()) {
                return Optional.of(
                        Words.quoted(word) + " is " + other.namespace().indefinite() + ", not " + expected);
            }
        }
        return Optional.empty();
    }

    private Optional<String> advice(SymbolScope<?> names, Optional<SymbolScope<String>> sets, String word) {
        Optional<String> none = names.isEmpty()
                ? Optional.of("there are no " + names.namespace().plural())
                : Optional.empty();
        return names.namespace()
                .otherWordForAny(word)
                .or(() -> otherwise(word, names.namespace().indefinite()))
                .or(() -> names.didYouMean(word))
                .or(() -> sets.flatMap(all -> all.didYouMean(word)))
                .or(names::few)
                .or(() -> none);
    }

    private void reportEmpty(SymbolScope<?> names, Selection written) {
        String plural = names.namespace().plural();
        if (names.isEmpty()) {
            diagnostics.report(Code.EMPTY_SET, written.span(), "there are no " + plural, "leave the key out");
        } else {
            diagnostics.report(
                    Code.EMPTY_SET,
                    written.span(),
                    "this leaves out all " + plural + " there are",
                    "write `any` for every one there is; what speaks of none can be deleted");
        }
    }

    private <T extends Id> Set<T> every(SymbolScope<T> names, boolean speaks) {
        if (speaks) {
            names.useAll();
        }
        @SuppressWarnings("unchecked") // a namespace has ids of one type
        Set<T> all = (Set<T>) every.computeIfAbsent(names.namespace(), none -> Id.sorted(names.all()));
        return all;
    }
}
