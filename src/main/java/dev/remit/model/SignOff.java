package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An approval of a bundle, as somebody signed it: of what it means, and of what its files say beyond that.
 *
 * @param edition the edition of the contract under which it was given; empty for the first, which had no name
 * @param approved what was approved
 * @param before what it follows
 * @param difference the digest of the difference between the two as it was shown
 * @param direction which way access went by it: {@code same}, {@code narrower} or {@code wider}
 * @param signed who signed it, at least one
 */
public record SignOff(
        String edition, Digests approved, Digests before, String difference, String direction, List<Signature> signed) {
    public SignOff {
        requireNonNull(edition, "edition");
        requireNonNull(approved, "approved");
        requireNonNull(before, "before");
        requireNonNull(difference, "difference");
        requireNonNull(direction, "direction");
        signed = List.copyOf(signed);
    }

    /** Whether it was given under the present edition of the contract; if not, it approves nothing. */
    public boolean isCurrent() {
        return edition.equals(String.valueOf(CanonicalForm.EDITION));
    }

    /**
     * The text that a signature with a key is over: what is approved, what it follows, and who approves it, one thing a line.
     * Whatever is written by people stands in quotes, so that no text can be taken for another.
     */
    public String statement(Signature signature) {
        List<String> lines = new ArrayList<>();
        lines.add("Remit sign-off");
        lines.add(new Line("edition").quoted(edition).toString());
        digests("approved", approved, lines);
        digests("before", before, lines);
        lines.add(new Line("difference").quoted(difference).toString());
        lines.add(new Line("direction").quoted(direction).toString());
        lines.add(new Line("by").quoted(signature.by()).toString());
        lines.add(new Line("on").quoted(signature.on()).toString());
        signature
                .reference()
                .ifPresent(text -> lines.add(new Line("reference").quoted(text).toString()));
        return String.join("\n", lines) + "\n";
    }

    private static void digests(String which, Digests digests, List<String> lines) {
        lines.add(new Line(which).word("policy").quoted(digests.policy()).toString());
        lines.add(new Line(which).word("registers").quoted(digests.registers()).toString());
        lines.add(new Line(which).word("assurance").quoted(digests.assurance()).toString());
    }

    /**
     * The digests of a bundle, which together cover every edit.
     *
     * @param policy of what its policy means
     * @param registers of its registers
     * @param assurance of what its files say beyond that
     */
    public record Digests(String policy, String registers, String assurance) {
        public Digests {
            requireNonNull(policy, "policy");
            requireNonNull(registers, "registers");
            requireNonNull(assurance, "assurance");
        }

        /**
         * The digests of a policy, its registers, and the files they stand in.
         *
         * @param assurance the digest of what the files say beyond that
         */
        public static Digests of(Policy policy, Registers registers, String assurance) {
            return new Digests(CanonicalForm.digest(policy), CanonicalForm.digest(registers), assurance);
        }
    }

    /**
     * A signature.
     *
     * @param by who signed
     * @param on the day
     * @param reference where the approval is on record, if it is
     * @param note the C2SP signed note over the {@linkplain SignOff#statement statement}, if it was signed with a key
     */
    public record Signature(String by, LocalDate on, Optional<String> reference, Optional<String> note) {
        public Signature {
            requireNonNull(by, "by");
            requireNonNull(on, "on");
            requireNonNull(reference, "reference");
            requireNonNull(note, "note");
        }
    }
}
