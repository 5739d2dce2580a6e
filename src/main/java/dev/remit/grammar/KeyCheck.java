package dev.remit.grammar;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Shape.ByKey;
import dev.remit.grammar.Shape.Choice;
import dev.remit.grammar.Shape.Keys;
import dev.remit.grammar.Shape.OpenKeys;
import dev.remit.node.Entry;
import dev.remit.node.Mapping;
import dev.remit.node.Scalar;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Checks the keys of a mapping: which kind it is, which keys are missing, and which mean nothing there. */
final class KeyCheck {

    private final KnownWords known;
    private final Diagnostics diagnostics;

    KeyCheck(KnownWords known, Diagnostics diagnostics) {
        this.known = known;
        this.diagnostics = diagnostics;
    }

    /**
     * The kind of a mapping: of the teller it has, and if it has several, the one to which most of its keys belong, or
     * the first in the file. If it has none, what all kinds have in common: more cannot be said of it.
     */
    Keys kindOf(Mapping mapping, ByKey kinds, Span name) {
        List<Choice> told = new ArrayList<>();
        for (Choice each : kinds.choices()) {
            if (mapping.find(each.key()).isPresent()) {
                told.add(each);
            }
        }
        told.sort(Comparator.comparingLong((Choice choice) -> -count(mapping, choice.shape()))
                .thenComparing(
                        choice -> mapping.find(choice.key()).orElseThrow().key().span()));
        if (told.isEmpty()) {
            String message = kinds.what() + " must have the key " + Words.or(kinds.tellers());
            diagnostics.report(Code.MISSING_KEY, name, message);
            return common(kinds);
        }
        for (Choice other : told.subList(1, told.size())) {
            Scalar key = mapping.find(other.key()).orElseThrow().key();
            diagnostics.report(
                    Code.CONFLICTING_KEYS,
                    key.head(),
                    "expected " + Words.or(kinds.tellers()) + " in " + kinds.what() + ", found both",
                    "write two, each with one of these keys");
        }
        return told.get(0).shape();
    }

    private static Keys common(ByKey kinds) {
        Keys first = kinds.choices().get(0).shape();
        List<Shape.Key> common = first.keys().stream()
                .filter(key -> kinds.choices().stream()
                        .allMatch(choice -> choice.shape()
                                .find(key.name())
                                .filter(same -> same.shape().equals(key.shape()) && same.required() == key.required())
                                .isPresent()))
                .toList();
        return new Keys(kinds.what(), common, first.open(), first.mayBeEmpty(), first.elsewhere());
    }

    private static long count(Mapping mapping, Keys keys) {
        return mapping.entries().stream()
                .filter(entry -> keys.find(entry.key().text()).isPresent())
                .count();
    }

    /** Reports each required key that is not there; the one that tells the kind was looked for before. */
    void reportMissing(Mapping mapping, Keys keys, Optional<ByKey> kinds, Span name) {
        for (Shape.Key key : keys.keys()) {
            if (key.required() && mapping.find(key.name()).isEmpty() && !isTeller(key.name(), kinds)) {
                diagnostics.report(
                        Code.MISSING_KEY,
                        name,
                        keys.what() + " must have the key " + Words.quoted(key.name()),
                        "add " + Words.quoted(key.name() + ": ...") + ": " + decapitalised(key.description()));
            }
        }
    }

    private static boolean isTeller(String key, Optional<ByKey> kinds) {
        return kinds.filter(kind -> kind.tellers().contains(key)).isPresent();
    }

    /** The shape of the value of a key; empty, and reported, if the key means nothing here. */
    Optional<Shape> shapeOf(Entry entry, Mapping mapping, Keys keys, Optional<ByKey> kinds) {
        Scalar key = entry.key();
        Optional<Shape.Key> named = keys.find(key.text());
        if (named.isPresent()) {
            return named.map(Shape.Key::shape);
        }
        if (isTeller(key.text(), kinds)) {
            return Optional.empty(); // It conflicts with the one that tells the kind, and that was reported.
        }
        Optional<OpenKeys> open = keys.open();
        if (open.isPresent() && (keys.keys().isEmpty() || fits(key, open.get()))) {
            return open.filter(other -> WordCheck.passes(key, other.key(), known, diagnostics))
                    .map(OpenKeys::shape);
        }
        reportUnknown(key, keys, kinds, () -> new KeyAdvice(keys, kinds, mapping, known).on(entry));
        return Optional.empty();
    }

    private static boolean fits(Scalar key, OpenKeys open) {
        return open.key().spelling().fits(key.text());
    }

    private void reportUnknown(Scalar key, Keys keys, Optional<ByKey> kinds, Supplier<Optional<String>> advice) {
        String name = key.text();
        List<String> owners = kinds.stream()
                .flatMap(kind -> kind.choices().stream())
                .filter(choice -> choice.shape().find(name).isPresent())
                .map(Choice::key)
                .toList();
        boolean isUntold = kinds.filter(kind -> kind.tellers().stream()
                        .noneMatch(teller -> keys.find(teller).isPresent()))
                .isPresent();
        if (!owners.isEmpty() && isUntold) {
            return; // What it goes with is missing, and that was reported.
        }
        if (!owners.isEmpty()) {
            diagnostics.report(
                    Code.MISPLACED_KEY,
                    key.head(),
                    "key " + Words.quoted(name) + " goes only with " + Words.or(owners),
                    "delete it, or move it to one that has " + Words.or(owners));
            return;
        }
        String place = keys.elsewhere().get(name);
        if (place != null) {
            diagnostics.report(
                    Code.MISPLACED_KEY,
                    key.head(),
                    "key " + Words.quoted(name) + " cannot stand in " + keys.what(),
                    place);
            return;
        }
        diagnostics.report(
                Code.UNKNOWN_KEY,
                key.head(),
                "key " + Words.quoted(name) + " means nothing in " + keys.what(),
                advice.get());
    }

    private static String decapitalised(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
