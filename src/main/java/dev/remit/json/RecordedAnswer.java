package dev.remit.json;

import dev.remit.decide.Answer;
import dev.remit.decide.Decision;
import dev.remit.decide.Grant;
import dev.remit.decide.PopulationEntry;
import dev.remit.model.Id;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of a recorded answer: the question with all that was known, and the outcome. */
final class RecordedAnswer {
    private RecordedAnswer() {}

    static void write(JsonText json, Decision decision, RecordFragments fragments) throws IOException {
        json.object("question", members -> RecordedQuestion.write(members, decision, fragments));
        json.members(fragments.outcome(decision));
    }

    /** Writes the members behind the question; they are the same for equal outcomes, unless something is missing. */
    static void outcome(JsonText json, Decision decision) throws IOException {
        json.text("answer", decision.answer().name());
        json.text("basis", decision.basis().word());
        json.list("grants", decision.grants(), grant -> json.item(members -> grant(members, grant)));
        json.texts("forbiddenBy", decision.forbiddenBy());
        present(json, "violates", decision.violates());
        json.texts("missing", decision.answer() == Answer.UNDETERMINED ? decision.missing() : List.of());
    }

    private static void grant(JsonText json, Grant grant) throws IOException {
        json.text("rule", grant.rule().value());
        way(json, grant.category(), grant.route());
        if (!grant.population().isEmpty()) {
            json.object("population", members -> {
                for (Map.Entry<Id.Register, PopulationEntry> each :
                        grant.population().entrySet()) {
                    members.text(
                            each.getKey().value(), each.getValue().treatment().word());
                }
            });
        }
        present(json, "obligations", grant.obligations());
    }

    static void way(JsonText json, Optional<Id.Category> category, Optional<Id.Route> route) throws IOException {
        json.present("category", category.map(Id::value));
        json.present("route", route.map(Id::value));
    }

    private static void present(JsonText json, String key, Collection<?> values) throws IOException {
        if (!values.isEmpty()) {
            json.texts(key, values);
        }
    }
}
