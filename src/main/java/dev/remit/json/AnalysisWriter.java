package dev.remit.json;

import dev.remit.analyze.Access;
import dev.remit.analyze.AccessChange;
import dev.remit.analyze.DiffReport;
import dev.remit.analyze.Proof;
import dev.remit.analyze.Region;
import dev.remit.analyze.WordChange;
import dev.remit.decide.Question;
import dev.remit.model.Situation;
import dev.remit.model.Vocabulary;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What was found out about a policy itself as JSON, one object on one line, without a line end. Immutable. */
public final class AnalysisWriter {
    private final QuestionWriter questions;

    private AnalysisWriter(Vocabulary vocabulary) {
        questions = new QuestionWriter(vocabulary);
    }

    /** A writer of what was found out about policies with a vocabulary. */
    public static AnalysisWriter of(Vocabulary vocabulary) {
        return new AnalysisWriter(vocabulary);
    }

    /** Proofs of invariants, and whether all hold. */
    public String proofs(List<Proof> proofs) {
        return JsonText.object(json -> {
            json.truth("holds", proofs.stream().allMatch(Proof::holds));
            json.list(
                    "invariants",
                    proofs,
                    proof -> json.item(each -> {
                        each.text("id", proof.invariant().id().value());
                        each.text("title", proof.invariant().title());
                        each.truth("holds", proof.holds());
                        each.texts("cites", proof.invariant().cites());
                        each.list(
                                "violations",
                                proof.violations(),
                                region -> each.item(members -> region(members, region)));
                    }));
        });
    }

    /** Who may, and on which conditions. */
    public String allowed(String what, List<Access.Allowed> allowed) {
        return JsonText.object(json -> {
            json.text("asked", what);
            json.list(
                    "allowed",
                    allowed,
                    each -> json.item(members -> {
                        members.text("value", each.value());
                        members.truth("always", each.always());
                        members.list("when", each.when(), region -> members.item(inner -> region(inner, region)));
                    }));
        });
    }

    /** The access matrix, field by field. */
    public String matrix(List<Access.Cell> cells) {
        return JsonText.object(json -> json.list(
                "cells",
                cells,
                cell -> json.item(members -> {
                    members.text("role", cell.role());
                    members.text("activity", cell.activity());
                    members.text("level", cell.level());
                    members.text("answer", cell.answer().name());
                    members.text("basis", cell.outcome().basis().word());
                    members.texts("forbiddenBy", cell.outcome().forbiddenBy());
                    members.texts("rules", cell.rules());
                    members.list("when", cell.when(), region -> members.item(inner -> region(inner, region)));
                })));
    }

    /** The difference between two policies. */
    public String diff(DiffReport report) {
        return JsonText.object(json -> {
            json.text("direction", word(report.direction()));
            json.list("words", report.words(), change -> json.item(members -> words(members, change)));
            json.list("changes", report.changes(), change -> json.item(members -> change(members, change)));
        });
    }

    private static void words(JsonText json, WordChange change) throws IOException {
        json.text("what", change.what());
        json.textOrNull("before", change.before());
        json.textOrNull("after", change.after());
    }

    private void change(JsonText json, AccessChange change) throws IOException {
        json.text("kind", word(change.kind()));
        json.text("direction", word(change.direction()));
        json.texts("droppedDuties", change.dropped());
        json.texts("addedDuties", change.added());
        json.object("population", members -> {
            for (var entry : change.population().entrySet()) {
                members.object(entry.getKey().value(), treated -> {
                    treated.text("before", entry.getValue().before().word());
                    treated.text("after", entry.getValue().after().word());
                });
            }
        });
        region(json, change.region());
        json.texts("causes", change.causes());
    }

    private void region(JsonText json, Region region) throws IOException {
        json.list(
                "so",
                region.so(),
                assumption -> json.item(members -> {
                    members.text("about", assumption.about().name());
                    AssumptionMembers.values(members, "values", assumption);
                }));
        json.text("covers", region.covers().toString());
        question(json, region.question());
    }

    private void question(JsonText json, Situation situation) throws IOException {
        json.object("question", members -> questions.members(members, Question.of(situation)));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
