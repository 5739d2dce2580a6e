package dev.remit.http;

import dev.remit.http.config.TlsFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Reads the keys for TLS from PEM files, again and again: certificates are renewed while a server runs. */
final class Tls {
    private static final char[] NO_PASSWORD = new char[0];
    private static final byte[] TRIED = {1, 2, 3};

    private final TlsFiles files;
    private final SslContextFactory.Server context = new SslContextFactory.Server();

    private Tls(TlsFiles files) {
        this.files = files;
    }

    /**
     * Reads the files.
     *
     * @throws IOException if one cannot be read or holds something else
     */
    static Tls of(TlsFiles files) throws IOException {
        Tls tls = new Tls(files);
        tls.take();
        return tls;
    }

    SslContextFactory.Server context() {
        return context;
    }

    /** The files that were read. */
    List<Path> paths() {
        return files.clientAuthorities()
                .map(authorities -> List.of(files.certificate(), files.key(), authorities))
                .orElseGet(() -> List.of(files.certificate(), files.key()));
    }

    /** Reads the files again; connections from now on use what is there. If that fails, they go on with what was there. */
    void renew() throws IOException {
        Tls fresh = of(files);
        try {
            context.reload(same -> {
                same.setKeyStore(fresh.context.getKeyStore());
                same.setTrustStore(fresh.context.getTrustStore());
            });
        } catch (Exception failed) {
            throw new IOException("the keys for TLS cannot be taken up", failed);
        }
    }

    private void take() throws IOException {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, NO_PASSWORD);
            List<Certificate> chain = certificates(files.certificate());
            PrivateKey key = key(files.key());
            if (!areOfEachOther(key, chain.get(0))) {
                throw new IOException("the private key is not that of the certificate");
            }
            keys.setKeyEntry("remit", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
            context.setKeyStore(keys);
            context.setKeyStorePassword("");
            if (files.clientAuthorities().isPresent()) {
                KeyStore authorities = KeyStore.getInstance("PKCS12");
                authorities.load(null, NO_PASSWORD);
                int number = 0;
                for (Certificate each : certificates(files.clientAuthorities().get())) {
                    authorities.setCertificateEntry("authority-" + number++, each);
                }
                context.setTrustStore(authorities);
                context.setWantClientAuth(true);
            }
        } catch (GeneralSecurityException unusable) {
            throw new IOException("the keys for TLS cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    /**
     * The certificates in a file.
     *
     * @throws IOException if there is none
     */
    static List<Certificate> certificates(Path file) throws IOException {
        try {
            List<Certificate> all = List.copyOf(CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file))));
            if (!all.isEmpty()) {
                return all;
            }
        } catch (CertificateException others) {
            throw new IOException("`" + file + "` holds no certificate in PEM", others);
        }
        throw new IOException("`" + file + "` holds no certificate in PEM");
    }

    /** Whether what the key signs is verified by the certificate. */
    private static boolean areOfEachOther(PrivateKey key, Certificate certificate) throws GeneralSecurityException {
        String algorithm = switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> "Ed25519";
        };
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(TRIED);
            byte[] signature = signing.sign();
            Signature verifying = Signature.getInstance(algorithm);
            verifying.initVerify(certificate);
            verifying.update(TRIED);
            return verifying.verify(signature);
        } catch (SignatureException | InvalidKeyException others) {
            return false;
        }
    }

    /**
     * The private key in a file.
     *
     * @throws IOException if there is none, in PKCS#8
     */
    static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        String pem = Files.readString(file, StandardCharsets.US_ASCII);
        String begin = "-----BEGIN PRIVATE KEY-----";
        String end = "-----END PRIVATE KEY-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException("`" + file + "` holds no private key in PKCS#8, which begins with `" + begin + "`");
        }
        byte[] encoded;
        try {
            encoded = Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
        } catch (IllegalArgumentException noKey) {
            throw new IOException("`" + file + "` holds a private key that is no Base64", noKey);
        }
        for (String algorithm : List.of("EC", "RSA", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException another) {
                // A key of one of the others.
            }
        }
        throw new IOException("`" + file + "` holds a private key that is neither EC, RSA nor Ed25519");
    }
}
