package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.FrameRendering;
import dev.remit.diagnostic.Words;
import dev.remit.live.pack.PackLoading;
import dev.remit.live.pack.PackedBundle;
import dev.remit.live.pack.RefusedPackException;
import dev.remit.signing.RejectedException;
import dev.remit.signing.VerifierKey;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit verify}: is a packed bundle whole, what its manifest says, and signed. */
final class VerifyPack implements Verb {
    private static final String KEY = "--key";

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String summary() {
        return "Verifies a packed bundle: compiles its texts, and holds its manifest, its compiled part and its signature"
                + " against them.";
    }

    @Override
    public String synopsis() {
        return "verify FILE.remit [--key FILE]... [--format text|json]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle(0, "FILE.remit", "The pack, from `remit pack`."),
                Option.repeated(
                        KEY,
                        "FILE",
                        "A public key by which it may be signed; may be repeated. Left out: whether and by whom it is"
                                + " signed is not checked."),
                Option.format("text"));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Exit code: 0 whole and signed as it must be, 1 refused, 2 misuse or no such file.",
                "",
                "Example:",
                "  remit verify docs/examples/minimal.remit");
    }

    @Override
    public int run(Given given, Streams streams) {
        Given.Format format = given.format(Given.Format.TEXT);
        Path file = given.bundle()
                .orElseThrow(() -> new UsageError("expected a packed bundle, found none", "name its file"));
        List<VerifierKey> keys = keys(given);
        try {
            PackedBundle pack = PackedBundle.read(file);
            if (!keys.isEmpty()) {
                pack.checkSignedBy(keys);
            }
            List<SourceFile> files = new ArrayList<>();
            Checked<PolicyBundle> checked = PackLoading.verify(pack, file.toString(), files::add);
            if (checked.value().isEmpty() && format == Given.Format.JSON) {
                streams.out().line(PackText.refused("its texts are no policy"));
                return NO;
            }
            if (checked.value().isEmpty()) {
                streams.out()
                        .say("refused: its texts are no policy\n"
                                + FrameRendering.of(files).render(checked.diagnostics()));
                return NO;
            }
            if (format == Given.Format.JSON) {
                streams.out().line(PackText.json(pack, keys));
            } else {
                streams.out().say(PackText.sentences(pack, keys));
            }
            return OK;
        } catch (RefusedPackException refused) {
            if (format == Given.Format.JSON) {
                streams.out().line(PackText.refused(String.valueOf(refused.getMessage())));
            } else {
                streams.out().say("refused: " + refused.getMessage());
            }
            return NO;
        } catch (IOException unreadable) {
            throw UsageError.unreadable(file, unreadable);
        }
    }

    private static List<VerifierKey> keys(Given given) {
        return given.words(KEY).stream().map(name -> key(Path.of(name))).toList();
    }

    /** The public key in a file. */
    static VerifierKey key(Path file) {
        try {
            return VerifierKey.read(file);
        } catch (NoSuchFileException none) {
            throw new UsageError("there is no key " + Words.quoted(file.toString()), Optional.empty());
        } catch (RejectedException noPublicKey) {
            throw new UsageError(
                    "the key " + Words.quoted(file.toString()) + " cannot be used: " + noPublicKey.getMessage(),
                    "name the file with `.pub` at its end that `remit keys new` wrote");
        } catch (IOException unreadable) {
            throw UsageError.unreadable(file, unreadable);
        }
    }
}
