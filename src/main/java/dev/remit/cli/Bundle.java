package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.FrameRendering;
import dev.remit.diagnostic.Words;
import dev.remit.live.pack.PackLoading;
import dev.remit.live.pack.PackedBundle;
import dev.remit.live.pack.RefusedPackException;
import dev.remit.live.source.GitRevision;
import dev.remit.load.BundleSource;
import dev.remit.signing.VerifierKey;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/**
 * The bundle that a verb works on: the given one, or the OpenSAFELY policy that is packaged with the program.
 *
 * @param checked the bundle, or its errors
 * @param files its files, as far as they could be read
 */
record Bundle(Checked<PolicyBundle> checked, List<SourceFile> files) {
    static final String WHERE =
            "A folder with a policy, or one policy file. Left out: the OpenSAFELY policy, which is in this program.";

    /** The option by which the compiled part of a packed bundle is used. */
    static final String TRUST_COMPILED = "--trust-compiled";

    private static final String EMBEDDED = "opensafely";

    Bundle {
        files = List.copyOf(files);
    }

    /** Loads the bundle, with or without errors. */
    static Bundle check(Given given) {
        return check(given.bundle(), given);
    }

    private static Bundle check(Optional<Path> path, Given given) {
        Optional<Path> key = given.path(TRUST_COMPILED);
        if (key.isEmpty()) {
            return check(path);
        }
        if (path.filter(Bundle::isPacked).isEmpty()) {
            throw new UsageError(
                    "`" + TRUST_COMPILED + "` goes with a packed bundle",
                    "make one with `remit pack BUNDLE -o FILE.remit`");
        }
        List<VerifierKey> trusted = List.of(VerifyPack.key(key.get()));
        PackedBundle pack = packed(path.get());
        try {
            pack.checkSignedBy(trusted);
        } catch (RefusedPackException refused) {
            throw refused(path.get(), refused);
        }
        return check(path.get(), pack, PackLoading.trusting(trusted));
    }

    private static Bundle check(Optional<Path> path) {
        if (path.filter(Bundle::isPacked).isPresent()) {
            return check(path.get(), packed(path.get()), PackLoading.compiling());
        }
        List<SourceFile> files = new ArrayList<>();
        Checked<PolicyBundle> checked = Remit.check(source(path), files::add);
        return new Bundle(checked, files);
    }

    private static Bundle check(Path path, PackedBundle pack, PackLoading loading) {
        List<SourceFile> files = new ArrayList<>();
        try {
            return new Bundle(loading.load(pack, path.toString(), files::add), files);
        } catch (RefusedPackException refused) {
            throw refused(path, refused);
        }
    }

    /** The source of a bundle; {@code PATH@REVISION} means git. */
    static BundleSource source(Optional<Path> path) {
        return path.map(Bundle::source).orElseGet(() -> BundleSource.onClassPath(EMBEDDED));
    }

    private static BundleSource source(Path path) {
        return GitRevision.of(path)
                .map(revision -> BundleSource.of(path.toString(), revision.tree()))
                .orElseGet(() -> isPacked(path) ? packed(path).source(path.toString()) : BundleSource.at(path));
    }

    private static boolean isPacked(Path path) {
        return path.toString().endsWith(PackedBundle.ENDING) && !Files.isDirectory(path);
    }

    /** The packed bundle in a file. */
    static PackedBundle packed(Path path) {
        try {
            return PackedBundle.read(path);
        } catch (RefusedPackException refused) {
            throw refused(path, refused);
        } catch (IOException unreadable) {
            throw UsageError.unreadable(path, unreadable);
        }
    }

    /** What is wrong with a packed bundle. */
    static UsageError refused(Path path, RefusedPackException refused) {
        return new UsageError(
                "the packed bundle " + Words.quoted(path.toString()) + " is refused: "
                        + Words.visible(String.valueOf(refused.getMessage())),
                "get it anew from whoever packed it");
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
        return check(path).sound(given);
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

    /** The option by which the compiled part of a packed bundle is used. */
    static ArgSpec trustCompiled() {
        return Option.file(
                TRUST_COMPILED,
                "The public key of whoever may decide what is answered here: a packed bundle that is signed by it is"
                        + " started from its compiled part.");
    }

    /** Its diagnostics, each with the lines it is about; empty if there are none. */
    String frames() {
        return FrameRendering.of(files).render(checked.diagnostics());
    }
}
