package dev.remit.json;

import dev.remit.decide.Decision;
import dev.remit.decide.DecisionEvent;
import dev.remit.decide.Handled;
import dev.remit.decide.Question;
import dev.remit.decide.Refusal;
import dev.remit.model.Id;
import dev.remit.model.Treatment;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The members of a record that somebody was let through, or was not. */
final class EnforcementMembers {
    /** What stands in the way of somebody with several roles is what stands in the way of the role that came furthest. */
    private static final List<Refusal.Why> FURTHEST_FIRST = List.of(
            Refusal.Why.OUTDATED, Refusal.Why.NOT_HANDLED, Refusal.Why.SAY_WHICH_WAY, Refusal.Why.NOT_PERMITTED);

    private EnforcementMembers() {}

    static void write(JsonText json, DecisionEvent.Enforced enforced) throws IOException {
        json.object("grant", members -> {
            members.text("rule", enforced.grant().rule().value());
            RecordedAnswer.way(
                    members, enforced.grant().category(), enforced.grant().route());
            members.text("role", enforced.through().role().value());
        });
        handled(json, enforced.handled());
    }

    static void write(JsonText json, DecisionEvent.Refused refused) throws IOException {
        Refusal.Why why = FURTHEST_FIRST.stream()
                .filter(each -> refused.refusals().stream().anyMatch(refusal -> refusal.why() == each))
                .findFirst()
                .orElse(Refusal.Why.NOT_PERMITTED);
        json.text("why", why.id());
        List<Refusal> furthest = refused.refusals().stream()
                .filter(refusal -> refusal.why() == why)
                .limit(1)
                .toList();
        for (Refusal refusal : furthest) {
            missing(json, refusal);
        }
        if (refused.refusals().size() > 1) {
            json.list(
                    "roles",
                    refused.refusals(),
                    refusal -> json.item(members -> {
                        members.text("role", refusal.role().value());
                        members.text("why", refusal.why().id());
                        missing(members, refusal);
                    }));
        }
        handled(json, refused.handled());
    }

    private static void missing(JsonText json, Refusal refusal) throws IOException {
        switch (refusal.why()) {
            case NOT_PERMITTED ->
                json.text("answer", refusal.decision().answer().name());
            case SAY_WHICH_WAY -> json.texts("choices", unstated(refusal.decision()));
            case NOT_HANDLED -> {
                texts(json, "duties", refusal.duties());
                if (!refusal.population().isEmpty()) {
                    json.object("population", members -> treatments(members, refusal.population()));
                }
            }
            case OUTDATED -> {}
        }
    }

    private static List<String> unstated(Decision decision) {
        Set<String> unstated = new TreeSet<>();
        if (!isStated(decision.question().category())
                && decision.grants().stream().anyMatch(grant -> grant.category().isPresent())) {
            unstated.add("category");
        }
        if (!isStated(decision.question().route())
                && decision.grants().stream().anyMatch(grant -> grant.route().isPresent())) {
            unstated.add("route");
        }
        return List.copyOf(unstated);
    }

    private static boolean isStated(Question.Choice choice) {
        return choice.saidAny() || choice.word().isPresent();
    }

    private static void treatments(JsonText json, Map<Id.Register, Treatment> population) throws IOException {
        for (Map.Entry<Id.Register, Treatment> each : population.entrySet()) {
            json.text(each.getKey().value(), each.getValue().word());
        }
    }

    private static void handled(JsonText json, Handled handled) throws IOException {
        json.object("handled", members -> {
            texts(members, "duties", handled.duties());
            if (!handled.treatments().isEmpty()) {
                members.object("population", population -> {
                    for (Map.Entry<String, Set<Treatment>> each :
                            handled.treatments().entrySet()) {
                        population.texts(
                                each.getKey(),
                                each.getValue().stream()
                                        .sorted()
                                        .map(Treatment::word)
                                        .toList());
                    }
                });
            }
        });
    }

    private static void texts(JsonText json, String key, Collection<?> values) throws IOException {
        if (!values.isEmpty()) {
            json.texts(key, values);
        }
    }
}
