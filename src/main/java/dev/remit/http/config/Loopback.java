package dev.remit.http.config;

import java.util.Set;

/** Tells addresses that only this machine reaches from all others, without asking anybody for names. */
public final class Loopback {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private Loopback() {}

    /** Whether only this machine reaches an address; one that is not known to be so counts as reached by others. */
    public static boolean isLoopback(String address) {
        return NAMES.contains(address) || address.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }
}
