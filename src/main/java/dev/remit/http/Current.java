package dev.remit.http;

import static java.util.Objects.requireNonNull;

import dev.remit.PolicyBundle;
import dev.remit.decide.DecisionPoint;
import dev.remit.diagnostic.Checked;
import dev.remit.http.access.AccessPolicy;
import dev.remit.http.mapping.Mapping;
import dev.remit.http.mapping.MappingFile;
import dev.remit.json.JsonDecisions;
import dev.remit.json.JsonQuestions;
import dev.remit.source.SourceFile;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what is made from the policy in force, and makes it anew when another one comes into force. */
final class Current {
    private final Served served;
    private final Optional<SourceFile> mapping;
    private final boolean areOfPeople;
    private final InstantSource clock;
    private volatile @Nullable Made made;

    Current(Served served, Optional<SourceFile> mapping, boolean areOfPeople, InstantSource clock) {
        this.served = requireNonNull(served, "served");
        this.mapping = requireNonNull(mapping, "mapping");
        this.areOfPeople = areOfPeople;
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * What answers under one policy.
     *
     * @param decisions its decision point
     * @param access the same for AuthZEN
     * @param questions reads questions as {@code remit decide} does
     * @param json answers them
     */
    record Made(DecisionPoint decisions, AccessPolicy access, JsonQuestions questions, JsonDecisions json) {}

    /** What answers now. */
    @SuppressWarnings("ReferenceEquality") // the same decision point, and not one that is equal
    Made now() throws UnavailableException {
        DecisionPoint decisions = served.decisions();
        Made known = made;
        if (known != null && known.decisions() == decisions) {
            return known;
        }
        Made fresh = made(decisions);
        made = fresh;
        return fresh;
    }

    private Made made(DecisionPoint decisions) throws UnavailableException {
        Optional<Mapping> words = Optional.empty();
        if (mapping.isPresent()) {
            Checked<Mapping> read = MappingFile.read(mapping.get(), decisions);
            words = read.value();
            if (words.isEmpty()) {
                throw new UnavailableException("the mapping does not fit the policy: "
                        + read.diagnostics().get(0).message());
            }
        }
        JsonDecisions json = JsonDecisions.of(decisions);
        return new Made(
                decisions,
                AccessPolicy.of(decisions, served.bundle().map(PolicyBundle::registers), words, areOfPeople, clock),
                JsonQuestions.of(decisions),
                json.takingPeople(() -> areOfPeople));
    }
}
