package dev.remit.decide;

import dev.remit.model.ChangedBy;
import dev.remit.model.Condition;
import dev.remit.model.Constraint;
import dev.remit.model.Domain;
import dev.remit.model.Effect;
import dev.remit.model.Element;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.Mode;
import dev.remit.model.MustBeSaid;
import dev.remit.model.OptOutRegister;
import dev.remit.model.PatientList;
import dev.remit.model.Policy;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Reach;
import dev.remit.model.Route;
import dev.remit.model.Rule;
import dev.remit.model.Stance;
import dev.remit.model.Vocabulary;
import dev.remit.model.VocabularyEntry;
import dev.remit.model.WorkCategory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Makes policies out of a number: the same number always makes the same policy, and every policy is one the loader would
 * accept. Ids are declared in another order than the one they sort in. {@link GeneratedQuestions} makes the questions.
 */
public final class GeneratedPolicies {
    private final SplittableRandom random;
    private final Size most;

    private GeneratedPolicies(long seed, Size most) {
        this.random = new SplittableRandom(seed);
        this.most = most;
    }

    /** The most there can be of everything; at least one role, activity, level and rule there always is. */
    public record Size(
            int roles,
            int activities,
            int levels,
            int categories,
            int routes,
            int registers,
            int attributes,
            int values,
            int facts,
            int rules,
            int constraints) {

        /** Small enough to ask every question there is. */
        public static final Size SMALL = new Size(2, 2, 2, 2, 2, 2, 2, 3, 3, 6, 2);
        /** Small, but with attributes of many values, which the diagram treats otherwise. */
        public static final Size SPREAD = new Size(1, 2, 1, 2, 1, 1, 2, 12, 2, 9, 2);
        /** Large enough for rules to get in each other's way. */
        public static final Size LARGE = new Size(5, 4, 4, 4, 4, 3, 3, 12, 9, 24, 3);
    }

    /** The policy of a number, no larger than a size. */
    public static Policy policy(long seed, Size most) {
        Policy policy = new GeneratedPolicies(seed, most).policy();
        return SetsOfLevels.added(policy, new SplittableRandom(~seed));
    }

    /** The policy of a number whose facts of registers are true or false: others are known from the caller. */
    public static Policy ofPlainPeople(long seed, Size most) {
        Policy policy = policy(seed, most);
        Vocabulary words = policy.vocabulary();
        List<Fact> facts = words.facts().stream()
                .map(each -> each.domain().isBoolean()
                                && Element.named(each.id().value()).isEmpty()
                        ? each
                        : new Fact(
                                each.id(),
                                each.title(),
                                each.description(),
                                each.domain(),
                                Fact.KnownFrom.CALLER,
                                Fact.About.PERSON,
                                each.changedBy(),
                                each.mustBeSaid()))
                .toList();
        Vocabulary plain = new Vocabulary(
                words.roles(),
                words.activities(),
                words.levels(),
                words.categories(),
                words.routes(),
                words.attributes(),
                facts,
                words.registers(),
                words.obligations());
        return Sketch.policy(plain, policy.rules(), policy.constraints());
    }

    private Policy policy() {
        Vocabulary vocabulary = vocabulary();
        List<Rule> rules = words("rule", atLeastOne(most.rules)).stream()
                .map(word -> rule(word, vocabulary))
                .toList();
        List<Constraint> constraints = List.of();
        if (chance(40)) {
            constraints = words("constraint", atLeastOne(most.constraints)).stream()
                    .map(word -> new Constraint(
                            new Id.Constraint(word), condition(1, vocabulary), condition(1, vocabulary), "", List.of()))
                    .toList();
        }
        return Sketch.policy(vocabulary, rules, constraints);
    }

    private Vocabulary vocabulary() {
        List<VocabularyEntry<Id.Obligation>> obligations = terms("duty", 4, Id.Obligation::new);
        List<OptOutRegister> registers = words("register", upTo(most.registers)).stream()
                .map(this::register)
                .toList();
        List<ProjectAttribute> attributes = words("attribute", upTo(most.attributes)).stream()
                .flatMap(word -> attributes(word).stream())
                .toList();
        return new Vocabulary(
                terms("role", atLeastOne(most.roles), Id.Role::new),
                terms("activity", atLeastOne(most.activities), Id.Activity::new),
                words("level", atLeastOne(most.levels)).stream()
                        .map(word -> new Level(new Id.Level(word), word, "", chance(75)))
                        .toList(),
                words("category", upTo(most.categories)).stream()
                        .map(word -> new WorkCategory(
                                new Id.Category(word), word, "", "", "", "", duties(obligations), List.of()))
                        .toList(),
                withSources(
                        words("route", upTo(most.routes)).stream()
                                .map(word -> route(word, registers, obligations))
                                .toList(),
                        attributes),
                attributes,
                words("fact", upTo(most.facts)).stream()
                        .flatMap(word -> facts(word).stream())
                        .toList(),
                registers,
                withImplied(obligations));
    }

    /** The duty that a mode brings by itself has to be declared, as the loader asks. */
    private static List<VocabularyEntry<Id.Obligation>> withImplied(List<VocabularyEntry<Id.Obligation>> obligations) {
        List<VocabularyEntry<Id.Obligation>> all = new ArrayList<>(obligations);
        all.add(new VocabularyEntry<>(Vocabulary.DECLARE_OPT_OUT_HANDLING, "", ""));
        return all;
    }

    private OptOutRegister register(String word) {
        return new OptOutRegister(
                new Id.Register(word),
                word,
                "",
                "list-of-" + word,
                chance(50) ? OptOutRegister.Keep.ABSENT : OptOutRegister.Keep.PRESENT,
                chance(50) ? Optional.of("include_" + word) : Optional.empty(),
                any(List.of(ChangedBy.values())),
                chance(50) ? Set.of("approver-of-" + word) : Set.of());
    }

    private Route route(String word, List<OptOutRegister> registers, List<VocabularyEntry<Id.Obligation>> obligations) {
        Map<Id.Register, Mode> modes = new HashMap<>();
        registers.forEach(each -> modes.put(each.id(), any(List.of(Mode.values()))));
        Map<Id.Register, PatientList> lists = new HashMap<>();
        for (OptOutRegister each : registers) {
            if (chance(15)) {
                lists.put(each.id(), new PatientList("list-on-" + word, any(List.of(OptOutRegister.Keep.values()))));
            }
        }
        return new Route(new Id.Route(word), word, "", modes, lists, List.of(), duties(obligations));
    }

    /** Routes with outputs, each with ways that they come from, where there are others. */
    private List<Route> withSources(List<Route> routes, List<ProjectAttribute> attributes) {
        return routes.stream()
                .map(route -> route.modes().containsValue(Mode.DERIVED)
                        ? route.withSources(sources(route, routes, attributes))
                        : route)
                .toList();
    }

    private List<Route.Source> sources(Route outputs, List<Route> routes, List<ProjectAttribute> attributes) {
        List<Route.Source> sources = new ArrayList<>();
        for (Route each : routes) {
            if (!each.equals(outputs) && (sources.isEmpty() || chance(50))) {
                Condition when = Condition.ALWAYS;
                if (!attributes.isEmpty() && chance(40)) {
                    ProjectAttribute about = any(attributes);
                    when = new Condition.AttributeIs(about.id(), some(about.values(), value -> value));
                }
                sources.add(new Route.Source(each.id(), when));
            }
        }
        return sources;
    }

    /** Mostly one; a set is one for each element. */
    private List<ProjectAttribute> attributes(String word) {
        ChangedBy changer = any(List.of(ChangedBy.values()));
        List<ProjectAttribute> attributes = new ArrayList<>();
        domains(word, 70).forEach((name, domain) -> {
            Id.Attribute id = new Id.Attribute(name);
            if (domain.equals(Domain.BOOLEAN) && Element.named(name).isEmpty() && chance(30)) {
                Set<Id.Project> listed = Set.of(new Id.Project("project-" + random.nextInt(3)));
                attributes.add(
                        new ProjectAttribute(id, word, "", domain, ChangedBy.NOBODY, Optional.of(listed), Set.of()));
            } else {
                Set<Id.Value> finals = chance(30) ? Set.of(any(domain.values())) : Set.of();
                attributes.add(new ProjectAttribute(id, word, "", domain, changer, Optional.empty(), finals));
            }
        });
        return attributes;
    }

    /** The domain of something by its name, or those of the elements of a set. */
    private Map<String, Domain> domains(String word, int percentWithValues) {
        Map<String, Domain> domains = new LinkedHashMap<>();
        if (chance(12)) {
            Optional<Boolean> unsaid = chance(50) ? Optional.of(chance(30)) : Optional.empty();
            words("value", 1 + random.nextInt(2))
                    .forEach(value -> domains.put(new Element(word, value).name(), Domain.ofElement(unsaid)));
        } else if (chance(percentWithValues)) {
            List<Id.Value> values = words("value", 2 + random.nextInt(most.values - 1)).stream()
                    .map(Id.Value::new)
                    .toList();
            domains.put(word, new Domain(values, chance(40) ? Optional.of(any(values)) : Optional.empty()));
        } else {
            domains.put(word, Domain.BOOLEAN);
        }
        return domains;
    }

    private List<Fact> facts(String word) {
        Fact.KnownFrom from = any(List.of(Fact.KnownFrom.values()));
        Fact.About about = from == Fact.KnownFrom.REGISTER ? any(List.of(Fact.About.values())) : Fact.About.PERSON;
        ChangedBy changer = any(List.of(ChangedBy.values()));
        return domains(word, 25).entrySet().stream()
                .map(each -> new Fact(
                        new Id.Fact(each.getKey()),
                        word,
                        "",
                        each.getValue(),
                        from,
                        about,
                        changer,
                        MustBeSaid.UNMARKED))
                .toList();
    }

    private Rule rule(String word, Vocabulary vocabulary) {
        boolean permit = chance(72);
        Set<Id.Level> levels = some(vocabulary.levels(), Level::id);
        Set<Id.Route> routes = some(vocabulary.routes(), Route::id);
        return new Rule(
                new Id.Rule(word),
                permit ? Effect.PERMIT : Effect.FORBID,
                "",
                "",
                new Reach(
                        some(vocabulary.roles(), VocabularyEntry::id),
                        some(vocabulary.activities(), VocabularyEntry::id),
                        levels,
                        some(vocabulary.categories(), WorkCategory::id),
                        routes),
                condition(permit ? 2 : 1, vocabulary),
                permit ? stances(levels, routes, vocabulary) : Map.of(),
                permit ? duties(vocabulary.obligations()) : Set.of(),
                List.of());
    }

    /** A stance wherever one is needed, only {@code allowed} where nothing else is accepted, and some that are idle. */
    private Map<Id.Register, Stance> stances(Set<Id.Level> levels, Set<Id.Route> routes, Vocabulary vocabulary) {
        boolean patientData =
                vocabulary.levels().stream().anyMatch(each -> each.patientData() && levels.contains(each.id()));
        Map<Id.Register, Stance> stances = new HashMap<>();
        for (OptOutRegister register : vocabulary.registers()) {
            Set<Mode> modes = EnumSet.of(Mode.NOT_APPLICABLE);
            if (patientData) {
                vocabulary.routes().stream()
                        .filter(each -> routes.contains(each.id()))
                        .forEach(each -> modes.add(each.modes().getOrDefault(register.id(), Mode.NOT_APPLICABLE)));
            }
            if (modes.contains(Mode.UNFILTERED) || modes.contains(Mode.UNENFORCEABLE)) {
                stances.put(register.id(), Stance.ALLOWED);
            } else if (modes.size() > 1 || chance(20)) {
                stances.put(register.id(), any(List.of(Stance.values())));
            }
        }
        return stances;
    }

    private Condition condition(int depth, Vocabulary vocabulary) {
        int kind = random.nextInt(100);
        if (kind < 8) {
            return Condition.ALWAYS;
        }
        if (depth == 0 || kind < 40) {
            return atom(vocabulary);
        }
        if (kind < 55) {
            return new Condition.Not(condition(depth - 1, vocabulary));
        }
        List<Condition> parts = IntStream.range(0, kind < 57 ? 0 : atLeastOne(3))
                .mapToObj(part -> condition(depth - 1, vocabulary))
                .toList();
        return kind < 80 ? new Condition.All(parts) : new Condition.AnyOf(parts);
    }

    private Condition atom(Vocabulary vocabulary) {
        List<Condition> atoms = new ArrayList<>();
        vocabulary
                .facts()
                .forEach(each -> atoms.add(new Condition.FactIs(
                        each.id(),
                        each.domain().isBoolean()
                                ? Domain.ONLY_TRUE
                                : some(each.domain().values(), Function.identity()))));
        vocabulary.registers().forEach(each -> atoms.add(new Condition.Permitted(each.id())));
        vocabulary.registers().forEach(each -> atoms.add(new Condition.EverPermitted(each.id())));
        vocabulary
                .attributes()
                .forEach(each ->
                        atoms.add(new Condition.AttributeIs(each.id(), some(each.values(), Function.identity()))));
        if (chance(12)) {
            same(vocabulary).ifPresent(atoms::add);
        }
        return atoms.isEmpty() ? Condition.ALWAYS : any(atoms);
    }

    /** That an attribute and a fact have the same value, where the two have the same values. */
    private static Optional<Condition> same(Vocabulary vocabulary) {
        for (ProjectAttribute attribute : vocabulary.attributes()) {
            for (Fact fact : vocabulary.facts()) {
                Set<Id.Value> both = new TreeSet<>(attribute.values());
                both.retainAll(fact.domain().values());
                if (both.size() == attribute.values().size()
                        && both.size() == fact.domain().values().size()) {
                    List<Condition> cases = new ArrayList<>();
                    for (Id.Value each : both) {
                        cases.add(new Condition.All(List.of(
                                new Condition.AttributeIs(attribute.id(), Set.of(each)),
                                new Condition.FactIs(fact.id(), Set.of(each)))));
                    }
                    return Optional.of(new Condition.AnyOf(cases));
                }
            }
        }
        return Optional.empty();
    }

    /** All of them in a third of the cases, otherwise one or two or so. */
    private <T, I extends Id> Set<I> some(Collection<T> declared, Function<T, I> id) {
        List<I> ids = declared.stream().map(id).toList();
        if (ids.isEmpty() || chance(33)) {
            return new TreeSet<>(ids);
        }
        Set<I> some = new TreeSet<>();
        do {
            some.add(any(ids));
        } while (chance(40));
        return some;
    }

    private Set<Id.Obligation> duties(List<VocabularyEntry<Id.Obligation>> obligations) {
        Set<Id.Obligation> duties = new TreeSet<>();
        while (chance(35)) {
            duties.add(any(obligations).id());
        }
        return duties;
    }

    private <I extends Id> List<VocabularyEntry<I>> terms(String kind, int count, Function<String, I> id) {
        return words(kind, count).stream()
                .map(word -> new VocabularyEntry<>(id.apply(word), word, ""))
                .toList();
    }

    /** Words such as {@code fact-3}, in no particular order. */
    private List<String> words(String kind, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            words.add(random.nextInt(words.size() + 1), kind + "-" + i);
        }
        return words;
    }

    private int atLeastOne(int most) {
        return 1 + random.nextInt(most);
    }

    /** None in a quarter of the cases. */
    private int upTo(int most) {
        return most == 0 || chance(25) ? 0 : atLeastOne(most);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
