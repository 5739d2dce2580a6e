package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where a question came from: the caller that put it, and the request for which it was put. Listeners hear it; it is no
 * part of what is asked.
 *
 * @param caller the program or service that asks, as it is known to whoever keeps the records
 * @param request the id of the request for which it asks
 */
public record RequestContext(Optional<String> caller, Optional<String> request) {
    /** Neither caller nor request was stated. */
    public static final RequestContext UNSTATED = new RequestContext(Optional.empty(), Optional.empty());

    public RequestContext {
        requireNonNull(caller, "caller");
        requireNonNull(request, "request");
    }

    RequestContext by(String newCaller) {
        return new RequestContext(Optional.of(newCaller), request);
    }

    RequestContext request(String newRequest) {
        return new RequestContext(caller, Optional.of(newRequest));
    }
}
