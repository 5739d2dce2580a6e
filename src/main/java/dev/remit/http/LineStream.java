package dev.remit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.decide.DirectoryFailedException;
import dev.remit.decide.ListenerFailedException;
import dev.remit.json.JsonMembers;
import dev.remit.json.JsonQuestions;
import dev.remit.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Bytes of questions that are enough to answer together. */
    private static final int ENOUGH = 1 << 15;

    /** The most lines that are answered together. */
    private static final int MOST_LINES = 64;

    private static final String BROKEN = "broken invariant of ours: please report it";

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Pace.Timed pace;
    private final Current current;
    private final Call call;
    private final IntConsumer finished;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final List<Line> lines = new ArrayList<>();
    private int lineBytes;
    private byte[] rest = new byte[0];
    private long number;
    private boolean isBlank = true;
    private boolean isLast;
    private boolean isEnd;
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
        AskedQuestion.Said said = one.said(call.body());
        return new HttpAnswer(said.isAnswer() ? 200 : 400, HttpAnswer.JSON, said.written(), Map.of());
    }

    private void go() {
        while (!isOver) {
            take();
            if (isEnough() || isEnd) {
                answer();
            }
            if (isOver || answers.size() > 0) {
                write();
                return;
            }
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                answer();
                if (isOver || answers.size() > 0) {
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

    /** Whether there are lines enough to answer them together. */
    private boolean isEnough() {
        return lines.size() >= MOST_LINES || lineBytes >= ENOUGH;
    }

    /** Takes the whole lines of what was read, until there are enough. */
    private void take() {
        int from = 0;
        for (int i = 0; i < rest.length && !isEnough(); i++) {
            if (rest[i] == '\n') {
                append(from, i);
                endLine();
                from = i + 1;
            } else {
                isBlank &= rest[i] == ' ' || rest[i] == '\t' || rest[i] == '\r';
            }
        }
        if (isEnough()) {
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
            lines.add(new Line(number, whole));
            lineBytes += whole.length;
        }
        isBlank = true;
    }

    /** A line that is not answered yet. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Line(long number, byte[] json) {}

    /** What was said to the lines up to one that ends the stream, if one does. */
    private record Replies(List<AskedQuestion.Said> said, Optional<String> code, String message) {}

    /** Answers the lines so far. They are recorded at once, before the first of their answers is sent. */
    private void answer() {
        List<Line> asked = List.copyOf(lines);
        lines.clear();
        lineBytes = 0;
        if (!asked.isEmpty()) {
            answer(asked);
        }
        isOver |= isEnd;
    }

    private void answer(List<Line> asked) {
        int done = 0;
        try {
            Current.Made policy = current.now();
            Replies replies =
                    policy.decisions().together(decisions -> replies(AskedQuestion.of(policy, decisions, call), asked));
            for (AskedQuestion.Said each : replies.said()) {
                answers.writeBytes(each.onLine(asked.get(done).number()).written());
                done++;
            }
            if (replies.code().isPresent()) {
                end(replies.code().get(), replies.message(), asked.get(done).number());
            }
        } catch (UnavailableException nothing) {
            end(
                    "unavailable",
                    String.valueOf(nothing.getMessage()),
                    asked.get(done).number());
        } catch (ListenerFailedException unrecorded) {
            end(
                    "unrecorded",
                    "decisions cannot be recorded now, so that nothing is answered",
                    asked.get(done).number());
        } catch (RuntimeException broken) {
            end("internal", BROKEN, asked.get(done).number());
        }
    }

    private static Replies replies(AskedQuestion one, List<Line> asked) {
        List<AskedQuestion.Said> said = new ArrayList<>();
        for (Line each : asked) {
            try {
                said.add(one.said(each.json()));
            } catch (DirectoryFailedException failed) {
                return new Replies(
                        said, Optional.of("directory-failed"), "the directory of people and projects gives no answer");
            } catch (RuntimeException broken) {
                return new Replies(said, Optional.of("internal"), BROKEN);
            }
        }
        return new Replies(said, Optional.empty(), "");
    }

    /** Ends with an error in place of an answer. */
    private void end(String code, String message, long number) {
        String error = JsonMembers.of()
                .value("id", new JsonValue.Nothing())
                .object(
                        "error",
                        JsonMembers.of()
                                .text("code", code)
                                .text("message", message)
                                .textOrNull("help", Optional.empty())
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
