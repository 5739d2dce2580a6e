package dev.remit.http.access;

import dev.remit.json.JsonValue;
import dev.remit.json.JsonValue.Members;
import dev.remit.model.Element;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Project;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a register knows of a project on a day, in the form in which questions describe projects.
 *
 * @param members attributes and permissions
 */
record RegisteredProject(Members members) {

    static RegisteredProject of(Project.OnDay known, List<OptOutRegister> registers) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        Map<String, List<JsonValue>> sets = new LinkedHashMap<>();
        known.attributes().forEach((attribute, value) -> {
            String owner = Element.owner(attribute.value());
            if (owner.equals(attribute.value())) {
                members.put(owner, json(value.value()));
                return;
            }
            List<JsonValue> elements = sets.computeIfAbsent(owner, none -> new ArrayList<>());
            if (value.value().equals("true")) {
                Element.named(attribute.value())
                        .ifPresent(element -> elements.add(new JsonValue.Text(element.value())));
            }
        });
        sets.forEach((owner, elements) -> members.put(owner, new JsonValue.Items(elements)));
        members.put("permissions", truths(registers, known.permissions()));
        members.put("permissionsEver", truths(registers, known.everPermitted()));
        return new RegisteredProject(new Members(members));
    }

    private static Members truths(List<OptOutRegister> all, Set<Id.Register> held) {
        Map<String, JsonValue> truths = new LinkedHashMap<>();
        all.forEach(each -> truths.put(each.id().value(), new JsonValue.Truth(held.contains(each.id()))));
        return new Members(truths);
    }

    private static JsonValue json(String value) {
        return value.equals("true") || value.equals("false")
                ? new JsonValue.Truth(value.equals("true"))
                : new JsonValue.Text(value);
    }

    /** Whether something that is said of an attribute is what the register knows. */
    boolean agrees(String attribute, JsonValue said) {
        return members.member(attribute)
                .map(each -> plain(each).equals(plain(said)))
                .orElse(false);
    }

    /** A list without its order, and truths as words. */
    private static Object plain(JsonValue value) {
        if (value instanceof JsonValue.Items items) {
            return new HashSet<>(items.items());
        }
        return value instanceof JsonValue.Truth truth ? new JsonValue.Text(Boolean.toString(truth.truth())) : value;
    }

    /** The same with other attributes. */
    Members with(Map<String, JsonValue> others) {
        Map<String, JsonValue> all = new LinkedHashMap<>(members.members());
        all.putAll(others);
        return new Members(all);
    }
}
