package dev.remit.decide;

import dev.remit.model.Assignment;
import dev.remit.model.ChangedBy;
import dev.remit.model.Condition;
import dev.remit.model.Constraint;
import dev.remit.model.Effect;
import dev.remit.model.Fact;
import dev.remit.model.Header;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.Mode;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Policy;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Reach;
import dev.remit.model.Route;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.Stance;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import dev.remit.model.VocabularyEntry;
import dev.remit.model.WorkCategory;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A policy drawn in a few words, for tests. What a test does not declare is one role, one activity and one level, all
 * named {@code only}, and nothing else; what a rule does not say it says of everything.
 */
public final class Sketch {
    private final Set<String> roles = new LinkedHashSet<>();
    private final Set<String> activities = new LinkedHashSet<>();
    private final List<Level> levels = new ArrayList<>();
    private final List<WorkCategory> categories = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private final List<ProjectAttribute> attributes = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<OptOutRegister> registers = new ArrayList<>();
    private final List<RuleSketch> rules = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();

    public Sketch roles(String... ids) {
        roles.addAll(List.of(ids));
        return this;
    }

    public Sketch activities(String... ids) {
        activities.addAll(List.of(ids));
        return this;
    }

    public Sketch levels(String... ids) {
        List.of(ids).forEach(id -> levels.add(new Level(new Id.Level(id), id, "", true)));
        return this;
    }

    public Sketch levelWithoutPatientData(String id) {
        levels.add(new Level(new Id.Level(id), id, "", false));
        return this;
    }

    public Sketch categories(String... ids) {
        List.of(ids).forEach(this::category);
        return this;
    }

    public Sketch category(String id, String... obligations) {
        categories.add(new WorkCategory(
                new Id.Category(id), id, "", "", "", "", ids(Id.Obligation::new, obligations), List.of()));
        return this;
    }

    public Sketch routes(String... ids) {
        List.of(ids).forEach(id -> route(id, Map.of()));
        return this;
    }

    /** A route with a mode for some registers, not applicable to the others. */
    public Sketch route(String id, Map<String, Mode> modes, String... obligations) {
        Map<Id.Register, Mode> byRegister = new HashMap<>();
        modes.forEach((register, mode) -> byRegister.put(new Id.Register(register), mode));
        routes.add(new Route(
                new Id.Route(id), id, "", byRegister, Map.of(), List.of(), ids(Id.Obligation::new, obligations)));
        return this;
    }

    /** Says of the route that was added last where its outputs come from. */
    public Sketch derivedFrom(String... from) {
        return derivedFrom(Condition.ALWAYS, from);
    }

    /** Says of the route that was added last where the outputs of some projects come from. */
    public Sketch derivedFrom(Condition when, String... from) {
        Route last = routes.remove(routes.size() - 1);
        List<Route.Source> sources = new ArrayList<>(last.sources());
        List.of(from).forEach(each -> sources.add(new Route.Source(new Id.Route(each), when)));
        routes.add(last.withSources(sources));
        return this;
    }

    public Sketch attribute(String id, String... values) {
        List<Id.Value> all = Arrays.stream(values).map(Id.Value::new).toList();
        attributes.add(new ProjectAttribute(new Id.Attribute(id), id, "", all, ChangedBy.APPROVER));
        return this;
    }

    public Sketch facts(String... ids) {
        for (String id : ids) {
            facts.add(new Fact(new Id.Fact(id), id, "", Fact.KnownFrom.CALLER, Fact.About.PERSON, ChangedBy.REQUESTER));
        }
        return this;
    }

    public Sketch register(String id) {
        registers.add(new OptOutRegister(
                new Id.Register(id),
                id,
                "",
                "list-of-" + id,
                OptOutRegister.Keep.ABSENT,
                Optional.of("include_" + id),
                ChangedBy.APPROVER));
        return this;
    }

    public Sketch constraint(String id, Condition given, Condition then) {
        constraints.add(new Constraint(new Id.Constraint(id), given, then, "", List.of()));
        return this;
    }

    public Sketch rules(RuleSketch... more) {
        rules.addAll(List.of(more));
        return this;
    }

    public Policy policy() {
        if (levels.isEmpty()) {
            levels("only");
        }
        Vocabulary vocabulary = new Vocabulary(
                terms(roles, Id.Role::new),
                terms(activities, Id.Activity::new),
                levels,
                categories,
                routes,
                attributes,
                facts,
                registers,
                List.of());
        List<Rule> complete = rules.stream().map(each -> each.rule(vocabulary)).toList();
        return policy(vocabulary, complete, constraints);
    }

    /** A policy of given parts, with a header that says nothing. */
    public static Policy policy(Vocabulary vocabulary, List<Rule> rules, List<Constraint> constraints) {
        Header header = new Header(
                new Id.Policy("sketch"),
                "1",
                "",
                "",
                "",
                ZoneOffset.UTC,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new Policy(header, vocabulary, rules, constraints, List.of(), List.of());
    }

    private static <I extends Id> List<VocabularyEntry<I>> terms(Set<String> words, Function<String, I> id) {
        return (words.isEmpty() ? Set.of("only") : words)
                .stream()
                        .map(word -> new VocabularyEntry<>(id.apply(word), word, ""))
                        .toList();
    }

    /**
     * A question in words such as {@code route=direct} or {@code named=true}. The role, activity and level not said are
     * the first of the vocabulary; everything else not said is left open, and wishes are unstated.
     */
    public static Assignment ask(Policy policy, String... words) {
        Space space = Space.of(policy.vocabulary());
        Assignment question = Assignment.open(space)
                .with(space.role(), 0)
                .with(space.activity(), 0)
                .with(space.level(), 0);
        for (String word : words) {
            int at = word.indexOf('=');
            Variable variable = space.find(word.substring(0, at)).orElseThrow();
            question = question.with(
                    variable, variable.ordinal(word.substring(at + 1)).orElseThrow());
        }
        return question;
    }

    public static Condition fact(String id) {
        return Condition.holds(new Id.Fact(id));
    }

    public static Condition is(String attribute, String... values) {
        return new Condition.AttributeIs(new Id.Attribute(attribute), ids(Id.Value::new, values));
    }

    public static Condition holdsPermission(String register) {
        return new Condition.Permitted(new Id.Register(register));
    }

    public static Condition not(Condition condition) {
        return new Condition.Not(condition);
    }

    public static Condition all(Condition... parts) {
        return new Condition.All(List.of(parts));
    }

    public static Condition anyOf(Condition... parts) {
        return new Condition.AnyOf(List.of(parts));
    }

    public static RuleSketch permit(String id) {
        return new RuleSketch(Effect.PERMIT, id);
    }

    public static RuleSketch forbid(String id) {
        return new RuleSketch(Effect.FORBID, id);
    }

    private static <I extends Id> Set<I> ids(Function<String, I> id, String... words) {
        return Arrays.stream(words).map(id).collect(Collectors.toSet());
    }

    /** A rule drawn in a few words. */
    public static final class RuleSketch {
        private final Effect effect;
        private final String id;
        private final Map<String, Set<String>> sets = new HashMap<>();
        private final Map<Id.Register, Stance> stances = new HashMap<>();
        private Condition when = Condition.ALWAYS;
        private Set<Id.Obligation> obligations = Set.of();

        private RuleSketch(Effect effect, String id) {
            this.effect = effect;
            this.id = id;
        }

        public RuleSketch by(String... roles) {
            return set("role", roles);
        }

        public RuleSketch to(String... activities) {
            return set("activity", activities);
        }

        public RuleSketch levels(String... levels) {
            return set("level", levels);
        }

        public RuleSketch in(String... categories) {
            return set("category", categories);
        }

        public RuleSketch via(String... routes) {
            return set("route", routes);
        }

        private RuleSketch set(String kind, String... words) {
            sets.put(kind, Set.of(words));
            return this;
        }

        public RuleSketch when(Condition condition) {
            when = condition;
            return this;
        }

        public RuleSketch stance(String register, Stance stance) {
            stances.put(new Id.Register(register), stance);
            return this;
        }

        public RuleSketch obligations(String... words) {
            obligations = ids(Id.Obligation::new, words);
            return this;
        }

        private Rule rule(Vocabulary vocabulary) {
            return new Rule(
                    new Id.Rule(id),
                    effect,
                    "",
                    "",
                    new Reach(
                            said("role", vocabulary.roles(), VocabularyEntry::id),
                            said("activity", vocabulary.activities(), VocabularyEntry::id),
                            said("level", vocabulary.levels(), Level::id),
                            said("category", vocabulary.categories(), WorkCategory::id),
                            said("route", vocabulary.routes(), Route::id)),
                    when,
                    stances,
                    obligations,
                    List.of());
        }

        private <T, I extends Id> Set<I> said(String kind, Collection<T> declared, Function<T, I> id) {
            Set<String> words = sets.get(kind);
            Set<I> said = new HashSet<>();
            for (T each : declared) {
                if (words == null || words.contains(id.apply(each).value())) {
                    said.add(id.apply(each));
                }
            }
            return said;
        }
    }
}
