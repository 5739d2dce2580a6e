package dev.remit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clients that the documents show, against a server. */
class ClientsTest {
    private static final Path CLIENTS = Path.of("docs/examples/clients");

    @Test
    void guardsViewsInPython(@TempDir Path folder) throws IOException, InterruptedException {
        String script = """
                import sys
                sys.path.insert(0, sys.argv[1])
                from remit_client import Forbidden, Remit

                class Request:
                    def __init__(self, role):
                        self.role = role

                facts = {"facts": {"named-on-project": True, "secure-environment-access": True}, "closed": True,
                         "at": "2026-11-22T10:00:00Z"}
                settled = {"type-1": ["settled-upstream"], "national": ["settled-upstream"]}
                careful = Remit(sys.argv[2], handles={"duties": ["log-operation"], "population": settled})
                careless = Remit(sys.argv[2])

                def guarded(pdp):
                    @pdp.permitted("view", level=4, role=lambda request: request.role, project=lambda request: "156", **facts)
                    def outputs(request):
                        return "seen under " + request.grant["category"]
                    return outputs

                print(guarded(careful)(Request("researcher")))
                for pdp, role in ((careless, "researcher"), (careful, "nobody")):
                    try:
                        print("through", guarded(pdp)(Request(role)))
                    except Forbidden as no:
                        print("no", no.reason)
                import http.server, threading

                class Elsewhere(http.server.BaseHTTPRequestHandler):
                    def do_POST(self):
                        self.send_response(302)
                        self.send_header("Location", sys.argv[2] + "/health/live")
                        self.end_headers()
                    def log_message(self, *_):
                        pass

                elsewhere = http.server.HTTPServer(("127.0.0.1", 0), Elsewhere)
                threading.Thread(target=elsewhere.serve_forever, daemon=True).start()
                for port in (1, elsewhere.server_port):
                    try:
                        Remit("http://127.0.0.1:%d" % port).evaluate("researcher", "view", 4)
                        print("through")
                    except OSError:
                        print("no answer")
                """;
        Path file = Files.writeString(folder.resolve("try.py"), script);
        try (TestServer server = TestServer.of(Path.of("policy/opensafely"))) {
            ProcessBuilder python = new ProcessBuilder(
                            "python3",
                            "-B",
                            file.toString(),
                            CLIENTS.toAbsolutePath().toString(),
                            server.at("").toString())
                    .redirectErrorStream(true);
            assumeThat(isThere()).as("python3").isTrue();
            Process run = python.start();
            String said = new String(run.getInputStream().readAllBytes(), UTF_8);
            assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(said.lines())
                    .containsExactly(
                            "seen under research-project",
                            "no duties-not-handled",
                            "no unknown-role",
                            "no answer",
                            "no answer");
        }
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    @Test
    void asksInJava(@TempDir Path folder) throws Exception {
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-d",
                                folder.toString(),
                                CLIENTS.resolve("RemitClient.java").toString()))
                .isZero();
        String request = "{\"subject\":{\"type\":\"role\",\"id\":\"%s\"},\"action\":{\"name\":\"read\"},"
                + "\"resource\":{\"type\":\"level\",\"id\":\"draft\"}}";
        try (TestServer server = TestServer.of(Path.of("policy/minimal"));
                URLClassLoader loader =
                        new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Class<?> type = loader.loadClass("RemitClient");
            Object client = type.getConstructor(URI.class).newInstance(server.at(""));
            String address = server.at("").toString();
            Object withToken = type.getConstructor(URI.class, String.class).newInstance(URI.create(address), "unused");
            assertThat(type.getMethod("permits", String.class).invoke(withToken, String.format(request, "author")))
                    .isEqualTo(true);
            for (String role : List.of("author", "reader")) {
                assertThat(type.getMethod("permits", String.class).invoke(client, String.format(request, role)))
                        .isEqualTo(role.equals("author"));
            }
        }
    }
}
