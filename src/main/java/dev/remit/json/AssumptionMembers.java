package dev.remit.json;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.ValueRestriction;
import dev.remit.model.ProjectAttribute;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The members of assumptions, grouped into facts and the project as in questions. Facts and permissions are true or
 * false. An attribute has a list, since any one of several values may do.
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
        json.object("facts", member -> truths(member, facts));
        json.object("project", project -> {
            for (ValueRestriction each : attributes) {
                values(project, each.about().id(), each);
            }
            if (!permissions.isEmpty()) {
                project.object("permissions", held -> truths(held, permissions));
            }
            if (!ever.isEmpty()) {
                project.object("permissionsEver", held -> truths(held, ever));
            }
        });
    }

    /** Writes facts or permissions by id, each as true or false. */
    static void truths(JsonText json, List<ValueRestriction> truths) throws IOException {
        for (ValueRestriction each : truths) {
            json.truth(each.about().id(), Boolean.parseBoolean(each.values().get(0)));
        }
    }

    /** Writes the values of an assumption as a list, with booleans as such. */
    static void values(JsonText json, String key, ValueRestriction assumption) throws IOException {
        List<String> all = assumption.about().values();
        boolean isBoolean = all.equals(
                ProjectAttribute.BOOLEAN.stream().map(Object::toString).toList());
        json.list(key, assumption.values(), value -> json.value(value, isBoolean));
    }
}
