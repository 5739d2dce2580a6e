package dev.remit.http.access;

import dev.remit.decide.Answer;
import dev.remit.decide.Decision;
import dev.remit.decide.Grant;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.NotLetThroughException;
import dev.remit.decide.PolicyIdentity;
import dev.remit.decide.PopulationEntry;
import dev.remit.decide.QuestionFault;
import dev.remit.decide.Refusal;
import dev.remit.decide.RoleGrant;
import dev.remit.http.config.Profile;
import dev.remit.http.config.Right;
import dev.remit.json.JsonForms;
import dev.remit.json.JsonMembers;
import dev.remit.json.JsonValue;
import dev.remit.json.JsonValue.Members;
import dev.remit.json.JsonValueReader;
import dev.remit.model.Id;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The answers to access evaluations, as AuthZEN has them.
 *
 * @param policy the policy that answers
 * @param profile what the caller may know
 */
record AccessAnswers(AccessPolicy policy, Profile profile) {
    /** What stands in the way of somebody with several roles is what stands in the way of the role that came furthest. */
    private static final List<Refusal.Why> FURTHEST_FIRST = List.of(
            Refusal.Why.OUTDATED, Refusal.Why.NOT_HANDLED, Refusal.Why.SAY_WHICH_WAY, Refusal.Why.NOT_PERMITTED);

    /** The caller is let through. */
    Members granted(RoleGrant through, AccessPolicy.Asked asked) {
        Grant grant = through.grant();
        List<JsonValue> obligations = new ArrayList<>();
        grant.obligations().forEach(duty -> obligations.add(obligation(duty)));
        JsonMembers remit = JsonMembers.of()
                .text("answer", through.decision().answer().name())
                .object(
                        "grant",
                        JsonMembers.of()
                                .text("rule", grant.rule().value())
                                .textOrNull("category", grant.category().map(Id::value))
                                .textOrNull("route", grant.route().map(Id::value))
                                .text("role", through.role().value()))
                .object("population", population(grant.population()));
        JsonMembers context = JsonMembers.of().text("reason", "granted");
        if (!obligations.isEmpty()) {
            context.value("obligations", new JsonValue.Items(obligations));
        }
        return answer(true, context, remit, Optional.of(through.decision()), asked.ignored());
    }

    private JsonValue obligation(Id.Obligation duty) {
        JsonMembers properties = JsonMembers.of().text("duty", duty.value());
        policy.decisions().policy().vocabulary().obligations().stream()
                .filter(each -> each.id().equals(duty))
                .findFirst()
                .ifPresent(each -> properties.text("title", each.title()));
        return JsonMembers.of()
                .text("id", duty.value())
                .text("type", Evaluations.OBLIGATION)
                .object("properties", properties)
                .build();
    }

    private static JsonMembers population(Map<Id.Register, PopulationEntry> population) {
        JsonMembers entries = JsonMembers.of();
        population.forEach((register, entry) -> entries.object(
                register.value(),
                JsonMembers.of()
                        .text("outcome", entry.treatment().word())
                        .text("list", entry.list())
                        .text("keep", entry.keep().word())
                        .text("ifListMissing", "stop")
                        .textOrNull("flag", entry.flag())));
        return entries;
    }

    /** The caller is not let through. */
    Members denied(NotLetThroughException no, AccessPolicy.Asked asked) {
        Optional<Refusal> furthest = furthest(no.refusals());
        if (furthest.isEmpty()) {
            JsonMembers context = JsonMembers.of()
                    .text("reason", "not-granted")
                    .object(
                            "reason_user",
                            JsonMembers.of().text("403", "No role is held that could be permitted this."));
            return answer(
                    false,
                    context,
                    JsonMembers.of().text("answer", Answer.DENIED.name()),
                    Optional.empty(),
                    asked.ignored());
        }
        Refusal refusal = furthest.get();
        Decision decision = refusal.decision();
        JsonMembers remit = JsonMembers.of().text("answer", decision.answer().name());
        JsonMembers context = JsonMembers.of();
        switch (refusal.why()) {
            case NOT_HANDLED -> {
                context.text("reason", "duties-not-handled");
                JsonMembers needs = JsonMembers.of().texts("duties", refusal.duties());
                JsonMembers population = JsonMembers.of();
                refusal.population()
                        .forEach(
                                (register, treatment) -> population.texts(register.value(), List.of(treatment.word())));
                remit.object("needs", needs.object("population", population));
            }
            case SAY_WHICH_WAY -> {
                context.text("reason", "say-which-way");
                remit.value("choices", choices(decision));
            }
            case OUTDATED -> context.text("reason", "outdated");
            case NOT_PERMITTED -> notPermitted(decision, asked.context(), context, remit);
        }
        return answer(false, context, remit, Optional.of(decision), asked.ignored());
    }

    private static Optional<Refusal> furthest(List<Refusal> refusals) {
        for (Refusal.Why why : FURTHEST_FIRST) {
            List<Refusal> such =
                    refusals.stream().filter(each -> each.why() == why).toList();
            if (!such.isEmpty()) {
                return such.stream()
                        .filter(each -> each.decision().answer() == Answer.UNDETERMINED)
                        .findFirst()
                        .or(() -> Optional.of(such.get(0)));
            }
        }
        return Optional.empty();
    }

    /** The categories and routes under which it is permitted. */
    private static JsonValue choices(Decision decision) {
        Set<JsonValue> choices = new LinkedHashSet<>();
        for (Grant grant : decision.grants()) {
            choices.add(JsonMembers.of()
                    .text("category", grant.category().map(Id::value))
                    .text("route", grant.route().map(Id::value))
                    .build());
        }
        return new JsonValue.Items(List.copyOf(choices));
    }

    private void notPermitted(Decision decision, RemitContext asked, JsonMembers context, JsonMembers remit) {
        context.text("reason", decision.basis().word());
        if (decision.answer() == Answer.UNDETERMINED) {
            remit.texts("missing", decision.missing());
        } else {
            context.object(
                    "reason_user",
                    JsonMembers.of().text("403", decision.decisive().text()));
            if (profile.allows(Right.ADMINISTRATION)) {
                context.object(
                        "reason_admin",
                        JsonMembers.of().text("403", decision.explain().forAdministrator()));
            }
        }
        if (asked.explain()) {
            Members explained = JsonValueReader.read(JsonForms.explained(decision))
                    .value()
                    .map(each -> (Members) each)
                    .orElse(Members.NONE);
            boolean isOpen = decision.answer() == Answer.UNDETERMINED;
            Members from = isOpen ? explained : explained.object("explanation").orElse(Members.NONE);
            for (String key : isOpen ? List.of("permittedIf", "more") : List.of("changes", "moreChanges")) {
                from.member(key).ifPresent(value -> remit.value(key, value));
            }
        }
    }

    /** The request is no question that the policy understands. */
    Members refused(RefusedException refused) {
        JsonMembers error = JsonMembers.of()
                .text("code", refused.reason())
                .text("message", refused.text())
                .text("help", refused.help());
        return answer(
                false,
                JsonMembers.of().text("reason", refused.reason()),
                JsonMembers.of().object("error", error),
                Optional.empty(),
                List.of());
    }

    /** Why a question was not understood. Words near to an unknown one are those of the policy, never ids of a register. */
    static RefusedException refusal(InvalidQuestionException invalid) {
        QuestionFault first = invalid.faults().get(0);
        boolean isOfRegister =
                first.code() == QuestionFault.Code.UNKNOWN_PERSON || first.code() == QuestionFault.Code.UNKNOWN_PROJECT;
        return new RefusedException(first.code().id(), first.message(), isOfRegister ? Optional.empty() : first.help());
    }

    private Members answer(
            boolean isThrough,
            JsonMembers context,
            JsonMembers remit,
            Optional<Decision> decision,
            List<String> ignored) {
        if (!ignored.isEmpty()) {
            remit.texts("ignored", ignored);
        }
        decision.filter(each -> each.record().isPresent())
                .ifPresent(each -> remit.number("record", each.record().getAsLong()));
        remit.object("policy", identity(decision.map(Decision::policy).orElseGet(policy.decisions()::identity)));
        return JsonMembers.of()
                .truth("decision", isThrough)
                .object("context", context.object("remit", remit))
                .build();
    }

    static JsonMembers identity(PolicyIdentity policy) {
        return JsonMembers.of()
                .text("id", policy.id().value())
                .text("version", policy.version())
                .text("meaning", policy.digest())
                .text("registers", policy.registers());
    }
}
