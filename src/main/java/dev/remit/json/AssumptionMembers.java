package dev.remit.json;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.ValueRestriction;
import dev.remit.model.Element;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The members of assumptions, grouped into facts and the project as in questions. Facts and permissions are true or
 * false. Other attributes and facts have a list, since any one of several values may do; a set has what it has and lacks.
 *
 * @param assumptions the assumptions
 */
record AssumptionMembers(List<ValueRestriction> assumptions) {

    AssumptionMembers {
        requireNonNull(assumptions, "assumptions");
    }

    void write(JsonText json) throws IOException {
        List<ValueRestriction> facts = new ArrayList<>();
        List<ValueRestriction> attributes = new ArrayList<>();
        List<ValueRestriction> permissions = new ArrayList<>();
        List<ValueRestriction> ever = new ArrayList<>();
        for (ValueRestriction each : assumptions) {
            switch (each.about().kind()) {
                case FACT -> facts.add(each);
                case ATTRIBUTE -> attributes.add(each);
                case PERMISSION -> permissions.add(each);
                case EVER -> ever.add(each);
                case ROLE, ACTIVITY, LEVEL, CATEGORY, ROUTE, WISH ->
                    throw new IllegalStateException("a fault of Remit itself: " + each + " is nothing that is known");
            }
        }
        json.object("facts", member -> knowledge(member, facts, false));
        json.object("project", project -> {
            knowledge(project, attributes, true);
            if (!permissions.isEmpty()) {
                project.object("permissions", held -> truths(held, permissions));
            }
            if (!ever.isEmpty()) {
                project.object("permissionsEver", held -> truths(held, ever));
            }
        });
    }

    /** Writes facts or attributes by id, what is said of one set together. */
    private static void knowledge(JsonText json, List<ValueRestriction> all, boolean isList) throws IOException {
        Set<String> seen = new HashSet<>();
        for (ValueRestriction each : all) {
            String id = Element.owner(each.about().id());
            if (each.about().element().isPresent()) {
                if (seen.add(id)) {
                    json.object(id, parts -> set(parts, id, all));
                }
            } else if (each.about().isBoolean() && !isList) {
                truths(json, List.of(each));
            } else {
                values(json, id, each);
            }
        }
    }

    /** Writes what a set has and what it lacks. */
    private static void set(JsonText json, String id, List<ValueRestriction> all) throws IOException {
        Topics.membership(json, elements(id, "true", all), elements(id, "false", all));
    }

    private static List<String> elements(String set, String value, List<ValueRestriction> all) {
        return all.stream()
                .filter(each -> each.values().equals(List.of(value)))
                .flatMap(each -> each.about().element().stream())
                .filter(element -> element.set().equals(set))
                .map(Element::value)
                .toList();
    }

    /** Writes facts with the values they were taken to have, each as it stands in questions. */
    static void assumed(JsonText json, List<ValueRestriction> assumed) throws IOException {
        Set<String> seen = new HashSet<>();
        for (ValueRestriction each : assumed) {
            String id = each.about().owner();
            if (each.about().element().isPresent()) {
                if (seen.add(id)) {
                    json.object(id, parts -> set(parts, id, assumed));
                }
            } else if (each.about().isBoolean()) {
                truths(json, List.of(each));
            } else {
                json.text(id, each.values().get(0));
            }
        }
    }

    /** Writes what an assumption is about and its values; of an element of a set, that the set has or lacks it. */
    static void about(JsonText json, ValueRestriction assumption) throws IOException {
        json.text("about", assumption.about().owner());
        if (assumption.about().element().isPresent() && assumption.values().size() == 1) {
            String id = Element.owner(assumption.about().id());
            set(json, id, List.of(assumption));
        } else {
            values(json, "values", assumption);
        }
    }

    /** Writes facts or permissions by id, each as true or false. */
    static void truths(JsonText json, List<ValueRestriction> truths) throws IOException {
        for (ValueRestriction each : truths) {
            json.truth(each.about().id(), Boolean.parseBoolean(each.values().get(0)));
        }
    }

    /** Writes the values of an assumption as a list, with booleans as such. */
    static void values(JsonText json, String key, ValueRestriction assumption) throws IOException {
        boolean isBoolean = assumption.about().isBoolean();
        json.list(key, assumption.values(), value -> json.value(value, isBoolean));
    }
}
