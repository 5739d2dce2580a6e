package dev.remit.http;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.decide.DecisionPoint;
import dev.remit.http.config.ServeFile;
import dev.remit.http.config.ServeSettings;
import dev.remit.json.JsonValue;
import dev.remit.json.JsonValue.Members;
import dev.remit.json.JsonValueReader;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A server on a free port of this machine, and a client of it. It stops with the test that closes it. */
public final class TestServer implements AutoCloseable {
    private final DecisionServer server;
    private final Figures figures;
    private final List<String> lines;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private TestServer(DecisionServer server, Figures figures, List<String> lines) {
        this.server = server;
        this.figures = figures;
        this.lines = lines;
    }

    /** Serves a bundle without settings. */
    public static TestServer of(Path bundle) {
        return of(Remit.load(bundle), ServeSettings.LOCAL, Optional.empty(), point -> point);
    }

    /** Serves a bundle to whoever speaks the words of a mapping. */
    static TestServer of(Path bundle, Path mapping) {
        try {
            SourceFile file = new SourceFile(mapping.toString(), Files.readString(mapping));
            return of(Remit.load(bundle), ServeSettings.LOCAL, Optional.of(file), point -> point);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Serves a bundle with settings. */
    static TestServer of(Path bundle, String settings) {
        return of(Remit.load(bundle), settings(settings), Optional.empty(), point -> point);
    }

    static ServeSettings settings(String yaml) {
        return ServeFile.read(new SourceFile("serve.yaml", yaml), Path.of("")).orThrow();
    }

    static TestServer of(
            PolicyBundle bundle,
            ServeSettings settings,
            Optional<SourceFile> mapping,
            UnaryOperator<DecisionPoint> heard) {
        DecisionPoint decisions = bundle.decisionPoint();
        Figures figures = new Figures();
        Served served = new FixedPolicy(
                bundle,
                heard.apply(decisions).withListener(figures),
                InstantSource.system().instant());
        return of(served, figures, settings, mapping);
    }

    static TestServer of(Served served, Figures figures, ServeSettings settings, Optional<SourceFile> mapping) {
        List<String> lines = new CopyOnWriteArrayList<>();
        DecisionServer.Parts parts = new DecisionServer.Parts(
                served, figures, mapping, Optional::empty, Optional.empty(), InstantSource.system(), lines::add);
        try {
            return new TestServer(DecisionServer.start(settings.onPort(0), parts), figures, lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The port. */
    public int port() {
        return server.port();
    }

    Figures figures() {
        return figures;
    }

    List<String> lines() {
        return lines;
    }

    /** The address of a path. */
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** The answer to a request. */
    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.timeout(Duration.ofSeconds(30)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(with(HttpRequest.newBuilder(at(path)), headers));
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at(path)).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        boolean isTyped = List.of(headers).contains("Content-Type");
        return send(with(isTyped ? request : request.header("Content-Type", "application/json"), headers));
    }

    /** The answer to a request in JSON, which must be 200. */
    Members json(String path, String body, String... headers) {
        HttpResponse<String> answer = post(path, body, headers);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return members(answer.body());
    }

    static Members members(String json) {
        JsonValue value = JsonValueReader.read(json.strip()).value().orElseThrow(() -> new AssertionError(json));
        return (Members) value;
    }

    @Override
    public void close() {
        server.close();
    }
}
