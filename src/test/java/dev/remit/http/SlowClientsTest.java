package dev.remit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Clients that send a byte now and then cost nobody else an answer. With {@code -Dremit.slow=400} there are as many as that of each
 * kind, for 12 seconds, and the times are held to their limit.
 */
class SlowClientsTest {
    private static final int EACH = Integer.getInteger("remit.slow", 40);
    private static final boolean IS_FULL = EACH >= 400;
    private static final long MILLIS = IS_FULL ? 12_000 : 4_000;
    private static final String GOOD = "{\"subject\":{\"type\":\"role\",\"id\":\"author\"},\"action\":{\"name\":\"read\"},"
            + "\"resource\":{\"type\":\"level\",\"id\":\"draft\"}}";

    @Test
    void answersHonestRequestsBesideThem() throws InterruptedException {
        try (TestServer server = TestServer.of(
                Path.of("policy/minimal"),
                "remit: 1\nlimits: {header-time: 2s, body-time: 2s, idle: 30s}\n")) {
            List<RawClient> slow = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                slow.add(new RawClient(server.port()).send("POST /access/v1/evaluation HTTP/1.1\r\nHost: local"));
                slow.add(new RawClient(server.port())
                        .send("POST /access/v1/evaluation HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 500\r\n\r\n{"));
            }
            assertThat(server.json(Access.EVALUATION, GOOD).truth("decision")).contains(true);
            Thread feeder = new Thread(() -> {
                for (long i = 0; i < MILLIS / 500; i++) {
                    slow.forEach(SlowClientsTest::feed);
                    try {
                        Thread.sleep(500);
                    } catch (InterruptedException over) {
                        return;
                    }
                }
            });
            feeder.start();
            List<Long> nanos = new ArrayList<>();
            long began = System.nanoTime();
            while ((System.nanoTime() - began) / 1_000_000 < MILLIS) {
                long sent = System.nanoTime();
                HttpResponse<String> answer = server.post(Access.EVALUATION, GOOD);
                nanos.add(System.nanoTime() - sent);
                assertThat(answer.body()).startsWith("{\"decision\":true,");
                Thread.sleep(5);
            }
            feeder.interrupt();
            feeder.join();

            assertThat(slow).as("whoever takes longer in all than is allowed is cut off").allMatch(RawClient::isEnded);
            slow.forEach(RawClient::close);
            Collections.sort(nanos);
            long p99 = nanos.get((int) (nanos.size() * 0.99)) / 1_000_000;
            assertThat(nanos).hasSizeGreaterThan(3);
            if (IS_FULL) {
                assertThat(p99).as("p99 in milliseconds of %s requests", nanos.size()).isLessThan(250);
            }
        }
    }

    private static void feed(RawClient client) {
        try {
            client.send("h");
        } catch (UncheckedIOException cutOff) {
            assertThat(cutOff.getCause()).isNotNull();
        }
    }
}
