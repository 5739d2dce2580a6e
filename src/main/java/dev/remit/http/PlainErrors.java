package dev.remit.http;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what Jetty refuses by itself, such as a request that is no HTTP or a body that does not come, in the form of the endpoint
 * and without a trace of what was sent but for the id of the request.
 */
final class PlainErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = isLate(request) ? 408 : response.getStatus();
        String path =
                Optional.ofNullable(request.getHttpURI()).map(HttpURI::getPath).orElse("");
        HttpAnswer answer = Route.error(Route.Form.at(path), status, "http-" + status, detail(status));
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        Optional.ofNullable(request.getHeaders().get(DoorHandler.REQUEST_ID))
                .ifPresent(id -> response.getHeaders().put(DoorHandler.REQUEST_ID, id));
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
        return true;
    }

    /** Whether the client took too long. */
    private static boolean isLate(Request request) {
        return request.getAttribute(ERROR_EXCEPTION) instanceof TimeoutException;
    }

    private static String detail(int status) {
        return switch (status) {
            case 408 -> "the request did not come to its end";
            case 417 -> "expected no `Expect`, or `100-continue`";
            case 426, 505 -> "this version of HTTP is not spoken here";
            case 431 -> "the header of the request is too large";
            case 503 -> "the server is stopping";
            default -> status < 500 ? "this is no request that the server understands" : "the server failed";
        };
    }
}
