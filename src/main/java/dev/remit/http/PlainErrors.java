package dev.remit.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty refuses by itself, such as a request that is no HTTP, as problems and without a trace of what was sent. */
final class PlainErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        HttpAnswer answer = answer(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
        return true;
    }

    private static HttpAnswer answer(int status) {
        String detail = switch (status) {
            case 431 -> "the header of the request is too large";
            case 503 -> "the server is stopping";
            case 505 -> "this version of HTTP is not spoken here";
            default -> status < 500 ? "this is no request that the server understands" : "the server failed";
        };
        return HttpAnswer.problem(status, "http-" + status, detail);
    }
}
