package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Assignment;
import dev.remit.model.Id;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one question in one role: a value of the question, what the policy says about it, the instant it was
 * answered for, and the identity of the policy. Two decisions of these four being equal are equal, whoever made them.
 * Immutable and safe to share.
 *
 * <p>A decision that a decision point made carries a receipt besides, which is no part of the value. Through it the
 * decision is enforced and explained: {@link #enforce}, {@link #nearest}, {@link #missing}, {@link #permittedIf},
 * {@link #changes}, {@link #grounds}, {@link #clauses}, {@link #assumed}, {@link #assignment} and {@link #explain}. Each is
 * worked out when asked for, and stays with the decision. One that was {@linkplain #of read back or made by hand} has no
 * receipt, and answers these with a {@link DetachedDecisionException}.
 *
 * <p>A receipt keeps no compiled policy alive. If the decision point is gone and memory has run short since, what was not
 * worked out before is a {@link DetachedDecisionException} too. A decision can be enforced all the same.
 */
public final class Decision {
    private final Question question;
    private final Outcome outcome;
    private final Instant at;
    private final @Nullable Receipt receipt;
    private final @Nullable Heard heard;
    // Several threads may each make these, and all make the same.
    private @Nullable PolicyIdentity policy;
    private @Nullable Reasons reasons;

    private Decision(
            Question question,
            Outcome outcome,
            Instant at,
            @Nullable Receipt receipt,
            @Nullable PolicyIdentity policy) {
        this.question = question;
        this.outcome = outcome;
        this.at = at;
        this.receipt = receipt;
        this.policy = policy;
        heard = receipt != null && receipt.issuer().isHeard() ? Heard.of(this, receipt) : null;
    }

    /**
     * The answer of a decision point.
     *
     * @param question what was asked, in one role
     * @param policy the policy and the registers it was asked with; empty for the policy of the receipt with its own
     */
    static Decision made(
            Question question, Outcome outcome, Instant at, Receipt receipt, Optional<PolicyIdentity> policy) {
        return new Decision(question, outcome, at, receipt, policy.orElse(null));
    }

    /**
     * A decision without a receipt, such as one that was read back from a record.
     *
     * @param question what was asked, in one role
     * @throws IllegalArgumentException if the question is not about somebody acting in one role
     */
    public static Decision of(Question question, Outcome outcome, Instant at, PolicyIdentity policy) {
        if (!(question.subject() instanceof Question.Subject.InRole)) {
            throw new IllegalArgumentException("question: a decision is about somebody acting in one role");
        }
        return new Decision(
                question,
                requireNonNull(outcome, "outcome"),
                requireNonNull(at, "at"),
                null,
                requireNonNull(policy, "policy"));
    }

    /** The question as it was asked, in one role. */
    public Question question() {
        return question;
    }

    /** What the policy says, shared between all questions that get the same answer. */
    public Outcome outcome() {
        return outcome;
    }

    /** The instant the question was answered for. */
    public Instant at() {
        return at;
    }

    /** Which policy answered, with the registers it was asked with. */
    public PolicyIdentity policy() {
        PolicyIdentity known = policy;
        if (known == null) {
            known = receipt().issuer().identity();
            policy = known;
        }
        return known;
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
        return findings().nearest();
    }

    /** For an undetermined question, the names of the unknowns it hangs on, sorted. */
    public List<String> missing() {
        return findings().missing();
    }

    /** For an undetermined question, the smallest sets of knowledge that would make it permitted, at most 16. */
    public List<PermitCondition> permittedIf() {
        return findings().permitConditions().items();
    }

    /** Whether there are more conditions than {@link #permittedIf} lists. */
    public boolean hasMorePermitConditions() {
        return findings().permitConditions().more();
    }

    /**
     * For a denial, the smallest changes that would make it a permit, at most 16. Only what the vocabulary marks as
     * changeable is touched, and what is asked about opted-out patients.
     *
     * @param alsoChangeable names of further variables that may change, such as {@code role} or {@code project.legacy}
     */
    public List<Counterfactual> changes(Set<String> alsoChangeable) {
        return findings().changes(alsoChangeable).items();
    }

    /**
     * The smallest parts of what was said that force the answer by themselves, whatever else is the case, at most 16.
     * None for an answer that hangs on what was not said.
     */
    public List<SufficientReason> grounds() {
        return findings().grounds().items();
    }

    /** The clauses and rulings behind the answer, without repeats: the one that decides it, then the others in order. */
    public List<Id.Citation> clauses() {
        return reasons().citations();
    }

    /** What decides the answer: the first thing to read. It takes much less than all that {@link #explain} finds. */
    public DecisiveReason decisive() {
        return reasons().decisive();
    }

    /** What was taken to be false because the question was closed and nobody said it, in the order of the vocabulary. */
    public List<ValueRestriction> assumed() {
        return findings().assumed();
    }

    /** The facts that were known, by who stated them; of a decision without a receipt, those that the question states. */
    public StatedFacts statedFacts() {
        Optional<Receipt.AskedAbout> person = receipt == null ? Optional.empty() : receipt.person();
        return person.map(asked -> StatedFacts.of(
                        question, asked.known(), receipt().issuer().lexicon()))
                .orElseGet(() -> StatedFacts.of(question));
    }

    /** The number of its record; empty if it was not recorded. */
    public OptionalLong record() {
        return heard == null ? OptionalLong.empty() : heard.record();
    }

    /** The question in its plainest form. */
    public Assignment assignment() {
        return receipt().assignment();
    }

    /** Why, and what would change it: data first, with wordings for the person asking and for administrators. */
    public Explanation explain() {
        return reasons().explain(at, policy());
    }

    /**
     * Why, and what would change it.
     *
     * @param alsoChangeable names of further variables that suggested changes may touch
     */
    public Explanation explain(Set<String> alsoChangeable) {
        return reasons().explain(at, policy(), alsoChangeable);
    }

    /**
     * Lets through exactly what is permitted and taken care of. Listeners of the decision point hear of it.
     *
     * @param handled the duties carried out and the population entries acted on
     * @return the grant under which to act: the first whose duties and entries are all handled
     * @throws NotLetThroughException unless the answer is a permit, category and route were stated or said to be any, and
     *     some grant is handled completely; and if the decision is no longer {@linkplain Validity valid}
     * @throws InvalidHandledException if the policy does not know what is said to be handled
     * @throws DetachedDecisionException if no decision point made this
     */
    public Grant enforce(Handled handled) {
        return enforcement(handled, false).find().grant();
    }

    Enforcement enforcement(Handled handled, boolean isAtOnce) {
        Receipt known = receipt();
        return new Enforcement(
                known.issuer(), question, known.personId(), Optional.empty(), List.of(this), handled, isAtOnce);
    }

    /** What the engine finds about this decision. */
    Findings findings() {
        return reasons().findings();
    }

    private Reasons reasons() {
        Reasons known = reasons;
        if (known == null) {
            known = new Reasons(receipt(), question, outcome);
            reasons = known;
        }
        return known;
    }

    Receipt receipt() {
        if (receipt == null) {
            throw DetachedDecisionException.none();
        }
        return receipt;
    }

    /** Notes under which number it was recorded, before the asker has it. */
    void recorded(long number) {
        if (heard != null) {
            heard.recorded(number);
        }
    }

    /** Tells listeners, if there are any, of this one. */
    void announce() {
        if (heard != null) {
            receipt().issuer().hearAll(List.of(heard.event()));
        }
    }

    /** What listeners hear of some decisions; nothing if nobody listened where they were made. */
    static List<DecisionEvent.Decided> heard(List<Decision> decisions) {
        return decisions.stream()
                .flatMap(each -> Optional.ofNullable(each.heard).stream())
                .map(Heard::event)
                .toList();
    }

    /** The role that was asked about. */
    Id.Role role() {
        return new Id.Role(((Question.Subject.InRole) question.subject()).role());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Decision that
                        && question.equals(that.question)
                        && outcome.equals(that.outcome)
                        && at.equals(that.at)
                        && policy().equals(that.policy()));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * question.hashCode() + outcome.hashCode()) + at.hashCode();
    }

    @Override
    public String toString() {
        return "Decision[question=" + question + ", outcome=" + outcome + ", at=" + at + ", policy=" + policy() + "]";
    }
}
