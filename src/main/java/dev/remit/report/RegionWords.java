package dev.remit.report;

import dev.remit.analyze.Region;
import dev.remit.decide.Assumption;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.OptOutRegister;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Route;
import dev.remit.model.Term;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import dev.remit.model.WorkCategory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Regions of questions in words: "platform-developer, in technical-support, when problem-identified and the project is
 * active". Either in the words of the policy files or in titles, for readers who know no ids.
 */
public final class RegionWords {
    private final Vocabulary vocabulary;
    private final Map<Variable.Kind, Map<String, String>> titles = new HashMap<>();

    private RegionWords(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** In the words of the policy files. */
    public static RegionWords ids(Vocabulary vocabulary) {
        return new RegionWords(vocabulary);
    }

    /** In titles. Values of project attributes have none and stay as they are. */
    public static RegionWords titles(Vocabulary vocabulary) {
        RegionWords words = new RegionWords(vocabulary);
        words.name(Variable.Kind.ROLE, vocabulary.roles(), Term::id, Term::title);
        words.name(Variable.Kind.ACTIVITY, vocabulary.activities(), Term::id, Term::title);
        words.name(Variable.Kind.LEVEL, vocabulary.levels(), Level::id, Level::title);
        words.name(Variable.Kind.CATEGORY, vocabulary.categories(), WorkCategory::id, WorkCategory::title);
        words.name(Variable.Kind.ROUTE, vocabulary.routes(), Route::id, Route::title);
        words.name(Variable.Kind.ATTRIBUTE, vocabulary.attributes(), ProjectAttribute::id, ProjectAttribute::title);
        words.name(Variable.Kind.FACT, vocabulary.facts(), Fact::id, Fact::title);
        words.name(Variable.Kind.PERMISSION, vocabulary.registers(), OptOutRegister::id, OptOutRegister::title);
        words.name(Variable.Kind.WISH, vocabulary.registers(), OptOutRegister::id, OptOutRegister::title);
        return words;
    }

    private <T> void name(
            Variable.Kind kind, List<T> declared, Function<T, ? extends Id> id, Function<T, String> title) {
        Map<String, String> named = titles.computeIfAbsent(kind, none -> new HashMap<>());
        declared.forEach(each -> named.put(id.apply(each).value(), title.apply(each)));
    }

    private boolean isTitled() {
        return !titles.isEmpty();
    }

    /** That a variable has a value, in the fewest words: a role's name, a fact, that something is asked. */
    public String value(Variable variable, String value) {
        Assumption so = new Assumption(variable, List.of(value));
        boolean isTruth = variable.kind() != Variable.Kind.ATTRIBUTE
                || declared(variable).stream().anyMatch(ProjectAttribute::isBoolean);
        return isTruth && variable.kind().compareTo(Variable.Kind.ATTRIBUTE) >= 0
                ? conditions(List.of(so)).get(0)
                : name(variable, value);
    }

    /** The title of an id, or the id where there are no titles. */
    private String title(Variable.Kind kind, String id) {
        return titles.getOrDefault(kind, Map.of()).getOrDefault(id, id);
    }

    private String name(Variable variable, String value) {
        String title = title(variable.kind(), value);
        return switch (variable.kind()) {
            case ROLE, ACTIVITY, CATEGORY, ROUTE -> title;
            case LEVEL -> isTitled() ? value + " (" + Glossary.lower(title) + ")" : value;
            default -> value;
        };
    }

    /** A region as a phrase that a sentence may begin with; {@code always} if nothing binds it. */
    public String phrase(Region region) {
        return phrase(new Told(region.so(), List.of()));
    }

    /** Regions as phrases, of which any one will do; those that differ in one condition are told as one. */
    public List<String> phrases(List<Region> regions) {
        return Told.of(regions).stream().map(this::phrase).toList();
    }

    private String phrase(Told told) {
        List<String> parts = new ArrayList<>(choices(told.bound()));
        List<String> conditions = new ArrayList<>(conditions(told.bound()));
        if (!told.oneOf().isEmpty()) {
            conditions.add("any one of: " + Glossary.joined(conditions(told.oneOf()), "or"));
        }
        if (!conditions.isEmpty()) {
            parts.add("when " + Glossary.joined(conditions, "and"));
        }
        return parts.isEmpty() ? "always" : String.join(", ", parts);
    }

    /** Who, what, to which level, for which purpose and by which way in, as far as a region is bound by these. */
    List<String> choices(List<Assumption> so) {
        List<String> choices = new ArrayList<>();
        for (Assumption each : so) {
            String either = either(each);
            switch (each.about().kind()) {
                case ROLE -> choices.add(either);
                case ACTIVITY -> choices.add(isTitled() ? either : "to " + either);
                case LEVEL -> choices.add("level " + either);
                case CATEGORY -> choices.add("in " + either);
                case ROUTE -> choices.add("via " + either);
                default -> {}
            }
        }
        return choices;
    }

    /** What has to hold, one phrase for each thing: facts first, then the project, then what is asked about opt-outs. */
    List<String> conditions(List<Assumption> so) {
        List<String> conditions = new ArrayList<>();
        of(so, Variable.Kind.FACT).forEach(each -> conditions.add(fact(each)));
        List<String> plain = of(so, Variable.Kind.ATTRIBUTE)
                .filter(this::isPlain)
                .sorted(Comparator.comparing(each -> each.values().size() > 1))
                .map(each -> "is " + either(each))
                .toList();
        if (!plain.isEmpty()) {
            conditions.add("the project " + String.join(" and ", plain));
        }
        of(so, Variable.Kind.ATTRIBUTE).filter(each -> !isPlain(each)).forEach(each -> conditions.add(attribute(each)));
        of(so, Variable.Kind.PERMISSION).forEach(each -> conditions.add(permission(each)));
        of(so, Variable.Kind.WISH).forEach(each -> conditions.add(wish(each)));
        return conditions;
    }

    private static Stream<Assumption> of(List<Assumption> so, Variable.Kind kind) {
        return so.stream().filter(each -> each.about().kind() == kind);
    }

    private static boolean isTrue(Assumption assumption) {
        return assumption.values().get(0).equals("true");
    }

    private String fact(Assumption fact) {
        String id = fact.about().name();
        if (isTitled()) {
            String title = Glossary.lower(title(Variable.Kind.FACT, id));
            return isTrue(fact) ? title : "not: " + title;
        }
        return isTrue(fact) ? id : "not " + id;
    }

    /** Whether no other attribute has one of these values, so that they tell by themselves what is meant. */
    private boolean isPlain(Assumption attribute) {
        List<String> told = isAllButOne(attribute) ? List.of(missing(attribute)) : attribute.values();
        return declared(attribute.about()).stream().noneMatch(ProjectAttribute::isBoolean)
                && vocabulary.attributes().stream()
                        .filter(each -> !attribute.about().name().equals("project." + each.id()))
                        .flatMap(each -> each.values().stream())
                        .map(Id.Value::value)
                        .noneMatch(told::contains);
    }

    private Optional<ProjectAttribute> declared(Variable attribute) {
        return vocabulary.attributes().stream()
                .filter(each -> attribute.name().equals("project." + each.id()))
                .findFirst();
    }

    private String attribute(Assumption attribute) {
        ProjectAttribute declared = declared(attribute.about()).orElseThrow();
        String title = isTitled() ? Glossary.lower(declared.title()) : "project." + declared.id();
        if (declared.isBoolean()) {
            return isTitled()
                    ? title + ": " + (isTrue(attribute) ? "yes" : "no")
                    : (isTrue(attribute) ? "" : "not ") + title;
        }
        return title + ": " + either(attribute);
    }

    private String permission(Assumption permission) {
        String register = permission.about().name().substring("project.permissions.".length());
        String title = title(Variable.Kind.PERMISSION, register);
        return "the project " + (isTrue(permission) ? "holds" : "does not hold") + " the permission for "
                + Glossary.lower(title);
    }

    private String wish(Assumption wish) {
        String id = wish.about().name().substring("optOuts.".length());
        String register = Glossary.lower(title(Variable.Kind.WISH, id));
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

    /** The values joined by "or" or, where all but one will do, the one that will not. */
    private String either(Assumption assumption) {
        if (isAllButOne(assumption)) {
            return "anything but " + within(assumption.about(), missing(assumption));
        }
        return Glossary.joined(
                assumption.values().stream()
                        .map(each -> within(assumption.about(), each))
                        .toList(),
                "or");
    }

    private String within(Variable about, String value) {
        return isTitled() && about.kind() != Variable.Kind.LEVEL
                ? Glossary.lower(name(about, value))
                : name(about, value);
    }

    private static boolean isAllButOne(Assumption assumption) {
        int all = assumption.about().size();
        return all > 3 && assumption.values().size() == all - 1;
    }

    private static String missing(Assumption assumption) {
        return assumption.about().values().stream()
                .filter(each -> !assumption.values().contains(each))
                .findFirst()
                .orElseThrow();
    }
}
