package dev.remit.report;

import dev.remit.model.Condition;
import dev.remit.model.Condition.All;
import dev.remit.model.Condition.AnyOf;
import dev.remit.model.Condition.AttributeIs;
import dev.remit.model.Condition.EverPermitted;
import dev.remit.model.Condition.FactHolds;
import dev.remit.model.Condition.Not;
import dev.remit.model.Condition.Permitted;
import dev.remit.model.Id;
import dev.remit.model.ProjectAttribute;
import dev.remit.writing.MarkdownPage;
import dev.remit.writing.MarkdownText;
import java.util.ArrayList;
import java.util.List;

/** Renders conditions as nested bullets, with named conditions expanded. */
final class ConditionList {
    private final Glossary words;
    private final List<Line> lines = new ArrayList<>();

    private ConditionList(Glossary words) {
        this.words = words;
    }

    /**
     * A bullet.
     *
     * @param depth its depth of nesting
     * @param text its text
     */
    record Line(int depth, MarkdownText text) {
        /** Writes it at a depth below other bullets. */
        void write(MarkdownPage page, int below) {
            page.bullet(depth + below, text);
        }
    }

    /** The bullets of a condition; none if it always holds. */
    static List<Line> of(Condition condition, Glossary words) {
        ConditionList list = new ConditionList(words);
        Condition plain = PlainCondition.of(condition);
        for (Condition part : plain instanceof All all ? all.parts() : List.of(plain)) {
            list.add(part, 0);
        }
        return list.lines;
    }

    private void add(Condition condition, int depth) {
        if (condition instanceof All all) {
            add("All of these:", all.parts(), depth);
        } else if (condition instanceof AnyOf any) {
            add("Any one of these:", any.parts(), depth);
        } else if (condition instanceof Not not && isNested(not.condition())) {
            add("Not this:", List.of(not.condition()), depth);
        } else {
            lines.add(new Line(depth, claim(condition)));
        }
    }

    private void add(String heading, List<Condition> parts, int depth) {
        lines.add(new Line(depth, MarkdownText.text(heading)));
        parts.forEach(part -> add(part, depth + 1));
    }

    private static boolean isNested(Condition condition) {
        return condition instanceof All || condition instanceof AnyOf || condition instanceof Not;
    }

    private MarkdownText claim(Condition condition) {
        if (condition instanceof FactHolds fact) {
            return MarkdownText.of("{} ({})", words.title(fact.fact()), MarkdownText.code(fact.fact()));
        }
        if (condition instanceof Permitted permitted) {
            return MarkdownText.of("The project holds the permission of {}", permitted(permitted.register()));
        }
        if (condition instanceof EverPermitted permitted) {
            return MarkdownText.of(
                    "The project holds or has ever held the permission of {}", permitted(permitted.register()));
        }
        if (condition instanceof AttributeIs attribute) {
            return MarkdownText.text(attribute(attribute, false));
        }
        if (condition instanceof Not not) {
            if (not.condition() instanceof AttributeIs attribute) {
                return MarkdownText.text(attribute(attribute, true));
            }
            if (not.condition() instanceof Permitted permitted) {
                return MarkdownText.of(
                        "The project does not hold the permission of {}", permitted(permitted.register()));
            }
            if (not.condition() instanceof EverPermitted permitted) {
                return MarkdownText.of(
                        "The project has never held the permission of {}", permitted(permitted.register()));
            }
            if (not.condition() instanceof FactHolds fact) {
                return MarkdownText.of(
                        "It is not so: {} ({})", words.within(fact.fact()), MarkdownText.code(fact.fact()));
            }
        }
        throw new IllegalStateException("a condition with parts is a list of its own: " + condition);
    }

    private MarkdownText permitted(Id.Register register) {
        return MarkdownText.of("the register {} ({})", words.within(register), MarkdownText.code(register));
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
