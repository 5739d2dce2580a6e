package dev.remit.live.pack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.decide.Question;
import dev.remit.load.BundleFiles;
import dev.remit.load.BundleSource;
import dev.remit.signing.KeyName;
import dev.remit.signing.RejectedException;
import dev.remit.signing.SigningKey;
import dev.remit.snapshot.Snapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Packed bundles that are not what was packed are refused with a sentence each, and nothing of them is loaded. */
class PackedBundleTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final SigningKey KEY = key("example.org/remit");
    private static final SigningKey OTHER = key("example.org/other");
    private static final SortedMap<String, String> TEXTS =
            BundleFiles.read(BundleSource.at(Path.of("policy/minimal"))).orThrow();
    private static final PolicyBundle BUNDLE = Remit.load(TEXTS);
    private static final byte[] SIGNED = new Packing(7, NOW, Optional.of(KEY), true).pack(TEXTS, BUNDLE);
    private static final byte[] PLAIN = new Packing(7, NOW, Optional.empty(), false).pack(TEXTS, BUNDLE);

    private static SigningKey key(String name) {
        try {
            return SigningKey.generate(KeyName.parse(name));
        } catch (RejectedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PackLoading trusting() {
        return PackLoading.trusting(List.of(KEY.verifier()));
    }

    private static PolicyBundle load(byte[] pack, PackLoading loading) throws RefusedPackException {
        return loading.load(PackedBundle.of(pack), "packed", file -> {}).orThrow();
    }

    @Test
    void loadsWhatWasPacked() throws RefusedPackException {
        for (PackLoading loading : List.of(PackLoading.compiling(), trusting())) {
            PolicyBundle read = load(SIGNED, loading);

            assertThat(read.decisionPoint().identity())
                    .isEqualTo(BUNDLE.decisionPoint().identity());
            Question question =
                    Question.may("author").perform("read").onLevel("draft").at(NOW);
            assertThat(read.decisionPoint().decide(question))
                    .isEqualTo(BUNDLE.decisionPoint().decide(question));
        }
    }

    @Test
    void givesTheSameBytesForTheSame() {
        assertThat(new Packing(7, NOW.plusNanos(5), Optional.of(KEY), true).pack(TEXTS, BUNDLE))
                .isEqualTo(SIGNED);
        assertThat(new Packing(8, NOW, Optional.of(KEY), true).pack(TEXTS, BUNDLE))
                .isNotEqualTo(SIGNED);
    }

    @Test
    void refusesEveryTruncation() {
        for (int length = 0; length < PLAIN.length; length++) {
            byte[] cut = Arrays.copyOf(PLAIN, length);
            assertThatThrownBy(() -> PackedBundle.of(cut)).isInstanceOf(RefusedPackException.class);
        }
    }

    @Test
    void refusesEveryByteChanged() {
        for (int place = 0; place < PLAIN.length; place++) {
            byte[] other = PLAIN.clone();
            other[place] ^= (byte) (1 << place % Byte.SIZE);
            assertThatThrownBy(() -> PackedBundle.of(other))
                    .as("byte %s", place)
                    .isInstanceOf(RefusedPackException.class);
        }
    }

    @Test
    void refusesWhatWasAppended() {
        byte[] longer = Arrays.copyOf(SIGNED, SIGNED.length + 1);

        assertThatThrownBy(() -> PackedBundle.of(longer)).hasMessageContaining("byte for byte");
    }

    @Test
    void refusesAnotherText() {
        byte[] pack = edited(SIGNED, entries -> {
            entries.put(
                    "bundle/policy.yaml",
                    text(entries, "bundle/policy.yaml")
                            .replace("permit: author", "permit: reader")
                            .getBytes(UTF_8));
            return entries;
        });

        assertThatThrownBy(() -> PackedBundle.of(pack))
                .hasMessageContaining("its entry `bundle/policy.yaml` is not the one its manifest names");
    }

    @Test
    void refusesAForgedSignature() throws RefusedPackException {
        byte[] pack = edited(SIGNED, entries -> {
            String note = text(entries, PackedBundle.SIGNATURE);
            int last = note.length() - 4;
            char other = note.charAt(last) == 'A' ? 'B' : 'A';
            entries.put(
                    PackedBundle.SIGNATURE,
                    (note.substring(0, last - 20) + other + note.substring(last - 19)).getBytes(UTF_8));
            return entries;
        });

        PackedBundle read = PackedBundle.of(pack);
        assertThatThrownBy(() -> read.checkSignedBy(List.of(KEY.verifier()))).hasMessageContaining("forged");
        assertThatThrownBy(() -> trusting().load(read, "", file -> {})).hasMessageContaining("forged");
    }

    @Test
    void refusesTheSignatureOfAnotherManifest() {
        String other =
                text(entries(new Packing(8, NOW, Optional.of(KEY), true).pack(TEXTS, BUNDLE)), PackedBundle.SIGNATURE);
        byte[] pack = edited(SIGNED, entries -> {
            entries.put(PackedBundle.SIGNATURE, other.getBytes(UTF_8));
            return entries;
        });

        assertThatThrownBy(() -> PackedBundle.of(pack)).hasMessageContaining("what is signed is not its manifest");
    }

    @Test
    void refusesAWrongKeyAndNone() throws RefusedPackException {
        PackedBundle signed = PackedBundle.of(SIGNED);
        assertThatThrownBy(() -> signed.checkSignedBy(List.of(OTHER.verifier())))
                .hasMessage("it is signed by `example.org/remit`, and not by a key that counts here");
        PackedBundle plain = PackedBundle.of(PLAIN);
        assertThatThrownBy(() -> plain.checkSignedBy(List.of(KEY.verifier()))).hasMessage("it is not signed");
        signed.checkSignedBy(List.of(OTHER.verifier(), KEY.verifier()));
    }

    @Test
    void refusesAFileTheManifestOmits() {
        byte[] pack = edited(SIGNED, entries -> {
            entries.put("bundle/rules/more.yaml", "remit: 1\nrules: []\n".getBytes(UTF_8));
            return entries;
        });

        assertThatThrownBy(() -> PackedBundle.of(pack))
                .hasMessage("it holds `bundle/rules/more.yaml`, which its manifest does not name");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        byte[] pack = edited(SIGNED, entries -> {
            entries.remove("bundle/tests/reports.yaml");
            return entries;
        });

        assertThatThrownBy(() -> PackedBundle.of(pack))
                .hasMessage("its manifest names `bundle/tests/reports.yaml`, and it is not there");
    }

    @Test
    void refusesTwoEntriesOfOneName() {
        byte[] pack = edited(SIGNED, entries -> {
            entries.put("bundle/policy.yamk", "remit: 1\n".getBytes(UTF_8));
            return entries;
        });
        byte[] twice = replaced(pack, "bundle/policy.yamk", "bundle/policy.yaml");

        assertThatThrownBy(() -> PackedBundle.of(twice))
                .hasMessage("it has two entries of the name `bundle/policy.yaml`");
    }

    @Test
    void refusesAnEntryOutsideTheRoot() {
        for (String name : List.of("bundle/../../x.yaml", "/etc/x.yaml", "bundle\\..\\x.yaml")) {
            byte[] pack = edited(SIGNED, entries -> {
                entries.put(name, "remit: 1\n".getBytes(UTF_8));
                return entries;
            });
            assertThatThrownBy(() -> PackedBundle.of(pack)).hasMessageContaining("leads out of the bundle");
        }
        Manifest manifest = manifest(SIGNED);
        byte[] named = SignedAnew.signed(
                new Manifest(
                        manifest.id(),
                        manifest.version(),
                        7,
                        NOW,
                        manifest.edition(),
                        manifest.digests(),
                        new TreeMap<>(Map.of("../x.yaml", PackedBundle.hash(new byte[0]))),
                        Optional.empty()),
                new TreeMap<>(),
                KEY);
        assertThatThrownBy(() -> PackedBundle.of(named)).hasMessageContaining("which is no file of a bundle");
    }

    @Test
    void unpacksNoBomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("manifest.txt"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 500; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThat(bytes.size()).isLessThan(1 << 20);

        assertThatThrownBy(() -> PackedBundle.of(bytes.toByteArray()))
                .hasMessage("its entry `manifest.txt` is compressed, and those of a packed bundle are not");
    }

    @Test
    void refusesDigestsThatDifferFromTheTexts() throws RefusedPackException {
        SortedMap<String, String> other = wider();
        // Somebody signed a manifest that says less than its texts do.
        byte[] pack = new Packing(7, NOW, Optional.of(KEY), false).pack(other, BUNDLE);

        PackedBundle read = PackedBundle.of(pack);
        assertThatThrownBy(() -> PackLoading.compiling().load(read, "", file -> {}))
                .hasMessageContaining("its texts do not mean what its manifest says");
    }

    @Test
    void refusesACompiledPartOfOtherTexts() throws RefusedPackException {
        byte[] compiled = Snapshots.compiled(wider()).orElseThrow();
        byte[] pack = withCompiled(compiled);

        PackedBundle read = PackedBundle.of(pack);
        assertThatThrownBy(() -> trusting().load(read, "", file -> {}))
                .hasMessage("its compiled part was made of other texts than it holds");
        assertThatThrownBy(() -> PackLoading.verify(read, "", file -> {}))
                .hasMessage("its compiled part is not what its texts compile to");
        assertThat(load(pack, PackLoading.compiling()).decisionPoint().identity())
                .isEqualTo(BUNDLE.decisionPoint().identity());
    }

    @Test
    void refusesACompiledPartThatCannotBeRead() throws RefusedPackException {
        byte[] compiled = Snapshots.compiled(TEXTS).orElseThrow();
        PackedBundle cut = PackedBundle.of(withCompiled(Arrays.copyOf(compiled, compiled.length / 2)));

        assertThatThrownBy(() -> trusting().load(cut, "", file -> {}))
                .isInstanceOf(RefusedPackException.class)
                .hasMessageContaining("its compiled part");
    }

    @Test
    void usesNoCompiledPartOfWhoeverIsNotTrusted() throws RefusedPackException {
        byte[] compiled = Snapshots.compiled(wider()).orElseThrow();
        PackedBundle read = PackedBundle.of(withCompiled(compiled));

        PackLoading others = PackLoading.trusting(List.of(OTHER.verifier()));
        assertThat(others.load(read, "", file -> {}).orThrow().decisionPoint().identity())
                .isEqualTo(BUNDLE.decisionPoint().identity());
    }

    private static SortedMap<String, String> wider() {
        SortedMap<String, String> texts = new TreeMap<>(TEXTS);
        texts.computeIfPresent(
                "policy.yaml", (path, text) -> text.replace("permit: author, to: read", "permit: any, to: read"));
        assertThat(texts).isNotEqualTo(TEXTS);
        return texts;
    }

    private static byte[] withCompiled(byte[] compiled) throws RefusedPackException {
        return SignedAnew.withCompiled(SIGNED, compiled, KEY);
    }

    private static Manifest manifest(byte[] pack) {
        try {
            return PackedBundle.of(pack).manifest();
        } catch (RefusedPackException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] edited(byte[] pack, UnaryOperator<SortedMap<String, byte[]>> edit) {
        return PackForm.write(edit.apply(new TreeMap<>(entries(pack))));
    }

    private static SortedMap<String, byte[]> entries(byte[] pack) {
        try {
            return PackForm.read(pack);
        } catch (RefusedPackException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(SortedMap<String, byte[]> entries, String name) {
        return new String(entries.getOrDefault(name, new byte[0]), UTF_8);
    }

    /** Replaces a name of the same length wherever it stands in a zip. */
    private static byte[] replaced(byte[] pack, String name, String by) {
        String text = new String(pack, ISO_8859_1);
        return text.replace(name, by).getBytes(ISO_8859_1);
    }
}
