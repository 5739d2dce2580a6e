package dev.remit.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.Remit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds replies to the corpora {@code answers.txt} and {@code explained.txt}, key by key and in order. */
class ReplyWriterTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonDecisions DECISIONS = JsonDecisions.of(Library.BUNDLE.decisionPoint());

    static List<List<String>> answers() throws IOException {
        return Library.paragraphs("answers.txt");
    }

    static List<List<String>> explained() throws IOException {
        return Library.paragraphs("explained.txt");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void writesWhatIsAgreed(List<String> paragraph) {
        assertThat(shortened(ReplyWriter.write(reply(paragraph.get(1)))))
                .as(paragraph.get(0))
                .isEqualTo(paragraph.get(2));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void writesTheSameEveryTime(List<String> paragraph) {
        assertThat(ReplyWriter.write(reply(paragraph.get(1)))).isEqualTo(ReplyWriter.write(reply(paragraph.get(1))));
    }

    @Test
    void writesLinesThatSayTheSame() throws IOException {
        ReplyWriter lines = new ReplyWriter();
        for (int round = 0; round < 2; round++) {
            for (List<String> paragraph : answers()) {
                Reply reply = reply(paragraph.get(1));
                assertThat(new String(lines.line(reply), UTF_8)).isEqualTo(ReplyWriter.write(reply) + "\n");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("explained")
    void addsTheExplanationBehindTheAnswer(List<String> paragraph) {
        Reply reply = reply(paragraph.get(1));
        String answer = ReplyWriter.write(reply);

        assertThat(ReplyWriter.writeExplained(reply))
                .as(paragraph.get(0))
                .isEqualTo(answer.substring(0, answer.length() - 1) + ",\"explanation\":" + paragraph.get(2) + "}");
    }

    @Test
    void explainsTheAnswerOfEachRole() throws JsonProcessingException {
        JsonNode reply = JSON.readTree(ReplyWriter.writeExplained(
                reply("{\"person\":\"alice\",\"activity\":\"run\",\"level\":1,\"project\":\"156\"}")));

        assertThat(reply.get("answers")).hasSize(2).allMatch(answer -> answer.has("explanation"));
    }

    @Test
    void givesWholeDigests() throws JsonProcessingException {
        JsonNode policy = JSON.readTree(ReplyWriter.write(reply(answer()))).get("policy");

        assertThat(policy.get("digest").textValue()).matches("sha256:[0-9a-f]{64}");
        assertThat(policy.get("registers").textValue()).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void saysThatThereIsMoreOnlyWhereItWasCut() throws JsonProcessingException {
        JsonNode cut = JSON.readTree(ReplyWriter.write(hangingOn(17)));
        JsonNode whole = JSON.readTree(ReplyWriter.write(hangingOn(16)));

        assertThat(cut.get("permittedIf")).hasSize(16);
        assertThat(cut.get("more").booleanValue()).isTrue();
        assertThat(keys(cut)).containsSubsequence("permittedIf", "more", "clauses");
        assertThat(whole.get("permittedIf")).hasSize(16);
        assertThat(whole.has("more")).isFalse();
    }

    @Test
    void givesBackIdsWithStrangeCharacters() throws JsonProcessingException {
        String id = "é \u202e 😀 \" \\ \n";

        Reply reply = reply(JSON.writeValueAsString(Map.of("id", id)));

        assertThat(ReplyWriter.write(reply).lines()).hasSize(1);
        assertThat(JSON.readTree(ReplyWriter.write(reply)).get("id").textValue())
                .isEqualTo(id);
    }

    /** The reply to a question that any one of so many facts would settle. */
    private static Reply hangingOn(int facts) {
        String declared = IntStream.range(0, facts)
                .mapToObj(i -> "f" + i + ": {title: F, known-from: caller, changed-by: nobody}")
                .collect(Collectors.joining(", "));
        String any = IntStream.range(0, facts).mapToObj(i -> "f" + i).collect(Collectors.joining(", "));
        String policy = """
                remit: 1
                policy: {id: p, version: "1", title: P}
                vocabulary: {roles: {r: R}, activities: {a: A}, levels: {l: L}, facts: {%s}}
                rules: [{id: x, permit: r, to: a, levels: l, when: {any: [%s]}}]
                """.formatted(declared, any);
        return JsonDecisions.of(Remit.load(Map.of("policy.yaml", policy)).decisionPoint())
                .decide("{\"role\":\"r\",\"activity\":\"a\",\"level\":\"l\"}".getBytes(UTF_8));
    }

    private static String answer() {
        return "{\"role\":\"guest\",\"activity\":\"view\",\"level\":\"open\"}";
    }

    private static Reply reply(String question) {
        return DECISIONS.decide(question.getBytes(UTF_8));
    }

    private static String shortened(String reply) {
        return reply.replaceAll("sha256:[0-9a-f]{64}", "sha256:…");
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
