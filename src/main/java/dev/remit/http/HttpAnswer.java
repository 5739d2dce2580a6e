package dev.remit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.json.JsonMembers;
import dev.remit.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent back.
 *
 * @param status the status code
 * @param type the type of the body
 * @param body the body
 * @param headers further headers
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record HttpAnswer(int status, String type, byte[] body, Map<String, String> headers) {
    static final String JSON = "application/json";
    static final String TEXT = "text/plain;charset=utf-8";
    private static final String PROBLEM = "application/problem+json";

    HttpAnswer {
        headers = Map.copyOf(headers);
    }

    static HttpAnswer json(JsonValue.Members object) {
        return new HttpAnswer(200, JSON, JsonValue.line(object), Map.of());
    }

    static HttpAnswer text(int status, String text) {
        return new HttpAnswer(status, TEXT, (text + "\n").getBytes(UTF_8), Map.of());
    }

    /**
     * A problem, as RFC 9457 describes them.
     *
     * @param code what kind of problem it is, for programs
     * @param detail what is wrong, for people
     */
    static HttpAnswer problem(int status, String code, String detail) {
        return new HttpAnswer(
                status,
                PROBLEM,
                JsonValue.line(JsonMembers.of()
                        .text("type", "about:blank")
                        .text("title", title(status))
                        .number("status", status)
                        .text("code", code)
                        .text("detail", detail)
                        .build()),
                Map.of());
    }

    /** The same with one more header. */
    HttpAnswer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpAnswer(status, type, body, more);
    }

    /** The name of a status. */
    static String title(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 304 -> "Not Modified";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 408 -> "Request Timeout";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 417 -> "Expectation Failed";
            case 421 -> "Misdirected Request";
            case 426 -> "Upgrade Required";
            case 431 -> "Request Header Fields Too Large";
            case 503 -> "Service Unavailable";
            case 505 -> "HTTP Version Not Supported";
            default -> status < 500 ? "Bad Request" : "Internal Server Error";
        };
    }
}
