package dev.remit;

import dev.remit.decide.DecisionPoint;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.InvalidPolicyException;
import dev.remit.diagram.CompiledPolicy;
import dev.remit.load.BundleSource;
import dev.remit.load.LoadedBundle;
import dev.remit.load.OpenedBundle;
import dev.remit.model.Id;
import dev.remit.model.TooLargeException;
import dev.remit.snapshot.Restored;
import dev.remit.snapshot.Snapshots;
import dev.remit.source.SourceFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The way in: loads a policy bundle, from where decisions are asked for.
 *
 * <pre>{@code
 * PolicyBundle bundle = Remit.load(Path.of("policy/opensafely"));
 * Decision decision = bundle.decisionPoint().decide(
 *         Question.may("researcher").perform("view").onLevel("4").forProject("156"));
 * }</pre>
 *
 * <p>All methods are safe to call from several threads.
 */
public final class Remit {
    private Remit() {}

    /**
     * Loads a bundle from a folder, or from a single policy file.
     *
     * @throws InvalidPolicyException with every fault found, if there is an error
     */
    public static PolicyBundle load(Path path) {
        return check(BundleSource.at(path)).orThrow();
    }

    /**
     * Loads a bundle that is packaged with this library, such as {@code opensafely}, or with an application on the same
     * class path.
     *
     * @throws InvalidPolicyException with every fault found, if there is an error or no such bundle
     */
    public static PolicyBundle embedded(String name) {
        return check(BundleSource.onClassPath(name)).orThrow();
    }

    /**
     * Loads a bundle from texts.
     *
     * @param texts the content of each file by its name in the bundle, such as {@code policy.yaml}
     * @throws InvalidPolicyException with every fault found, if there is an error
     */
    public static PolicyBundle load(Map<String, String> texts) {
        return check(BundleSource.of(texts)).orThrow();
    }

    /** Loads a bundle or says everything that is wrong with it: the bundle is absent exactly if there is an error. */
    public static Checked<PolicyBundle> check(BundleSource source) {
        return check(source, file -> {});
    }

    /**
     * Loads a bundle or says everything that is wrong with it, and hands over its files even if there are errors, so that
     * a rendering can show their lines.
     *
     * @param files takes each file that could be read, in the order of their names
     */
    public static Checked<PolicyBundle> check(BundleSource source, Consumer<SourceFile> files) {
        OpenedBundle opened = OpenedBundle.of(source);
        opened.files().values().forEach(files);
        return check(opened, Optional.empty());
    }

    /**
     * Loads a bundle whose files were opened, for rooms of this module.
     *
     * @param opened the files; not used again afterwards
     * @param kept what was restored of exactly these files, if something was
     */
    @SuppressWarnings("exports") // only rooms of this module have something to restore
    public static Checked<PolicyBundle> check(OpenedBundle opened, Optional<Restored> kept) {
        return kept.or(() -> Snapshots.find(opened, Clock.systemUTC()))
                .map(Remit::restored)
                .orElseGet(() -> loaded(opened.load()));
    }

    /**
     * Loads a bundle as it would be if one of its rulings were decided the other way, or says what is wrong with that. A
     * ruling without another reading leaves the bundle as it is.
     *
     * @param ruling the ruling, such as {@code ruling-5}
     */
    public static Checked<PolicyBundle> checkOtherwise(BundleSource source, Id.Citation ruling) {
        return loaded(OpenedBundle.of(source).loadOtherwise(ruling));
    }

    private static DecisionPoint decisions(LoadedBundle bundle) {
        return DecisionPoint.of(
                CompiledPolicy.of(bundle.policy()),
                bundle.registers(),
                bundle.invariants(),
                bundle.positions(),
                Clock.systemUTC(),
                () -> bundle.assurance().digest());
    }

    private static Checked<PolicyBundle> restored(Restored kept) {
        return Checked.of(new PolicyBundle(kept.bundle(), kept.decisions(), kept.warnings()), kept.warnings());
    }

    private static Checked<PolicyBundle> loaded(Checked<LoadedBundle> loaded) {
        if (loaded.value().isEmpty()) {
            return Checked.failed(loaded.diagnostics());
        }
        LoadedBundle bundle = loaded.value().get();
        try {
            DecisionPoint decisions = decisions(bundle);
            return Checked.of(new PolicyBundle(bundle, decisions, loaded.diagnostics()), loaded.diagnostics());
        } catch (TooLargeException full) {
            List<Diagnostic> diagnostics = new ArrayList<>(loaded.diagnostics());
            diagnostics.add(TooLargeFault.of(full.tooLarge(), Code.TOO_LARGE_TO_COMPILE, bundle));
            return Checked.failed(diagnostics);
        }
    }
}
