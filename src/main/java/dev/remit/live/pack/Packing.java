package dev.remit.live.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.PolicyBundle;
import dev.remit.model.CanonicalForm;
import dev.remit.record.RecordLog;
import dev.remit.signing.SignedNote;
import dev.remit.signing.SigningKey;
import dev.remit.snapshot.Snapshots;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Packs bundles. The same files, sequence number, time and key give the same bytes.
 *
 * @param sequence a number higher than that of the pack before
 * @param made when it is packed, to the second
 * @param key who signs it, if somebody does
 * @param isCompiled whether the compiled policy goes into it
 */
public record Packing(long sequence, Instant made, Optional<SigningKey> key, boolean isCompiled) {
    public Packing {
        made = made.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * The bytes of the pack.
     *
     * @param texts the text of each file, by its path in the bundle
     * @param bundle what these texts were loaded as
     */
    public byte[] pack(SortedMap<String, String> texts, PolicyBundle bundle) {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        SortedMap<String, String> hashes = new TreeMap<>();
        texts.forEach((path, text) -> {
            byte[] content = text.getBytes(UTF_8);
            entries.put(PackedBundle.FILES + path, content);
            hashes.put(path, PackedBundle.hash(content));
        });
        Optional<byte[]> compiled = isCompiled ? Snapshots.compiled(texts) : Optional.empty();
        compiled.ifPresent(part -> entries.put(PackedBundle.COMPILED, part));
        String manifest = new Manifest(
                        bundle.policy().header().id().value(),
                        bundle.policy().header().version(),
                        sequence,
                        made,
                        String.valueOf(CanonicalForm.EDITION),
                        bundle.digests(),
                        hashes,
                        compiled.map(part -> new Manifest.Compiled(PackedBundle.hash(part), RecordLog.engineVersion())))
                .text();
        entries.put(PackedBundle.MANIFEST, manifest.getBytes(UTF_8));
        key.map(signer -> SignedNote.sign(manifest, signer))
                .ifPresent(note -> entries.put(PackedBundle.SIGNATURE, note.bytes()));
        return PackForm.write(entries);
    }
}
