package dev.remit.live.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.record.RecordLog;
import dev.remit.signing.SignedNote;
import dev.remit.signing.SigningKey;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Packs that say what nobody should have signed, and are signed. */
public final class SignedAnew {
    private SignedAnew() {}

    /** A pack with another compiled part, named by its manifest and signed. */
    public static byte[] withCompiled(byte[] pack, byte[] compiled, SigningKey key) throws RefusedPackException {
        PackedBundle read = PackedBundle.of(pack);
        Manifest manifest = read.manifest();
        SortedMap<String, byte[]> entries = new TreeMap<>();
        read.texts().forEach((path, text) -> entries.put(PackedBundle.FILES + path, text.getBytes(UTF_8)));
        entries.put(PackedBundle.COMPILED, compiled);
        return signed(
                new Manifest(
                        manifest.id(),
                        manifest.version(),
                        manifest.sequence(),
                        manifest.made(),
                        manifest.edition(),
                        manifest.digests(),
                        manifest.files(),
                        Optional.of(new Manifest.Compiled(PackedBundle.hash(compiled), RecordLog.engineVersion()))),
                entries,
                key);
    }

    /** A pack of some entries under a manifest. */
    static byte[] signed(Manifest manifest, SortedMap<String, byte[]> entries, SigningKey key) {
        entries.put(PackedBundle.MANIFEST, manifest.text().getBytes(UTF_8));
        entries.put(
                PackedBundle.SIGNATURE, SignedNote.sign(manifest.text(), key).bytes());
        return PackForm.write(entries);
    }
}
