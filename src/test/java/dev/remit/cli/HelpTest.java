package dev.remit.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.cli.InProcess.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every verb has help, with an example that runs as it stands. */
class HelpTest {
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /** The verbs as they are typed, of one word or two. */
    static List<String> verbs() {
        List<String> verbs = new ArrayList<>();
        Verbs.all().getSubcommands().forEach((name, command) -> {
            if (command.getSubcommands().isEmpty()) {
                verbs.add(name);
            }
            command.getSubcommands().keySet().forEach(second -> verbs.add(name + " " + second));
        });
        return verbs;
    }

    private static CommandSpec spec(String verb) {
        CommandLine command = Verbs.all();
        for (String word : verb.split(" ", -1)) {
            command = requireNonNull(command.getSubcommands().get(word), verb);
        }
        return command.getCommandSpec();
    }

    private static List<String> with(String verb, String option) {
        List<String> words = new ArrayList<>(List.of(verb.split(" ", -1)));
        words.add(option);
        return words;
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void showsHowAVerbIsUsed(String verb) {
        Result help = InProcess.run(with(verb, "--help"), "");

        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).contains("Usage: remit " + verb, "-h, --help", "Exit code: ", "Example:\n  ");
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 100 || line.startsWith("Usage: "));
        assertThat(InProcess.run(with(verb, "-h"), "").out()).isEqualTo(help.out());
    }

    /** The usage line, the list below it and the page agree on what a verb takes. */
    @ParameterizedTest
    @MethodSource("verbs")
    void namesEveryOptionInTheUsageLine(String verb) throws IOException {
        CommandSpec spec = spec(verb);
        Verb used = (Verb) spec.userObject();
        String synopsis = used.synopsis() + used.packs().synopsis();

        Set<String> options = new TreeSet<>();
        for (Matcher option = OPTION.matcher(synopsis); option.find(); ) {
            options.add(option.group());
        }

        assertThat(options)
                .containsExactlyInAnyOrderElementsOf(spec.options().stream()
                        .map(OptionSpec::longestName)
                        .filter(name -> !name.equals(Option.HELP))
                        .toList());
        assertThat(spec.positionalParameters()).allMatch(each -> synopsis.contains(each.paramLabel()));
        assertThat(Files.readString(Path.of("docs/use/command-line.md")))
                .as("the page about the command line, on which examples are kept as they print")
                .contains("$ remit " + verb + " --help\n");
    }

    /** Those that come to an end by themselves. The decision point is started by the test of its own page. */
    static List<String> endingVerbs() {
        return verbs().stream().filter(each -> !each.equals("serve")).toList();
    }

    @ParameterizedTest
    @MethodSource("endingVerbs")
    void givesAnExampleThatRuns(String verb) throws IOException {
        String help = InProcess.run(with(verb, "--help"), "").out();
        String example = help.substring(help.indexOf("Example:\n") + 9)
                .replace("\\\n", " ")
                .strip();
        String input = "";
        if (example.contains(" | ")) {
            input = words(example.substring(0, example.indexOf(" | "))).get(1);
            example = example.substring(example.indexOf(" | ") + 3);
        }
        List<String> words = words(example.replaceFirst(" > .*", ""));
        removeMade(words);

        Result result = InProcess.run(words.subList(1, words.size()), input + "\n");

        assertThat(example).startsWith("remit " + verb);
        assertThat(result.code()).as(result.err()).isNotEqualTo(2);
        assertThat(result.out()).isNotBlank();
    }

    /** Removes the file that an example is about to make; a key is never overwritten. */
    private static void removeMade(List<String> words) throws IOException {
        int out = words.indexOf("--out");
        if (out >= 0) {
            Path made = Path.of(words.get(out + 1));
            Files.createDirectories(requireNonNull(made.getParent(), "a folder of its own"));
            Files.deleteIfExists(made);
            Files.deleteIfExists(Path.of(made + ".pub"));
        }
    }

    @Test
    void listsTheVerbs() {
        Result help = InProcess.run(List.of("--help"), "");

        assertThat(help.code()).isZero();
        assertThat(help.out())
                .startsWith("Usage: remit ")
                .contains(List.copyOf(Verbs.all().getSubcommands().keySet()));
    }

    @Test
    void listsTheVerbsThatShareAWord() {
        for (String group : List.of("records", "keys", "register")) {
            Result help = InProcess.run(List.of(group, "--help"), "");
            Result nothing = InProcess.run(List.of(group), "");
            Result wrong = InProcess.run(List.of(group, "nwe"), "");

            assertThat(help.code()).isZero();
            assertThat(help.out())
                    .contains("Usage: remit " + group + " VERB", "Verbs:")
                    .contains(verbs().stream()
                            .filter(verb -> verb.startsWith(group + " "))
                            .map(verb -> verb.substring(group.length() + 1))
                            .toList());
            assertThat(nothing.code()).isEqualTo(2);
            assertThat(nothing.err()).contains("Usage: remit " + group);
            assertThat(wrong.code()).isEqualTo(2);
            assertThat(wrong.err()).contains("verb `nwe` is not known");
        }
    }

    @Test
    void saysWhichRemitThisIs() {
        Result version = InProcess.run(List.of("--version"), "");

        assertThat(version.code()).isZero();
        assertThat(version.out()).startsWith("remit ").hasLineCount(1);
    }

    @Test
    void isInColoursOnATerminalOnly() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(List.of("ask", "--help"), Streams.of(InputStream.nullInputStream(), out, OutputTest.NOWHERE, true));

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\033[");
        assertThat(InProcess.run(List.of("ask", "--help"), "").out()).doesNotContain("\033[");
    }

    @Test
    void printsTheSchemaOnLinesOrOnOne() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        Result indented = InProcess.run(List.of("schema"), "");
        Result flat = InProcess.run(List.of("schema", "--format", "json"), "");
        Result bundle = InProcess.run(List.of("schema", "policy/opensafely"), "");

        JsonNode schema = json.readTree(indented.out());
        assertThat(schema.get("$schema").textValue()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(flat.out()).hasLineCount(1);
        assertThat(json.readTree(flat.out())).isEqualTo(schema);
        assertThat(json.readTree(bundle.out())).isNotEqualTo(schema);
        assertThat(bundle.out()).contains("\"secure-environment-access\"");
        assertThat(indented.out()).doesNotContain("secure-environment-access");
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(line); word.find(); ) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }
}
