package dev.remit.report;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A page in Debian's Chromium, without a window, driven over the DevTools protocol. */
final class Chromium implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS = 60;
    private static final Map<String, Integer> KEYS =
            Map.of("Tab", 9, "Enter", 13, "ArrowRight", 39, "ArrowDown", 40, "ArrowLeft", 37, " ", 32);
    private static final String LISTENING = "DevTools listening on ";

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final String session;

    Chromium(Path profile) throws Exception {
        process = new ProcessBuilder(
                        "chromium",
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = said.readLine();
        while (line != null && !line.startsWith(LISTENING)) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IOException("chromium ended before it listened");
        }
        Thread drain = new Thread(() -> said.lines().forEach(each -> {}), "chromium's messages");
        drain.setDaemon(true);
        drain.start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(line.substring(LISTENING.length())), new Answers())
                .get(SECONDS, TimeUnit.SECONDS);
        String target = send("", "Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asText();
        session = send("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asText();
        send("Page.enable", Map.of());
    }

    /** Puts the parts of messages together, and hands each answer to whoever waits for it. */
    private final class Answers implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            text.append(part);
            if (isLast) {
                try {
                    JsonNode message = JSON.readTree(text.toString());
                    if (message.has("id")) {
                        CompletableFuture<JsonNode> asked =
                                waiting.remove(message.get("id").asInt());
                        if (asked != null) {
                            asked.complete(message);
                        }
                    }
                } catch (IOException noJson) {
                    throw new IllegalStateException(noJson);
                }
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    private JsonNode send(String to, String method, Map<String, ?> parameters) throws Exception {
        int number = numbers.incrementAndGet();
        ObjectNode message = JSON.createObjectNode();
        message.put("id", number).put("method", method).set("params", JSON.valueToTree(parameters));
        if (!to.isEmpty()) {
            message.put("sessionId", to);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(number, answer);
        socket.sendText(message.toString(), true).get(SECONDS, TimeUnit.SECONDS);
        JsonNode got = answer.get(SECONDS, TimeUnit.SECONDS);
        if (got.has("error")) {
            throw new IllegalStateException(method + ": " + got.get("error"));
        }
        return got.get("result");
    }

    JsonNode send(String method, Map<String, ?> parameters) throws Exception {
        return send(session, method, parameters);
    }

    /** Opens an address, and waits until the script has made the page. */
    void open(String address) throws Exception {
        send("Page.navigate", Map.of("url", "about:blank"));
        send("Page.navigate", Map.of("url", address));
        for (int i = 0; i < SECONDS * 10; i++) {
            if (run("document.documentElement !== null && document.documentElement.classList.contains('live')")
                    .asBoolean()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the page never came to life: " + address);
    }

    /** Makes the processor so many times as slow. */
    void slow(double times) throws Exception {
        send("Emulation.setCPUThrottlingRate", Map.of("rate", times));
    }

    /** Opens an address, and says how many milliseconds passed from there until something was shown. */
    int shown(String address, String selector) throws Exception {
        String script = send(
                        "Page.addScriptToEvaluateOnNewDocument",
                        Map.of(
                                "source",
                                "(function look() { if (document.querySelector('" + selector
                                        + "') === null) { requestAnimationFrame(look); } else {"
                                        + " requestAnimationFrame(() => { window.shownAt = performance.now(); }); } })();"))
                .get("identifier")
                .asText();
        open(address);
        for (int i = 0; i < SECONDS * 10; i++) {
            JsonNode at = run("window.shownAt || 0");
            if (at.asInt() > 0) {
                send("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script));
                return at.asInt();
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("never shown: " + selector);
    }

    /** The value of an expression; of a promise, what it promises. */
    JsonNode run(String expression) throws Exception {
        JsonNode result =
                send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(result.get("exceptionDetails").toString());
        }
        return result.get("result").path("value");
    }

    /** Presses a key. */
    void press(String key) throws Exception {
        int code = requireNonNull(KEYS.get(key), key);
        String text = key.equals("Enter") ? "\r" : key.equals(" ") ? " " : "";
        for (String type : List.of("keyDown", "keyUp")) {
            send(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            key,
                            "windowsVirtualKeyCode",
                            code,
                            "text",
                            type.equals("keyUp") ? "" : text));
        }
    }

    /** Types a text into what has the focus. */
    void type(String text) throws Exception {
        send("Input.insertText", Map.of("text", text));
    }

    void show(int width, int height, boolean isDark) throws Exception {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        send(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light"))));
    }

    /** Keeps a picture of what is shown. */
    void picture(Path file) throws Exception {
        Files.write(
                file,
                send("Page.captureScreenshot", Map.of("format", "png"))
                        .get("data")
                        .binaryValue());
    }

    /** Prints on A4, and counts the pages. */
    int pages() throws Exception {
        byte[] pdf = send(
                        "Page.printToPDF", Map.of("paperWidth", 8.27, "paperHeight", 11.69, "preferCSSPageSize", true))
                .get("data")
                .binaryValue();
        return new String(pdf, StandardCharsets.ISO_8859_1).split("/Type /Page\\b", -1).length - 1;
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        try {
            process.waitFor(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
