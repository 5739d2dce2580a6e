package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.cli.InProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
    private static final String POLICY = """
            remit: 1
            policy: {id: p, version: "1", title: P}
            vocabulary:
              roles: {reader: Reads the pages, editor: Editor}
              activities: {read: Read}
              levels: %s
            rules:
              - {id: r, permit: raeder, to: read, levels: page}
            """;

    @TempDir
    private Path folder;

    @Test
    void knowsTheIdsOfABundleWithErrors() throws IOException {
        Result result = schemaOf(POLICY.formatted("{page: Page}"));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("unknown-role", "The bundle has errors.");
        assertThat(result.out())
                .contains("\"reader\"", "\"Reads the pages\"", "\"page\"")
                .doesNotContain("raeder");
    }

    @Test
    void acceptsAnyIdOfAKindThatCouldNotBeRead() throws IOException {
        Result result = schemaOf(POLICY.formatted("page"));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).contains("\"a-role\"").doesNotContain("\"a-level\"");
    }

    @Test
    void makesNoSchemaOfNothing() {
        Result result =
                InProcess.run(List.of("schema", folder.resolve("nowhere").toString()), "");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
    }

    private Result schemaOf(String policy) throws IOException {
        Files.writeString(folder.resolve("policy.yaml"), policy);
        return InProcess.run(List.of("schema", folder.toString()), "");
    }
}
