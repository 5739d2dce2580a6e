package dev.remit.live.source;

import dev.remit.live.pack.PackedBundle;
import dev.remit.live.pack.RefusedPackException;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A packed bundle at an address on the web. It is fetched again only if the server says by its entity tag that it is
 * another; a server without tags is asked for all of it each time.
 */
public final class WebSource implements WatchedSource {
    private static final int LARGEST = 1 << 28;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofSeconds(60);

    private final URI address;
    private final HttpClient client;
    private Optional<String> tag = Optional.empty();
    private Optional<Look> last = Optional.empty();

    /** Watches an address that was checked. */
    public WebSource(URI address) {
        this.address = address;
        client = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Checks that an address can be watched.
     *
     * @param address of https, or of http on this machine
     * @throws IllegalArgumentException if it is another
     */
    public static void check(URI address) {
        String scheme = String.valueOf(address.getScheme());
        String host = String.valueOf(address.getHost());
        boolean isHere = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        if (!scheme.equals("https") && !(scheme.equals("http") && isHere)) {
            throw new IllegalArgumentException(
                    "address: expected one of https, or of http on this machine, found `" + address + "`");
        }
    }

    @Override
    public String name() {
        return "`" + address + "`";
    }

    @Override
    public boolean isAtomic() {
        return true;
    }

    @Override
    public Look look() throws UnreadableSourceException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(ANSWERING).GET();
        tag.filter(known -> last.isPresent()).ifPresent(known -> request.header("If-None-Match", known));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(
                request.build(),
                HttpResponse.BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(bytes -> add(bytes, content))));
        try {
            return seen(answer.get(ANSWERING.toSeconds(), TimeUnit.SECONDS), content);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new UnreadableSourceException(
                    name() + " does not answer within " + ANSWERING.toSeconds() + " seconds");
        } catch (ExecutionException unreachable) {
            throw new UnreadableSourceException(name() + " cannot be reached: " + unreachable.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnreadableSourceException("reading " + name() + " was interrupted");
        }
    }

    private static void add(byte[] bytes, ByteArrayOutputStream content) {
        if (content.size() + bytes.length > LARGEST) {
            throw new IllegalStateException("more than " + LARGEST + " bytes");
        }
        content.writeBytes(bytes);
    }

    private Look seen(HttpResponse<Void> response, ByteArrayOutputStream body) throws UnreadableSourceException {
        if (response.statusCode() == NOT_MODIFIED && last.isPresent()) {
            return last.get();
        }
        if (response.statusCode() != OK) {
            throw new UnreadableSourceException(
                    name() + " answers with status " + response.statusCode() + ", expected " + OK);
        }
        byte[] content = body.toByteArray();
        Look look = new Look(hash(content), Instant.MIN, Optional.of(content));
        tag = response.headers().firstValue("ETag");
        last = Optional.of(look);
        return look;
    }

    @Override
    public Taken take(Look look) throws UnreadableSourceException {
        try {
            return Taken.of(address.toString(), PackedBundle.of(look.body().orElseThrow()));
        } catch (RefusedPackException refused) {
            throw new UnreadableSourceException(
                    "the packed bundle at " + name() + " is refused: " + refused.getMessage());
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
