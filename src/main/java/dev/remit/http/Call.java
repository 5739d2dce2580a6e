package dev.remit.http;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.RequestContext;
import dev.remit.http.config.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request to an endpoint, of which the caller is known and the body was read.
 *
 * @param caller who asks
 * @param requestId the id of the request, if it has one
 * @param headers some of its header, by name
 * @param body its body
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Call(Caller caller, Optional<String> requestId, Map<String, String> headers, byte[] body) {
    Call {
        requireNonNull(caller, "caller");
        requireNonNull(requestId, "requestId");
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        headers = byName;
        requireNonNull(body, "body");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Where its questions come from, for records. */
    RequestContext context() {
        return new RequestContext(caller.name(), requestId);
    }
}
