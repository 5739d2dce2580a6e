package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.grammar.Fields;
import dev.remit.model.PolicyPath;
import dev.remit.node.Entry;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.source.SourceMap;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What all readers share while one bundle is read.
 *
 * <p>Readers go on after faults, so that all are found. What they make of a faulty part goes nowhere: a bundle with any
 * error is not handed out. So where something required is missing they may put anything in its place, provided that an
 * error was reported; if none was, that is a fault of this library.
 *
 * @param diagnostics where faults are reported
 * @param misshapen where files are not what they should look like
 * @param declared every id there is
 * @param references resolves ids
 * @param positions where each part stands
 * @param shared keeps one of several equal values
 * @param excuses what was said to be on purpose so far
 */
record Reading(
        Diagnostics diagnostics,
        Faults misshapen,
        SymbolTable declared,
        References references,
        SourceMap.Builder positions,
        Shared shared,
        List<Suppression> excuses) {

    static Reading of(SymbolTable declared, Diagnostics diagnostics) {
        Shared shared = new Shared();
        return new Reading(
                diagnostics,
                Faults.soFar(diagnostics),
                declared,
                new References(declared, diagnostics, shared),
                SourceMap.builder(),
                shared,
                new ArrayList<>());
    }

    /** Notes where a part of the policy stands. */
    void note(PolicyPath path, Entry entry) {
        positions.put(path, span(entry));
    }

    /** Notes where a part of the policy stands. */
    void note(PolicyPath path, Span span) {
        positions.put(path, span);
    }

    /** Notes what is said to be on purpose about a part of the bundle. */
    void excuse(Fields part, Span covers) {
        for (Entry each : part.entries("on-purpose")) {
            Optional<Code> code = Code.find(each.key().text());
            if (code.isPresent() && each.value() instanceof Scalar reason) {
                excuses.add(new Suppression(
                        code.get(), reason.text().strip(), each.key().head(), covers));
            }
        }
    }

    /**
     * Whether something found while loading is said to be on purpose; what was said is then made use of.
     *
     * @param code as what it is said to be on purpose
     */
    boolean isExcused(Code code, Span at) {
        return excuses.removeIf(excuse -> excuse.excuses(code, at));
    }

    /** Whether an entry looks as it should, so that conclusions can be drawn from it. */
    boolean isWellShaped(Entry entry) {
        return !misshapen.touch(span(entry));
    }

    /** An entry with its key. */
    static Span span(Entry entry) {
        Span key = entry.key().span();
        Span value = entry.value().span();
        return new Span(key.file(), key.line(), key.column(), value.endLine(), value.endColumn());
    }

    /** A required text. */
    String text(Fields fields, String key) {
        return required(fields.text(key), "");
    }

    /** An optional text; empty if it is not there. */
    static String prose(Fields fields, String key) {
        return fields.text(key).orElse("");
    }

    /** A title by itself, or the one in a mapping. */
    String title(Node node) {
        return node instanceof Scalar title
                ? title.text().strip()
                : required(Fields.of(node).flatMap(fields -> fields.text("title")), "");
    }

    /** The description in a mapping; empty if there is none. */
    static String description(Node node) {
        return Fields.of(node).flatMap(fields -> fields.text("description")).orElse("");
    }

    /** One of a few required words. */
    <E extends Enum<E>> E choice(Fields fields, String key, Class<E> type) {
        return required(fields.text(key).map(word -> choice(word, type)), type.getEnumConstants()[0]);
    }

    /** One of a few words, or what it stands for if it is left out. */
    static <E extends Enum<E>> E choice(Fields fields, String key, Class<E> type, E leftOut) {
        return fields.text(key).map(word -> choice(word, type)).orElse(leftOut);
    }

    /** The constant of a word that was checked; the constants are called as their words are written. */
    static <E extends Enum<E>> E choice(String word, Class<E> type) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What must be there, or, after an error that keeps it from being used, anything. */
    <T> T required(Optional<T> value, T anything) {
        if (value.isEmpty() && !diagnostics.hasErrors()) {
            throw new IllegalStateException(
                    "a fault of Remit itself: something required is missing, and nobody said so");
        }
        return value.orElse(anything);
    }
}
