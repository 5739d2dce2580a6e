package dev.remit.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.http.config.ServeFile;
import dev.remit.http.config.ServeSettings;
import dev.remit.json.JsonValue.Members;
import dev.remit.signing.CallerToken;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may ask, and what: tokens, client certificates, profiles, and their renewal. */
class CallersTest {
    private static final Path MINIMAL = Path.of("policy/minimal");
    private static final String GOOD =
            "{\"subject\":{\"type\":\"role\",\"id\":\"author\"},\"action\":{\"name\":\"read\"},"
                    + "\"resource\":{\"type\":\"level\",\"id\":\"draft\"}%s}";
    private static final String SETTINGS =
            "remit: 1\ncallers:\n  - {name: airlock, tokens: [%s, %s], ask: [evaluation, policy]}\n"
                    + "  - {name: searcher, tokens: %s, ask: search, roles: reader}\nopen: words\n";

    private static String request(String remit) {
        return String.format(GOOD, remit.isEmpty() ? "" : ",\"context\":{\"remit\":" + remit + "}");
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }

    private static TestServer serving() {
        return TestServer.of(
                MINIMAL,
                String.format(
                        SETTINGS, CallerToken.digest("one"), CallerToken.digest("two"), CallerToken.digest("three")));
    }

    @Test
    void asksForCredentialsAndNamesTheirScheme() {
        try (TestServer server = serving()) {
            HttpResponse<String> none = server.post(Access.EVALUATION, request(""));
            HttpResponse<String> wrong = server.post(Access.EVALUATION, request(""), "Authorization", bearer("four"));
            HttpResponse<String> other = server.post(Access.EVALUATION, request(""), "Authorization", "Basic b25lOg==");

            assertThat(List.of(none, wrong, other)).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                        .startsWith("Bearer realm=");
                assertThat(answer.body()).doesNotContain("decision");
            });
            for (String token : List.of("one", "two")) {
                assertThat(server.json(Access.EVALUATION, request(""), "Authorization", bearer(token))
                                .truth("decision"))
                        .contains(true);
            }
            assertThat(server.post(Endpoints.DECIDE, "{}").statusCode()).isEqualTo(401);
            assertThat(server.post(Endpoints.DECIDE, "{}", "Content-Type", "application/jsonl")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
            assertThat(server.get("/v1/words").statusCode()).isEqualTo(200);
            for (String path : List.of("/", "/metrics", "/v1/policy", "/v1/schema")) {
                assertThat(server.get(path).statusCode()).as(path).isEqualTo(401);
            }
            assertThat(server.lines()).noneMatch(line -> line.contains("four") || line.contains("b25l"));
        }
    }

    @Test
    void holdsEachCallerToItsProfile() {
        try (TestServer server = serving()) {
            String search =
                    "{\"subject\":{\"type\":\"role\"},\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"level\",\"id\":\"final\"}}";

            assertThat(server.post(Access.SEARCH + "subject", search, "Authorization", bearer("one"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(server.post(Access.EVALUATION, request(""), "Authorization", bearer("three"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(server.get("/v1/policy", "Authorization", bearer("one")).statusCode())
                    .isEqualTo(200);
            assertThat(server.json(Access.SEARCH + "subject", search, "Authorization", bearer("three"))
                            .json())
                    .contains("\"results\":[{\"type\":\"role\",\"id\":\"reader\"}]");
            for (String remit : List.of("{\"at\":\"2026-11-22T10:00:00Z\"}", "{\"explain\":true}")) {
                Members answer = server.json(Access.EVALUATION, request(remit), "Authorization", bearer("one"));
                assertThat(answer.truth("decision")).contains(false);
                assertThat(answer.json()).contains("not-for-this-caller");
            }
            String person = request("").replace("\"role\",\"id\":\"author\"", "\"person\",\"id\":\"alice\"");
            assertThat(server.json(Access.EVALUATION, person, "Authorization", bearer("one"))
                            .json())
                    .contains("not-for-this-caller");
            assertThat(server.post(
                                    Endpoints.DECIDE,
                                    "{\"person\":\"alice\",\"activity\":\"read\",\"level\":\"draft\"}",
                                    "Authorization",
                                    bearer("one"))
                            .body())
                    .contains("not-for-this-caller");
        }
    }

    @Test
    void letsARequestNarrowWhatItsCallerHandlesAndNotWidenIt() {
        String settings = "remit: 1\ncallers:\n  - name: gateway\n    tokens: " + CallerToken.digest("one")
                + "\n    any-category: true\n    any-route: true\n    at: true\n    handles: %s\n";
        String all = String.format(settings, "all");
        String nothing = String.format(settings, "{}");
        String request =
                "{\"subject\":{\"type\":\"role\",\"id\":\"researcher\"},\"action\":{\"name\":\"view\"},\"resource\":"
                        + "{\"type\":\"level\",\"id\":\"4\",\"properties\":{\"project\":\"156\"}},\"context\":{\"remit\":{\"closed\":true,"
                        + "\"facts\":{\"named-on-project\":true,\"secure-environment-access\":true},\"at\":\"2026-11-22T10:00:00Z\"%s}}}";
        String less = ",\"handles\":{\"duties\":[\"log-operation\"]}";
        try (TestServer server = TestServer.of(Path.of("policy/opensafely"), all)) {
            assertThat(server.json(Access.EVALUATION, String.format(request, ""), "Authorization", bearer("one"))
                            .truth("decision"))
                    .contains(true);
            assertThat(server.json(Access.EVALUATION, String.format(request, less), "Authorization", bearer("one"))
                            .json())
                    .contains("duties-not-handled");
        }
        try (TestServer server = TestServer.of(Path.of("policy/opensafely"), nothing)) {
            String more =
                    ",\"handles\":{\"duties\":[\"log-operation\"],\"population\":{\"type-1\":[\"settled-upstream\"],"
                            + "\"national\":[\"settled-upstream\"]}}";
            assertThat(server.json(Access.EVALUATION, String.format(request, more), "Authorization", bearer("one"))
                            .json())
                    .contains("duties-not-handled");
        }
    }

    @Test
    void takesAClientAtItsWordThatItSupportsNoObligations() {
        String settings = "remit: 1\ncallers: [{name: gateway, tokens: " + CallerToken.digest("one")
                + ", ask: [evaluation, search], any-category: true, any-route: true, at: true, handles: all}]\n";
        String request =
                "{\"subject\":{\"type\":\"role\",\"id\":\"researcher\"},\"action\":{\"name\":\"view\"},\"resource\":"
                        + "{\"type\":\"level\",\"id\":\"4\",\"properties\":{\"project\":\"156\"}},\"context\":{%s\"remit\":{\"closed\":true,"
                        + "\"facts\":{\"named-on-project\":true,\"secure-environment-access\":true},\"at\":\"2026-11-22T10:00:00Z\"}}}";
        try (TestServer server = TestServer.of(Path.of("policy/opensafely"), settings)) {
            for (String known : List.of("", "null", "[\"custom\"]", "[\"custom\",\"no-such-type\"]")) {
                assertThat(supporting(server, request, known).truth("decision"))
                        .as(known)
                        .contains(true);
            }
            for (String other : List.of("[]", "[\"step-up\"]")) {
                assertThat(supporting(server, request, other).json())
                        .as(other)
                        .contains("duties-not-handled", "log-operation");
            }
            for (String odd : List.of("7", "\"custom\"", "[7]")) {
                assertThat(supporting(server, request, odd).json()).as(odd).contains("bad-context");
            }
            assertThat(server.json(
                                    Access.SEARCH + "subject",
                                    String.format(request, "\"supported_obligations\":[],"),
                                    "Authorization",
                                    bearer("one"))
                            .list("results"))
                    .contains(List.of());
        }
    }

    private static Members supporting(TestServer server, String request, String types) {
        String member = types.isEmpty() ? "" : "\"supported_obligations\":" + types + ",";
        return server.json(Access.EVALUATION, String.format(request, member), "Authorization", bearer("one"));
    }

    @Test
    void renewsCallersAndKeysWithoutARestart(@TempDir Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Certificates first = Certificates.make(folder, "first");
        Certificates second = Certificates.make(folder, "second");
        Certificates caller = Certificates.make(folder, "caller");
        Certificates stranger = Certificates.make(folder, "stranger");
        first.write(folder.resolve("server.pem"), folder.resolve("server.key"));
        caller.write(folder.resolve("callers.pem"), folder.resolve("caller.key"));
        Path file = folder.resolve("serve.yaml");
        String settings =
                "remit: 1\ntls: {certificate: server.pem, key: server.key, client-authorities: callers.pem}\ncallers:\n"
                        + "  - {name: airlock, certificates: " + Callers.fingerprint(caller.certificate())
                        + ", tokens: %s}\n";
        Files.writeString(file, String.format(settings, CallerToken.digest("old")));
        List<String> lines = new CopyOnWriteArrayList<>();
        PolicyBundle bundle = Remit.load(MINIMAL);
        DecisionServer.Parts parts = new DecisionServer.Parts(
                new FixedPolicy(bundle, bundle.decisionPoint(), Instant.EPOCH),
                new Figures(),
                Optional.empty(),
                () -> read(file),
                Optional.of(file),
                InstantSource.system(),
                lines::add);
        try (DecisionServer server =
                DecisionServer.start(read(file).orElseThrow().onPort(0), parts)) {
            URI address = URI.create("https://localhost:" + server.port() + Access.EVALUATION);
            List<Certificates> both = List.of(first, second);

            assertThat(status(address, List.of(caller), both, "")).isEqualTo(200);
            assertThat(status(address, List.of(), both, "")).isEqualTo(401);
            assertThat(status(address, List.of(), both, "old")).isEqualTo(200);
            assertThat(status(address, List.of(stranger), both, "")).isEqualTo(401);

            Files.writeString(file, String.format(settings, CallerToken.digest("new")));
            second.write(folder.resolve("server.pem"), folder.resolve("server.key"));
            touch(folder);
            server.renew();

            assertThat(status(address, List.of(), List.of(second), "new")).isEqualTo(200);
            assertThat(status(address, List.of(), List.of(second), "old")).isEqualTo(401);
            assertThat(lines)
                    .anyMatch(line -> line.contains("settings-renewed"))
                    .anyMatch(line -> line.contains("keys-renewed"));

            first.write(folder.resolve("server.pem"), folder.resolve("elsewhere.key"));
            touch(folder);
            server.renew();

            assertThat(status(address, List.of(), List.of(second), "new"))
                    .as("of a pair that is exchanged by halves, the old one stays")
                    .isEqualTo(200);
            assertThat(lines).anyMatch(line -> line.contains("keys-faulty"));

            Files.writeString(file, "remit: 1\ncallers: oops\n");
            Files.writeString(folder.resolve("server.key"), "no key");
            touch(folder);
            server.renew();

            assertThat(status(address, List.of(), List.of(second), "new")).isEqualTo(200);
            assertThat(lines)
                    .anyMatch(line -> line.contains("settings-faulty"))
                    .anyMatch(line -> line.contains("keys-faulty"));

            Files.writeString(file, "remit: 1\ntls: {certificate: server.pem, key: server.key}\n");
            touch(folder);
            server.renew();

            assertThat(status(address, List.of(), List.of(second), "")).isEqualTo(401);
            assertThat(lines).anyMatch(line -> line.contains("without callers anybody could ask"));
        }
    }

    private static void touch(Path folder) throws IOException {
        for (String name : List.of("serve.yaml", "server.pem", "server.key")) {
            Path file = folder.resolve(name);
            Files.setLastModifiedTime(
                    file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + 5000));
        }
    }

    private static Optional<ServeSettings> read(Path file) {
        try {
            return ServeFile.read(
                            new SourceFile(file.toString(), Files.readString(file)), requireNonNull(file.getParent()))
                    .value();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static int status(URI address, List<Certificates> own, List<Certificates> trusted, String token)
            throws IOException, InterruptedException, GeneralSecurityException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(request("")));
        if (!token.isEmpty()) {
            request.header("Authorization", bearer(token));
        }
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(Certificates.client(own, trusted))
                .build()
                .send(request.build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
