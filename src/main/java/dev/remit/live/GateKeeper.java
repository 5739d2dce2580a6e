package dev.remit.live;

import dev.remit.PolicyBundle;
import dev.remit.analyze.Progress;
import dev.remit.analyze.diff.AccessChange;
import dev.remit.analyze.diff.AccessChange.Direction;
import dev.remit.analyze.diff.DiffReport;
import dev.remit.analyze.diff.Edit;
import dev.remit.analyze.diff.RegisterChange;
import dev.remit.check.AccessLocks;
import dev.remit.check.Approval;
import dev.remit.check.BundleDiff;
import dev.remit.check.InvalidLockException;
import dev.remit.live.Judgement.Accepted;
import dev.remit.live.Judgement.Candidate;
import dev.remit.live.Judgement.Comparison;
import dev.remit.live.Judgement.Refused;
import dev.remit.load.BundleSource;
import dev.remit.model.TooLargeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares a policy with the one in force, and lets it pass or not: the gates of the policy and of its registers, and what
 * is locked.
 *
 * @param gates what passes
 * @param clock gives the day, after which nothing is signed
 */
record GateKeeper(Gates gates, InstantSource clock) {

    Judgement judge(Candidate candidate, InForce before) {
        PolicyBundle old = before.bundle();
        PolicyBundle now = candidate.bundle();
        BundleDiff diff;
        try {
            diff = BundleDiff.between(old, now, Optional.empty(), Progress.UNHEARD);
        } catch (TooLargeException full) {
            return new Refused(
                    candidate,
                    List.of("the change cannot be judged: " + full.tooLarge().message()));
        }
        boolean isSigned = isSigned(diff, candidate.taken().source());
        Candidate compared = candidate.with(new Comparison(
                Optional.of(word(diff.report().direction())),
                DifferenceText.of(diff, candidate.taken().where()),
                isSigned ? Optional.of(diff.digest()) : Optional.empty()));
        List<String> refused = refusals(diff, isSigned);
        return refused.isEmpty() ? new Accepted(compared) : new Refused(compared, refused);
    }

    /** Whether a sign-off in the newer bundle is one of exactly this difference, and counts. */
    private boolean isSigned(BundleDiff diff, BundleSource source) {
        PolicyBundle now = diff.after();
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), now.policy().header().zone());
        return Approval.read(source)
                .value()
                .flatMap(read -> read)
                .filter(approval -> diff.isApproved(
                        approval.signOff(),
                        approval.verdict(diff.before().digests(), now.digests(), gates.approvals(), today),
                        gates.approvals()))
                .isPresent();
    }

    private List<String> refusals(BundleDiff diff, boolean isSigned) {
        DiffReport report = diff.report();
        List<String> refused = new ArrayList<>();
        Direction ofPolicy = Stream.concat(
                        report.changes().stream().map(AccessChange::direction),
                        report.edits().stream().map(Edit::direction))
                .reduce(Direction.SAME, Direction::and);
        Direction ofRegisters =
                report.registers().stream().map(RegisterChange::direction).reduce(Direction.SAME, Direction::and);
        refusal("the policy", ofPolicy, gates.policy(), isSigned).ifPresent(refused::add);
        refusal("the registers", ofRegisters, gates.registers(), isSigned).ifPresent(refused::add);
        AccessLocks locks = AccessLocks.of(diff.before(), diff.after());
        for (String lock : gates.locks()) {
            try {
                diff.refusal(locks.read(lock)).ifPresent(refused::add);
            } catch (InvalidLockException unknown) {
                refused.add("the lock “" + lock + "” cannot be read: " + unknown.getMessage());
            }
        }
        return refused;
    }

    private static Optional<String> refusal(String what, Direction direction, ReloadGate gate, boolean isSigned) {
        if (direction != Direction.WIDER) {
            return Optional.empty();
        }
        return switch (gate) {
            case ANY -> Optional.empty();
            case NARROWER -> Optional.of(what + " would be wider, and only narrower changes are accepted");
            case SIGNED ->
                isSigned
                        ? Optional.empty()
                        : Optional.of(what + " would be wider, and nobody signed off exactly this change");
        };
    }

    private static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }
}
