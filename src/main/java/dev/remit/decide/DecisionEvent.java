package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that happened at a decision point, as its {@linkplain DecisionListener listeners} hear it. Immutable. */
public sealed interface DecisionEvent {

    /** The person who was asked about, if one was. */
    Optional<String> person();

    /** Where the question came from. */
    RequestContext context();

    /** Which policy was asked, with which registers. */
    PolicyIdentity policy();

    /** The caller, if the question states one. */
    default Optional<String> caller() {
        return context().caller();
    }

    /** The id of the request, if the question states one. */
    default Optional<String> request() {
        return context().request();
    }

    /**
     * An answer was given, in one role.
     *
     * <p>It is equal to itself alone: the same question, answered twice, is two events. A later {@link Enforced} or
     * {@link Refused} names this very event, so that a log can keep by it where it stands.
     *
     * @param decision the answer, with its question and instant
     * @param person the person who was asked about, if one was
     */
    record Decided(Decision decision, Optional<String> person) implements DecisionEvent {
        public Decided {
            requireNonNull(decision, "decision");
            requireNonNull(person, "person");
        }

        @Override
        public RequestContext context() {
            return decision.question().context();
        }

        @Override
        public PolicyIdentity policy() {
            return decision.policy();
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // an event is not what it says
        public boolean equals(@Nullable Object other) {
            return other instanceof Decided that && decision == that.decision;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(decision);
        }
    }

    /**
     * An enforcement point may let somebody through.
     *
     * @param of the answers that were enforced, one for each role that was asked about
     * @param through the role, the grant under which to act, and the decision that gives it
     * @param handled what the enforcement point said it takes care of
     */
    record Enforced(List<Decided> of, RoleGrant through, Handled handled) implements DecisionEvent {
        public Enforced {
            of = List.copyOf(of);
            requireNonNull(through, "through");
            requireNonNull(handled, "handled");
        }

        /** The grant under which to act. */
        public Grant grant() {
            return through.grant();
        }

        @Override
        public Optional<String> person() {
            return of.stream().flatMap(each -> each.person().stream()).findFirst();
        }

        @Override
        public RequestContext context() {
            return through.decision().question().context();
        }

        @Override
        public PolicyIdentity policy() {
            return through.decision().policy();
        }
    }

    /**
     * An enforcement point must not let somebody through.
     *
     * @param of the answers that were to be enforced, one for each role that was asked about; none if a person holds no
     *     role
     * @param question what was asked
     * @param person the person who was asked about, if one was
     * @param policy which policy was asked, with which registers
     * @param refusals for each of the answers what was missing: a permit, a statement of the category or the route, duties
     *     or entries of the population that are taken care of
     * @param handled what the enforcement point said it takes care of
     */
    record Refused(
            List<Decided> of,
            Question question,
            Optional<String> person,
            PolicyIdentity policy,
            List<Refusal> refusals,
            Handled handled)
            implements DecisionEvent {
        public Refused {
            of = List.copyOf(of);
            requireNonNull(question, "question");
            requireNonNull(person, "person");
            requireNonNull(policy, "policy");
            refusals = List.copyOf(refusals);
            requireNonNull(handled, "handled");
        }

        @Override
        public RequestContext context() {
            return question.context();
        }
    }

    /**
     * There was no answer: the question has words that are not declared or registered or contradicts a register, the
     * directory said such a thing or failed, or something that is not declared was said to be handled.
     *
     * @param question what was asked; empty for one in a {@link QuestionBuffer}, which has no words yet
     * @param context where the question came from
     * @param policy which policy was asked, with which registers
     * @param faults what is wrong, at least one fault
     */
    record Mistaken(
            Optional<Question> question, RequestContext context, PolicyIdentity policy, List<QuestionFault> faults)
            implements DecisionEvent {
        public Mistaken {
            requireNonNull(question, "question");
            requireNonNull(context, "context");
            requireNonNull(policy, "policy");
            faults = List.copyOf(faults);
        }

        @Override
        public Optional<String> person() {
            return question.flatMap(Question::person);
        }
    }
}
