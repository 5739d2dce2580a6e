package dev.remit.json;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.ValueRestriction;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Variable;
import java.io.IOException;
import java.util.List;

/**
 * What would have to be known, sorted into facts and the project as questions are. Facts and permissions are true or
 * false; of an attribute there may be several values, any of which will do, so it has a list.
 *
 * @param assumptions what would have to be known
 */
record AssumptionMembers(List<ValueRestriction> assumptions) {
    private static final String ATTRIBUTE = "project.";
    private static final String PERMISSION = "project.permissions.";

    AssumptionMembers {
        requireNonNull(assumptions, "assumptions");
    }

    void write(JsonText json) throws IOException {
        json.object("facts", facts -> truths(facts, Variable.Kind.FACT, ""));
        json.object("project", project -> {
            for (ValueRestriction each : of(Variable.Kind.ATTRIBUTE)) {
                values(project, each.about().name().substring(ATTRIBUTE.length()), each);
            }
            if (!of(Variable.Kind.PERMISSION).isEmpty()) {
                project.object("permissions", held -> truths(held, Variable.Kind.PERMISSION, PERMISSION));
            }
        });
    }

    /** Facts by name, each with its truth. */
    static void truths(JsonText json, List<ValueRestriction> facts) throws IOException {
        new AssumptionMembers(facts).truths(json, Variable.Kind.FACT, "");
    }

    private List<ValueRestriction> of(Variable.Kind kind) {
        return assumptions.stream().filter(each -> each.about().kind() == kind).toList();
    }

    private void truths(JsonText json, Variable.Kind kind, String prefix) throws IOException {
        for (ValueRestriction each : of(kind)) {
            json.truth(
                    each.about().name().substring(prefix.length()),
                    Boolean.parseBoolean(each.values().get(0)));
        }
    }

    /** The values of an assumption as a list, booleans as such. */
    static void values(JsonText json, String key, ValueRestriction assumption) throws IOException {
        List<String> all = assumption.about().values();
        boolean isBoolean = all.equals(
                ProjectAttribute.BOOLEAN.stream().map(Object::toString).toList());
        json.list(key, assumption.values(), value -> json.value(value, isBoolean));
    }
}
