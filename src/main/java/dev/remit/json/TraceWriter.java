package dev.remit.json;

import dev.remit.clauses.Citing;
import dev.remit.clauses.Difference;
import dev.remit.clauses.Drift;
import dev.remit.clauses.Passage;
import dev.remit.clauses.Reread;
import dev.remit.clauses.Trace;
import dev.remit.clauses.TracedClause;
import dev.remit.model.Clause;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the trace between clauses and rules, and the differences of newer editions of the sources, as JSON. */
public final class TraceWriter {
    private static final Map<Citing.Kind, String> KEYS = Map.of(
            Citing.Kind.RULE, "rules",
            Citing.Kind.CONSTRAINT, "constraints",
            Citing.Kind.CATEGORY, "categories",
            Citing.Kind.INVARIANT, "invariants",
            Citing.Kind.RULING, "rulings",
            Citing.Kind.FIXTURE, "fixtures");

    private TraceWriter() {}

    /** Writes every clause with what cites it. */
    public static String write(Trace trace) {
        return JsonText.object(json ->
                json.list("clauses", trace.clauses(), each -> json.item(item -> clause(item, each))));
    }

    private static void clause(JsonText json, TracedClause each) throws IOException {
        Clause clause = each.clause();
        json.text("id", clause.id().value());
        json.text("document", clause.document().value());
        json.text("section", clause.section());
        json.text("kind", clause.kinds().get(0).word());
        json.texts("kinds", clause.kinds().stream().map(Clause.Kind::word).toList());
        json.text("says", clause.says());
        json.textOrNull("fingerprint", clause.fingerprint());
        json.textOrNull("unansweredBecause", clause.unansweredBecause());
        for (Citing.Kind kind : Citing.Kind.values()) {
            json.texts(key(kind), each.citedBy(kind));
        }
    }

    /** Writes the differences of each document. */
    public static String write(List<Drift> drifts, Trace trace) {
        return JsonText.object(json -> json.list(
                "documents",
                drifts,
                drift -> json.item(item -> {
                    item.text("document", drift.document().value());
                    item.number("sentences", drift.sentences());
                    item.truth("drift", !drift.isNone());
                    item.list(
                            "differences",
                            drift.differences(),
                            each -> item.item(one -> difference(one, each, drift, trace)));
                    item.texts(
                            "unrecorded",
                            drift.unrecorded().stream()
                                    .map(each -> each.id().value())
                                    .toList());
                    reread(item, Reread.of(drift.differences(), drift, trace));
                })));
    }

    private static void difference(JsonText json, Difference difference, Drift drift, Trace trace) throws IOException {
        json.text("kind", kind(difference));
        Optional<Clause> clause = difference.recorded();
        Optional<Passage> sentence = difference.passage();
        json.textOrNull("clause", clause.map(each -> each.id().value()));
        json.textOrNull("was", clause.map(Clause::section));
        json.textOrNull("section", sentence.map(Passage::section));
        json.textOrNull("text", sentence.map(Passage::text));
        if (sentence.isPresent()) {
            json.number("line", sentence.get().line());
            json.text("fingerprint", sentence.get().fingerprint().toString());
        }
        if (difference instanceof Difference.Moved moved) {
            json.textOrNull("after", moved.after().map(each -> each.id().value()));
        }
        if (difference instanceof Difference.Changed changed) {
            json.number("percentAlike", Math.round(100 * changed.likeness()));
            if (changed.words().isPresent()) {
                json.texts("wordsGone", changed.words().get().gone());
                json.texts("wordsCome", changed.words().get().come());
                json.truth("turned", changed.words().get().isTurned());
            }
        }
        reread(json, Reread.of(List.of(difference), drift, trace));
    }

    private static String kind(Difference difference) {
        if (difference instanceof Difference.Added) {
            return "new";
        }
        if (difference instanceof Difference.Changed) {
            return "changed";
        }
        return difference instanceof Difference.Moved ? "moved" : "gone";
    }

    private static void reread(JsonText json, Reread again) throws IOException {
        json.object("reread", names -> {
            for (Citing.Kind kind : Citing.Kind.values()) {
                names.texts(key(kind), again.names().getOrDefault(kind, Set.of()));
            }
        });
    }

    private static String key(Citing.Kind kind) {
        return KEYS.getOrDefault(kind, kind.several());
    }
}
