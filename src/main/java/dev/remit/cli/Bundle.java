package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.FrameRendering;
import dev.remit.live.source.GitRevision;
import dev.remit.load.BundleSource;
import dev.remit.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bundle that a verb works on: the given one, or the OpenSAFELY policy that is packaged with the program.
 *
 * @param checked the bundle, or its errors
 * @param files its files, as far as they could be read
 */
record Bundle(Checked<PolicyBundle> checked, List<SourceFile> files) {
    static final String WHERE =
            "A folder with a policy, one policy file, or a packed bundle. Left out: the OpenSAFELY policy, which is in"
                    + " this program.";

    private static final String EMBEDDED = "opensafely";

    Bundle {
        files = List.copyOf(files);
    }

    /** Loads the bundle, with or without errors. */
    static Bundle check(Given given) {
        return check(given.bundle(), given);
    }

    private static Bundle check(Optional<Path> path, Given given) {
        if (path.filter(Packs::isPacked).isPresent()) {
            return given.packs().load(path.get(), given);
        }
        Packs.checkUnpacked(path, given);
        List<SourceFile> files = new ArrayList<>();
        Checked<PolicyBundle> checked = Remit.check(unpacked(path), files::add);
        return new Bundle(checked, files);
    }

    /** The source of the given bundle; {@code PATH@REVISION} means git. */
    static BundleSource source(Given given) {
        return source(given.bundle(), given);
    }

    /** The source of a bundle other than the first given one. */
    static BundleSource source(Optional<Path> path, Given given) {
        return path.filter(Packs::isPacked)
                .map(packed -> given.packs().at(packed, given).source(packed.toString()))
                .orElseGet(() -> unpacked(path));
    }

    /** The source of a bundle as it is now, whoever signed it. */
    static BundleSource source(Path path) {
        return Packs.isPacked(path) ? Packs.read(path).source(path.toString()) : unpacked(Optional.of(path));
    }

    private static BundleSource unpacked(Optional<Path> path) {
        return path.map(each -> GitRevision.of(each)
                        .map(revision -> BundleSource.of(each.toString(), revision.tree()))
                        .orElseGet(() -> BundleSource.at(each)))
                .orElseGet(() -> BundleSource.onClassPath(EMBEDDED));
    }

    /**
     * Loads a bundle without errors. Its warnings go to standard error.
     *
     * @throws UnusableBundle if it has errors
     */
    static PolicyBundle open(Given given) {
        return check(given).sound(given);
    }

    /**
     * Loads a bundle without errors from a path other than the first given one.
     *
     * @throws UnusableBundle if it has errors
     */
    static PolicyBundle open(Optional<Path> path, Given given) {
        return check(path, given).sound(given);
    }

    /**
     * Loads a bundle without errors from a source. Its warnings go to standard error.
     *
     * @throws UnusableBundle if it has errors
     */
    static PolicyBundle open(BundleSource source, Given given) {
        List<SourceFile> files = new ArrayList<>();
        Checked<PolicyBundle> checked = Remit.check(source, files::add);
        return new Bundle(checked, files).sound(given);
    }

    /** The bundle itself. Its warnings go to standard error. */
    PolicyBundle sound(Given given) {
        PolicyBundle sound = checked.value().orElseThrow(() -> new UnusableBundle(this));
        if (!sound.warnings().isEmpty()) {
            given.say(frames());
        }
        return sound;
    }

    /** Its diagnostics, each with the lines it is about; empty if there are none. */
    String frames() {
        return FrameRendering.of(files).render(checked.diagnostics());
    }
}
