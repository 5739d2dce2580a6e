package dev.remit.decide;

import dev.remit.model.Assignment;
import dev.remit.model.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one question in one role, with everything known about why.
 *
 * <p>The {@link #outcome} is made once and shared. What is missing, what would settle it, the nearest rules and the
 * {@linkplain #explain explanation} are worked out when asked for. Immutable and safe to share.
 */
public final class Decision {
    /** How many settlements and changes are told at most. */
    static final int MOST_TOLD = 16;

    private final Engine engine;
    private final Outcome outcome;
    private final Assignment assignment;
    private final Question question;
    private final Optional<String> person;
    private final Instant at;
    private final Optional<String> registers;
    // Several threads may each work it out, and all find the same.
    private @Nullable List<NearMiss> nearest;

    /**
     * The answer to a question.
     *
     * @param person the id of the person asked about, if one was
     * @param registers which registers it was asked with; empty for the bundle's own
     */
    Decision(
            Engine engine,
            Outcome outcome,
            Assignment assignment,
            Question question,
            Optional<String> person,
            Instant at,
            Optional<String> registers) {
        this.engine = engine;
        this.outcome = outcome;
        this.assignment = assignment;
        this.question = question;
        this.person = person;
        this.at = at;
        this.registers = registers;
    }

    /** The same question, as another engine for the same words answers it. */
    Decision by(Engine other, Outcome given) {
        return new Decision(other, given, assignment, question, person, at, registers);
    }

    /** True only for a permit. */
    public boolean permitted() {
        return outcome.permitted();
    }

    /** The answer. */
    public Answer answer() {
        return outcome.answer();
    }

    /** What the answer rests on. */
    public Basis basis() {
        return outcome.basis();
    }

    /** What the policy says, shared between all questions that get the same answer. */
    public Outcome outcome() {
        return outcome;
    }

    /** For a permit, the grants; whoever acts, acts under one of them. */
    public List<Grant> grants() {
        return outcome.grants();
    }

    /** The duties of all grants together. */
    public Set<Id.Obligation> obligations() {
        return outcome.obligations();
    }

    /** For a permit, the most restrictive entry of each opt-out register over all grants. */
    public Map<Id.Register, PopulationEntry> population() {
        return outcome.population();
    }

    /** The forbid rules behind a denial. */
    public List<Id.Rule> forbiddenBy() {
        return outcome.forbiddenBy();
    }

    /** The constraints the question breaks. */
    public List<Id.Constraint> violates() {
        return outcome.violates();
    }

    /** For a denial because nothing grants it, the permit rules that came nearest and what each lacks. */
    public List<NearMiss> nearest() {
        if (outcome.basis() != Basis.NOT_GRANTED) {
            return List.of();
        }
        List<NearMiss> found = nearest;
        if (found == null) {
            found = new NearestRules(engine, assignment).find();
            nearest = found;
        }
        return found;
    }

    /** For an undetermined question, the names of the unknowns it hangs on, sorted. */
    public List<String> missing() {
        return outcome.answer() == Answer.UNDETERMINED ? new Possibilities(engine, assignment).missing() : List.of();
    }

    /** For an undetermined question, the smallest sets of knowledge that would make it permitted, at most 16. */
    public List<PermitCondition> permittedIf() {
        return permitConditions(MOST_TOLD).items();
    }

    /** Whether there are more settlements than {@link #permittedIf} tells. */
    public boolean hasMorePermitConditions() {
        return permitConditions(MOST_TOLD).more();
    }

    Possibilities.Listed<PermitCondition> permitConditions(int most) {
        return outcome.answer() == Answer.UNDETERMINED
                ? new Possibilities(engine, assignment).permitConditions(most)
                : new Possibilities.Listed<>(List.of(), false);
    }

    /**
     * For a denial, the smallest changes that would make it a permit, at most 16. Only what the vocabulary marks as
     * changeable is touched, and what is asked about opted-out patients.
     *
     * @param alsoChangeable names of further variables that may change, such as {@code role} or {@code project.legacy}
     */
    public List<Counterfactual> changes(Set<String> alsoChangeable) {
        return listedChanges(alsoChangeable, MOST_TOLD).items();
    }

    Possibilities.Listed<Counterfactual> listedChanges(Set<String> alsoChangeable, int most) {
        return outcome.answer() == Answer.DENIED
                ? new Possibilities(engine, assignment).changes(alsoChangeable, most)
                : new Possibilities.Listed<>(List.of(), false);
    }

    /**
     * The smallest parts of what was said that force the answer by themselves, whatever else is the case, at most 16.
     * None for an answer that hangs on what was not said.
     */
    public List<SufficientReason> grounds() {
        return listedGrounds(MOST_TOLD).items();
    }

    Possibilities.Listed<SufficientReason> listedGrounds(int most) {
        return new SufficientReasons(engine.diagram(), assignment, outcome.basis()).find(most);
    }

    /** The clauses and rulings behind the answer, in order, without repeats. */
    public List<Id.Citation> clauses() {
        return new Reasons(engine.policy(), this).citations();
    }

    /** What was taken to be false because the question was closed and nobody said it, in the order of the vocabulary. */
    public List<ValueRestriction> assumed() {
        return engine.closing().assumed(question, person.isPresent());
    }

    /** The question as it was asked, in one role. */
    public Question question() {
        return question;
    }

    /** The question in its plainest form. */
    public Assignment assignment() {
        return assignment;
    }

    /** The instant the question was answered for. */
    public Instant at() {
        return at;
    }

    /** Which policy answered, with which registers. */
    public PolicyIdentity policy() {
        PolicyIdentity identity = engine.identity();
        return registers.map(identity::with).orElse(identity);
    }

    /** Why, and what would change it: data first, with wordings for the person asking and for administrators. */
    public Explanation explain() {
        return explain(Set.of());
    }

    /**
     * Why, and what would change it.
     *
     * @param alsoChangeable names of further variables that suggested changes may touch
     */
    public Explanation explain(Set<String> alsoChangeable) {
        return new Reasons(engine.policy(), this).explain(engine.positions(), alsoChangeable);
    }

    /** The role that was asked about. */
    Id.Role role() {
        return new Id.Role(assignment.word(engine.space().role()));
    }

    /** The choices that the policy has and the question neither makes nor says to be any. */
    List<String> unstatedChoices() {
        List<String> unstated = new ArrayList<>(0);
        if (engine.space().category().isPresent() && !question.category().isAccountedFor()) {
            unstated.add("work category");
        }
        if (engine.space().route().isPresent() && !question.route().isAccountedFor()) {
            unstated.add("route");
        }
        return unstated;
    }

    /**
     * Lets through exactly what is permitted and taken care of.
     *
     * @param handled the duties carried out and the population entries acted on
     * @return the grant under which to act: the first whose duties and entries are all handled
     * @throws NotLetThroughException unless the answer is a permit, category and route were stated or said to be any, and
     *     some grant is handled completely
     * @throws InvalidHandledException if the policy does not know what is said to be handled
     */
    public Grant enforce(Handled handled) {
        Enforcement enforcement = enforcing(handled);
        return enforcement.grant().orElseThrow(() -> NotLetThroughException.of(enforcement.refusal()));
    }

    Enforcement enforcing(Handled handled) {
        return new Enforcement(this, handled.checked(engine.lexicon()));
    }
}
