package dev.remit.report;

import dev.remit.model.Condition;
import dev.remit.model.Condition.All;
import dev.remit.model.Condition.AnyOf;
import dev.remit.model.Condition.AttributeIs;
import dev.remit.model.Condition.FactHolds;
import dev.remit.model.Condition.Not;
import dev.remit.model.Condition.Permitted;
import dev.remit.model.Id;
import dev.remit.model.ProjectAttribute;
import java.util.ArrayList;
import java.util.List;

/** Conditions as nested bullets; what names stand for is written out. */
final class ConditionList {
    private static final String INDENT = "  ";

    private final Glossary words;
    private final List<String> lines = new ArrayList<>();

    private ConditionList(Glossary words) {
        this.words = words;
    }

    /** The bullets of a condition; none if it always holds. */
    static List<String> of(Condition condition, Glossary words) {
        ConditionList list = new ConditionList(words);
        Condition plain = PlainCondition.of(condition);
        for (Condition part : plain instanceof All all ? all.parts() : List.of(plain)) {
            list.add(part, "");
        }
        return list.lines;
    }

    private void add(Condition condition, String indent) {
        if (condition instanceof All all) {
            add("All of these:", all.parts(), indent);
        } else if (condition instanceof AnyOf any) {
            add("Any one of these:", any.parts(), indent);
        } else if (condition instanceof Not not && isNested(not.condition())) {
            add("Not this:", List.of(not.condition()), indent);
        } else {
            lines.add(indent + "- " + claim(condition));
        }
    }

    private void add(String heading, List<Condition> parts, String indent) {
        lines.add(indent + "- " + heading);
        parts.forEach(part -> add(part, indent + INDENT));
    }

    private static boolean isNested(Condition condition) {
        return condition instanceof All || condition instanceof AnyOf || condition instanceof Not;
    }

    private String claim(Condition condition) {
        if (condition instanceof FactHolds fact) {
            return words.title(fact.fact()) + " (" + Markdown.code(fact.fact()) + ")";
        }
        if (condition instanceof Permitted permitted) {
            return "The project holds the permission of " + permitted(permitted.register());
        }
        if (condition instanceof AttributeIs attribute) {
            return attribute(attribute, false);
        }
        if (condition instanceof Not not) {
            Condition denied = not.condition();
            if (denied instanceof AttributeIs attribute) {
                return attribute(attribute, true);
            }
            if (denied instanceof Permitted permitted) {
                return "The project does not hold the permission of " + permitted(permitted.register());
            }
            return "It is not so: " + Glossary.lower(claim(denied));
        }
        throw new IllegalStateException("a condition with parts is a list of its own: " + condition);
    }

    private String permitted(Id.Register register) {
        return "the register " + words.within(register) + " (" + Markdown.code(register) + ")";
    }

    private String attribute(AttributeIs condition, boolean isDenied) {
        String title = words.title(condition.attribute());
        ProjectAttribute declared = words.vocabulary().attributes().stream()
                .filter(each -> each.id().equals(condition.attribute()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not declared: " + condition.attribute()));
        if (declared.isBoolean() && condition.values().size() == 1) {
            boolean isTrue = condition.values().contains(ProjectAttribute.BOOLEAN.get(1));
            return title + ": " + (isTrue == isDenied ? "no" : "yes");
        }
        List<String> values = declared.values().stream()
                .filter(condition.values()::contains)
                .map(Id.Value::value)
                .toList();
        return title + ": " + (isDenied ? "anything but " : "") + Glossary.joined(values, "or");
    }
}
