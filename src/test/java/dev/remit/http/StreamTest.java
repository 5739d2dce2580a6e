package dev.remit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Questions by line are answered while they arrive, in bounded memory. */
class StreamTest {
    private static final String LINE =
            "{\"id\":\"%s\",\"role\":\"author\",\"activity\":\"read\",\"level\":\"draft\"}\n";

    @Test
    void answersEachLineInOrderWhateverPiecesItComesIn() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            lines.append(i % 7 == 0 ? "\r\n" : i % 11 == 0 ? "no json\n" : String.format(LINE, i));
        }
        try (TestServer server = TestServer.of(Path.of("policy/minimal"))) {
            String body = server.post(Endpoints.DECIDE, lines.toString().strip(), "Content-Type", "application/jsonl")
                    .body();

            List<String> answers = body.lines().toList();
            int next = 0;
            for (int i = 0; i < 3000; i++) {
                if (i % 7 != 0) {
                    String expected = i % 11 == 0 ? "\"line\":" + i : "\"id\":\"" + i + "\",\"answer\":\"PERMITTED\"";
                    assertThat(answers.get(next++)).contains(expected);
                }
            }
            assertThat(answers).hasSize(next);
        }
    }

    @Test
    void holdsAConversation() {
        try (TestServer server = TestServer.of(Path.of("policy/minimal"));
                RawClient client = new RawClient(server.port())) {
            client.send("POST /v1/decide HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/jsonl\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 3; i++) {
                String line = String.format(LINE, "c" + i);
                client.send(Integer.toHexString(line.length() - 9) + "\r\n" + line.substring(0, line.length() - 9)
                        + "\r\n9\r\n" + line.substring(line.length() - 9) + "\r\n");
                assertThat(client.until("\"assurance\":")).contains("\"id\":\"c" + i + "\"");
            }
        }
    }

    @Test
    void readsNoFurtherWhileItsAnswersAreNotTaken() throws IOException, InterruptedException {
        try (TestServer server = TestServer.of(Path.of("policy/minimal"));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            byte[] lines = String.format(LINE, "x").repeat(1000).getBytes(UTF_8);
            AtomicLong sent = new AtomicLong();
            Thread sender = new Thread(() -> {
                try {
                    socket.getOutputStream()
                            .write(("POST /v1/decide HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/jsonl\r\n"
                                            + "Content-Length: " + lines.length * 2000L + "\r\n\r\n")
                                    .getBytes(UTF_8));
                    for (int i = 0; i < 2000; i++) {
                        socket.getOutputStream().write(lines);
                        sent.addAndGet(lines.length);
                    }
                } catch (IOException ended) {
                    sent.addAndGet(1);
                }
            });
            sender.setDaemon(true);
            sender.start();
            long before = -1;
            while (sent.get() != before) {
                before = sent.get();
                Thread.sleep(1000);
            }

            assertThat(sent.get()).as("bytes that the server took in").isLessThan(40L << 20);
            InputStream in = socket.getInputStream();
            socket.setSoTimeout(20_000);
            assertThat(new String(in.readNBytes(12), UTF_8)).isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    void explainsALineThatAsksForIt() {
        try (TestServer server = TestServer.of(Path.of("policy/minimal"))) {
            String asked = String.format(LINE, "e").replace("}\n", ",\"explain\":true}");
            assertThat(server.post(Endpoints.DECIDE, asked).body()).contains("\"explanation\":{\"sentence\":");
            assertThat(server.post(Endpoints.DECIDE, asked.replace("true", "false"))
                            .body())
                    .doesNotContain("explanation");
            assertThat(server.post(Endpoints.DECIDE, asked.replace("true", "1")).body())
                    .contains("unknown-key");
        }
    }
}
