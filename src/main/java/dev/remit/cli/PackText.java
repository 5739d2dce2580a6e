package dev.remit.cli;

import dev.remit.json.JsonTree;
import dev.remit.live.pack.Manifest;
import dev.remit.live.pack.PackedBundle;
import dev.remit.live.pack.RefusedPackException;
import dev.remit.signing.VerifierKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the manifest of a packed bundle says, in words and as JSON. */
final class PackText {
    private PackText() {}

    static String sentences(PackedBundle pack, List<VerifierKey> keys) throws RefusedPackException {
        Manifest manifest = pack.manifest();
        String signed = !keys.isEmpty()
                ? "signed by " + String.join(", ", signers(pack, keys))
                : pack.isSigned() ? "signed, by whom was not checked" : "not signed";
        return String.join(
                "\n",
                "whole: " + manifest.id() + " version " + manifest.version() + ", sequence " + manifest.sequence()
                        + ", made " + manifest.made() + ", " + signed,
                "meaning " + manifest.digests().policy(),
                "registers " + manifest.digests().registers(),
                "assurance " + manifest.digests().assurance());
    }

    static String json(PackedBundle pack, List<VerifierKey> keys) throws RefusedPackException {
        Manifest manifest = pack.manifest();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("whole", true);
        members.put("id", manifest.id());
        members.put("version", manifest.version());
        members.put("sequence", manifest.sequence());
        members.put("made", manifest.made().toString());
        members.put("edition", manifest.edition());
        members.put("meaning", manifest.digests().policy());
        members.put("registers", manifest.digests().registers());
        members.put("assurance", manifest.digests().assurance());
        members.put("signed", pack.isSigned());
        members.put("signers", signers(pack, keys));
        return JsonTree.of(members).json();
    }

    static String refused(String reason) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("whole", false);
        members.put("reason", reason);
        return JsonTree.of(members).json();
    }

    private static List<String> signers(PackedBundle pack, List<VerifierKey> keys) throws RefusedPackException {
        return pack.signers(keys).stream().map(key -> key.name().toString()).toList();
    }
}
