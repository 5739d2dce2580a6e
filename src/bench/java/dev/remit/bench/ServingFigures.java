package dev.remit.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.http.DecisionServer;
import dev.remit.http.FixedPolicy;
import dev.remit.http.config.ServeSettings;
import dev.remit.record.RecordLog;
import dev.remit.record.RecordSettings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * Measures the decision point over HTTP with a log of decisions beside a bare handler that reads as much and answers as much, in one
 * process after warming up. Clients and server share the processors.
 */
final class ServingFigures {
    private static final int CLIENTS = 8;
    private static final long SECONDS = Long.getLong("bench.seconds", 45);
    private static final String BODY =
            "{\"subject\":{\"type\":\"role\",\"id\":\"researcher\"},\"action\":{\"name\":\"run-pipeline\"},"
                    + "\"resource\":{\"type\":\"level\",\"id\":\"1\",\"properties\":{\"project\":\"POS-2026-2001\"}},"
                    + "\"context\":{\"remit\":{\"facts\":{\"named-on-project\":true},\"closed\":true,"
                    + "\"handles\":{\"duties\":[\"log-operation\",\"output-check-before-release\",\"publish-code\",\"write-code-away-from-data\"],"
                    + "\"population\":{\"national\":[\"excluded-by-filter\"],\"type-1\":[\"excluded-by-filter\"]}}}}}";

    private final PolicyBundle bundle = Remit.load(Path.of("policy/opensafely"));

    /** What some clients saw in a time. */
    private record Seen(double aSecond, double percentile) {}

    /** The table of all figures. */
    String measure() throws Exception {
        Table table = new Table(List.of("what", "Remit", "bare handler", "ratio"));
        Seen remit = remit();
        Seen bare = bare();
        table.row(List.of(
                "evaluations a second over " + CLIENTS + " connections, recorded",
                String.format(Locale.ROOT, "%,.0f", remit.aSecond),
                String.format(Locale.ROOT, "%,.0f", bare.aSecond),
                Figures.number(OptionalDouble.of(remit.aSecond / bare.aSecond))));
        table.row(List.of(
                "99th percentile of the time to an answer",
                Figures.time(OptionalDouble.of(remit.percentile)),
                Figures.time(OptionalDouble.of(bare.percentile)),
                Figures.number(OptionalDouble.of(remit.percentile / bare.percentile))));
        return table.toString();
    }

    private Seen remit() throws Exception {
        dev.remit.http.Figures counts = new dev.remit.http.Figures();
        try (RecordLog log = RecordLog.open(
                Trial.FOLDER.resolve("records-served"), bundle.decisionPoint().identity(), RecordSettings.written())) {
            FixedPolicy served = new FixedPolicy(
                    bundle, bundle.decisionPoint().withListener(counts).recordedBy(log), Instant.now());
            try (DecisionServer server = DecisionServer.start(
                    ServeSettings.LOCAL.onPort(0), DecisionServer.Parts.of(served, counts, line -> {}))) {
                return seen(server.port());
            }
        }
    }

    private static Seen bare() throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(connector);
        byte[] answer = new byte[1200];
        Arrays.fill(answer, (byte) 'x');
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                Content.Source.asString(request);
                response.write(true, ByteBuffer.wrap(answer), callback);
                return true;
            }
        });
        server.start();
        try {
            return seen(connector.getLocalPort());
        } finally {
            server.stop();
        }
    }

    private static Seen seen(int port) throws InterruptedException, ExecutionException {
        run(port);
        return run(port);
    }

    private static Seen run(int port) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            List<Future<long[]>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(() -> ask(port, end)));
            }
            long[] all = {};
            for (Future<long[]> each : clients) {
                long[] took = each.get();
                all = Arrays.copyOf(all, all.length + took.length);
                System.arraycopy(took, 0, all, all.length - took.length, took.length);
            }
            Arrays.sort(all);
            return new Seen(all.length / (double) SECONDS, all[(int) (all.length * 0.99)]);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] ask(int port, long end) throws IOException {
        byte[] request =
                ("POST /access/v1/evaluation HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
                                + BODY.length() + "\r\n\r\n" + BODY)
                        .getBytes(UTF_8);
        long[] took = new long[1 << 10];
        int count = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
                socket.getOutputStream().write(request);
                answer(in);
                took = count == took.length ? Arrays.copyOf(took, 2 * count) : took;
                took[count++] = System.nanoTime() - begun;
            }
        }
        return Arrays.copyOf(took, count);
    }

    private static void answer(InputStream in) throws IOException {
        int length = 0;
        String status = line(in);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        if (!status.contains(" 200 ") || in.readNBytes(length).length < length) {
            throw new IOException("no answer: " + status);
        }
    }

    private static String line(InputStream in) throws IOException {
        byte[] line = new byte[256];
        int length = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection ended");
            }
            line[Math.min(length++, line.length - 1)] = (byte) next;
        }
        return new String(line, 0, Math.max(0, Math.min(length, line.length) - 1), ISO_8859_1);
    }
}
