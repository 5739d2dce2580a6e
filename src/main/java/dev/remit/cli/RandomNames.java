package dev.remit.cli;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names for keys that were given none. */
final class RandomNames {
    private static final int OF_LOG = 8;
    private static final int OF_KEY = 4;

    private RandomNames() {}

    static String ofLog() {
        return "remit.invalid/" + random(OF_LOG);
    }

    static String ofSubjectKey() {
        return "k" + random(OF_KEY);
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
