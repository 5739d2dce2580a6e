package dev.remit.live;

import dev.remit.decide.PolicyIdentity;
import dev.remit.live.Judgement.Accepted;
import dev.remit.live.Judgement.Candidate;
import dev.remit.live.Judgement.Comparison;
import dev.remit.live.Judgement.Early;
import dev.remit.live.Judgement.Known;
import dev.remit.live.Judgement.Refused;
import dev.remit.live.Judgement.Unsound;
import java.util.List;
import java.util.Optional;

/**
 * Where the source stands, as it was judged last.
 *
 * @param state the state that follows from it, as long as the policy in force is not too old
 * @param reasons why what is in the source is not in force; empty if it is
 * @param candidate the policy in the source, if it is one
 * @param comparison what it would change
 * @param isSound whether the source could be read and holds a policy without faults
 */
record Position(
        LiveState state,
        List<String> reasons,
        Optional<PolicyIdentity> candidate,
        Comparison comparison,
        boolean isSound) {
    static final Position UNREAD = unsound(List.of("the source was not read yet"));

    Position {
        reasons = List.copyOf(reasons);
    }

    /** The position of a source that cannot be read, or holds no policy without faults. */
    static Position unsound(List<String> reasons) {
        return new Position(LiveState.STALE, reasons, Optional.empty(), Comparison.NONE, false);
    }

    /** The position of a source whose policy passed, and cannot be kept or recorded. */
    static Position unkept(Candidate candidate, String reason) {
        return sound(
                LiveState.STALE,
                List.of("version `" + candidate.identity().version() + "` passed, and cannot be kept or recorded: "
                        + reason),
                candidate);
    }

    /** The position that follows from a judgement. */
    static Position of(Judgement judgement) {
        if (judgement instanceof Unsound unsound) {
            return unsound(unsound.reasons());
        }
        if (judgement instanceof Refused refused) {
            return sound(LiveState.STALE, refused.reasons(), refused.candidate());
        }
        if (judgement instanceof Early early) {
            return sound(LiveState.WAITING, List.of(early.reason()), early.candidate());
        }
        return sound(
                LiveState.LOADED,
                List.of(),
                judgement instanceof Known known ? known.candidate() : ((Accepted) judgement).candidate());
    }

    private static Position sound(LiveState state, List<String> reasons, Candidate candidate) {
        return new Position(state, reasons, Optional.of(candidate.identity()), candidate.comparison(), true);
    }
}
