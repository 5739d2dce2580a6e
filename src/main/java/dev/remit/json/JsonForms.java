package dev.remit.json;

import dev.remit.decide.Decision;
import dev.remit.decide.DecisionEvent;
import dev.remit.decide.Explanation;
import java.util.Optional;
import java.util.function.Function;

/** Writes single values in the forms that the writers of this room agree on. */
public final class JsonForms {
    private JsonForms() {}

    /** A decision, as the answers of {@code remit decide} have it. */
    public static String decision(Decision decision) {
        return JsonText.object(json -> DecisionMembers.of(decision).write(json));
    }

    /** A decision with its {@code explanation}. */
    public static String explained(Decision decision) {
        Explanation explanation = decision.explain();
        return JsonText.object(json -> {
            DecisionMembers.of(decision, explanation).write(json);
            json.object("explanation", members -> ExplanationMembers.write(members, explanation));
        });
    }

    /** An explanation by itself. */
    public static String explanation(Explanation explanation) {
        return JsonText.object(json -> ExplanationMembers.write(json, explanation));
    }

    /**
     * An event, in the form of a record.
     *
     * @param pseudonyms gives the pseudonym of a person; empty to leave people out
     */
    public static String event(DecisionEvent event, Function<String, Optional<String>> pseudonyms) {
        return JsonText.object(json -> {
            json.text("kind", EventWriter.kind(event));
            new EventWriter(pseudonyms).write(json, event);
        });
    }
}
