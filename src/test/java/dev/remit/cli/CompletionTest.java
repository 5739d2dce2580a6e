package dev.remit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that lets shells complete, asked as a shell asks it. */
class CompletionTest {
    @TempDir
    private Path folder;

    @Test
    void completesVerbs() throws IOException, InterruptedException {
        assertThat(completions("remit", "")).contains("ask", "decide", "check", "schema", "completion");
        assertThat(completions("remit", "as")).containsExactly("ask");
    }

    @Test
    void completesOptionsAndTheirWords() throws IOException, InterruptedException {
        assertThat(completions("remit", "ask", "--ro")).containsExactlyInAnyOrder("--role", "--route");
        assertThat(completions("remit", "decide", "--format", "")).containsExactlyInAnyOrder("text", "json");
    }

    @Test
    void completesTheWordsOfTheBundleOnTheLine() throws IOException, InterruptedException {
        assertThat(completionsOfWords("remit", "ask", "policy/tutorial", "--role", "st"))
                .containsExactly("steward");
        assertThat(asked()).isEqualTo("words policy/tutorial --of role --ids");
        assertThat(completionsOfWords("remit", "ask", "--project", "")).containsExactly("analyst", "steward");
        assertThat(asked()).isEqualTo("words --of project --ids");
        assertThat(completionsOfWords("remit", "ask", "--ro")).containsExactlyInAnyOrder("--role", "--route");
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(script()).isEqualTo(script());
    }

    private static String script() {
        return InProcess.run(List.of("completion"), "").out();
    }

    /** Completes beside a {@code remit} that lists two words, and notes what it was asked. */
    private List<String> completionsOfWords(String... words) throws IOException, InterruptedException {
        String stub = "function remit() { echo \"$*\" > " + folder.resolve("asked")
                + "; printf 'analyst\\nsteward\\n'; }\n";
        return completions(stub, "_remit_with_words", List.of(words));
    }

    private String asked() throws IOException {
        return Files.readString(folder.resolve("asked")).strip();
    }

    private List<String> completions(String... words) throws IOException, InterruptedException {
        return completions("", "_complete_remit", List.of(words));
    }

    private List<String> completions(String before, String function, List<String> words)
            throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash on this machine");
        Path script = Files.writeString(folder.resolve("completion.bash"), script());
        String ask = "source " + script + "\n" + before + "COMP_WORDS=("
                + String.join(" ", words).replaceAll(" $", " ''") + ")\n" + "COMP_CWORD=" + (words.size() - 1)
                + "\n" + function + "\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";

        Process bash = new ProcessBuilder("/bin/bash", "-c", ask)
                .redirectError(Redirect.DISCARD)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), UTF_8);

        assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said.lines().map(String::strip).toList();
    }
}
