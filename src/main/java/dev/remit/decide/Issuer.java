package dev.remit.decide;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What decisions keep of the decision point that made them: its words, its identity, who listens to it, and a way to its
 * engine that ends when memory runs short and nobody else keeps that engine. So a decision that is kept for long keeps no
 * diagram. Immutable.
 */
final class Issuer {
    private final SoftReference<Engine> engine;
    private final Lexicon lexicon;
    private final LazyIdentity identity;
    private final Listeners listeners;
    private final Validity validity;

    private Issuer(
            SoftReference<Engine> engine,
            Lexicon lexicon,
            LazyIdentity identity,
            Listeners listeners,
            Validity validity) {
        this.engine = engine;
        this.lexicon = lexicon;
        this.identity = identity;
        this.listeners = listeners;
        this.validity = validity;
    }

    /** What decisions of an engine keep, of which nobody hears and which are valid for ever. */
    static Issuer of(Engine engine) {
        return new Issuer(
                new SoftReference<>(engine), engine.lexicon(), engine.lazyIdentity(), Listeners.NONE, decision -> true);
    }

    Issuer heardBy(DecisionListener another) {
        return new Issuer(engine, lexicon, identity, listeners.and(another), validity);
    }

    Issuer recordedBy(DecisionRecorder recorder) {
        return new Issuer(engine, lexicon, identity, listeners.recordedBy(recorder), validity);
    }

    Issuer validWhile(Validity other) {
        return new Issuer(engine, lexicon, identity, listeners, other);
    }

    Issuer unheard() {
        return new Issuer(engine, lexicon, identity, Listeners.NONE, validity);
    }

    /**
     * The engine that decided.
     *
     * @throws DetachedDecisionException if it is gone
     */
    Engine engine() {
        Engine kept = engine.get();
        if (kept == null) {
            throw DetachedDecisionException.gone();
        }
        return kept;
    }

    /** Lets the engine go, as the virtual machine does when memory runs short. */
    void forget() {
        engine.clear();
    }

    PolicyIdentity identity() {
        return identity.identity();
    }

    /** The identity with the registers that were asked, if not those of the bundle. */
    PolicyIdentity identity(Optional<String> registers) {
        return with(registers).orElseGet(this::identity);
    }

    /** The identity with the registers that were asked; empty if these are those of the bundle. */
    Optional<PolicyIdentity> with(Optional<String> registers) {
        // Without a lambda: this is asked with every decision.
        return registers.isEmpty() ? Optional.empty() : Optional.of(identity().with(registers.get()));
    }

    Lexicon lexicon() {
        return lexicon;
    }

    Validity validity() {
        return validity;
    }

    boolean isHeard() {
        return !listeners.areNone();
    }

    /**
     * Has something done of which listeners hear together once it is done; if one of them throws, there is no result.
     *
     * @param work works with the issuer that it is given
     */
    <T> T together(Function<Issuer, T> work) {
        if (!isHeard()) {
            return work.apply(this);
        }
        Gathering gathering = new Gathering(listeners);
        T result;
        try {
            result = work.apply(new Issuer(engine, lexicon, identity, Listeners.NONE.and(gathering), validity));
        } catch (RuntimeException instead) {
            List<DecisionEvent> until = gathering.end();
            throw until.isEmpty() ? instead : heard(until, instead);
        }
        List<DecisionEvent> events = gathering.end();
        if (!events.isEmpty()) {
            hearAll(events);
        }
        return result;
    }

    /** Tells listeners of everything that one call brought about. */
    void hearAll(List<DecisionEvent> events) {
        listeners.hear(events);
    }

    /**
     * Tells listeners, if there are any, why there is no answer.
     *
     * @param policy the policy, with the registers that were asked
     * @param mistake what the asker gets
     * @return the same, to be thrown
     */
    <X extends RuntimeException> X mistaken(
            Optional<Question> question,
            RequestContext context,
            Supplier<PolicyIdentity> policy,
            List<QuestionFault> faults,
            X mistake) {
        return isHeard()
                ? heard(List.of(new DecisionEvent.Mistaken(question, context, policy.get(), faults)), mistake)
                : mistake;
    }

    /** Tells listeners, if there are any, why a question gets no answer, under the registers that were asked. */
    <X extends RuntimeException> X mistaken(
            Question question, Optional<String> registers, List<QuestionFault> faults, X mistake) {
        return mistaken(Optional.of(question), question.context(), () -> identity(registers), faults, mistake);
    }

    /**
     * Tells listeners what happened in place of an answer or a grant.
     *
     * @param instead what the asker gets
     * @return the same, to be thrown
     */
    <X extends RuntimeException> X heard(List<DecisionEvent> events, X instead) {
        try {
            hearAll(events);
        } catch (ListenerFailedException failed) {
            failed.addSuppressed(instead);
            throw failed;
        }
        return instead;
    }
}
