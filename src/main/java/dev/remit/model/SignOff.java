package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An approval of what a bundle means, as somebody signed it.
 *
 * @param approved the meaning that was approved
 * @param before the meaning it follows
 * @param difference the digest of the difference between the two as it was shown
 * @param direction which way access went by it: {@code same}, {@code narrower} or {@code wider}
 * @param signed who signed it, at least one
 */
public record SignOff(Digests approved, Digests before, String difference, String direction, List<Signature> signed) {
    public SignOff {
        requireNonNull(approved, "approved");
        requireNonNull(before, "before");
        requireNonNull(difference, "difference");
        requireNonNull(direction, "direction");
        signed = List.copyOf(signed);
    }

    /**
     * The digests of what a bundle means.
     *
     * @param policy of its policy
     * @param registers of its registers
     */
    public record Digests(String policy, String registers) {
        public Digests {
            requireNonNull(policy, "policy");
            requireNonNull(registers, "registers");
        }

        /** The digests of a policy and its registers. */
        public static Digests of(Policy policy, Registers registers) {
            return new Digests(CanonicalForm.digest(policy), CanonicalForm.digest(registers));
        }
    }

    /**
     * A signature.
     *
     * @param by who signed
     * @param on the day
     * @param reference where the approval is on record, if it is
     */
    public record Signature(String by, LocalDate on, Optional<String> reference) {
        public Signature {
            requireNonNull(by, "by");
            requireNonNull(on, "on");
            requireNonNull(reference, "reference");
        }
    }
}
