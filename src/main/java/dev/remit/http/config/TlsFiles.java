package dev.remit.http.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The files with the keys for TLS, in PEM.
 *
 * @param certificate the certificate of the server, with those that sign it behind it
 * @param key its private key, in PKCS#8
 * @param clientAuthorities the certificates that sign those of callers, if callers have some
 */
public record TlsFiles(Path certificate, Path key, Optional<Path> clientAuthorities) {
    public TlsFiles {
        requireNonNull(certificate, "certificate");
        requireNonNull(key, "key");
        requireNonNull(clientAuthorities, "clientAuthorities");
    }
}
