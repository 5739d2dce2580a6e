package dev.remit.json;

import dev.remit.analyze.Region;
import dev.remit.analyze.access.AccessReview;
import dev.remit.analyze.prove.Proof;
import dev.remit.decide.Question;
import dev.remit.model.Assignment;
import dev.remit.model.Vocabulary;
import java.io.IOException;
import java.util.List;

/** Writes the results of analysing a policy as JSON, one object on one line, without a line end. Immutable. */
public final class AnalysisWriter {
    private final QuestionWriter questions;

    private AnalysisWriter(Vocabulary vocabulary) {
        questions = new QuestionWriter(vocabulary);
    }

    /** A writer for policies with a vocabulary. */
    public static AnalysisWriter of(Vocabulary vocabulary) {
        return new AnalysisWriter(vocabulary);
    }

    /** Writes proofs of invariants, and whether all hold. */
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

    /** Writes who may, and on which conditions. */
    public String allowed(String what, List<AccessReview.Allowed> allowed) {
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

    /** Writes the access matrix, field by field. */
    public String matrix(List<AccessReview.Cell> cells) {
        return JsonText.object(json -> json.list(
                "cells",
                cells,
                cell -> json.item(members -> {
                    members.text("role", cell.role());
                    members.text("activity", cell.activity());
                    members.text("level", cell.level());
                    members.text("answer", cell.answer().name());
                    members.text("basis", cell.outcome().basis().word());
                    members.texts("forbiddenBy", cell.forbiddenBy());
                    members.texts("rules", cell.rules());
                    members.list("when", cell.when(), region -> members.item(inner -> region(inner, region)));
                })));
    }

    private void region(JsonText json, Region region) throws IOException {
        json.list(
                "so",
                region.so(),
                assumption -> json.item(members -> {
                    AssumptionMembers.about(members, assumption);
                }));
        json.text("covers", region.covers().toString());
        question(json, region.question());
    }

    private void question(JsonText json, Assignment assignment) throws IOException {
        json.object("question", members -> questions.members(members, Question.of(assignment)));
    }
}
