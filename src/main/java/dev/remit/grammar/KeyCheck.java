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

/** Checks the keys of a mapping: finds its kind, and reports keys that are missing or mean nothing there. */
final class KeyCheck {

    private final KnownWords known;
    private final Diagnostics diagnostics;

    KeyCheck(KnownWords known, Diagnostics diagnostics) {
        this.known = known;
        this.diagnostics = diagnostics;
    }

    /**
     * The keys of the kind that a mapping has, found by its marker. Of several markers, the one whose kind has most of
     * its keys counts, or else the first in the file. A mapping without a marker gets the keys that all kinds have in
     * common.
     */
    Keys kindOf(Mapping mapping, ByKey kinds, Span name) {
        List<Choice> marked = new ArrayList<>(kinds.marked(mapping));
        marked.sort(Comparator.comparingLong((Choice choice) -> -count(mapping, choice.shape()))
                .thenComparing(
                        choice -> mapping.find(choice.key()).orElseThrow().key().span()));
        if (marked.isEmpty()) {
            if (mapping.entries().stream()
                    .noneMatch(entry -> kinds.instead().contains(entry.key().text()))) {
                String message = kinds.what() + " must have the key " + Words.or(kinds.markers());
                diagnostics.report(Code.MISSING_KEY, name, message);
            }
            return common(kinds);
        }
        for (Choice other : marked.subList(1, marked.size())) {
            Scalar key = mapping.find(other.key()).orElseThrow().key();
            diagnostics.report(
                    Code.CONFLICTING_KEYS,
                    key.head(),
                    "expected " + Words.or(kinds.markers()) + " in " + kinds.what() + ", found both",
                    "write two, each with one of these keys");
        }
        return marked.get(0).shape();
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

    /** Reports each required key that is missing, apart from markers, which were checked before. */
    void reportMissing(Mapping mapping, Keys keys, Optional<ByKey> kinds, Span name) {
        for (Shape.Key key : keys.keys()) {
            if (key.required() && mapping.find(key.name()).isEmpty() && !isMarker(key.name(), kinds)) {
                diagnostics.report(
                        Code.MISSING_KEY,
                        name,
                        keys.what() + " must have the key " + Words.quoted(key.name()),
                        "add " + Words.quoted(key.name() + ": ...") + ": " + decapitalised(key.description()));
            }
        }
    }

    private static boolean isMarker(String key, Optional<ByKey> kinds) {
        return kinds.filter(kind -> kind.markers().contains(key)).isPresent();
    }

    /** The shape of the value of a key; empty, and reported, if the key means nothing here. */
    Optional<Shape> shapeOf(Entry entry, Mapping mapping, Keys keys, Optional<ByKey> kinds) {
        Scalar key = entry.key();
        Optional<Shape.Key> named = keys.find(key.text());
        if (named.isPresent()) {
            return named.map(Shape.Key::shape);
        }
        if (isMarker(key.text(), kinds)) {
            return Optional.empty(); // It conflicts with the marker of the kind, and that was reported.
        }
        Optional<OpenKeys> open = keys.open();
        if (open.isPresent() && (keys.keys().isEmpty() || fits(key, open.get()))) {
            return open.filter(other -> WordCheck.passes(key, other.key(), known, diagnostics))
                    .map(OpenKeys::shape);
        }
        reportUnknown(key, keys, kinds, () -> new KeyAdvice(keys, kinds, mapping, known).on(entry));
        return Optional.empty();
    }

    /** Whether a key can be one of the open keys: of facts, those that have values, so that misspelt keys are none. */
    private boolean fits(Scalar key, OpenKeys open) {
        boolean isTopic =
                open.key().of().contains(Namespace.FACT) && !open.key().declares();
        return isTopic
                ? known.topics().contains(key.text())
                        || (open.key().spelling() == Spelling.TOPIC && Spelling.isPath(key.text()))
                : open.key().spelling().fits(key.text());
    }

    private void reportUnknown(Scalar key, Keys keys, Optional<ByKey> kinds, Supplier<Optional<String>> advice) {
        String name = key.text();
        List<String> owners = kinds.stream()
                .flatMap(kind -> kind.choices().stream())
                .filter(choice -> choice.shape().find(name).isPresent())
                .map(Choice::key)
                .distinct()
                .toList();
        boolean isUnknownKind = kinds.filter(kind -> kind.markers().stream()
                        .noneMatch(marker -> keys.find(marker).isPresent()))
                .isPresent();
        if (!owners.isEmpty() && isUnknownKind) {
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
