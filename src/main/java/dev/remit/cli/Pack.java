package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Words;
import dev.remit.live.pack.PackedBundle;
import dev.remit.live.pack.Packing;
import dev.remit.live.pack.RefusedPackException;
import dev.remit.load.BundleFiles;
import dev.remit.load.BundleSource;
import dev.remit.signing.RejectedException;
import dev.remit.signing.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit pack}: a bundle as one file, which can be signed. */
final class Pack implements Verb {
    private static final String OUT = "--out";
    private static final String KEY = "--key";
    private static final String SEQUENCE = "--sequence";
    private static final String MADE = "--made";
    private static final String SOURCE_DATE_EPOCH = "SOURCE_DATE_EPOCH";

    @Override
    public String name() {
        return "pack";
    }

    @Override
    public String summary() {
        return "Packs a bundle into one file, which says what it means and can be signed.";
    }

    @Override
    public String synopsis() {
        return "pack [BUNDLE] -o|--out FILE.remit [--key FILE] [--sequence NUMBER] [--made INSTANT]"
                + " [--format text|json]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle(Bundle.WHERE),
                Option.output("-o", OUT, "Where the pack goes. A file that is there is replaced."),
                Option.file(
                        KEY,
                        "The private key that signs it, from `remit keys new`. With it, the compiled policy is packed"
                                + " too."),
                Option.word(
                        SEQUENCE,
                        "NUMBER",
                        "A number that is higher in each pack than in those before. Left out: the seconds from 1970 to"
                                + " when it is made."),
                Option.word(
                        MADE,
                        "INSTANT",
                        "When it is made. Left out: what SOURCE_DATE_EPOCH says, and else the present time."),
                Option.format("text"));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "The same files, number, time and key give the same bytes. Every verb takes a pack in place of a"
                        + " folder.",
                "Exit code: 0 packed, 2 the bundle has errors, or the pack cannot be written.",
                "",
                "Example:",
                "  remit pack policy/minimal -o target/minimal.remit");
    }

    @Override
    public int run(Given given, Streams streams) {
        Given.Format format = given.format(Given.Format.TEXT);
        Path out = given.path(OUT)
                .orElseThrow(() -> new UsageError("expected `-o`, found none", "name the file for the pack"));
        if (!out.toString().endsWith(PackedBundle.ENDING)) {
            throw new UsageError(
                    "expected `-o` to name a file that ends in `.remit`, found " + Words.quoted(out.toString()),
                    "by this ending a pack is known");
        }
        Instant made = made(given, streams);
        long sequence = given.word(SEQUENCE).map(Pack::number).orElse(Math.max(0, made.getEpochSecond()));
        Optional<SigningKey> key = given.path(KEY).map(Pack::key);
        Checked<SortedMap<String, String>> texts = BundleFiles.read(Bundle.source(given));
        if (texts.value().isEmpty()) {
            throw new UnusableBundle(new Bundle(Checked.failed(texts.diagnostics()), List.of()));
        }
        String where = given.bundle().map(Path::toString).orElse("");
        PolicyBundle bundle = Bundle.open(BundleSource.of(where, texts.value().get()), given);
        byte[] pack = new Packing(sequence, made, key, key.isPresent())
                .pack(texts.value().get(), bundle);
        try {
            PackedBundle read = PackedBundle.of(pack);
            write(out, pack);
            if (format == Given.Format.JSON) {
                streams.out()
                        .line(PackText.json(
                                read, key.map(SigningKey::verifier).stream().toList()));
            } else {
                streams.out()
                        .say(out + ": " + read.manifest().id() + " version "
                                + read.manifest().version() + ", sequence " + sequence + ", "
                                + key.map(signer -> "signed by " + signer.name())
                                        .orElse("not signed"));
            }
            return OK;
        } catch (RefusedPackException refused) {
            throw new UsageError("this bundle cannot be packed: " + refused.getMessage(), Optional.empty());
        } catch (IOException failed) {
            throw new UsageError(
                    Words.quoted(out.toString()) + " cannot be written: " + failed.getMessage(), Optional.empty());
        }
    }

    private static void write(Path out, byte[] pack) throws IOException {
        Path draft = out.resolveSibling(out.getFileName() + ".new");
        try {
            Files.write(draft, pack);
            Files.move(draft, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static Instant made(Given given, Streams streams) {
        Optional<Instant> said = given.instantOrDay(MADE);
        if (said.isPresent()) {
            return said.get();
        }
        Optional<String> epoch = Optional.ofNullable(System.getenv(SOURCE_DATE_EPOCH));
        try {
            return epoch.map(text -> Instant.ofEpochSecond(Long.parseLong(text)))
                    .orElseGet(() -> streams.clock().instant());
        } catch (NumberFormatException | DateTimeException wrong) {
            throw new UsageError(
                    "expected SOURCE_DATE_EPOCH to be seconds since 1970, found " + Words.quoted(epoch.orElse("")),
                    Optional.empty());
        }
    }

    private static long number(String word) {
        if (!word.matches("[0-9]{1,18}")) {
            throw new UsageError(
                    "expected `" + SEQUENCE + "` to be a whole number, found " + Words.quoted(word), Optional.empty());
        }
        return Long.parseLong(word);
    }

    private static SigningKey key(Path file) {
        try {
            return SigningKey.read(file);
        } catch (NoSuchFileException none) {
            throw new UsageError(
                    "there is no key " + Words.quoted(none.getFile()), "make one with `remit keys new --out FILE`");
        } catch (RejectedException | IOException wrong) {
            throw new UsageError(
                    "the key " + Words.quoted(file.toString()) + " cannot be used: " + wrong.getMessage(),
                    Optional.empty());
        }
    }
}
