package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.diff.AccessChange.Direction;
import dev.remit.analyze.diff.AccessLock;
import dev.remit.analyze.diff.DiffReport;
import dev.remit.check.AccessLocks;
import dev.remit.check.BundleDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The changes that a build accepts.
 *
 * @param allowed the widest accepted change of access; none if the option is absent
 * @param isSaid whether the option was given
 * @param asks whether wider changes are accepted if they are signed off
 * @param locks what must not change at all
 */
record Gate(Direction allowed, boolean isSaid, boolean asks, List<AccessLock> locks) {
    static final String ALLOW = "--allow";
    static final String LOCKED = "--locked";
    static final int WIDER = 3;

    private static final String SIGNED = "signed";

    Gate {
        locks = List.copyOf(locks);
    }

    static Gate of(Given given, PolicyBundle before, PolicyBundle after, Signed signed) {
        Optional<String> said = given.word(ALLOW);
        String word = Given.oneOf(ALLOW, said.orElse("same"), List.of("same", "narrower", SIGNED, "any"));
        if (word.equals(SIGNED) && !given.has(Approvers.KEY)) {
            throw new UsageError(
                    "`" + ALLOW + " " + SIGNED + "` goes with `" + Approvers.KEY + "`",
                    "name the public keys of those who may let access become wider");
        }
        Direction allowed = switch (word) {
            case "any" -> Direction.WIDER;
            case SIGNED -> signed.isProven() ? Direction.WIDER : Direction.NARROWER;
            case "narrower" -> Direction.NARROWER;
            default -> Direction.SAME;
        };
        AccessLocks locks = AccessLocks.of(before, after);
        return new Gate(
                allowed,
                said.isPresent(),
                word.equals(SIGNED),
                given.words(LOCKED).stream().map(locks::read).toList());
    }

    /** The reasons to refuse a difference; empty if it is accepted, or if no option restricts what is. */
    List<String> refuses(BundleDiff diff) {
        DiffReport report = diff.report();
        List<String> refused = new ArrayList<>();
        if (isSaid && isBeyond(report.direction())) {
            refused.add("access is " + word(report.direction()) + ", and only "
                    + (allowed == Direction.SAME ? "the same" : word(allowed)) + " is allowed"
                    + (asks ? " without a sign-off that counts" : ""));
        }
        locks.forEach(lock -> diff.refusal(lock).ifPresent(refused::add));
        return refused;
    }

    /** The exit code: that of the worst change that is refused. */
    int code(DiffReport report) {
        Direction worst = isBeyond(report.direction()) ? report.direction() : Direction.SAME;
        for (AccessLock lock : locks) {
            worst = lock.touching(report).stream()
                    .map(each -> each == Direction.WIDER ? Direction.WIDER : Direction.NARROWER)
                    .reduce(worst, Direction::and);
        }
        return Diff.code(worst);
    }

    private boolean isBeyond(Direction direction) {
        return switch (direction) {
            case SAME -> false;
            case NARROWER -> allowed == Direction.SAME;
            case WIDER -> allowed != Direction.WIDER;
        };
    }

    private static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }
}
