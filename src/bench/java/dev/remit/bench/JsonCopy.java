package dev.remit.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads JSON lines, and for each writes one with its id that has a given length: {@code JsonCopy FILE LENGTH}. */
public final class JsonCopy {
    private JsonCopy() {}

    public static void main(String... args) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        int length = Integer.parseInt(args[1]);
        try (BufferedReader in = Files.newBufferedReader(Path.of(args[0]), StandardCharsets.UTF_8)) {
            OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode question = mapper.readTree(line);
                ObjectNode answer = mapper.createObjectNode();
                String id = question.path("id").asText();
                answer.put("id", id);
                answer.put("rest", "x".repeat(Math.max(0, length - id.length() - 19)));
                out.write(mapper.writeValueAsBytes(answer));
                out.write('\n');
            }
            out.flush();
        }
    }
}
