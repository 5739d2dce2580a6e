package dev.remit.report.words;

import dev.remit.analyze.Region;
import dev.remit.decide.ValueRestriction;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import dev.remit.report.Glossary;
import dev.remit.report.RegionGroup;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words regions of questions: "platform-developer, in technical-support, when problem-identified and the project is
 * active". It uses either the words of the policy files or titles, for readers who do not know the ids.
 */
public final class RegionWords {
    private final Vocabulary vocabulary;
    private final Optional<Glossary> titles;

    private RegionWords(Vocabulary vocabulary, Optional<Glossary> titles) {
        this.vocabulary = vocabulary;
        this.titles = titles;
    }

    /** Wording with the words of the policy files. */
    public static RegionWords ids(Vocabulary vocabulary) {
        return new RegionWords(vocabulary, Optional.empty());
    }

    /** Wording with titles. Values of project attributes have none and stay as they are. */
    public static RegionWords titles(Vocabulary vocabulary) {
        return new RegionWords(vocabulary, Optional.of(Glossary.of(vocabulary)));
    }

    /** Words that a variable has a value, as briefly as possible: a role, a fact, a request. */
    public String value(Variable variable, String value) {
        ValueRestriction so = new ValueRestriction(variable, List.of(value));
        boolean isTruth = variable.kind() == Variable.Kind.WISH || variable.isBoolean();
        return isTruth && !variable.kind().isDimension()
                ? conditions(List.of(so)).get(0)
                : name(variable, value);
    }

    private String name(Variable variable, String value) {
        return titles.map(words -> words.value(variable, value)).orElse(value);
    }

    private String within(Variable variable, String value) {
        return titles.map(words -> words.within(variable, value)).orElse(value);
    }

    /** The name of the variable of a condition, within a sentence. */
    private String called(Variable about) {
        return titles.map(words -> Glossary.lower(words.title(about)))
                .orElseGet(() -> isOfRegister(about) ? Glossary.register(about).value() : about.name());
    }

    private static boolean isOfRegister(Variable about) {
        return switch (about.kind()) {
            case PERMISSION, EVER, WISH -> true;
            case ROLE, ACTIVITY, LEVEL, CATEGORY, ROUTE, ATTRIBUTE, FACT -> false;
        };
    }

    /** The number of assignments in a region, with commas in large numbers. */
    public static String assignments(BigInteger count) {
        return Glossary.number(count) + (count.equals(BigInteger.ONE) ? " situation" : " situations");
    }

    /** A region as a phrase that can begin a sentence; {@code always} if it has no conditions. */
    public String phrase(Region region) {
        return phrase(new RegionGroup(region.so(), List.of()));
    }

    /** Regions as phrases, of which any one will do; regions that differ in one condition share a phrase. */
    public List<String> phrases(List<Region> regions) {
        return RegionGroup.of(regions).stream().map(this::phrase).toList();
    }

    /** The same for conditions alone: any one of the lists will do, and all of it must hold. */
    public List<String> ways(List<List<ValueRestriction>> ways) {
        return RegionGroup.ofAny(ways).stream().map(this::phrase).toList();
    }

    private String phrase(RegionGroup group) {
        List<String> parts = new ArrayList<>(choices(group.bound()));
        List<String> conditions = new ArrayList<>(conditions(group.bound()));
        if (!group.oneOf().isEmpty()) {
            conditions.add("any one of: " + Glossary.joined(alternatives(group.oneOf()), "or"));
        }
        if (!conditions.isEmpty()) {
            parts.add("when " + Glossary.joined(conditions, "and"));
        }
        return parts.isEmpty() ? "always" : String.join(", ", parts);
    }

    /** The conditions of which one is enough: those about sets are not joined. */
    private List<String> alternatives(List<ValueRestriction> oneOf) {
        return oneOf.stream().anyMatch(each -> each.about().element().isPresent())
                ? oneOf.stream()
                        .flatMap(each -> conditions(List.of(each)).stream())
                        .toList()
                : conditions(oneOf);
    }

    /** The role, activity, level, purpose and route of a region, as far as they are restricted. */
    public List<String> choices(List<ValueRestriction> so) {
        List<String> choices = new ArrayList<>();
        for (ValueRestriction each : so) {
            String either = either(each);
            switch (each.about().kind()) {
                case ROLE -> choices.add(either);
                case ACTIVITY -> choices.add(titles.isPresent() ? either : "to " + either);
                case LEVEL -> choices.add("level " + either);
                case CATEGORY -> choices.add("in " + either);
                case ROUTE -> choices.add("via " + either);
                case ATTRIBUTE, PERMISSION, EVER, FACT, WISH -> {}
            }
        }
        return choices;
    }

    /** The conditions, one phrase for each: facts first, then the project, then requests about opt-outs. */
    public List<String> conditions(List<ValueRestriction> so) {
        List<String> facts = new ArrayList<>();
        List<ValueRestriction> plain = new ArrayList<>();
        List<String> others = new ArrayList<>();
        List<String> permissions = new ArrayList<>();
        List<String> wishes = new ArrayList<>();
        for (ValueRestriction each : so) {
            Optional<String> set = membership(each, so);
            switch (each.about().kind()) {
                case FACT -> set.or(() -> fact(each)).ifPresent(facts::add);
                case ATTRIBUTE -> {
                    if (each.about().element().isPresent()) {
                        set.ifPresent(others::add);
                    } else if (isPlain(each)) {
                        plain.add(each);
                    } else {
                        others.add(attribute(each));
                    }
                }
                case PERMISSION, EVER -> permissions.add(permission(each));
                case WISH -> wishes.add(wish(each));
                case ROLE, ACTIVITY, LEVEL, CATEGORY, ROUTE -> {}
            }
        }
        List<String> project = plain.isEmpty() ? List.of() : List.of("the project " + is(plain));
        return Stream.of(facts, project, others, permissions, wishes)
                .flatMap(List::stream)
                .toList();
    }

    private String is(List<ValueRestriction> plain) {
        return plain.stream()
                .sorted(Comparator.comparing(each -> each.values().size() > 1))
                .map(each -> "is " + either(each))
                .collect(Collectors.joining(" and "));
    }

    private static boolean isTrue(ValueRestriction assumption) {
        return assumption.values().get(0).equals("true");
    }

    /** What a fact is; empty for an element of a set, which stands with the others of its set. */
    private Optional<String> fact(ValueRestriction fact) {
        if (fact.about().element().isPresent()) {
            return Optional.empty();
        }
        if (!fact.about().isBoolean()) {
            return Optional.of(called(fact.about()) + ": " + either(fact));
        }
        String not = titles.isPresent() ? "not: " : "not ";
        return Optional.of((isTrue(fact) ? "" : not) + called(fact.about()));
    }

    /** All that a set has, or lacks, among some conditions, said with the first of these. */
    private Optional<String> membership(ValueRestriction element, List<ValueRestriction> so) {
        if (element.about().element().isEmpty()) {
            return Optional.empty();
        }
        List<ValueRestriction> alike = so.stream()
                .filter(each -> each.about().kind() == element.about().kind()
                        && each.about().element().isPresent()
                        && each.about().owner().equals(element.about().owner())
                        && each.values().equals(element.values()))
                .toList();
        if (!alike.get(0).equals(element)) {
            return Optional.empty();
        }
        String first = titles.flatMap(words -> words.membership(element.about(), isTrue(element)))
                .map(Glossary::lower)
                .orElseGet(element::phrase);
        List<String> further = alike.stream()
                .skip(1)
                .map(each -> each.about().element().orElseThrow().value())
                .toList();
        return Optional.of(further.isEmpty() ? first : first + " and " + Glossary.joined(further, "and"));
    }

    /** Whether nothing else has one of these values, so that they are clear without its name. */
    private boolean isPlain(ValueRestriction attribute) {
        List<String> named = isAllButOne(attribute) ? List.of(missing(attribute)) : attribute.values();
        return !attribute.about().isBoolean()
                && Stream.concat(
                                vocabulary.attributes().stream()
                                        .filter(each -> !attribute
                                                .about()
                                                .id()
                                                .equals(each.id().value()))
                                        .map(ProjectAttribute::domain),
                                vocabulary.facts().stream().map(Fact::domain))
                        .flatMap(each -> each.values().stream())
                        .map(Id.Value::value)
                        .noneMatch(named::contains);
    }

    private String attribute(ValueRestriction attribute) {
        String title = called(attribute.about());
        if (attribute.about().isBoolean()) {
            return titles.isPresent()
                    ? title + ": " + (isTrue(attribute) ? "yes" : "no")
                    : (isTrue(attribute) ? "" : "not ") + title;
        }
        return title + ": " + either(attribute);
    }

    private String permission(ValueRestriction permission) {
        return "the project " + verb(permission) + " the permission for " + called(permission.about());
    }

    private static String verb(ValueRestriction permission) {
        if (permission.about().kind() == Variable.Kind.EVER) {
            return isTrue(permission) ? "holds or has held" : "has never held";
        }
        return isTrue(permission) ? "holds" : "does not hold";
    }

    private String wish(ValueRestriction wish) {
        String register = called(wish.about());
        List<String> asked =
                wish.values().stream().filter(each -> !each.equals("unstated")).toList();
        List<String> others = wish.about().values().stream()
                .filter(each -> !wish.values().contains(each))
                .toList();
        if (asked.size() == wish.values().size()) {
            return "asked to " + String.join(" or ", asked) + " " + register;
        }
        return asked.isEmpty()
                ? "nothing is asked about " + register
                : "not asked to " + String.join(" or ", others) + " " + register;
    }

    /** The values joined by "or" or, if all but one will do, the one that will not. */
    private String either(ValueRestriction assumption) {
        if (isAllButOne(assumption)) {
            return "anything but " + within(assumption.about(), missing(assumption));
        }
        return Glossary.joined(
                assumption.values().stream()
                        .map(each -> within(assumption.about(), each))
                        .toList(),
                "or");
    }

    private static boolean isAllButOne(ValueRestriction assumption) {
        int all = assumption.about().size();
        return all > 3 && assumption.values().size() == all - 1;
    }

    private static String missing(ValueRestriction assumption) {
        return assumption.about().values().stream()
                .filter(each -> !assumption.values().contains(each))
                .findFirst()
                .orElseThrow();
    }
}
