package dev.remit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.cli.InProcess.Result;
import dev.remit.json.JsonQuestions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideTest {
    @Test
    void tellsOnWhichLineAnErrorStands() {
        String blankBefore = "\n  \n{\"role\":\"author\",\"activity\":\"read\",\"level\":\"draft\"}\nx\n\r\n"
                + "{\"role\":\"raeder\",\"activity\":\"raed\",\"level\":\"draft\"}";

        List<String> replies = InProcess.run(List.of("decide", "policy/minimal"), blankBefore)
                .out()
                .lines()
                .toList();

        assertThat(replies).hasSize(3);
        assertThat(replies.get(0)).doesNotContain("\"line\"");
        assertThat(replies.get(1)).contains("\"code\":\"not-json\"").endsWith(",\"line\":4}}");
        assertThat(replies.get(2)).containsOnlyOnce(",\"line\":6,\"others\":[");
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String YES = "{\"id\":\"yes\",\"role\":\"reader\",\"activity\":\"read\",\"level\":\"final\"}";
    private static final String NO = "{\"id\":\"no\",\"role\":\"reader\",\"activity\":\"read\",\"level\":\"draft\"}";

    @Test
    void answersEachLineInOrder() throws JsonProcessingException {
        Result result = decide(YES + "\n" + NO + "\n" + YES);

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(told(result)).containsExactly("yes PERMITTED", "no DENIED", "yes PERMITTED");
    }

    @Test
    void putsAnErrorInThePlaceOfWhatIsNoQuestion() throws JsonProcessingException {
        Result result = decide(YES + "\n\n   \r\n{\"id\":\"typo\",\"rle\":\"reader\"}\r\nnonsense\n" + NO + "\n");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).isEmpty();
        assertThat(told(result)).containsExactly("yes PERMITTED", "typo unknown-key", "null not-json", "no DENIED");
    }

    @Test
    void goesOnBehindALineThatIsTooLong() throws JsonProcessingException {
        String endless = "{\"id\":\"" + "x".repeat(3 * JsonQuestions.LINE_LIMIT) + "\"}";

        assertThat(told(decide(YES + "\n" + endless + "\n" + NO)))
                .containsExactly("yes PERMITTED", "null line-too-long", "no DENIED");
    }

    @Test
    void goesOnBehindBytesThatAreNoText() throws JsonProcessingException {
        ByteArrayOutputStream in = new ByteArrayOutputStream();
        in.writeBytes((YES + "\n{\"id\":\"").getBytes(UTF_8));
        in.write(0xFF);
        in.writeBytes(("\"}\n" + NO).getBytes(UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        int code = Main.run(
                List.of("decide", "policy/minimal"),
                Streams.of(new ByteArrayInputStream(in.toByteArray()), out, OutputTest.NOWHERE, false));

        assertThat(told(new Result(code, out.toString(UTF_8), "")))
                .containsExactly("yes PERMITTED", "null not-utf-8", "no DENIED");
    }

    @Test
    void saysNothingToNothing() {
        assertThat(decide("\n \n")).isEqualTo(new Result(0, "", ""));
    }

    @Test
    void handsOverItsAnswersAndGivesNoneOfTheirCodesWhenItBreaks() {
        InputStream breaking =
                new SequenceInputStream(new ByteArrayInputStream((YES + "\n").getBytes(UTF_8)), new InputStream() {
                    @Override
                    public int read() {
                        throw new IllegalStateException("as if something were wrong with us");
                    }

                    @Override
                    public int read(byte[] bytes, int from, int length) {
                        return read();
                    }
                });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = Main.run(List.of("decide", "policy/minimal"), Streams.of(breaking, out, err, false));

        assertThat(code).isEqualTo(2);
        assertThat(out.toString(UTF_8)).contains("\"id\":\"yes\"");
        assertThat(err.toString(UTF_8))
                .startsWith("error: broken invariant of ours")
                .contains("as if something");
    }

    @Test
    void readsQuestionsFromAFile(@TempDir Path folder) throws IOException {
        Path questions = Files.writeString(folder.resolve("questions.jsonl"), NO + "\n");

        Result result = InProcess.run(List.of("decide", "policy/minimal", "--input", questions.toString()), YES);

        assertThat(told(result)).containsExactly("no DENIED");
    }

    @Test
    void answersForAnInstantIfTheQuestionSaysNone() throws JsonProcessingException {
        String dated = YES.replace("}", ",\"at\":\"2020-01-01T00:00:00Z\"}");

        Result result = decide(YES + "\n" + dated, "--at", "2026-11-22T10:00:00Z");

        assertThat(result.out().lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"at\":\"2026-11-22T10:00:00Z\""),
                        second -> assertThat(second).contains("\"at\":\"2020-01-01T00:00:00Z\""));
        assertThat(decide(YES).out()).isNotEqualTo(decide(YES).out());
    }

    @Test
    void answersInWords() {
        Result result = decide(
                YES + "\n{\"roles\":[\"reader\",\"author\"],\"activity\":\"read\",\"level\":\"draft\"}\n"
                        + "{\"id\":\"typo\",\"role\":\"raeder\",\"activity\":\"read\",\"level\":\"draft\"}\n",
                "--format",
                "text");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEqualTo("""
                        yes: PERMITTED: a reader may read level final.
                        DENIED: a reader may not read level draft.
                        PERMITTED: an author may read level draft.
                        typo: error[unknown-role]: role `raeder` is not declared (did you mean `reader`?)
                        """);
    }

    @Test
    void answersBeforeItWaitsForTheNextQuestion() throws Exception {
        PipedInputStream in = new PipedInputStream(1 << 16);
        BlockingQueue<String> flushed = new LinkedBlockingQueue<>();
        CompletableFuture<Integer> run;
        try (PipedOutputStream questions = new PipedOutputStream(in)) {
            run = CompletableFuture.supplyAsync(() -> Main.run(
                    List.of("decide", "policy/minimal"), Streams.of(in, into(flushed), OutputTest.NOWHERE, false)));
            for (int i = 0; i < 3; i++) {
                // Half of the next question is there already; still the first is answered.
                ask(questions, YES + "\n" + NO.substring(0, 10));
                assertThat(flushed.poll(1, TimeUnit.MINUTES)).contains("\"id\":\"yes\"");
                ask(questions, NO.substring(10) + "\n");
                assertThat(flushed.poll(1, TimeUnit.MINUTES)).contains("\"id\":\"no\"");
            }
        }
        assertThat(run.get(1, TimeUnit.MINUTES)).isZero();
    }

    private static void ask(OutputStream questions, String text) throws IOException {
        questions.write(text.getBytes(UTF_8));
        questions.flush();
    }

    /** A stream that hands on what is written as soon as it is flushed. */
    private static OutputStream into(BlockingQueue<String> flushed) {
        return new ByteArrayOutputStream() {
            @Override
            public void flush() {
                if (size() > 0) {
                    flushed.add(toString(UTF_8));
                    reset();
                }
            }
        };
    }

    private static Result decide(String questions, String... options) {
        List<String> arguments = new ArrayList<>(List.of("decide", "policy/minimal"));
        arguments.addAll(List.of(options));
        return InProcess.run(arguments, questions);
    }

    /** Each reply as its id and what it says. */
    private static List<String> told(Result result) throws JsonProcessingException {
        List<String> told = new ArrayList<>();
        for (String line : result.out().lines().toList()) {
            JsonNode reply = JSON.readTree(line);
            JsonNode said = reply.has("error") ? reply.get("error").get("code") : reply.get("answer");
            told.add(reply.get("id").asText() + " " + said.textValue());
        }
        return told;
    }
}
