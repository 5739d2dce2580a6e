package dev.remit.http;

import dev.remit.decide.DirectoryFailedException;
import dev.remit.decide.ListenerFailedException;
import dev.remit.http.config.Caller;
import dev.remit.http.config.Loopback;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes requests from Jetty: whether they are meant for this server, who sends them, and what they ask. A body is read without
 * keeping a thread, and no more of it than is allowed.
 */
final class DoorHandler extends Handler.Abstract {
    /** The most bytes of a body. */
    static final int MOST_BYTES = 1 << 20;

    private static final List<String> HEADERS = List.of("Content-Type", "If-None-Match", "Accept");
    static final String REQUEST_ID = "X-Request-ID";

    private final Map<String, Map<String, Route>> routes = new HashMap<>();
    private final Supplier<Renewable> renewable;
    private final boolean isLocal;
    private final Current current;
    private final Figures figures;
    private final RequestLog log;

    DoorHandler(
            List<Route> routes,
            Supplier<Renewable> renewable,
            boolean isLocal,
            Current current,
            Figures figures,
            RequestLog log) {
        for (Route each : routes) {
            this.routes
                    .computeIfAbsent(each.path(), none -> new LinkedHashMap<>())
                    .put(each.method(), each);
        }
        this.renewable = renewable;
        this.isLocal = isLocal;
        this.current = current;
        this.figures = figures;
        this.log = log;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exchange exchange = new Exchange(request, response, callback);
        Optional<HttpAnswer> refused = exchange.refused();
        if (refused.isPresent()) {
            exchange.send(refused.get());
        } else if (exchange.route().isStream() && exchange.isStreamed()) {
            exchange.stream();
        } else {
            exchange.receive();
        }
        return true;
    }

    /** One request and its answer. */
    private final class Exchange {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final Pace.Timed pace;
        private final Renewable now = renewable.get();
        private final long began = System.nanoTime();
        private final Optional<String> requestId;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
        private Optional<Route> route = Optional.empty();
        private Optional<Caller> caller = Optional.empty();

        private Exchange(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            pace = Pace.of(request);
            pace.answering();
            requestId = header(REQUEST_ID);
            requestId.ifPresent(id -> response.getHeaders().put(REQUEST_ID, id));
            Request.addCompletionListener(request, failure -> pace.atRest());
        }

        private Optional<String> header(String name) {
            return Optional.ofNullable(request.getHeaders().get(name));
        }

        private Route route() {
            return route.orElseThrow();
        }

        /** The answer to a request that is not to be looked at further. */
        private Optional<HttpAnswer> refused() {
            String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
            Route.Form form = Route.Form.at(path);
            boolean isOpenLocal = isLocal && now.callers().isOpen();
            if (isOpenLocal
                    && !isOfThisMachine(
                            Optional.ofNullable(Request.getServerName(request)).orElse(""))) {
                return Optional.of(Route.error(
                        form,
                        421,
                        "foreign-host",
                        "this server answers for `localhost`, `127.0.0.1` and `[::1]` alone"));
            }
            if (isFromElsewhere()) {
                return Optional.of(
                        Route.error(form, 403, "cross-origin", "pages of other origins cannot ask this server"));
            }
            Optional<HttpAnswer> unclear = HeaderCheck.refused(request.getHeaders(), form);
            if (unclear.isPresent()) {
                return unclear;
            }
            Map<String, Route> methods = routes.getOrDefault(path, Map.of());
            if (methods.isEmpty()) {
                return Optional.of(Route.error(form, 404, "no-such-endpoint", "there is no such endpoint"));
            }
            String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
            route = Optional.ofNullable(methods.get(method));
            if (route.isEmpty()) {
                TreeSet<String> allowed = new TreeSet<>(methods.keySet());
                if (allowed.contains("GET")) {
                    allowed.add("HEAD");
                }
                return Optional.of(
                        Route.error(form, 405, "wrong-method", "this endpoint takes " + String.join(", ", allowed))
                                .with("Allow", String.join(", ", allowed)));
            }
            return unauthorized();
        }

        private Optional<HttpAnswer> unauthorized() {
            Optional<String> authorization = header("Authorization");
            caller = now.callers().caller(authorization, certificates());
            if (route().right().isEmpty() || now.open().contains(route().openWord())) {
                return Optional.empty();
            }
            if (caller.isEmpty()) {
                String hint = authorization.isPresent() ? ", error=\"invalid_token\"" : "";
                return Optional.of(route().error(401, "unauthorized", "expected the credentials of a caller")
                        .with("WWW-Authenticate", "Bearer realm=\"remit\"" + hint));
            }
            return caller.get().profile().allows(route().right().get())
                    ? Optional.empty()
                    : Optional.of(route().error(
                                    403,
                                    "forbidden",
                                    "this caller may not ask for "
                                            + route().right().get().word()));
        }

        private List<X509Certificate> certificates() {
            EndPoint.SslSessionData session = request.getConnectionMetaData()
                    .getConnection()
                    .getEndPoint()
                    .getSslSessionData();
            X509Certificate[] certificates = session == null ? null : session.peerCertificates();
            return certificates == null ? List.of() : List.of(certificates);
        }

        /** Whether a page of another site sends this. */
        private boolean isFromElsewhere() {
            Optional<String> origin = header("Origin");
            Optional<String> site = header("Sec-Fetch-Site");
            String own = (request.isSecure() ? "https://" : "http://")
                    + Optional.ofNullable(request.getHttpURI().getAuthority()).orElse("");
            return origin.filter(each -> !each.equalsIgnoreCase(own)).isPresent()
                    || site.filter(each -> !each.equals("same-origin") && !each.equals("none"))
                            .isPresent();
        }

        private boolean isStreamed() {
            return header("Content-Type")
                    .filter(type -> Access.isType(type, LineStream.TYPES))
                    .isPresent();
        }

        private void stream() {
            if (pace.isOpen()) {
                new LineStream(request, response, callback, pace, current, call(), status -> finished(status)).start();
            }
        }

        /** Reads the body, as much of it as is there; a thread waits for none of it. */
        private void receive() {
            if (request.getLength() > MOST_BYTES) {
                send(tooLarge());
                return;
            }
            while (true) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    pace.receiving();
                    request.demand(this::receive);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    finished(499);
                    callback.failed(chunk.getFailure());
                    return;
                }
                byte[] bytes = new byte[chunk.remaining()];
                chunk.getByteBuffer().get(bytes);
                boolean isLast = chunk.isLast();
                chunk.release();
                if (body.size() + bytes.length > MOST_BYTES) {
                    send(tooLarge());
                    return;
                }
                body.writeBytes(bytes);
                if (isLast) {
                    pace.answering();
                    send(answer());
                    return;
                }
            }
        }

        private HttpAnswer tooLarge() {
            return route().error(413, "too-large", "expected at most " + MOST_BYTES + " bytes, found more")
                    .with("Connection", "close");
        }

        private Call call() {
            Map<String, String> headers = new HashMap<>();
            HEADERS.forEach(name -> header(name).ifPresent(value -> headers.put(name, value)));
            return new Call(caller.orElse(Caller.ANYBODY), requestId, headers, body.toByteArray());
        }

        private HttpAnswer answer() {
            try {
                return route().isStream()
                        ? LineAnswers.single(current, call())
                        : route().endpoint().answer(call());
            } catch (UnavailableException nothing) {
                return route().error(503, "unavailable", String.valueOf(nothing.getMessage()));
            } catch (ListenerFailedException unrecorded) {
                log.event("unrecorded", String.valueOf(unrecorded.getCause()));
                return route().error(
                                503, "unrecorded", "decisions cannot be recorded now, so that nothing is answered");
            } catch (DirectoryFailedException failed) {
                log.event("directory-failed", failed.getClass().getSimpleName());
                return route().error(503, "directory-failed", "the directory of people and projects gives no answer");
            } catch (RuntimeException broken) {
                log.event("broken", where(broken));
                return route().error(500, "internal", "broken invariant of ours: please report it");
            }
        }

        private void send(HttpAnswer answer) {
            response.setStatus(answer.status());
            if (answer.status() != 304) {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
            }
            response.getHeaders().put("X-Content-Type-Options", "nosniff");
            if (!answer.headers().containsKey("Cache-Control")) {
                response.getHeaders().put("Cache-Control", "no-store");
            }
            answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
            boolean isHead = request.getMethod().equals("HEAD");
            if (isHead) {
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
            }
            finished(answer.status());
            response.write(true, isHead ? ByteBuffer.allocate(0) : ByteBuffer.wrap(answer.body()), callback);
        }

        private void finished(int status) {
            long nanos = System.nanoTime() - began;
            String endpoint = route.map(Route::path).orElse("none");
            figures.requested(endpoint, status, nanos);
            log.request(now.logged(), endpoint, status, nanos, caller.flatMap(Caller::name), requestId);
        }
    }

    static boolean isOfThisMachine(String host) {
        return Loopback.isLoopback(host);
    }

    /** Where it broke, without anything a client sent. */
    static String where(Throwable broken) {
        return broken.getClass().getName() + " at "
                + List.of(broken.getStackTrace()).stream()
                        .limit(8)
                        .map(StackTraceElement::toString)
                        .collect(Collectors.joining(" < "));
    }
}
