package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.grammar.Fields;
import dev.remit.model.Condition;
import dev.remit.model.Constraint;
import dev.remit.model.Id;
import dev.remit.model.PolicyPath;
import dev.remit.model.PolicyPath.Section;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads which states of the world exist. */
final class ConstraintReader {
    private ConstraintReader() {}

    static List<ReadConstraint> read(Fields policy, ConditionReader conditions, Reading reading) {
        List<ReadConstraint> constraints = new ArrayList<>();
        for (Fields each : policy.mappings("constraints")) {
            Optional<Scalar> name = each.scalar("id");
            name.ifPresent(id -> reading.declared().constraints.declare(id, reading.diagnostics()));
            String id = reading.required(name.map(Scalar::text), "-");
            PolicyPath path = Section.CONSTRAINTS.path(id);
            reading.note(path, each.span());
            Placed given = condition(path.then("if"), each, "if", conditions, reading);
            Placed then = condition(path.then("then"), each, "then", conditions, reading);
            Constraint constraint = new Constraint(
                    new Id.Constraint(id),
                    given.condition(),
                    then.condition(),
                    Reading.prose(each, "because"),
                    reading.references().citations(each.list("cites")));
            constraints.add(new ReadConstraint(
                    constraint,
                    given,
                    then,
                    name.map(Scalar::head).orElse(each.mapping().head()),
                    each.span()));
        }
        return constraints;
    }

    private static Placed condition(
            PolicyPath path, Fields constraint, String key, ConditionReader conditions, Reading reading) {
        Optional<Node> node = constraint.node(key);
        if (node.isEmpty()) {
            return Placed.leaf(Condition.ALWAYS, constraint.span());
        }
        reading.note(path, node.get().span());
        Placed read = conditions.read(node.get());
        if (!Condition.isAbout(read.condition(), Condition.LevelIs.ABOUT)) {
            return read;
        }
        reading.diagnostics()
                .report(
                        Code.LEVEL_IN_CONSTRAINT,
                        onLevel(read).span(),
                        "a constraint cannot hang on the level asked about",
                        "name elements in place of `level`: which states of projects and people exist does not"
                                + " change with what is asked");
        return Placed.unknown(read.span());
    }

    /** The smallest part of a condition as it is written that hangs on the level asked about. */
    private static Placed onLevel(Placed condition) {
        return condition.parts().stream()
                .filter(part -> Condition.isAbout(part.condition(), Condition.LevelIs.ABOUT))
                .findFirst()
                .map(ConstraintReader::onLevel)
                .orElse(condition);
    }

    /**
     * A constraint with the places of its conditions.
     *
     * @param constraint the constraint
     * @param given when it applies
     * @param then what must hold then
     * @param name what to underline when it as a whole is wrong
     * @param span all of it
     */
    record ReadConstraint(Constraint constraint, Placed given, Placed then, Span name, Span span) {
        boolean isKnown() {
            return given.isKnown() && then.isKnown();
        }

        /** What the constraint says, as one condition. */
        Condition claim() {
            return new Condition.AnyOf(List.of(new Condition.Not(constraint.given()), constraint.then()));
        }
    }
}
