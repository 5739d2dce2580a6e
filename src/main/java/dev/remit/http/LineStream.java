package dev.remit.http;

import dev.remit.json.JsonQuestions;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
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

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Pace.Timed pace;
    private final LineAnswers answers;
    private final IntConsumer finished;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private byte[] rest = new byte[0];
    private long number;
    private boolean isBlank = true;
    private boolean isLast;
    private boolean isEnd;

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
        answers = new LineAnswers(current, call);
        this.finished = finished;
    }

    void start() {
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/jsonl");
        response.getHeaders().put("Cache-Control", "no-store");
        go();
    }

    private void go() {
        while (true) {
            take();
            if (answers.areEnough() || isEnd) {
                answers.answer();
            }
            if (isOver() || answers.areThere()) {
                write();
                return;
            }
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                answers.answer();
                if (isOver() || answers.areThere()) {
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

    private boolean isOver() {
        return isEnd || answers.areOver();
    }

    /** Takes the whole lines of what was read, until there are enough. */
    private void take() {
        int from = 0;
        for (int i = 0; i < rest.length && !answers.areEnough(); i++) {
            if (rest[i] == '\n') {
                append(from, i);
                endLine();
                from = i + 1;
            } else {
                isBlank &= rest[i] == ' ' || rest[i] == '\t' || rest[i] == '\r';
            }
        }
        if (answers.areEnough()) {
            rest = Arrays.copyOfRange(rest, from, rest.length);
        } else {
            append(from, rest.length);
            rest = new byte[0];
        }
        if (isLast && rest.length == 0 && !isEnd) {
            endLine();
            isEnd = true;
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
            answers.ask(number, whole);
        }
        isBlank = true;
    }

    private void write() {
        ByteBuffer bytes = answers.taken();
        pace.answering();
        if (isOver()) {
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
