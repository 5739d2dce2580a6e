package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.FrameRendering;
import dev.remit.load.BundleSource;
import dev.remit.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bundle a verb works on: the one that was named, or the OpenSAFELY policy that is packaged with the program.
 *
 * @param checked the bundle, or everything that is wrong with it
 * @param files its files, as far as they could be read
 */
record Bundle(Checked<PolicyBundle> checked, List<SourceFile> files) {
    static final String WHERE =
            "A folder with a policy, or one policy file. Left out: the OpenSAFELY policy, which is in this program.";

    private static final String EMBEDDED = "opensafely";

    Bundle {
        files = List.copyOf(files);
    }

    /** The bundle, sound or not. */
    static Bundle check(Given given) {
        return check(given.bundle());
    }

    private static Bundle check(Optional<Path> path) {
        List<SourceFile> files = new ArrayList<>();
        Checked<PolicyBundle> checked = Remit.check(source(path), files::add);
        return new Bundle(checked, files);
    }

    /** Where a bundle lies: {@code PATH@REVISION} lies in git. */
    static BundleSource source(Optional<Path> path) {
        return path.map(Bundle::source).orElseGet(() -> BundleSource.onClassPath(EMBEDDED));
    }

    private static BundleSource source(Path path) {
        return GitRevision.of(path)
                .map(revision -> BundleSource.of(path.toString(), revision.tree()))
                .orElseGet(() -> BundleSource.at(path));
    }

    /**
     * A bundle that answers. What is odd about it is said beside the result.
     *
     * @throws UnusableBundle if it has errors
     */
    static PolicyBundle open(Given given) {
        return open(given.bundle(), given);
    }

    /**
     * A bundle that answers, under a path that need not be the first one given.
     *
     * @throws UnusableBundle if it has errors
     */
    static PolicyBundle open(Optional<Path> path, Given given) {
        Bundle bundle = check(path);
        PolicyBundle sound = bundle.checked.value().orElseThrow(() -> new UnusableBundle(bundle));
        if (!sound.warnings().isEmpty()) {
            given.say(bundle.frames());
        }
        return sound;
    }

    /** Its diagnostics, each with the lines it speaks of; empty if there are none. */
    String frames() {
        return FrameRendering.of(files).render(checked.diagnostics());
    }
}
