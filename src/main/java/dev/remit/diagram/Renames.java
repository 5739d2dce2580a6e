package dev.remit.diagram;

import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.List;
import java.util.Map;

/**
 * Other names for the variables and values of a space, such as a newer edition of a policy gives them.
 *
 * @param variables new names by old name
 * @param values for a variable by its old name, new values by old value
 */
public record Renames(Map<String, String> variables, Map<String, Map<String, String>> values) {
    /** Everything keeps its name. */
    public static final Renames NONE = new Renames(Map.of(), Map.of());

    public Renames {
        variables = Map.copyOf(variables);
        values = Map.copyOf(values);
    }

    /** The new name of a variable. */
    public String name(Variable variable) {
        return variables.getOrDefault(variable.name(), variable.name());
    }

    /** The new values of a variable, in the order of the old. */
    public List<String> values(Variable variable) {
        Map<String, String> renamed = values.getOrDefault(variable.name(), Map.of());
        return variable.values().stream()
                .map(value -> renamed.getOrDefault(value, value))
                .toList();
    }

    /** A space under its new names. */
    public Space of(Space space) {
        return space.renamed(this::name, this::values);
    }
}
