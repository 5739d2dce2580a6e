package dev.remit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.decide.DirectoryFailedException;
import dev.remit.decide.ListenerFailedException;
import dev.remit.json.JsonMembers;
import dev.remit.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers questions that come as lines, those together that are there together, until one of them ends the stream. */
final class LineAnswers {
    /** Bytes of questions that are enough to answer together. */
    private static final int ENOUGH = 1 << 15;

    /** The most lines that are answered together. */
    private static final int MOST_LINES = 64;

    private static final String BROKEN = "broken invariant of ours: please report it";

    private final Current current;
    private final Call call;
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final List<Line> lines = new ArrayList<>();
    private int lineBytes;
    private boolean isOver;

    LineAnswers(Current current, Call call) {
        this.current = current;
        this.call = call;
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

    /** Takes one more line, to answer it with others. */
    void ask(long number, byte[] json) {
        lines.add(new Line(number, json));
        lineBytes += json.length;
    }

    /** Whether there are lines enough to answer them together. */
    boolean areEnough() {
        return lines.size() >= MOST_LINES || lineBytes >= ENOUGH;
    }

    /** Whether an error has ended the stream. */
    boolean areOver() {
        return isOver;
    }

    /** Whether there are answers that were not taken. */
    boolean areThere() {
        return answers.size() > 0;
    }

    /** The answers that were not taken so far. */
    ByteBuffer taken() {
        ByteBuffer bytes = ByteBuffer.wrap(answers.toByteArray());
        answers.reset();
        return bytes;
    }

    /** A line that is not answered yet. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Line(long number, byte[] json) {}

    /** What was said to the lines up to one that ends the stream, if one does. */
    private record Replies(List<AskedQuestion.Said> said, Optional<String> code, String message) {}

    /** Answers the lines so far. They are recorded at once, before the first of their answers is sent. */
    void answer() {
        List<Line> asked = List.copyOf(lines);
        lines.clear();
        lineBytes = 0;
        if (!asked.isEmpty()) {
            answer(asked);
        }
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
}
