package dev.remit.live;

import dev.remit.PolicyBundle;
import dev.remit.analyze.Progress;
import dev.remit.analyze.diff.AccessChange;
import dev.remit.analyze.diff.AccessChange.Direction;
import dev.remit.analyze.diff.AssuranceDiff;
import dev.remit.analyze.diff.DiffReport;
import dev.remit.analyze.diff.Edit;
import dev.remit.analyze.diff.PolicyDiff;
import dev.remit.analyze.diff.RegisterChange;
import dev.remit.check.AccessLocks;
import dev.remit.check.InvalidLockException;
import dev.remit.live.Judgement.Accepted;
import dev.remit.live.Judgement.Candidate;
import dev.remit.live.Judgement.Comparison;
import dev.remit.live.Judgement.Refused;
import dev.remit.model.TooLargeException;
import java.time.InstantSource;
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
        DiffReport report;
        try {
            report = PolicyDiff.between(
                            old.decisionPoint(),
                            old.registers(),
                            now.decisionPoint(),
                            now.registers(),
                            Progress.UNHEARD)
                    .with(AssuranceDiff.between(
                            old.assurance().statements(), now.assurance().statements()));
        } catch (TooLargeException full) {
            return new Refused(
                    candidate,
                    List.of("the change cannot be judged: " + full.tooLarge().message()));
        }
        Optional<SignedDifference> signed =
                SignedDifference.find(
                report, old, now, candidate.taken().source(), gates.approvals(), clock);
        Candidate compared = candidate.with(new Comparison(
                Optional.of(word(report.direction())),
                DifferenceText.of(report, old, now, candidate.taken().where()),
                signed.map(SignedDifference::digest)));
        List<String> refused = refusals(report, old, now, signed);
        return refused.isEmpty() ? new Accepted(compared) : new Refused(compared, refused);
    }

    private List<String> refusals(
            DiffReport report, PolicyBundle old, PolicyBundle now, Optional<SignedDifference> signed) {
        List<String> refused = new ArrayList<>();
        Direction ofPolicy = Stream.concat(
                        report.changes().stream().map(AccessChange::direction),
                        report.edits().stream().map(Edit::direction))
                .reduce(Direction.SAME, Direction::and);
        Direction ofRegisters =
                report.registers().stream().map(RegisterChange::direction).reduce(Direction.SAME, Direction::and);
        refusal("the policy", ofPolicy, gates.policy(), signed).ifPresent(refused::add);
        refusal("the registers", ofRegisters, gates.registers(), signed).ifPresent(refused::add);
        for (String lock : gates.locks()) {
            try {
                long touching =
                        AccessLocks.of(old, now).read(lock).touching(report).size();
                if (touching > 0) {
                    refused.add("“" + lock + "” is locked, and " + touching
                            + (touching == 1 ? " change touches it" : " changes touch it"));
                }
            } catch (InvalidLockException unknown) {
                refused.add("the lock “" + lock + "” cannot be read: " + unknown.getMessage());
            }
        }
        return refused;
    }

    private static Optional<String> refusal(
            String what, Direction direction, ReloadGate gate, Optional<SignedDifference> signed) {
        if (direction != Direction.WIDER) {
            return Optional.empty();
        }
        return switch (gate) {
            case ANY -> Optional.empty();
            case NARROWER -> Optional.of(what + " would be wider, and only narrower changes are accepted");
            case SIGNED ->
                signed.isPresent()
                        ? Optional.empty()
                        : Optional.of(what + " would be wider, and nobody signed off exactly this change");
        };
    }

    private static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }
}
