package dev.remit.live;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.analyze.Progress;
import dev.remit.check.Inspections;
import dev.remit.check.Report;
import dev.remit.decide.PolicyIdentity;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.live.Judgement.Accepted;
import dev.remit.live.Judgement.Candidate;
import dev.remit.live.Judgement.Comparison;
import dev.remit.live.Judgement.Early;
import dev.remit.live.Judgement.Known;
import dev.remit.live.Judgement.Refused;
import dev.remit.live.Judgement.Unsound;
import dev.remit.live.pack.Manifest;
import dev.remit.live.pack.PackLoading;
import dev.remit.live.pack.PackedBundle;
import dev.remit.live.pack.RefusedPackException;
import dev.remit.live.source.Taken;
import dev.remit.signing.RejectedException;
import dev.remit.signing.VerifierKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges what was taken from a source: whether it is sound, whether its day has come, and whether what it changes is
 * accepted. It judges the very decision point that will answer. For one thread at a time.
 */
final class Judge {
    /** So many faults are named in reasons; whoever mends them uses {@code remit check}. */
    private static final int NAMED = 5;

    private final LiveSettings settings;
    private final GateKeeper gates;
    private final List<VerifierKey> keys;

    private Judge(LiveSettings settings, List<VerifierKey> keys) {
        this.settings = settings;
        this.keys = keys;
        gates = new GateKeeper(settings.gates(), settings.clocks().wall());
    }

    /**
     * A judge by some settings, whose keys are read now.
     *
     * @throws IOException if a key cannot be read
     */
    static Judge of(LiveSettings settings) throws IOException {
        List<VerifierKey> keys = new ArrayList<>();
        for (Path file : settings.trust().keys()) {
            try {
                keys.add(VerifierKey.read(file));
            } catch (RejectedException noKey) {
                throw new IOException("`" + file + "` is no verifier key: " + noKey.getMessage(), noKey);
            }
        }
        return new Judge(settings, List.copyOf(keys));
    }

    /** Loads a bundle from texts or from its compiled part. */
    Checked<PolicyBundle> load(Taken taken) throws RefusedPackException {
        if (taken.packed().isEmpty()) {
            return Remit.check(taken.source());
        }
        PackLoading loading = settings.trust().compiled() ? PackLoading.trusting(keys) : PackLoading.compiling();
        return loading.load(taken.packed().get(), taken.where(), file -> {});
    }

    /**
     * Judges a bundle.
     *
     * @param before the policy in force, if there is one
     * @param history what was in force before that
     */
    Judgement judge(Taken taken, Optional<InForce> before, History history) {
        try {
            if (taken.packed().isPresent() && !keys.isEmpty()) {
                taken.packed().get().checkSignedBy(keys);
            }
            Checked<PolicyBundle> loaded = load(taken);
            return loaded.value().isEmpty()
                    ? unsound(loaded.diagnostics())
                    : loaded(taken, loaded.value().get(), before, history);
        } catch (RefusedPackException refused) {
            return new Unsound(
                    List.of("the packed bundle `" + taken.where() + "` is refused: " + refused.getMessage()));
        }
    }

    private Judgement loaded(Taken taken, PolicyBundle bundle, Optional<InForce> before, History history) {
        Optional<Long> sequence = taken.packed().map(PackedBundle::manifest).map(Manifest::sequence);
        Candidate candidate =
                new Candidate(taken, bundle, bundle.decisionPoint().identity(), sequence, Comparison.NONE);
        if (before.isPresent() && candidate.identity().equals(before.get().identity())) {
            boolean isLower = isLower(sequence, before.get().sequence());
            if (isLower && !settings.gates().rollsBack()) {
                return new Refused(
                        candidate.with(Comparison.SAME),
                        List.of(lower(sequence, before.get().sequence())));
            }
            // A new number is kept, so that no lower one is accepted after it.
            return sequence.equals(before.get().sequence()) || sequence.isEmpty()
                    ? new Known(candidate.with(Comparison.SAME))
                    : new Accepted(candidate.with(Comparison.SAME));
        }
        Report inspected = Inspections.guarding(settings.gates().tests()).of(bundle, taken.source(), Progress.UNHEARD);
        if (inspected.hasErrors()) {
            return unsound(inspected.diagnostics());
        }
        Optional<String> early = early(bundle);
        if (early.isPresent()) {
            return new Early(candidate, early.get());
        }
        return before.map(old -> compared(candidate, old, history)).orElseGet(() -> first(candidate));
    }

    /** Why the day of a policy has not come; empty if it has. */
    private Optional<String> early(PolicyBundle bundle) {
        LocalDate today = LocalDate.ofInstant(
                settings.clocks().wall().instant(), bundle.policy().header().zone());
        return bundle.policy()
                .header()
                .effectiveFrom()
                .filter(today::isBefore)
                .map(day -> "version `" + bundle.policy().header().version() + "` applies from `" + day
                        + "` on, and today is `" + today + "`");
    }

    private Judgement first(Candidate candidate) {
        boolean isSigned = candidate.taken().packed().isPresent() && !keys.isEmpty();
        return settings.trust().first() || isSigned
                ? new Accepted(candidate)
                : new Refused(
                        candidate,
                        List.of("no policy was in force here before, so that there is nothing to judge version `"
                                + candidate.identity().version()
                                + "` against, and the settings do not trust a first one"));
    }

    private Judgement compared(Candidate candidate, InForce before, History history) {
        Optional<String> rollBack =
                settings.gates().rollsBack() ? Optional.empty() : rollBack(candidate, before, history);
        if (rollBack.isPresent()) {
            return new Refused(candidate, List.of(rollBack.get()));
        }
        return gates.judge(candidate, before);
    }

    /** Why a policy is a step back; empty if it is none. Registers alone are left to their gate. */
    private static Optional<String> rollBack(Candidate candidate, InForce before, History history) {
        PolicyIdentity now = candidate.identity();
        PolicyIdentity old = before.identity();
        if (isLower(candidate.sequence(), before.sequence())) {
            return Optional.of(lower(candidate.sequence(), before.sequence()));
        }
        boolean isHigher =
                (candidate.sequence().isPresent() && before.sequence().isPresent())
                        ? candidate.sequence().get() > before.sequence().get()
                        : Versions.isHigher(now.version(), old.version());
        boolean isOfRegistersAlone = now.digest().equals(old.digest());
        return isHigher || isOfRegistersAlone || !history.holds(now)
                ? Optional.empty()
                : Optional.of("this is a roll-back: the same policy with the same registers was in force before, and"
                        + " version `" + now.version() + "` is not higher than `" + old.version()
                        + "`, which is in force; give it a new version if it is meant");
    }

    private static boolean isLower(Optional<Long> sequence, Optional<Long> before) {
        return sequence.isPresent() && before.isPresent() && sequence.get() < before.get();
    }

    private static String lower(Optional<Long> sequence, Optional<Long> before) {
        return "this is a roll-back: its sequence number `" + sequence.orElseThrow() + "` is lower than `"
                + before.orElseThrow() + "`, which is in force";
    }

    private static Unsound unsound(List<Diagnostic> diagnostics) {
        List<Diagnostic> errors =
                diagnostics.stream().filter(Diagnostic::isError).toList();
        List<String> reasons = new ArrayList<>();
        for (Diagnostic each : errors.subList(0, Math.min(NAMED, errors.size()))) {
            String line = each.span().line() > 0 ? ":" + each.span().line() : "";
            reasons.add(each.span().file() + line + ": " + each.message());
        }
        if (errors.size() > NAMED) {
            reasons.add("and " + (errors.size() - NAMED) + " more errors; `remit check` lists them");
        }
        return new Unsound(reasons);
    }
}
