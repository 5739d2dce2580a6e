package dev.remit.analyze.diff;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.DecisionPoint;
import dev.remit.model.Registers;
import dev.remit.model.WrittenPart;
import java.util.List;

/**
 * One of two bundles that are compared.
 *
 * @param decisions decides under its policy
 * @param registers its projects and people
 * @param written the parts of its files, so that causes can name the edited place; none if it was not read from files
 */
public record PolicyVersion(DecisionPoint decisions, Registers registers, List<WrittenPart> written) {
    public PolicyVersion {
        requireNonNull(decisions, "decisions");
        requireNonNull(registers, "registers");
        written = List.copyOf(written);
    }
}
