package dev.remit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.decide.DirectoryFailedException;
import dev.remit.decide.ListenerFailedException;
import dev.remit.json.JsonMembers;
import dev.remit.json.JsonQuestions;
import dev.remit.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers questions line by line while they arrive. Nothing further is read before the answers so far are taken, so that neither
 * side fills the memory of the other.
 */
final class LineStream {
    /** The content types of JSON Lines. */
    static final List<String> TYPES = List.of("application/jsonl", "application/x-ndjson", "application/jsonlines");

    private static final int ENOUGH = 1 << 15;

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Pace.Timed pace;
    private final Current current;
    private final Call call;
    private final IntConsumer finished;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private byte[] rest = new byte[0];
    private long number;
    private boolean isBlank = true;
    private boolean isLast;
    private boolean isOver;

    LineStream(
            Request request,
            Response response,
            Callback callback,
            Pace.Timed pace,
            Current current,
            Call call,
            IntConsumer finished) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.pace = pace;
        this.current = current;
        this.call = call;
        this.finished = finished;
    }

    void start() {
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/jsonl");
        response.getHeaders().put("Cache-Control", "no-store");
        go();
    }

    /** The answer to a body that is one question. */
    static HttpAnswer single(Current current, Call call) throws UnavailableException {
        if (call.header("Content-Type").filter(Access::isJson).isEmpty()) {
            return HttpAnswer.problem(
                    415,
                    "content-type",
                    "expected `application/json` for one question, or `application/jsonl` for lines");
        }
        AskedQuestion one = AskedQuestion.of(current.now(), call);
        byte[] answer = one.answer(call.body());
        return new HttpAnswer(one.isAnswer() ? 200 : 400, HttpAnswer.JSON, answer, Map.of());
    }

    private void go() {
        while (!isOver) {
            take();
            if (answers.size() >= ENOUGH || isOver) {
                write();
                return;
            }
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                if (answers.size() > 0) {
                    write();
                    return;
                }
                if (line.size() > 0) {
                    pace.receiving();
                }
                request.demand(this::go);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                finished.accept(499);
                callback.failed(chunk.getFailure());
                return;
            }
            rest = new byte[chunk.remaining()];
            chunk.getByteBuffer().get(rest);
            isLast = chunk.isLast();
            chunk.release();
        }
    }

    /** Answers the whole lines of what was read, until there are answers enough. */
    private void take() {
        int from = 0;
        for (int i = 0; i < rest.length && !isOver; i++) {
            if (rest[i] == '\n') {
                append(from, i);
                endLine();
                from = i + 1;
                if (answers.size() >= ENOUGH) {
                    break;
                }
            } else {
                isBlank &= rest[i] == ' ' || rest[i] == '\t' || rest[i] == '\r';
            }
        }
        int end = answers.size() >= ENOUGH ? from : rest.length;
        if (end == rest.length) {
            append(from, end);
        }
        rest = end == rest.length ? new byte[0] : Arrays.copyOfRange(rest, end, rest.length);
        if (isLast && rest.length == 0) {
            endLine();
            isOver = true;
        }
    }

    /** Keeps of a line that is too long only as much as shows that. */
    private void append(int from, int to) {
        line.write(rest, from, Math.min(to - from, JsonQuestions.LINE_LIMIT + 1 - line.size()));
    }

    private void endLine() {
        number++;
        byte[] whole = line.toByteArray();
        line.reset();
        pace.answering();
        if (!isBlank && whole.length > 0) {
            answer(whole);
        }
        isBlank = true;
    }

    private void answer(byte[] whole) {
        try {
            answers.writeBytes(AskedQuestion.of(current.now(), call).answer(whole, number));
        } catch (UnavailableException nothing) {
            end("unavailable", String.valueOf(nothing.getMessage()));
        } catch (ListenerFailedException unrecorded) {
            end("unrecorded", "decisions cannot be recorded now, so that nothing is answered");
        } catch (DirectoryFailedException failed) {
            end("directory-failed", "the directory of people and projects gives no answer");
        } catch (RuntimeException broken) {
            end("internal", "broken invariant of ours: please report it");
        }
    }

    /** Ends with an error in place of an answer. */
    private void end(String code, String message) {
        String error = JsonMembers.of()
                .value("id", new JsonValue.Nothing())
                .object(
                        "error",
                        JsonMembers.of()
                                .text("code", code)
                                .text("message", message)
                                .number("line", number))
                .build()
                .json();
        answers.writeBytes((error + "\n").getBytes(UTF_8));
        isOver = true;
    }

    private void write() {
        ByteBuffer bytes = ByteBuffer.wrap(answers.toByteArray());
        answers.reset();
        pace.answering();
        if (isOver) {
            finished.accept(200);
            response.write(true, bytes, callback);
            return;
        }
        response.write(false, bytes, Callback.from(this::go, failure -> {
            finished.accept(499);
            callback.failed(failure);
        }));
    }
}
