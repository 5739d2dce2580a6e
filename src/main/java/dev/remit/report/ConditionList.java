package dev.remit.report;

import dev.remit.model.Condition;
import dev.remit.model.Condition.All;
import dev.remit.model.Condition.AnyOf;
import dev.remit.model.Condition.AttributeIs;
import dev.remit.model.Condition.EverPermitted;
import dev.remit.model.Condition.FactIs;
import dev.remit.model.Condition.Leaf;
import dev.remit.model.Condition.LevelIs;
import dev.remit.model.Condition.Not;
import dev.remit.model.Condition.Permitted;
import dev.remit.model.Domain;
import dev.remit.model.Element;
import dev.remit.model.Id;
import dev.remit.writing.MarkdownPage;
import dev.remit.writing.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
            Optional<String> sentence = new ValueCases(words).sentence(any);
            sentence.ifPresentOrElse(
                    text -> lines.add(new Line(depth, MarkdownText.text(text))),
                    () -> add("Any one of these:", any.parts(), depth));
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
        if (condition instanceof Not not) {
            return claim((Leaf) not.condition(), true);
        }
        return claim((Leaf) condition, false);
    }

    private MarkdownText claim(Leaf leaf, boolean isDenied) {
        if (leaf instanceof Permitted permitted) {
            return MarkdownText.of(
                    isDenied
                            ? "The project does not hold the permission of {}"
                            : "The project holds the permission of {}",
                    permitted(permitted.register()));
        }
        if (leaf instanceof EverPermitted permitted) {
            return MarkdownText.of(
                    isDenied
                            ? "The project has never held the permission of {}"
                            : "The project holds or has ever held the permission of {}",
                    permitted(permitted.register()));
        }
        if (leaf instanceof LevelIs is) {
            return MarkdownText.text(
                    "The level asked about is " + (isDenied ? "none of: " : "") + words.either(is.levels()));
        }
        Optional<Element> element = Element.named(leaf.about());
        boolean isTrue = leaf.holdsWith().contains("true") != isDenied;
        if (leaf instanceof FactIs fact) {
            List<Id.Value> domain = domain(fact);
            MarkdownText code = MarkdownText.code(Element.owner(fact.fact().value()));
            if (element.isPresent()) {
                return MarkdownText.of("{} ({})", membership(fact.fact(), element.get(), isTrue), code);
            }
            if (!domain.equals(Domain.BOOLEAN.values())) {
                return MarkdownText.of("{} ({})", values(fact.fact(), domain, leaf, isDenied), code);
            }
            return isTrue
                    ? MarkdownText.of("{} ({})", words.title(fact.fact()), code)
                    : MarkdownText.of("It is not so: {} ({})", words.within(fact.fact()), code);
        }
        AttributeIs attribute = (AttributeIs) leaf;
        List<Id.Value> domain = domain(attribute);
        if (element.isPresent()) {
            return MarkdownText.text(membership(attribute.attribute(), element.get(), isTrue));
        }
        boolean isTruth =
                domain.equals(Domain.BOOLEAN.values()) && leaf.holdsWith().size() == 1;
        return MarkdownText.text(
                isTruth
                        ? words.title(attribute.attribute()) + ": " + (isTrue ? "yes" : "no")
                        : values(attribute.attribute(), domain, leaf, isDenied));
    }

    private String membership(Id id, Element element, boolean isIn) {
        return words.titleOfSet(id) + (isIn ? " has " : " lacks ") + element.value();
    }

    private String values(Id id, List<Id.Value> domain, Leaf leaf, boolean isDenied) {
        List<String> values = domain.stream()
                .map(Id.Value::value)
                .filter(leaf.holdsWith()::contains)
                .toList();
        return words.title(id) + ": " + (isDenied ? "anything but " : "") + Glossary.joined(values, "or");
    }

    private List<Id.Value> domain(FactIs leaf) {
        return words.vocabulary().facts().stream()
                .filter(each -> each.id().equals(leaf.fact()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not declared: " + leaf.fact()))
                .domain()
                .values();
    }

    private List<Id.Value> domain(AttributeIs leaf) {
        return words.vocabulary().attributes().stream()
                .filter(each -> each.id().equals(leaf.attribute()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not declared: " + leaf.attribute()))
                .values();
    }

    private MarkdownText permitted(Id.Register register) {
        return MarkdownText.of("the register {} ({})", words.within(register), MarkdownText.code(register));
    }
}
