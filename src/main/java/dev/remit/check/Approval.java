package dev.remit.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.remit.check.ApprovalVerdict.Approver;
import dev.remit.check.ApprovalVerdict.Bound;
import dev.remit.check.ApprovalVerdict.RefusedSignature;
import dev.remit.check.ApprovalVerdict.Why;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Words;
import dev.remit.load.BundleSource;
import dev.remit.load.SignOffFile;
import dev.remit.model.SignOff;
import dev.remit.signing.RejectedException;
import dev.remit.signing.SignedNote;
import dev.remit.signing.VerifierKey;
import dev.remit.source.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The approval that lies in a bundle, in {@code sign-off.yaml}, and what it is worth: whether it binds exactly one old and
 * one new bundle, and whose signatures on it count. Immutable.
 */
public final class Approval {
    private final SignOffFile file;

    Approval(SignOffFile file) {
        this.file = requireNonNull(file, "file");
    }

    /**
     * Reads the approval of a bundle.
     *
     * @param source where the bundle lies
     * @return the approval, nothing if there is none, or what is wrong with the file
     */
    public static Checked<Optional<Approval>> read(BundleSource source) {
        return read(source, file -> {});
    }

    static Checked<Optional<Approval>> read(BundleSource source, Consumer<SourceFile> files) {
        Checked<Optional<SignOffFile>> read = SignOffFile.read(source, files);
        return read.value()
                .map(file -> Checked.of(file.map(Approval::new), read.diagnostics()))
                .orElseGet(() -> Checked.failed(read.diagnostics()));
    }

    /** What was approved, and who signed. */
    public SignOff signOff() {
        return file.signOff();
    }

    /** The file it stands in. */
    SignOffFile file() {
        return file;
    }

    /**
     * What this approval is worth for a change.
     *
     * @param before the digests of the bundle as it was
     * @param after the digests of the bundle as it is to be
     * @param terms which signatures count
     * @param today the day in the time zone of the policy; a signature of a later day does not count
     */
    public ApprovalVerdict verdict(
            SignOff.Digests before, SignOff.Digests after, ApprovalTerms terms, LocalDate today) {
        SignOff signed = signOff();
        Set<Bound> unbound = EnumSet.noneOf(Bound.class);
        compare(signed.before().policy(), before.policy(), Bound.OLD_POLICY, unbound);
        compare(signed.before().registers(), before.registers(), Bound.OLD_REGISTERS, unbound);
        compare(signed.before().assurance(), before.assurance(), Bound.OLD_ASSURANCE, unbound);
        compare(signed.approved().policy(), after.policy(), Bound.NEW_POLICY, unbound);
        compare(signed.approved().registers(), after.registers(), Bound.NEW_REGISTERS, unbound);
        compare(signed.approved().assurance(), after.assurance(), Bound.NEW_ASSURANCE, unbound);
        List<Approver> approvers = new ArrayList<>();
        List<RefusedSignature> refused = new ArrayList<>();
        List<String> reminders = new ArrayList<>();
        for (int place = 0; place < signed.signed().size(); place++) {
            SignOff.Signature signature = signed.signed().get(place);
            Judged judged = judged(signature, terms, today);
            if (judged.refused().isEmpty()) {
                approvers.add(new Approver(signature.by(), signature.on(), judged.key()));
                terms.committer(signature.by())
                        .ifPresent(name -> reminders.add(Words.quoted(signature.by())
                                + " approves and is named as who made the change; this is a reminder, since a name proves"
                                + " nothing"));
            } else {
                Why why = judged.refused().get();
                refused.add(new RefusedSignature(place, signature.by(), why, judged.details()));
            }
        }
        return new ApprovalVerdict(signed.isCurrent(), unbound, approvers, refused, reminders);
    }

    private static void compare(String signed, String present, Bound bound, Set<Bound> unbound) {
        if (!signed.equals(present)) {
            unbound.add(bound);
        }
    }

    /** Whether a signature counts, and by which key. */
    private record Judged(Optional<Why> refused, String details, Optional<String> key) {
        static Judged refused(Why why, String details) {
            return new Judged(Optional.of(why), details, Optional.empty());
        }
    }

    private Judged judged(SignOff.Signature signature, ApprovalTerms terms, LocalDate today) {
        if (signature.on().isAfter(today)) {
            return Judged.refused(Why.FUTURE, "it is dated on a day that has not come, " + signature.on());
        }
        if (signature.note().isEmpty()) {
            return terms.needKeys()
                    ? Judged.refused(Why.NAME_ALONE, "it is a name alone, made with no key")
                    : new Judged(Optional.empty(), "", Optional.empty());
        }
        try {
            return judged(note(signature.note().get()), signature, terms);
        } catch (RejectedException noNote) {
            return Judged.refused(Why.NO_NOTE, String.valueOf(noNote.getMessage()));
        }
    }

    /** A text in a file has no line ends at its end, whatever it was written with. */
    private static SignedNote note(String text) throws RejectedException {
        return SignedNote.parse((text.stripTrailing() + "\n").getBytes(UTF_8));
    }

    private Judged judged(SignedNote note, SignOff.Signature signature, ApprovalTerms terms) {
        if (!note.text().equals(signOff().statement(signature))) {
            return Judged.refused(Why.ANOTHER_TEXT, "its note says something else than this file");
        }
        if (!terms.needKeys()) {
            return new Judged(Optional.empty(), "", Optional.empty());
        }
        Set<VerifierKey> signers;
        try {
            signers = note.knownSigners(terms.keys());
        } catch (RejectedException wrong) {
            return Judged.refused(Why.FALSE_SIGNATURE, String.valueOf(wrong.getMessage()));
        }
        if (signers.isEmpty()) {
            return Judged.refused(Why.UNKNOWN_KEY, "it is made with no key that counts");
        }
        return signers.stream()
                .filter(key -> !terms.isCommitter(key))
                .findFirst()
                .map(key -> new Judged(Optional.empty(), "", Optional.of(key.name() + "+" + key.id())))
                .orElseGet(() -> Judged.refused(
                        Why.NOT_INDEPENDENT,
                        "it is made with the key of who made the change, and has to be independent"));
    }
}
