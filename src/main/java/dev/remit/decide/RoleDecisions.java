package dev.remit.decide;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answers for somebody who may act in several roles, one for each role. Roles never add up: whoever acts, acts in
 * one of them. A value of the question and the answers; immutable and safe to share.
 */
public final class RoleDecisions {
    private final Question question;
    private final List<Decision> answers;
    private final Issuer issuer;
    private final Optional<String> registers;

    /**
     * The answers of a decision point.
     *
     * @param registers the registers that were asked, if not those of the bundle
     */
    RoleDecisions(Question question, List<Decision> answers, Issuer issuer, Optional<String> registers) {
        this.question = question;
        this.answers = List.copyOf(answers);
        this.issuer = issuer;
        this.registers = registers;
    }

    /** The question as it was asked. */
    public Question question() {
        return question;
    }

    /** The person asked about, if one was. */
    public Optional<String> person() {
        return question.person();
    }

    /** One decision for each role, in the order of the vocabulary or as asked; none if a person holds no role. */
    public List<Decision> answers() {
        return answers;
    }

    /** Whether any of the roles is permitted. */
    public boolean permitted() {
        return answers.stream().anyMatch(Decision::permitted);
    }

    /**
     * Lets through exactly what is permitted and taken care of, in one role. Listeners of the decision point hear of it.
     *
     * @param handled the duties carried out and the population entries acted on
     * @return the first role, in the order of the vocabulary, in which somebody is let through, and the grant under which
     *     to act
     * @throws NotLetThroughException if {@link Decision#enforce} lets nobody through in any role
     * @throws InvalidHandledException if the policy does not know what is said to be handled
     */
    public RoleGrant enforce(Handled handled) {
        return enforcement(handled, false).find();
    }

    /**
     * The role and the grant under which {@link #enforce} would let through, for listing what is possible. Nobody is let
     * through by it, and listeners hear nothing.
     *
     * @param handled the duties carried out and the population entries acted on
     * @return empty if {@link #enforce} would let nobody through
     * @throws InvalidHandledException if the policy does not know what is said to be handled
     */
    public Optional<RoleGrant> preview(Handled handled) {
        return enforcement(handled, false).preview();
    }

    /** Tells listeners, if there are any, of all answers. */
    void announce() {
        if (issuer.isHeard() && !answers.isEmpty()) {
            issuer.hearAll(List.copyOf(Decision.heard(answers)));
        }
    }

    Enforcement enforcement(Handled handled, boolean isAtOnce) {
        return new Enforcement(issuer, question, person(), registers, declared(), handled, isAtOnce);
    }

    /** The decisions in the order in which the vocabulary declares the roles. */
    private List<Decision> declared() {
        return answers.stream()
                .sorted(Comparator.comparingInt(each ->
                        each.assignment().value(each.assignment().space().role())))
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof RoleDecisions that
                        && question.equals(that.question)
                        && answers.equals(that.answers));
    }

    @Override
    public int hashCode() {
        return Objects.hash(question, answers);
    }

    @Override
    public String toString() {
        return "RoleDecisions[question=" + question + ", answers=" + answers + "]";
    }
}
