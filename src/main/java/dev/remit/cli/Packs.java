package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Words;
import dev.remit.live.pack.PackLoading;
import dev.remit.live.pack.PackedBundle;
import dev.remit.live.pack.RefusedPackException;
import dev.remit.signing.VerifierKey;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The packed bundles of one run of a verb. Each is read once, so that all that is done with it is done with the same bytes,
 * and only if it is signed as the options demand.
 */
final class Packs {
    private final Map<Path, PackedBundle> read = new HashMap<>();

    /** Whether a path names a packed bundle. */
    static boolean isPacked(Path path) {
        return path.toString().endsWith(PackedBundle.ENDING) && !Files.isDirectory(path);
    }

    /** The packed bundle in a file. */
    PackedBundle at(Path path, Given given) {
        PackedBundle known = read.get(path);
        if (known != null) {
            return known;
        }
        // The first key of a process takes long; meanwhile the pack is read.
        FutureTask<List<VerifierKey>> reading = new FutureTask<>(() -> keys(given));
        boolean isDemanded = given.has(PackUse.SIGNED_BY) || given.has(PackUse.TRUST_COMPILED);
        if (isDemanded) {
            Thread thread = new Thread(reading, "remit-keys");
            thread.setDaemon(true);
            thread.start();
        }
        PackedBundle pack = read(path);
        if (isDemanded) {
            try {
                pack.checkSignedBy(read(reading));
            } catch (RefusedPackException refused) {
                throw refused(path, refused);
            }
        }
        read.put(path, pack);
        return pack;
    }

    /** Loads a packed bundle, by its compiled part where that is trusted. */
    Bundle load(Path path, Given given) {
        List<VerifierKey> trusted = keys(given, PackUse.TRUST_COMPILED);
        PackLoading loading = trusted.isEmpty() ? PackLoading.compiling() : PackLoading.trusting(trusted);
        PackedBundle pack = at(path, given);
        if (!trusted.isEmpty() && !PackLoading.hasCompiledPart(pack)) {
            given.say("note: " + Words.quoted(path.toString())
                    + " has no compiled part for this version of Remit, so that" + " its texts are compiled");
        }
        List<SourceFile> files = new ArrayList<>();
        try {
            Checked<PolicyBundle> checked = loading.load(pack, path.toString(), files::add);
            return new Bundle(checked, files);
        } catch (RefusedPackException refused) {
            throw refused(path, refused);
        }
    }

    /**
     * Checks the options about packed bundles for a bundle that is none.
     *
     * @throws UsageError if signatures are demanded, or compiled parts are trusted and no packed bundle is named at all
     */
    static void checkUnpacked(Optional<Path> path, Given given) {
        if (given.has(PackUse.SIGNED_BY)) {
            throw new UsageError(
                    path.map(each -> Words.quoted(each.toString())).orElse("the packaged policy")
                            + " is no packed bundle, so that nobody signed it, and `" + PackUse.SIGNED_BY
                            + "` asks for a signature",
                    "make one with `remit pack BUNDLE -o FILE.remit --key KEY`");
        }
        if (given.has(PackUse.TRUST_COMPILED) && given.paths().stream().noneMatch(Packs::isPacked)) {
            throw new UsageError(
                    "`" + PackUse.TRUST_COMPILED + "` goes with a packed bundle",
                    "make one with `remit pack BUNDLE -o FILE.remit --key KEY`");
        }
    }

    /** Refuses the options about packed bundles, where something else says what they would. */
    static void refuse(Given given, String reason, String help) {
        for (String option : List.of(PackUse.SIGNED_BY, PackUse.TRUST_COMPILED)) {
            if (given.has(option)) {
                throw new UsageError("`" + option + "` does not go with " + reason, help);
            }
        }
    }

    private static List<VerifierKey> read(FutureTask<List<VerifierKey>> keys) {
        try {
            return keys.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UsageError misuse) {
                throw misuse;
            }
            throw new IllegalStateException(failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while keys were read", ended);
        }
    }

    private static List<VerifierKey> keys(Given given) {
        List<VerifierKey> keys = new ArrayList<>(keys(given, PackUse.SIGNED_BY));
        keys.addAll(keys(given, PackUse.TRUST_COMPILED));
        return keys;
    }

    private static List<VerifierKey> keys(Given given, String option) {
        return given.files(option).stream()
                .map(name -> VerifyPack.key(Path.of(name)))
                .toList();
    }

    /** The packed bundle in a file, whoever signed it. */
    static PackedBundle read(Path path) {
        try {
            return PackedBundle.read(path);
        } catch (RefusedPackException refused) {
            throw refused(path, refused);
        } catch (IOException unreadable) {
            throw UsageError.unreadable(path, unreadable);
        }
    }

    /** What is wrong with a packed bundle. */
    private static UsageError refused(Path path, RefusedPackException refused) {
        return new UsageError(
                "the packed bundle " + Words.quoted(path.toString()) + " is refused: "
                        + Words.visible(String.valueOf(refused.getMessage())),
                "get it anew from whoever packed it");
    }
}
