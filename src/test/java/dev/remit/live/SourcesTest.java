package dev.remit.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.remit.Remit;
import dev.remit.live.pack.Packing;
import dev.remit.signing.KeyName;
import dev.remit.signing.RejectedException;
import dev.remit.signing.SigningKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packed files, revisions of git and addresses as sources of live policies. */
class SourcesTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    @TempDir
    Path temporary;

    private Instant wall = Instant.now().plusSeconds(3600);
    private long nanos = 1L << 40;
    private SigningKey key = key("example.org/remit");
    private Path keyFile = Path.of("");

    @BeforeEach
    void writeKey() throws IOException {
        keyFile = temporary.resolve("key");
        key.write(keyFile);
    }

    private static SigningKey key(String name) {
        try {
            return SigningKey.generate(KeyName.parse(name));
        } catch (RejectedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] packed(Map<String, String> texts, long sequence, SigningKey signer) {
        return new Packing(sequence, NOW, Optional.of(signer), true).pack(new TreeMap<>(texts), Remit.load(texts));
    }

    private LiveSettings settings(PolicySource source) {
        return LiveSettings.of(source)
                .gates(ReloadGate.ANY, ReloadGate.ANY)
                .polling(Deployment.POLL)
                .maxAge(Deployment.MAX_AGE)
                .clocks(() -> wall, () -> nanos);
    }

    private LiveSettings signed(PolicySource source) {
        return settings(source).signedBy(Path.of(keyFile + ".pub")).trustingCompiled();
    }

    private LiveStatus settle(LivePolicy live) {
        live.refresh();
        nanos += Deployment.POLL.toNanos();
        wall = wall.plus(Deployment.POLL);
        return live.refresh();
    }

    @Test
    void takesUpSignedPacksOfHigherNumbers() throws IOException {
        Path file = temporary.resolve("policy.remit");
        Files.write(file, packed(Deployment.narrow("1"), 1, key));
        Path state = temporary.resolve("state");
        try (LivePolicy live = LivePolicy.open(signed(PolicySource.at(file)).keptIn(state))) {
            assertThat(live.status().state()).as(live.status().reason()).isEqualTo(LiveState.LOADED);
            Files.write(file, packed(Deployment.wide("2"), 5, key));
            assertThat(settle(live).sequence()).contains(5L);
            assertThat(live.decisions().identity().version()).isEqualTo("2");

            Files.write(file, packed(Deployment.narrow("3"), 4, key));
            assertThat(settle(live).reason()).contains("its sequence number `4` is lower than `5`");
            Files.write(file, packed(Deployment.narrow("3"), 6, key("example.org/remit")));
            assertThat(settle(live).reason()).contains("not by a key that counts here");
            byte[] pack = packed(Deployment.narrow("3"), 6, key);
            Files.write(file, Arrays.copyOf(pack, pack.length / 2));
            assertThat(settle(live).reason()).contains("is refused: ");
            assertThat(live.decisions().identity().version()).isEqualTo("2");
        }
        Files.write(file, packed(Deployment.wide("2"), 3, key));
        try (LivePolicy live = LivePolicy.open(signed(PolicySource.at(file)).keptIn(state))) {
            assertThat(settle(live).reason()).contains("lower than `5`");
            Files.write(file, packed(Deployment.wide("2"), 7, key));
            assertThat(settle(live).state()).isEqualTo(LiveState.LOADED);
            assertThat(live.status().sequence()).contains(7L);
        }
        Files.write(file, packed(Deployment.wide("2"), 6, key));
        try (LivePolicy live = LivePolicy.open(signed(PolicySource.at(file)).keptIn(state))) {
            assertThat(settle(live).reason()).contains("lower than `7`");
        }
    }

    @Test
    void takesUpNoUnsignedPackWhereKeysAreGiven() throws IOException {
        Path file = temporary.resolve("policy.remit");
        Map<String, String> texts = Deployment.narrow("1");
        Files.write(file, new Packing(1, NOW, Optional.empty(), false).pack(new TreeMap<>(texts), Remit.load(texts)));
        try (LivePolicy live = LivePolicy.open(signed(PolicySource.at(file)).trustingFirst())) {
            assertThat(live.status().state()).isEqualTo(LiveState.EXPIRED);
            assertThat(live.status().reason()).contains("it is not signed");
        }
    }

    @Test
    void followsABranch() throws Exception {
        Path folder = temporary.resolve("repository");
        Deployment.write(folder.resolve("policy"), Deployment.narrow("1"));
        git(folder, "init", "-q", "-b", "main");
        commit(folder);
        PolicySource source = PolicySource.at(Path.of(folder + "/policy@main"));
        try (LivePolicy live = LivePolicy.open(settings(source).trustingFirst())) {
            assertThat(live.decisions().identity().version()).isEqualTo("1");
            Deployment.write(folder.resolve("policy"), Deployment.narrow("2"));
            assertThat(live.refresh().state()).isEqualTo(LiveState.LOADED);
            assertThat(live.decisions().identity().version()).isEqualTo("1");
            commit(folder);
            live.refresh();
            assertThat(live.decisions().identity().version()).isEqualTo("2");

            git(folder, "branch", "-m", "main", "gone");
            assertThat(live.refresh().reason()).contains("git knows no revision `main`");
            assertThat(live.decisions().identity().version()).isEqualTo("2");
        }
    }

    private static void commit(Path folder) throws Exception {
        git(folder, "add", "-A");
        git(folder, "-c", "user.name=Pat", "-c", "user.email=pat@example.org", "commit", "-q", "-m", "A policy");
    }

    private static void git(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @Test
    void followsAnAddressByItsEntityTag() throws IOException {
        List<Integer> answered = new ArrayList<>();
        byte[][] served = {packed(Deployment.narrow("1"), 1, key)};
        int[] status = {200};
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/policy.remit", exchange -> {
            try (exchange) {
                String tag = "\"" + Arrays.hashCode(served[0]) + "\"";
                exchange.getResponseHeaders().set("ETag", tag);
                boolean isKnown = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
                int code = status[0] != 200 ? status[0] : isKnown ? 304 : 200;
                answered.add(code);
                exchange.sendResponseHeaders(code, code == 200 ? served[0].length : -1);
                if (code == 200) {
                    exchange.getResponseBody().write(served[0]);
                }
            }
        });
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/policy.remit");
        try (LivePolicy live = LivePolicy.open(signed(PolicySource.at(address)))) {
            assertThat(live.status().state()).as(live.status().reason()).isEqualTo(LiveState.LOADED);
            live.refresh();
            served[0] = packed(Deployment.wide("2"), 2, key);
            assertThat(live.refresh().sequence()).contains(2L);
            status[0] = 500;
            assertThat(live.refresh().reason()).contains("answers with status 500");
            status[0] = 200;
            assertThat(live.refresh().state()).isEqualTo(LiveState.LOADED);
            assertThat(answered).containsExactly(200, 304, 200, 500, 304);
            server.stop(0);
            assertThat(live.refresh().reason()).contains("cannot be reached");
            assertThat(live.decisions().identity().version()).isEqualTo("2");
        }
    }

    @Test
    void watchesNoAddressThatAnybodyCanChange() {
        assertThatThrownBy(() -> PolicySource.at(URI.create("http://example.org/policy.remit")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected one of https");
    }
}
