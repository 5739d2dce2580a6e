package dev.remit.http;

import dev.remit.http.config.Caller;
import dev.remit.signing.CallerToken;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The callers that a service knows, by their credentials. Immutable. */
final class Callers {
    private static final String SCHEME = "bearer ";

    private final boolean isOpen;
    private final Map<String, Caller> byToken = new HashMap<>();
    private final Map<String, Caller> byCertificate = new HashMap<>();

    private Callers(boolean isOpen) {
        this.isOpen = isOpen;
    }

    /** Some callers; where there are none, whoever asks may. */
    static Callers of(List<Caller> callers) {
        Callers all = new Callers(callers.isEmpty());
        for (Caller each : callers) {
            each.tokens().forEach(digest -> all.byToken.put(digest, each));
            each.certificates().forEach(fingerprint -> all.byCertificate.put(fingerprint, each));
        }
        return all;
    }

    /** Whether nobody needs credentials. */
    boolean isOpen() {
        return isOpen;
    }

    /**
     * Who calls.
     *
     * @param authorization the header of that name; tokens are found by their digest, so that time tells nothing of them
     * @param certificates the certificates of the connection, its own first
     * @return empty if nobody is known by these
     */
    Optional<Caller> caller(Optional<String> authorization, List<X509Certificate> certificates) {
        if (isOpen) {
            return Optional.of(Caller.ANYBODY);
        }
        Optional<Caller> byHeader = authorization
                .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(text -> text.substring(SCHEME.length()).strip())
                .flatMap(token -> Optional.ofNullable(byToken.get(CallerToken.digest(token))));
        if (authorization.isPresent()) {
            return byHeader;
        }
        return certificates.stream()
                .findFirst()
                .flatMap(own -> Optional.ofNullable(byCertificate.get(fingerprint(own))));
    }

    /** The SHA-256 fingerprint of a certificate. */
    static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException | CertificateEncodingException impossible) {
            throw new IllegalStateException("broken invariant of ours: a certificate has an encoding", impossible);
        }
    }
}
