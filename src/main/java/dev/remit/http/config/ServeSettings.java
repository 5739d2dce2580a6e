package dev.remit.http.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The configuration of a decision point over HTTP.
 *
 * @param address the address of the network interface to listen on
 * @param port the port; 0 for any that is free
 * @param isBehindProxy whether something in front takes care of TLS and of who calls
 * @param tls the keys for TLS, if it speaks TLS itself
 * @param callers who may ask; none if whoever reaches it may
 * @param open what anybody may read, though callers have credentials
 * @param policy which policy is served
 * @param records the log of decisions, if one is kept
 * @param mapping the file that maps the words of other systems, if there is one
 * @param limits how much is taken on
 * @param publicUrl the address under which callers know it, if there is one
 * @param pageKey a file with a secret for page tokens; empty for a random one
 * @param logged which requests get a line on standard error
 */
public record ServeSettings(
        String address,
        int port,
        boolean isBehindProxy,
        Optional<TlsFiles> tls,
        List<Caller> callers,
        Set<String> open,
        PolicySettings policy,
        Optional<LogSettings> records,
        Optional<Path> mapping,
        ServeLimits limits,
        Optional<String> publicUrl,
        Optional<Path> pageKey,
        Logged logged) {

    /** The settings of a server that only this machine reaches. */
    public static final ServeSettings LOCAL = new ServeSettings(
            "127.0.0.1",
            8181,
            false,
            Optional.empty(),
            List.of(),
            Set.of(),
            PolicySettings.EMBEDDED,
            Optional.empty(),
            Optional.empty(),
            ServeLimits.USUAL,
            Optional.empty(),
            Optional.empty(),
            Logged.PROBLEMS);

    public ServeSettings {
        requireNonNull(address, "address");
        requireNonNull(tls, "tls");
        callers = List.copyOf(callers);
        open = Collections.unmodifiableSet(new TreeSet<>(open));
        requireNonNull(policy, "policy");
        requireNonNull(records, "records");
        requireNonNull(mapping, "mapping");
        requireNonNull(limits, "limits");
        requireNonNull(publicUrl, "publicUrl");
        requireNonNull(pageKey, "pageKey");
        requireNonNull(logged, "logged");
    }

    /** Which requests get a line on standard error. */
    public enum Logged {
        /** Every request. */
        ALL("all"),
        /** Requests that get no answer. */
        PROBLEMS("problems"),
        /** No request. */
        NONE("none");

        private final String word;

        Logged(String word) {
            this.word = word;
        }

        /** The word in configurations. */
        public String word() {
            return word;
        }
    }

    /** Whether only this machine reaches it, and it asks for no credentials. */
    public boolean isLocal() {
        return callers.isEmpty() && !isBehindProxy;
    }

    /** The same on another port. */
    public ServeSettings onPort(int other) {
        return new ServeSettings(
                address,
                other,
                isBehindProxy,
                tls,
                callers,
                open,
                policy,
                records,
                mapping,
                limits,
                publicUrl,
                pageKey,
                logged);
    }

    /** The same with another policy. */
    public ServeSettings serving(PolicySettings other) {
        return new ServeSettings(
                address,
                port,
                isBehindProxy,
                tls,
                callers,
                open,
                other,
                records,
                mapping,
                limits,
                publicUrl,
                pageKey,
                logged);
    }

    /** The same with a log. */
    public ServeSettings recording(LogSettings log) {
        return new ServeSettings(
                address,
                port,
                isBehindProxy,
                tls,
                callers,
                open,
                policy,
                Optional.of(log),
                mapping,
                limits,
                publicUrl,
                pageKey,
                logged);
    }
}
