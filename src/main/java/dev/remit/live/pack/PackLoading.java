package dev.remit.live.pack;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.diagnostic.Checked;
import dev.remit.load.OpenedBundle;
import dev.remit.model.CanonicalForm;
import dev.remit.record.RecordLog;
import dev.remit.signing.VerifierKey;
import dev.remit.snapshot.Restored;
import dev.remit.snapshot.Snapshots;
import dev.remit.source.SourceFile;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Loads packed bundles. The texts are compiled, and what they mean is held against the manifest. The compiled part is used
 * in their place only under a signature by a key that is trusted with it.
 */
public final class PackLoading {
    private final List<VerifierKey> trusted;

    private PackLoading(List<VerifierKey> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /** Loading that compiles the texts, whatever else a pack holds. */
    public static PackLoading compiling() {
        return new PackLoading(List.of());
    }

    /**
     * Loading that uses the compiled part of packs that one of some keys signed.
     *
     * @param keys whoever may decide what this process answers
     */
    public static PackLoading trusting(Collection<VerifierKey> keys) {
        return new PackLoading(List.copyOf(keys));
    }

    /**
     * Loads a packed bundle, or says everything that is wrong with its files.
     *
     * @param where what diagnostics write before the path of a file
     * @param files takes each file
     * @throws RefusedPackException if its files do not mean what its manifest says, its compiled part is of other files, or a
     *     signature by a trusted key is false
     */
    public Checked<PolicyBundle> load(PackedBundle pack, String where, Consumer<SourceFile> files)
            throws RefusedPackException {
        OpenedBundle opened = OpenedBundle.of(pack.source(where));
        opened.files().values().forEach(files);
        Optional<Restored> restored = restored(pack, opened);
        Checked<PolicyBundle> checked = Remit.check(opened, restored);
        if (checked.value().isPresent()) {
            checkDigests(pack.manifest(), checked.value().get());
        }
        return checked;
    }

    /**
     * Compiles the texts of a packed bundle, and holds all else that it holds against them: the digests of its manifest and,
     * if this version of Remit wrote it, the compiled part byte for byte.
     *
     * @return the bundle, or the faults of its files
     * @throws RefusedPackException if something differs
     */
    public static Checked<PolicyBundle> verify(PackedBundle pack, String where, Consumer<SourceFile> files)
            throws RefusedPackException {
        Checked<PolicyBundle> checked = compiling().load(pack, where, files);
        if (checked.value().isPresent() && isOurs(pack)) {
            Optional<byte[]> made = Snapshots.compiled(pack.texts());
            if (!made.map(bytes -> Arrays.equals(bytes, pack.compiled().orElseThrow()))
                    .orElse(false)) {
                throw new RefusedPackException("its compiled part is not what its texts compile to");
            }
        }
        return checked;
    }

    /** Whether a packed bundle has a compiled part that this version of Remit reads, if it is trusted. */
    public static boolean hasCompiledPart(PackedBundle pack) {
        return isOurs(pack) && pack.manifest().edition().equals(String.valueOf(CanonicalForm.EDITION));
    }

    private static boolean isOurs(PackedBundle pack) {
        return pack.manifest()
                .compiled()
                .filter(part -> part.engine().equals(RecordLog.engineVersion()))
                .isPresent();
    }

    private Optional<Restored> restored(PackedBundle pack, OpenedBundle opened) throws RefusedPackException {
        if (!hasCompiledPart(pack) || pack.signers(trusted).isEmpty()) {
            return Optional.empty();
        }
        byte[] compiled = pack.compiled().orElseThrow();
        try {
            Optional<Restored> restored =
                    Snapshots.restored(compiled, opened, pack.manifest().files(), Clock.systemUTC());
            if (restored.isEmpty()) {
                throw new RefusedPackException("its compiled part was made of other texts than it holds");
            }
            return restored;
        } catch (IllegalArgumentException unreadable) {
            throw new RefusedPackException("its compiled part cannot be read by this version of Remit");
        }
    }

    private static void checkDigests(Manifest manifest, PolicyBundle bundle) throws RefusedPackException {
        if (!manifest.edition().equals(String.valueOf(CanonicalForm.EDITION))) {
            throw new RefusedPackException("it was packed under edition " + manifest.edition()
                    + " of what a policy means, and this is edition " + CanonicalForm.EDITION + ": pack it anew");
        }
        boolean isSame = manifest.digests().equals(bundle.digests())
                && manifest.id().equals(bundle.policy().header().id().value())
                && manifest.version().equals(bundle.policy().header().version());
        if (!isSame) {
            throw new RefusedPackException(
                    "its texts do not mean what its manifest says: the digests or the version are others");
        }
    }
}
