package dev.remit.http;

import static java.util.Objects.requireNonNull;

import dev.remit.http.access.PageTokens;
import dev.remit.http.config.ServeLimits;
import dev.remit.http.config.ServeSettings;
import dev.remit.record.RecordFolder;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A decision point that answers over HTTP until it is closed. */
public final class DecisionServer implements AutoCloseable {
    private static final int HEADER_BYTES = 8 << 10;
    private static final long RENEWAL_SECONDS = 2;

    private final Server server;
    private final Pace connector;
    private final Renewal renewal;

    private DecisionServer(Server server, Pace connector, Renewal renewal) {
        this.server = server;
        this.connector = connector;
        this.renewal = renewal;
    }

    /**
     * What a server needs besides its settings.
     *
     * @param served the policy it answers by
     * @param figures what it counts in; it hears the decisions of the policy
     * @param mapping the file that maps the words of other systems, if there is one
     * @param again reads the settings again, when their file may have changed; empty if they are to stay
     * @param settingsFile the file of the settings, if they come from one
     * @param clock gives the present time
     * @param log takes a line for what happens, in JSON
     */
    public record Parts(
            Served served,
            Figures figures,
            Optional<SourceFile> mapping,
            Supplier<Optional<ServeSettings>> again,
            Optional<Path> settingsFile,
            InstantSource clock,
            Consumer<String> log) {
        public Parts {
            requireNonNull(served, "served");
            requireNonNull(figures, "figures");
            requireNonNull(mapping, "mapping");
            requireNonNull(again, "again");
            requireNonNull(settingsFile, "settingsFile");
            requireNonNull(clock, "clock");
            requireNonNull(log, "log");
        }

        /** A server of a policy, whose settings stay. */
        public static Parts of(Served served, Figures figures, Consumer<String> log) {
            return new Parts(
                    served, figures, Optional.empty(), Optional::empty, Optional.empty(), InstantSource.system(), log);
        }
    }

    /**
     * Starts a server.
     *
     * @throws IOException if it cannot listen, or a file of its settings cannot be used
     */
    public static DecisionServer start(ServeSettings settings, Parts parts) throws IOException {
        ServeLimits limits = settings.limits();
        RequestLog log = new RequestLog(parts.log(), parts.clock());
        AtomicReference<Renewable> renewable = new AtomicReference<>(renewable(settings));
        QueuedThreadPool threads = new QueuedThreadPool(limits.threads(), Math.min(8, limits.threads()));
        threads.setName("remit-http");
        threads.setDaemon(true);
        Server server = new Server(threads);
        Optional<Tls> tls =
                settings.tls().isPresent() ? Optional.of(Tls.of(settings.tls().get())) : Optional.empty();
        Pace connector = new Pace(server, limits.headerTime(), limits.bodyTime(), factories(tls));
        connector.setHost(settings.address());
        connector.setPort(settings.port());
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.setAcceptQueueSize(1024);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(limits.connections(), server));
        Current current = new Current(
                parts.served(),
                parts.mapping(),
                settings.records().map(each -> !each.isWithoutPeople()).orElse(true),
                parts.clock());
        Endpoints endpoints = new Endpoints(
                parts.served(),
                current,
                parts.figures(),
                () -> settings.records().isPresent()
                        ? RecordFolder.at(settings.records().get().folder()).newestCheckpoint()
                        : Optional.empty());
        Access access = new Access(current, tokens(settings), parts.clock());
        GracefulHandler graceful = new GracefulHandler(new DoorHandler(
                endpoints.routes(access, settings.publicUrl()),
                renewable::get,
                settings.isLocal(),
                current,
                parts.figures(),
                log));
        server.setHandler(graceful);
        server.setErrorHandler(new PlainErrors());
        server.setStopTimeout(limits.stopTime().toMillis());
        Renewal renewal =
                new Renewal(parts, tls, log, settings.callers().isEmpty(), fresh -> renewable.set(renewable(fresh)));
        DecisionServer started = new DecisionServer(server, connector, renewal);
        started.start();
        return started;
    }

    private static Renewable renewable(ServeSettings settings) {
        return new Renewable(Callers.of(settings.callers()), settings.open(), settings.logged());
    }

    private static PageTokens tokens(ServeSettings settings) throws IOException {
        return settings.pageKey().isPresent()
                ? PageTokens.under(Files.readAllBytes(settings.pageKey().get()))
                : PageTokens.random();
    }

    private static ConnectionFactory[] factories(Optional<Tls> tls) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendXPoweredBy(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        configuration.setSendDateHeader(true);
        HttpConnectionFactory http = new HttpConnectionFactory(configuration);
        if (tls.isEmpty()) {
            return new ConnectionFactory[] {http};
        }
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        return new ConnectionFactory[] {new SslConnectionFactory(tls.get().context(), http.getProtocol()), http};
    }

    private void start() throws IOException {
        boolean isStarted = false;
        try {
            server.start();
            isStarted = true;
            connector.getScheduler().schedule(this::renewAgain, RENEWAL_SECONDS, TimeUnit.SECONDS);
        } catch (IOException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IOException("the server cannot start", failed);
        } finally {
            if (!isStarted) {
                close();
            }
        }
    }

    private void renewAgain() {
        renewal.look();
        if (server.isRunning()) {
            connector.getScheduler().schedule(this::renewAgain, RENEWAL_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Looks now whether the files of settings and keys changed, and takes up what is in them. */
    public void renew() {
        renewal.look();
    }

    /** The port it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Waits until somebody closes it. */
    public void join() throws InterruptedException {
        server.join();
    }

    /** Takes no more requests, answers those that are under way, and stops. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failed) {
            if (failed instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            renewal.stopped(failed);
        }
    }
}
