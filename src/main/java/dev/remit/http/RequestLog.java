package dev.remit.http;

import dev.remit.http.config.ServeSettings.Logged;
import dev.remit.json.JsonMembers;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Writes at most one line for each request, as JSON, and nothing personal in it: no address, no question, no word of a client but the
 * id of a request that looks like one. Of a flood it writes some lines each second and how many it left out.
 */
final class RequestLog {
    private static final long MOST_A_SECOND = 100;
    private static final String PLAIN_ID = "[A-Za-z0-9._-]{1,64}";

    private final Consumer<String> lines;
    private final InstantSource clock;
    private final AtomicLong second = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong left = new AtomicLong();

    RequestLog(Consumer<String> lines, InstantSource clock) {
        this.lines = lines;
        this.clock = clock;
    }

    void request(
            Logged logged,
            String endpoint,
            int status,
            long nanos,
            Optional<String> caller,
            Optional<String> requestId) {
        boolean isWanted = switch (logged) {
            case ALL -> true;
            case PROBLEMS -> status >= 400;
            case NONE -> false;
        };
        if (isWanted && mayWrite()) {
            lines.accept(line("request")
                    .text("endpoint", endpoint)
                    .number("status", status)
                    .number("micros", nanos / 1000)
                    .text("caller", caller)
                    .text("request", requestId.filter(id -> id.matches(PLAIN_ID)))
                    .build()
                    .json());
        }
    }

    /** Writes what happened to the service. */
    void event(String what, String detail) {
        lines.accept(line(what).text("detail", detail).build().json());
    }

    private JsonMembers line(String event) {
        return JsonMembers.of().text("at", clock.instant().toString()).text("event", event);
    }

    private boolean mayWrite() {
        long now = clock.instant().getEpochSecond();
        long before = second.getAndSet(now);
        if (before != now) {
            written.set(0);
            long many = left.getAndSet(0);
            if (many > 0) {
                event("left-out", many + " lines");
            }
        }
        if (written.incrementAndGet() <= MOST_A_SECOND) {
            return true;
        }
        left.incrementAndGet();
        return false;
    }
}
