package dev.remit.json;

import dev.remit.decide.DecisionPoint;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Writes the words of a policy with their titles, for forms that ask questions. */
public final class VocabularyWriter {
    private VocabularyWriter() {}

    /** The words that questions to a decision point can use. */
    public static JsonValue.Members of(DecisionPoint decisions) {
        Vocabulary words = decisions.policy().vocabulary();
        return JsonMembers.of()
                .value("roles", list(words.roles(), each -> titled(each.id(), each.title(), each.description())))
                .value(
                        "activities",
                        list(words.activities(), each -> titled(each.id(), each.title(), each.description())))
                .value("levels", list(words.levels(), VocabularyWriter::level))
                .value("categories", list(words.categories(), each -> titled(each.id(), each.title(), "")))
                .value("routes", list(words.routes(), each -> titled(each.id(), each.title(), each.description())))
                .value("facts", list(words.facts(), each -> fact(each, decisions.mustBeSaid())))
                .value("attributes", list(words.attributes(), VocabularyWriter::attribute))
                .value(
                        "registers",
                        list(words.registers(), each -> titled(each.id(), each.title(), each.description())))
                .value(
                        "obligations",
                        list(words.obligations(), each -> titled(each.id(), each.title(), each.description())))
                .build();
    }

    private static <T> JsonValue list(List<T> declared, Function<T, JsonMembers> one) {
        List<JsonValue> items = new ArrayList<>();
        declared.forEach(each -> items.add(one.apply(each).build()));
        return new JsonValue.Items(items);
    }

    private static JsonMembers titled(Id id, String title, String description) {
        JsonMembers members = JsonMembers.of().text("id", id.value()).text("title", title);
        return description.isEmpty() ? members : members.text("description", description);
    }

    private static JsonMembers level(Level level) {
        return titled(level.id(), level.title(), level.description()).truth("patientData", level.patientData());
    }

    private static JsonMembers fact(Fact fact, Set<Id.Fact> mustBeSaid) {
        JsonMembers members = titled(fact.id(), fact.title(), fact.description())
                .truth("registered", fact.isRegistered())
                .truth("mustBeSaid", mustBeSaid.contains(fact.id()));
        return fact.domain().isBoolean()
                ? members
                : members.texts("values", fact.domain().values());
    }

    private static JsonMembers attribute(ProjectAttribute attribute) {
        JsonMembers members = titled(attribute.id(), attribute.title(), attribute.description());
        return attribute.domain().isBoolean()
                ? members
                : members.texts("values", attribute.domain().values());
    }
}
