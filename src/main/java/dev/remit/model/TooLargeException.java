package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A policy, or a question about one, takes more room than is allowed, so that there is no answer.
 *
 * <p>Thrown where a policy is compiled by hand and where policies are analysed: compared, proved, asked who may do what,
 * measured against suites. Nothing was answered, and the same call fails in the same way again. Deciding never throws it.
 * A bundle that is loaded reports it as a diagnostic instead.
 */
public final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient TooLarge tooLarge;

    /** Refuses something that is too large. */
    public TooLargeException(TooLarge tooLarge) {
        super(requireNonNull(tooLarge, "tooLarge").message());
        this.tooLarge = tooLarge;
    }

    /** What is too large, by how much, and what costs most. */
    public TooLarge tooLarge() {
        return tooLarge;
    }

    /**
     * The same refusal, said of what somebody asked for.
     *
     * @param what what that is, in the words of the policy
     * @param paths where its parts stand in the policy
     * @param drivers what costs most of it
     */
    public TooLargeException about(String what, List<PolicyPath> paths, List<TooLarge.Driver> drivers) {
        TooLargeException said =
                new TooLargeException(new TooLarge(what, paths, tooLarge.used(), tooLarge.allowed(), drivers));
        said.initCause(this);
        return said;
    }
}
