package dev.remit.analyze.mutation;

import dev.remit.analyze.Progress;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.OutcomeTable;
import dev.remit.decide.Question;
import dev.remit.diagram.CompiledPolicy;
import dev.remit.diagram.Variants;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.model.Policy;
import dev.remit.model.Project;
import dev.remit.model.RegisterVariables;
import dev.remit.model.Registers;
import dev.remit.model.Space;
import dev.remit.model.Timeline;
import dev.remit.model.TooLargeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Finds exactly which single edits of a policy a suite would notice. Every edit is compiled. Edits that change no
 * answer are proved equivalent on the diagram and set aside; each of the others must make some case fail.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class Adequacy {
    /** The allowance of nodes: edited copies share most of theirs, but there are many copies. */
    private static final int BUDGET = 8 * CompiledPolicy.ALLOWED;

    private final Space space;
    private final Policy policy;
    private final Map<Id.Project, Project> projects;
    private final RegisterVariables registered;
    private final Variants variants;
    private final Map<Mutant, Mutants.Made> mutants = new LinkedHashMap<>();
    /** By the mutant; of projects that leave one closed list by that list, since for each the policy is the same. */
    private final Map<Object, Variants.Variant> compiled = new LinkedHashMap<>();

    private Adequacy(CompiledPolicy compiled, Registers registers) {
        space = compiled.space();
        policy = compiled.policy();
        projects = registers.projectsByName();
        registered = new RegisterVariables(policy.vocabulary(), space);
        variants = new Variants(compiled, BUDGET);
        Mutants.of(compiled.policy(), variants).forEach(made -> mutants.put(made.mutant(), made));
    }

    /**
     * Prepares to measure suites of the policy of a decision point, beside its registers.
     *
     * @param registers the registers whose projects suites can name; a project on a closed list that is not there changes
     *     no case
     * @throws TooLargeException if the policy is too large to be compared with its edits; measuring throws it too
     */
    public static Adequacy of(DecisionPoint decisions, Registers registers) {
        return named(() -> new Adequacy(decisions.compiled(), registers));
    }

    private static <T> T named(Supplier<T> work) {
        try {
            return work.get();
        } catch (TooLargeException full) {
            throw full.about("what the edits of the policy change", List.of(), List.of());
        }
    }

    /** Every single edit of a policy, by subject and edit; nothing is compiled. */
    public static List<Mutant> edits(Policy policy) {
        return Mutants.named(policy);
    }

    /**
     * Measures which edits a suite notices.
     *
     * @param probes the expectations of the suite, all met by the policy as it is
     */
    public AdequacyReport measure(List<Probe> probes, Progress progress) {
        Map<Mutant, String> killed = new LinkedHashMap<>();
        List<AdequacyReport.Survivor> survived = new ArrayList<>();
        List<Mutant> equivalent = new ArrayList<>();
        Probing probing = new Probing(probes, space, variants.original());
        int done = 0;
        for (Mutant mutant : mutants.keySet()) {
            Optional<ExampleQuestion> difference = difference(mutant);
            if (difference.isEmpty()) {
                equivalent.add(mutant);
            } else {
                probing.failing(variant(mutant), about(mutant), 1).stream()
                        .findFirst()
                        .ifPresentOrElse(
                                place -> killed.put(mutant, probes.get(place).name()),
                                () -> survived.add(survivor(mutant, difference.get())));
            }
            progress.at(++done, mutants.size());
        }
        return new AdequacyReport(killed, survived, equivalent);
    }

    private AdequacyReport.Survivor survivor(Mutant mutant, ExampleQuestion question) {
        Variants.Variant variant = variant(mutant);
        return new AdequacyReport.Survivor(
                mutant,
                question,
                new OutcomeTable(variant.policy())
                        .outcome(variant.find(question.assignment().values())));
    }

    /** A question that an edit answers differently; empty if there is none. */
    private Optional<ExampleQuestion> difference(Mutant mutant) {
        Variants.Variant variant = variant(mutant);
        Optional<Id.Project> listed = made(mutant).project();
        if (listed.isEmpty()) {
            return variant.says(variants.original())
                    ? Optional.empty()
                    : variant.tellApart(variants.original()).map(ExampleQuestion::of);
        }
        Project project = projects.get(listed.get());
        if (project == null) {
            return Optional.empty();
        }
        for (Period stretch : Timeline.of(project.periods()).stretches()) {
            LocalDate day = Timeline.day(stretch);
            Optional<Assignment> question = registered
                    .with(Assignment.open(space), project.on(day))
                    .flatMap(state -> variant.tellApart(variants.original(), state, registered.ofProjects()));
            if (question.isPresent()) {
                Instant at = day.atStartOfDay(policy.header().zone()).toInstant();
                return Optional.of(
                        new ExampleQuestion(question.get(), Optional.of(new ExampleQuestion.Named(project.id(), at))));
            }
        }
        return Optional.empty();
    }

    /** Which probes can notice an edit: where a project leaves a list, those that name it. */
    private Predicate<Probe> about(Mutant mutant) {
        return made(mutant)
                .project()
                .<Predicate<Probe>>map(listed -> {
                    List<String> names = Optional.ofNullable(projects.get(listed)).stream()
                            .flatMap(each -> each.names().stream())
                            .map(Id.Project::value)
                            .toList();
                    return probe -> probe.decisions().get(0).question().project()
                                    instanceof Question.ProjectReference.Registered named
                            && names.contains(named.id());
                })
                .orElse(probe -> true);
    }

    /**
     * For each of some edits, the places of all probes that fail under it, ascending.
     *
     * @throws IllegalArgumentException if one of them is no edit of the policy
     */
    public Map<Mutant, List<Integer>> noticing(Collection<Mutant> edits, List<Probe> probes, Progress progress) {
        Probing probing = new Probing(probes, space, variants.original());
        Map<Mutant, List<Integer>> noticing = new LinkedHashMap<>();
        for (Mutant edit : edits) {
            noticing.put(edit, probing.failing(variant(edit), about(edit), probes.size()));
            progress.at(noticing.size(), edits.size());
        }
        return noticing;
    }

    private Variants.Variant variant(Mutant mutant) {
        Object key = made(mutant).project().isPresent() ? mutant.subject() : mutant;
        return compiled.computeIfAbsent(
                key, absent -> named(() -> made(mutant).compile().get()));
    }

    private Mutants.Made made(Mutant mutant) {
        Mutants.Made made = mutants.get(mutant);
        if (made == null) {
            throw new IllegalArgumentException("edit: not one of this policy: " + mutant);
        }
        return made;
    }
}
