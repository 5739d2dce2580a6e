package dev.remit.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * A private Ed25519 key with its name and its public half.
 *
 * <p>On disk it is two files: the private key in PKCS#8, PEM, for its owner alone, and beside it, with {@code .pub} at
 * the end, the {@link VerifierKey} for everybody. The first file alone has neither the name nor the public half.
 */
public final class SigningKey {
    /** The suffix of the file of the public half, added to the name of the other. */
    public static final String PUBLIC_SUFFIX = ".pub";

    private static final String PEM_LABEL = "PRIVATE KEY";

    private final PrivateKey key;
    private final VerifierKey verifier;

    private SigningKey(PrivateKey key, VerifierKey verifier) throws RejectedException {
        this.key = key;
        this.verifier = verifier;
        byte[] trial = verifier.toString().getBytes(UTF_8);
        if (!verifier.verifies(trial, sign(trial))) {
            throw new RejectedException(
                    "the private key is not the other half of the verifier key `" + verifier.name() + "`");
        }
    }

    /** Makes a new key. */
    public static SigningKey generate(KeyName name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(pair.getPrivate(), VerifierKey.of(name, pair.getPublic()));
        } catch (GeneralSecurityException | RejectedException impossible) {
            throw new IllegalStateException("this Java platform makes no Ed25519 keys", impossible);
        }
    }

    static SigningKey of(byte[] pkcs8, VerifierKey verifier) throws RejectedException {
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return new SigningKey(key, verifier);
        } catch (GeneralSecurityException noKey) {
            throw new RejectedException("expected an Ed25519 key in PKCS#8");
        }
    }

    /** Reads a private key and, beside it, the file with {@code .pub} at the end of its name. */
    public static SigningKey read(Path file) throws IOException, RejectedException {
        byte[] pkcs8 = Pem.parse(KeyFile.readText(file), PEM_LABEL);
        return of(pkcs8, VerifierKey.read(publicFile(file)));
    }

    /**
     * Writes both files. Neither may exist: a key is never overwritten.
     *
     * @throws java.nio.file.FileAlreadyExistsException if one exists
     */
    public void write(Path file) throws IOException {
        KeyFile.refuseExisting(publicFile(file));
        KeyFile.writeForOwner(file, Pem.write(key.getEncoded(), PEM_LABEL));
        KeyFile.writeForAll(publicFile(file), verifier + "\n");
    }

    private static Path publicFile(Path file) {
        return file.resolveSibling(file.getFileName() + PUBLIC_SUFFIX);
    }

    /** The public half. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** The key's name. */
    public KeyName name() {
        return verifier.name();
    }

    /** The signature over a text. */
    byte[] sign(byte[] text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(text);
            return ed25519.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java platform does not sign with Ed25519", impossible);
        }
    }

    /** The name and id; never the key. */
    @Override
    public String toString() {
        return "signing key " + name() + "+" + verifier.id();
    }
}
