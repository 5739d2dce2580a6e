package dev.remit.analyze.mutation;

import dev.remit.analyze.region.ConditionEdits;
import dev.remit.diagram.Variants;
import dev.remit.model.Condition;
import dev.remit.model.Constraint;
import dev.remit.model.Domain;
import dev.remit.model.Effect;
import dev.remit.model.Id;
import dev.remit.model.Mode;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Route;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.Stance;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import dev.remit.model.WorkCategory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Every single edit of a policy that still loads: rules dropped, flipped, widened or narrowed by one; conditions, stances,
 * modes and constraints changed; obligations dropped; projects taken off closed lists.
 */
final class Mutants {
    private final Policy policy;
    private final Vocabulary vocabulary;
    private final Space space;
    private final List<Edit> made = new ArrayList<>();

    /**
     * A mutant and how to compile it.
     *
     * @param project the project that leaves a closed list, if that is the edit; the variant is that it stands on none, and
     *     only questions about the project count
     */
    record Made(Mutant mutant, Optional<Id.Project> project, Supplier<Variants.Variant> compile) {}

    /** A mutant and how to compile it among the variants of its policy. */
    private record Edit(Mutant mutant, Optional<Id.Project> project, Function<Variants, Variants.Variant> compile) {
        Edit(Mutant mutant, Function<Variants, Variants.Variant> compile) {
            this(mutant, Optional.empty(), compile);
        }
    }

    private Mutants(Policy policy) {
        this.policy = policy;
        vocabulary = policy.vocabulary();
        space = Space.of(vocabulary);
    }

    /** All mutants, in the order of their subjects and edits. */
    static List<Made> of(Policy policy, Variants variants) {
        return edits(policy).stream()
                .map(edit -> new Made(edit.mutant, edit.project, () -> edit.compile.apply(variants)))
                .toList();
    }

    /** The mutants without the means to compile them, in the same order. */
    public static List<Mutant> named(Policy policy) {
        return edits(policy).stream().map(Edit::mutant).toList();
    }

    private static List<Edit> edits(Policy policy) {
        Mutants mutants = new Mutants(policy);
        for (int place = 0; place < policy.rules().size(); place++) {
            mutants.new OfRule(place).all();
        }
        mutants.constraints();
        mutants.routes();
        mutants.categories();
        mutants.lists();
        return mutants.made.stream()
                .sorted((one, other) -> one.mutant.compareTo(other.mutant))
                .toList();
    }

    /** The edits of one rule. */
    private final class OfRule {
        private final int place;
        private final Rule rule;

        OfRule(int place) {
            this.place = place;
            rule = policy.rules().get(place);
        }

        void all() {
            made.add(new Edit(mutant("drop the rule"), variants -> variants.exchanging(place, Optional.empty())));
            flip();
            space.dimensions().forEach(this::sets);
            ConditionEdits.edits(rule.when(), vocabulary)
                    .forEach((edit, condition) -> put(edit, rule.withWhen(condition)));
            stances();
            for (Id.Obligation duty : rule.obligations()) {
                put("drop obligation " + duty, rule.withObligations(without(rule.obligations(), duty)));
            }
        }

        private Mutant mutant(String edit) {
            return new Mutant(PolicyPath.of(rule.id()), Optional.of(rule.id()), edit);
        }

        private void put(String edit, Rule edited) {
            loaded(edited, vocabulary)
                    .ifPresent(rule -> made.add(
                            new Edit(mutant(edit), variants -> variants.exchanging(place, Optional.of(rule)))));
        }

        private void flip() {
            switch (rule.effect()) {
                case PERMIT -> put("forbid instead", rule.withEffect(Effect.FORBID));
                case FORBID -> put("permit instead", rule.withEffect(Effect.PERMIT));
            }
        }

        private void sets(Variable dimension) {
            TreeSet<String> members = new TreeSet<>();
            rule.reach().set(dimension.kind()).forEach(each -> members.add(each.value()));
            for (String each : dimension.values()) {
                boolean narrow = members.contains(each);
                TreeSet<String> changed = new TreeSet<>(members);
                if (narrow ? changed.remove(each) && !changed.isEmpty() : changed.add(each)) {
                    put(
                            (narrow ? "narrow " : "widen ") + dimension.name() + " by " + each,
                            rule.withReach(rule.reach().with(dimension.kind(), changed)));
                }
            }
        }

        private void stances() {
            rule.stances().forEach((register, stance) -> {
                for (Stance other : Stance.values()) {
                    if (other != stance) {
                        Map<Id.Register, Stance> changed = new TreeMap<>(rule.stances());
                        changed.put(register, other);
                        put("change the stance on " + register + " to " + other.word(), rule.withStances(changed));
                    }
                }
            });
        }
    }

    /** An edited rule as the loader would leave it, or empty if the loader would refuse it. */
    private static Optional<Rule> loaded(Rule edited, Vocabulary vocabulary) {
        return edited.withEveryStance(vocabulary).checked(vocabulary);
    }

    private void constraints() {
        for (int i = 0; i < policy.constraints().size(); i++) {
            int place = i;
            Constraint constraint = policy.constraints().get(i);
            Mutant drop = new Mutant(PolicyPath.of(constraint.id()), Optional.empty(), "drop the constraint");
            edited(drop, () -> withConstraint(place, Optional.empty()));
            ConditionEdits.edits(constraint.given(), vocabulary)
                    .forEach((edit, condition) -> edited(
                            new Mutant(PolicyPath.of(constraint.id()).then("if"), Optional.empty(), edit),
                            () -> withConstraint(
                                    place,
                                    Optional.of(new Constraint(
                                            constraint.id(),
                                            condition,
                                            constraint.then(),
                                            constraint.because(),
                                            constraint.cites())))));
            ConditionEdits.edits(constraint.then(), vocabulary)
                    .forEach((edit, condition) -> edited(
                            new Mutant(PolicyPath.of(constraint.id()).then("then"), Optional.empty(), edit),
                            () -> withConstraint(
                                    place,
                                    Optional.of(new Constraint(
                                            constraint.id(),
                                            constraint.given(),
                                            condition,
                                            constraint.because(),
                                            constraint.cites())))));
        }
    }

    /**
     * The policy with one constraint replaced. A dropped constraint stays in its place and always holds, so that the
     * others keep their places.
     */
    private Policy withConstraint(int place, Optional<Constraint> other) {
        List<Constraint> constraints = new ArrayList<>(policy.constraints());
        Constraint before = constraints.get(place);
        constraints.set(
                place,
                other.orElseGet(() -> new Constraint(
                        before.id(), Condition.ALWAYS, Condition.ALWAYS, before.because(), before.cites())));
        return new Policy(policy.header(), vocabulary, policy.rules(), constraints, policy.rulings(), policy.clauses());
    }

    private void routes() {
        for (Route route : vocabulary.routes()) {
            PolicyPath subject = PolicyPath.of(route.id());
            for (Id.Obligation duty : route.obligations()) {
                edited(
                        new Mutant(subject, Optional.empty(), "drop obligation " + duty),
                        () -> withRoute(route.withObligations(without(route.obligations(), duty))));
            }
            sources(route);
            for (OptOutRegister register : vocabulary.registers()) {
                Mode mode = route.mode(register.id());
                for (Mode other : Mode.values()) {
                    if (other != mode
                            && !(other.isOfOutputs() && route.sources().isEmpty())) {
                        mode(route, register.id(), other);
                    }
                }
            }
        }
    }

    /** Outputs that come from one way fewer, or from one way for every project. */
    private void sources(Route route) {
        for (Route.Source source : route.sources()) {
            List<Route.Source> others = route.sources().stream()
                    .filter(each -> !each.equals(source))
                    .toList();
            if (!others.isEmpty()) {
                edited(
                        new Mutant(PolicyPath.of(route.id()), Optional.empty(), "drop the source " + source.route()),
                        () -> withRoute(route.withSources(others)));
            }
            if (!source.when().equals(Condition.ALWAYS)) {
                List<Route.Source> wider = new ArrayList<>(others);
                wider.add(new Route.Source(source.route(), Condition.ALWAYS));
                edited(
                        new Mutant(
                                PolicyPath.of(route.id()),
                                Optional.empty(),
                                "drop the condition of the source " + source.route()),
                        () -> withRoute(route.withSources(wider)));
            }
        }
    }

    private void mode(Route route, Id.Register register, Mode other) {
        Map<Id.Register, Mode> modes = new TreeMap<>(route.modes());
        modes.put(register, other);
        Policy edited = withRoute(route.withModes(modes));
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            Optional<Rule> loaded = loaded(rule, edited.vocabulary());
            if (loaded.isEmpty()) {
                return;
            }
            rules.add(loaded.get());
        }
        edited(
                new Mutant(
                        PolicyPath.of(route.id()),
                        Optional.empty(),
                        "change the mode of " + register + " to " + other.word()),
                () -> new Policy(
                        policy.header(),
                        edited.vocabulary(),
                        rules,
                        policy.constraints(),
                        policy.rulings(),
                        policy.clauses()));
    }

    private Policy withRoute(Route other) {
        List<Route> routes = vocabulary.routes().stream()
                .map(each -> each.id().equals(other.id()) ? other : each)
                .toList();
        return withVocabulary(vocabulary.withRoutes(routes));
    }

    private void categories() {
        for (WorkCategory category : vocabulary.categories()) {
            for (Id.Obligation duty : category.obligations()) {
                WorkCategory other = new WorkCategory(
                        category.id(),
                        category.title(),
                        category.why(),
                        category.what(),
                        category.who(),
                        category.when(),
                        without(category.obligations(), duty),
                        category.cites());
                List<WorkCategory> categories = vocabulary.categories().stream()
                        .map(each -> each.id().equals(other.id()) ? other : each)
                        .toList();
                edited(
                        new Mutant(PolicyPath.of(category.id()), Optional.empty(), "drop obligation " + duty),
                        () -> withVocabulary(vocabulary.withCategories(categories)));
            }
        }
    }

    /** Closed lists from which one project is missing. */
    private void lists() {
        for (ProjectAttribute each : vocabulary.attributes()) {
            PolicyPath subject = PolicyPath.of(each.id());
            for (Id.Project project : each.trueOnlyFor().orElse(Set.of())) {
                made.add(new Edit(
                        new Mutant(subject, Optional.empty(), "take " + project + " off the list"),
                        Optional.of(project),
                        variants -> variants.edited(
                                policy.given(space.attribute(each.id()).name(), Domain.FALSE.value()))));
            }
        }
    }

    private Policy withVocabulary(Vocabulary edited) {
        return new Policy(
                policy.header(), edited, policy.rules(), policy.constraints(), policy.rulings(), policy.clauses());
    }

    private void edited(Mutant mutant, Supplier<Policy> edited) {
        made.add(new Edit(mutant, variants -> variants.edited(edited.get())));
    }

    private static <T extends Comparable<? super T>> Set<T> without(Collection<T> all, T one) {
        Set<T> rest = new TreeSet<>(all);
        rest.remove(one);
        return rest;
    }
}
