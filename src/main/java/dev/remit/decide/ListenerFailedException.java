package dev.remit.decide;

/**
 * A {@link DecisionListener} threw an exception. Nothing is answered and nobody is let through, since what happened may
 * not have been recorded. Carries what the listener threw as its cause and, where the asker would have got another
 * exception, that one as suppressed.
 */
public final class ListenerFailedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ListenerFailedException(DecisionListener listener, RuntimeException thrown) {
        super("listener `" + listener.getClass().getName() + "` threw " + thrown, thrown);
    }
}
