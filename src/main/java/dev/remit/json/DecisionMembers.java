package dev.remit.json;

import dev.remit.decide.Answer;
import dev.remit.decide.Basis;
import dev.remit.decide.Decision;
import dev.remit.decide.Explanation;
import dev.remit.decide.Grant;
import dev.remit.decide.NearMiss;
import dev.remit.decide.Outcome;
import dev.remit.decide.PermitCondition;
import dev.remit.decide.PolicyIdentity;
import dev.remit.decide.PopulationEntry;
import dev.remit.decide.ValueRestriction;
import dev.remit.model.Id;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a decision, in their agreed order.
 *
 * @param decision the decision
 * @param nearest for a denial because nothing grants it, the rules that came nearest
 * @param missing for an undetermined question, the unknowns it depends on
 * @param permittedIf for an undetermined question, the conditions under which it is permitted
 * @param more whether there are more such conditions
 * @param clauses the clauses behind the decision
 */
record DecisionMembers(
        Decision decision,
        List<NearMiss> nearest,
        List<String> missing,
        List<PermitCondition> permittedIf,
        boolean more,
        List<String> clauses) {

    /** The members of a decision that are part of the agreed form. */
    static DecisionMembers of(Decision decision) {
        if (decision.answer() == Answer.UNDETERMINED) {
            // One search gives all of it. For every other answer, an explanation costs more than it saves.
            return of(decision, decision.explain());
        }
        return new DecisionMembers(
                decision,
                decision.nearest(),
                List.of(),
                List.of(),
                false,
                decision.clauses().stream().map(Id::value).toList());
    }

    /** The same, for a decision that has been explained already. */
    static DecisionMembers of(Decision decision, Explanation explanation) {
        return new DecisionMembers(
                decision,
                explanation.nearest(),
                explanation.missing(),
                explanation.permittedIf(),
                explanation.morePermitConditions(),
                explanation.clauses().stream().map(Explanation.Cited::id).toList());
    }

    void write(JsonText json) throws IOException {
        write(json, decision.outcome());
        writeReasons(json);
        writeAt(json, decision);
        write(json, decision.policy());
        writeRecord(json, decision);
    }

    /** Writes the agreed members of a decision behind another member, reusing fragments that were written before. */
    static void write(JsonText json, Decision decision, Fragments fragments) throws IOException {
        json.members(fragments.of(decision));
        if (!isGivenByOutcome(decision)) {
            of(decision).writeReasons(json);
        }
        writeAt(json, decision);
        json.members(fragments.of(decision.policy()));
        writeRecord(json, decision);
    }

    /** Writes the number of its record, if it was recorded. */
    private static void writeRecord(JsonText json, Decision decision) throws IOException {
        if (decision.record().isPresent()) {
            json.number("record", decision.record().getAsLong());
        }
    }

    /**
     * Whether the reasons are the same for every question with this outcome: there are no near misses, and nothing is
     * missing.
     */
    static boolean isGivenByOutcome(Decision decision) {
        return decision.basis() != Basis.NOT_GRANTED && decision.answer() != Answer.UNDETERMINED;
    }

    static void write(JsonText json, Outcome outcome) throws IOException {
        json.text("answer", outcome.answer().name());
        json.truth("permitted", outcome.permitted());
        json.text("basis", outcome.basis().word());
        json.list("grants", outcome.grants(), grant -> json.item(members -> grant(members, grant)));
        json.texts("obligations", outcome.obligations());
        json.object("population", members -> population(members, outcome.population()));
        json.texts("forbiddenBy", outcome.forbiddenBy());
        json.texts("violates", outcome.violates());
    }

    /** Writes the reasons, which follow the outcome. */
    void writeReasons(JsonText json) throws IOException {
        json.list("nearest", nearest, each -> json.item(members -> nearMiss(members, each)));
        json.texts("missing", missing);
        json.list("permittedIf", permittedIf, each -> json.item(members -> permitCondition(members, each)));
        if (more) {
            json.truth("more", true);
        }
        json.texts("clauses", clauses);
    }

    private static void writeAt(JsonText json, Decision decision) throws IOException {
        json.object("assumed", members -> AssumptionMembers.assumed(members, decision.assumed()));
        json.text("at", decision.at().toString());
    }

    static void write(JsonText json, PolicyIdentity policy) throws IOException {
        json.object("policy", members -> {
            members.text("id", policy.id().value());
            members.text("version", policy.version());
            members.text("digest", policy.digest());
            members.text("registers", policy.registers());
            members.text("assurance", policy.assurance());
        });
    }

    private static void grant(JsonText json, Grant grant) throws IOException {
        json.text("rule", grant.rule().value());
        json.truth("always", grant.always());
        way(json, grant.category(), grant.route());
        json.object("population", members -> population(members, grant.population()));
        json.texts("obligations", grant.obligations());
    }

    private static void way(JsonText json, Optional<Id.Category> category, Optional<Id.Route> route)
            throws IOException {
        json.textOrNull("category", category.map(Id::value));
        json.textOrNull("route", route.map(Id::value));
    }

    static void population(JsonText json, Map<Id.Register, PopulationEntry> population) throws IOException {
        for (Map.Entry<Id.Register, PopulationEntry> each : population.entrySet()) {
            PopulationEntry entry = each.getValue();
            json.object(each.getKey().value(), members -> {
                members.text("outcome", entry.treatment().word());
                members.text("list", entry.list());
                members.text("keep", entry.keep().word());
                members.text("ifListMissing", "stop");
                members.textOrNull("flag", entry.flag());
            });
        }
    }

    private static void nearMiss(JsonText json, NearMiss nearMiss) throws IOException {
        json.text("rule", nearMiss.rule().value());
        json.texts(
                "lacks", nearMiss.lacks().stream().map(ValueRestriction::phrase).toList());
    }

    private static void permitCondition(JsonText json, PermitCondition permitCondition) throws IOException {
        way(json, permitCondition.category(), permitCondition.route());
        new AssumptionMembers(permitCondition.assumptions()).write(json);
        json.texts("alsoTell", permitCondition.alsoTell());
    }
}
