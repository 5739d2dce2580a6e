package dev.remit.json;

import dev.remit.decide.Counterfactual;
import dev.remit.decide.DecisiveReason;
import dev.remit.decide.Explanation;
import dev.remit.decide.ValueRestriction;
import dev.remit.model.ChangedBy;
import dev.remit.model.Id;
import dev.remit.source.Span;
import java.io.IOException;
import java.util.Optional;

/** The members of an explanation beyond those of its decision. */
final class ExplanationMembers {
    private ExplanationMembers() {}

    static void write(JsonText json, Explanation explanation) throws IOException {
        json.text("sentence", explanation.sentence());
        json.object("decisive", members -> decisive(members, explanation.decisive()));
        json.list("rules", explanation.rules(), rule -> json.item(members -> rule(members, rule)));
        json.list(
                "constraints",
                explanation.constraints(),
                broken -> json.item(members -> {
                    members.text("constraint", broken.constraint());
                    members.text("because", broken.because());
                }));
        json.list("clauses", explanation.clauses(), clause -> json.item(members -> cited(members, clause)));
        json.list(
                "duties",
                explanation.duties(),
                duty -> json.item(members -> {
                    members.text("id", duty.id());
                    members.text("title", duty.title());
                }));
        json.list(
                "grounds",
                explanation.grounds(),
                ground -> json.list(ground.said(), said -> json.item(members -> said(members, said))));
        json.truth("moreGrounds", explanation.moreGrounds());
        json.list(
                "changes",
                explanation.changes(),
                change -> json.list(change.steps(), step -> json.item(members -> step(members, step))));
        json.truth("moreChanges", explanation.moreChanges());
    }

    private static void decisive(JsonText json, DecisiveReason decisive) throws IOException {
        json.text("kind", decisive.kind().word());
        json.text("text", decisive.text());
        json.textOrNull("rule", decisive.rule().map(Id::value));
        json.textOrNull("constraint", decisive.constraint().map(Id::value));
        json.textOrNull("invariant", decisive.invariant().map(Id::value));
        cited(json, "clause", decisive.clause());
        cited(json, "ruling", decisive.ruling());
    }

    private static void cited(JsonText json, String name, Optional<Explanation.Cited> cited) throws IOException {
        if (cited.isPresent()) {
            json.object(name, members -> cited(members, cited.get()));
        } else {
            json.nothing(name);
        }
    }

    private static void cited(JsonText json, Explanation.Cited cited) throws IOException {
        json.text("id", cited.id());
        json.text("section", cited.section());
        json.text("says", cited.says());
    }

    private static void rule(JsonText json, Explanation.Reason rule) throws IOException {
        json.text("rule", rule.rule());
        json.text("title", rule.title());
        json.text("because", rule.because());
        json.texts("cites", rule.cites());
        json.textOrNull("file", rule.position().map(Span::file));
        if (rule.position().isPresent()) {
            json.number("line", rule.position().get().line());
        } else {
            json.nothing("line");
        }
    }

    private static void said(JsonText json, ValueRestriction said) throws IOException {
        AssumptionMembers.about(json, said);
    }

    private static void step(JsonText json, Counterfactual.Step step) throws IOException {
        said(json, step.needed());
        json.textOrNull("by", step.by().map(ChangedBy::word));
    }
}
