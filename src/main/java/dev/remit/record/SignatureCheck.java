package dev.remit.record;

import dev.remit.signing.RejectedException;
import dev.remit.signing.VerifierKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides which checkpoints count: those that a given key signed or, if no key is given, all. */
final class SignatureCheck {
    private final List<VerifierKey> keys;
    private final List<CheckpointFile.Stored> counting = new ArrayList<>();
    private final Set<String> origins = new HashSet<>();
    private final List<Finding> damage = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private SignatureCheck(List<VerifierKey> keys) {
        this.keys = keys;
    }

    /**
     * Checks the signatures.
     *
     * @param stored the checkpoints of the log
     * @param elsewhere copies that were kept elsewhere; each must count
     */
    static SignatureCheck of(
            List<CheckpointFile.Stored> stored, List<CheckpointFile.Stored> elsewhere, List<VerifierKey> keys) {
        SignatureCheck check = new SignatureCheck(keys);
        int others = 0;
        for (CheckpointFile.Stored one : stored) {
            others += check.counts(one) ? 0 : 1;
        }
        for (CheckpointFile.Stored one : elsewhere) {
            if (!check.counts(one)) {
                check.damage(one, "is signed by no key that was given");
            }
        }
        if (others == stored.size() && others > 0) {
            check.damage(stored.get(others - 1), "is signed by no key that was given, and neither is any other");
        } else if (others > 0) {
            check.remarks.add(Sentences.number(others)
                    + " of the checkpoints are signed by keys that were not given, and count for nothing");
        }
        if (keys.isEmpty() && !(stored.isEmpty() && elsewhere.isEmpty())) {
            check.remarks.add("no key was given: the signatures of the checkpoints were not checked");
        }
        if (check.origins.size() > 1) {
            check.damage(stored.isEmpty() ? elsewhere.get(0) : stored.get(0), "is of another log than others are");
        }
        return check;
    }

    /** Whether a checkpoint counts; false only if others signed it. A wrong signature is damage. */
    private boolean counts(CheckpointFile.Stored one) {
        try {
            if (!keys.isEmpty() && one.note().knownSigners(keys).isEmpty()) {
                return false;
            }
            counting.add(one);
            origins.add(one.checkpoint().origin());
        } catch (RejectedException wrong) {
            damage(one, "was changed: " + wrong.getMessage());
        }
        return true;
    }

    private void damage(CheckpointFile.Stored one, String what) {
        damage.add(new Finding(one.checkpoint().size(), CheckpointFile.NAME, one.place() + " " + what));
    }

    List<CheckpointFile.Stored> counting() {
        return counting;
    }

    List<Finding> damage() {
        return damage;
    }

    List<String> remarks() {
        return remarks;
    }
}
