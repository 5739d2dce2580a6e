package dev.remit.http;

import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Refuses headers that two programs could read differently, and bodies in codings that are not read here. */
final class HeaderCheck {
    /** Headers that say one thing. */
    private static final List<String> ONCE =
            List.of("Authorization", "Content-Type", "Content-Encoding", DoorHandler.REQUEST_ID, "Origin");

    private HeaderCheck() {}

    /** The answer to a request whose headers leave open what it is; empty if they do not. */
    static Optional<HttpAnswer> refused(HttpFields headers, Route.Form form) {
        for (String name : ONCE) {
            if (headers.getValuesList(name).size() > 1) {
                return Optional.of(Route.error(
                        form, 400, "repeated-header", "expected the header `" + name + "` once, found it more often"));
            }
        }
        return Optional.ofNullable(headers.get(HttpHeader.CONTENT_ENCODING))
                .filter(coding -> !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity"))
                .map(coding -> Route.error(form, 415, "content-coding", "expected a body without `Content-Encoding`")
                        .with("Accept-Encoding", "identity"));
    }
}
