package dev.remit.docs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.cli.InProcess;
import dev.remit.json.ErrorCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asks every question that pages show as JSON. A block {@code json answer q1} is the answer to the {@code json question}
 * with that id, and a question whose answer is not shown must have one all the same.
 */
class JsonExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WIDTH = 110;

    static List<Page> pages() {
        return Page.tested().stream()
                .filter(page -> !page.blocks("json").isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void getsTheAnswersItShows(Page page) {
        Map<String, JsonNode> answers = new HashMap<>();
        for (Page.Block question : page.blocks("json")) {
            if (question.use().equals("question")) {
                JsonNode answer = answer(question);
                answers.put("answer " + answer.path("id").textValue(), answer);
                assertThat(answer.has("error") || answer.has("permitted"))
                        .as("an answer to %s, line %s", page, question.first() + 1)
                        .isTrue();
            }
        }
        Keeping.keep(
                page,
                page.rewritten(block -> block.use().startsWith("answer ")
                        ? pretty(requireNonNull(answers.get(block.use()), block.use()))
                        : block.lines()));
    }

    @Test
    void listsEveryCode() {
        List<String> lines = Page.of("docs/use/json.md").lines();
        List<String> codes = lines.subList(lines.indexOf("| Code | When |") + 2, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.replaceFirst("\\| `([^`]*)` .*", "$1"))
                .toList();

        assertThat(codes)
                .containsExactlyElementsOf(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::id).toList());
    }

    private static JsonNode answer(Page.Block block) {
        String line = String.join(" ", block.lines());
        InProcess.Result result = InProcess.run(List.of("decide"), line + "\n");
        try {
            return JSON.readTree(result.out().replaceAll("sha256:[0-9a-f]{64}", "sha256:…"));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(result.out(), broken);
        }
    }

    static List<String> pretty(JsonNode json) {
        StringBuilder text = new StringBuilder();
        write(json, 0, text);
        return Arrays.asList(text.toString().split("\n", -1));
    }

    /** On one line what fits there or has no parts with parts, and member by member what does not. */
    private static void write(JsonNode node, int indent, StringBuilder text) {
        String flat = flat(node);
        boolean isPlain =
                members(node).stream().noneMatch(member -> member.getValue().isContainerNode());
        if (flat.length() + indent <= WIDTH || (isPlain && indent > 0)) {
            text.append(flat);
            return;
        }
        String margin = "\n" + " ".repeat(indent + 1);
        String separator = "";
        text.append(node.isObject() ? "{" : "[");
        for (Map.Entry<String, JsonNode> member : members(node)) {
            text.append(separator);
            String key = node.isObject() ? JSON.getNodeFactory().textNode(member.getKey()) + ": " : "";
            text.append(key);
            write(member.getValue(), indent + 1, text);
            separator = "," + margin;
        }
        text.append(node.isObject() ? "}" : "]");
    }

    private static List<Map.Entry<String, JsonNode>> members(JsonNode node) {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>();
        if (node.isObject()) {
            node.properties().forEach(member -> members.add(Map.entry(member.getKey(), member.getValue())));
        } else {
            node.forEach(item -> members.add(Map.entry("", item)));
        }
        return members;
    }

    private static String flat(JsonNode node) {
        if (!node.isContainerNode()) {
            return node.toString();
        }
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : members(node)) {
            String key = node.isObject() ? JSON.getNodeFactory().textNode(member.getKey()) + ": " : "";
            parts.add(key + flat(member.getValue()));
        }
        String inside = String.join(", ", parts);
        return node.isObject() ? "{" + inside + "}" : "[" + inside + "]";
    }
}
