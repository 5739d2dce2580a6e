package dev.remit.decide;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An enforcement point must not let this through. Carries for each role that was asked about why not. */
public final class NotLetThroughException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    private NotLetThroughException(String message, List<Refusal> refusals) {
        super(message);
        this.refusals = List.copyOf(refusals);
    }

    static NotLetThroughException of(Refusal refusal) {
        return new NotLetThroughException(refusal.reason(), List.of(refusal));
    }

    static NotLetThroughException of(Optional<String> person, List<Refusal> refusals) {
        String message = refusals.stream()
                .map(each -> "as `" + each.role() + "`: " + each.reason())
                .collect(Collectors.joining("; "));
        String nobody = person.map(id -> "person `" + id + "` holds no role").orElse("no role was asked about");
        return new NotLetThroughException(message.isEmpty() ? nobody : message, refusals);
    }

    /** Why not, for each role that was asked about; none if a person holds no role. */
    public List<Refusal> refusals() {
        return refusals;
    }

    /** The decisions that were to be enforced, one for each role that was asked about. */
    public List<Decision> decisions() {
        return refusals.stream().map(Refusal::decision).toList();
    }
}
