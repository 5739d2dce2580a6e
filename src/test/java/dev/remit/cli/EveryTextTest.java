package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.writing.CsvFields;
import dev.remit.writing.Shown;
import dev.remit.writing.SpecialTexts;
import dev.remit.writing.Visible;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Pushes special texts through every text of a bundle and every verb: what is read of the output is what is read with a
 * harmless word in their place, with the text in place of the word.
 */
class EveryTextTest {
    private static final Path MARKED = Path.of("src/test/resources/dev/remit/writing/marked");
    private static final String WORD = "Qwertz";
    private static final String ASKED =
            "ask BUNDLE --role nurse --activity copy --level raw --project beds --all --at 2026-06-01T00:00:00Z";

    private static final List<String> TERMINAL = List.of(
            ASKED,
            ASKED + " --admin",
            ASKED + " --category care --route cellar",
            "ask BUNDLE --person ada --activity read --level raw --category care --all --admin --at 2026-06-01T00:00:00Z",
            "who BUNDLE --titles --activity read",
            "who BUNDLE --titles --of level --role nurse",
            "matrix BUNDLE --all --titles",
            "prove BUNDLE --titles",
            "clauses BUNDLE",
            "test BUNDLE",
            "diff EMPTY BUNDLE");
    private static final List<String> MARKDOWN = List.of(
            "page BUNDLE",
            "matrix BUNDLE --titles --format markdown",
            "clauses BUNDLE --format markdown",
            "diff EMPTY BUNDLE --format markdown");
    private static final List<String> HTML = List.of("matrix BUNDLE --format html", "diff EMPTY BUNDLE --format html");
    private static final List<String> CSV =
            List.of("matrix BUNDLE --titles --format csv", "clauses BUNDLE --format csv");
    private static final List<String> XML = List.of("test BUNDLE --format junit");

    private static final Map<String, InProcess.Result> HARMLESS = new ConcurrentHashMap<>();

    private static final String SIGNED = "diff policy/minimal docs/examples/wider --sign-off WORD --reference WORD";
    private static final InProcess.Result HARMLESSLY_SIGNED = said(SIGNED, "qwertz", "");

    @TempDir
    private Path folder;

    static List<String> texts() {
        return SpecialTexts.together();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyVerbShowsEveryTextAsWritten(String text) throws Exception {
        Path bundle = written("bundle", text);
        for (String line : half(text, TERMINAL)) {
            InProcess.Result special = run(line, bundle);
            assertThat(withoutLineEnds(special)).as(line).noneMatch(Visible::isHidden);
            assertThat(lines(special.out()))
                    .as(line)
                    .isEqualTo(replaced(lines(harmless(line).out()), Visible.prose(text)));
            assertThat(lines(special.err()))
                    .as(line)
                    .isEqualTo(replaced(lines(harmless(line).err()), Visible.prose(text)));
        }
        for (String line : half(text, MARKDOWN)) {
            same(
                    line,
                    Shown.markdown(run(line, bundle).out()),
                    Shown.markdown(harmless(line).out()),
                    text);
        }
        for (String line : half(text, HTML)) {
            same(
                    line,
                    Shown.html(run(line, bundle).out()),
                    Shown.html(harmless(line).out()),
                    text);
        }
        for (String line : half(text, CSV)) {
            assertThat(fields(run(line, bundle).out()))
                    .as(line)
                    .isEqualTo(replaced(fields(harmless(line).out()), text));
        }
        for (String line : half(text, XML)) {
            assertThat(values(run(line, bundle).out()))
                    .as(line)
                    .isEqualTo(replaced(values(harmless(line).out()), text));
        }
    }

    /** Verbs for a text: all of them for those that hold many, else each second. */
    private static List<String> half(String text, List<String> lines) {
        int number = texts().indexOf(text);
        return number >= texts().size() - 2 ? lines : each(2, number, lines);
    }

    /** What no file may hold comes in by ways that no loader looks at. */
    static List<String> all() {
        return SpecialTexts.all();
    }

    /** Each text comes to a fifth of the places, and each place gets a fifth of the texts. */
    @ParameterizedTest
    @MethodSource("all")
    void noWordOfACommandLineOrQuestionReachesATerminalAsItStands(String text) {
        for (String line : fifth(
                text,
                List.of(
                        "ask policy/minimal --role WORD --activity read --level draft",
                        "ask policy/minimal --role reader --activity read --level draft --project WORD",
                        "ask policy/minimal --role reader --activity read --level draft --fact WORD",
                        "ask policy/minimal --role reader --activity read --level draft --at WORD",
                        "who policy/minimal --of WORD",
                        "matrix policy/minimal --format WORD",
                        "test policy/minimal --filter WORD",
                        "prove docs/examples/wider --only WORD",
                        "diff policy/minimal docs/examples/wider --locked WORD",
                        "diff policy/minimal docs/examples/wider --sign-off x --on WORD",
                        "diff policy/minimal docs/examples/wider --sign-off x --reference WORD --format text",
                        "clauses policy/tutorial --source WORD",
                        "check WORD",
                        "WORD"))) {
            assertSafe(line, said(line, text, ""));
        }
        for (String question : fifth(
                text,
                List.of(
                        "{\"id\":WORD,\"role\":\"author\",\"activity\":\"read\",\"level\":\"draft\"}",
                        "{\"id\":WORD,\"role\":\"reader\",\"activity\":\"read\",\"level\":\"draft\"}",
                        "{\"id\":WORD,\"person\":WORD,\"activity\":\"read\",\"level\":\"draft\"}",
                        "{\"id\":\"q\",\"role\":WORD,\"activity\":\"read\",\"level\":\"draft\"}",
                        "{\"id\":\"q\",WORD:1,\"role\":\"author\",\"activity\":\"read\",\"level\":\"draft\"}"))) {
            String line = "decide policy/minimal --format text";
            assertSafe(question, said(line, text, question.replace("WORD", quoted(text))));
        }
    }

    private static List<String> fifth(String text, List<String> places) {
        return each(5, all().indexOf(text), places);
    }

    /** Each so-many-th of some places, beginning with another for each number. */
    private static List<String> each(int nth, int number, List<String> places) {
        return IntStream.range(0, places.size())
                .filter(place -> (number + place) % nth == 0)
                .mapToObj(places::get)
                .toList();
    }

    /** The file is for programs; what is signed is told to people beside it. */
    @ParameterizedTest
    @MethodSource("all")
    void noNameOfASignerReachesATerminalAsItStands(String text) {
        InProcess.Result special = said(SIGNED, "x" + text, "");

        assertThat(withoutLineEnds(new InProcess.Result(0, "", special.err()))).noneMatch(Visible::isHidden);
        assertThat(special.out()).isEqualTo(Visible.onPage(special.out()));
        assertThat(special.err().lines().count())
                .isEqualTo(HARMLESSLY_SIGNED.err().lines().count());
    }

    private static void assertSafe(String as, InProcess.Result special) {
        assertThat(withoutLineEnds(special)).as(as).noneMatch(Visible::isHidden);
        assertThat((special.out() + special.err()).lines())
                .as(as)
                .noneMatch(
                        each -> each.startsWith("PERMITTED: b") || each.startsWith("DENIED: x") || each.equals("## b"));
    }

    private static InProcess.Result said(String line, String word, String input) {
        return InProcess.run(
                Stream.of(line.split(" ", -1))
                        .map(each -> each.equals("WORD") ? word : each)
                        .toList(),
                input);
    }

    private static List<Integer> withoutLineEnds(InProcess.Result result) {
        return (result.out() + result.err())
                .codePoints()
                .filter(point -> point != '\n')
                .boxed()
                .toList();
    }

    private static void same(String line, Shown special, Shown harmless, String text) {
        assertThat(special.build()).as(line).isEqualTo(harmless.build());
        assertThat(withoutAnchors(special.attributes()))
                .as(line)
                .isEqualTo(replaced(withoutAnchors(harmless.attributes()), text));
        assertThat(special.text())
                .as(line)
                .isEqualTo(replaced(List.of(harmless.text()), text).get(0));
        if (line.startsWith("page") || line.endsWith("markdown")) {
            assertThat(special.loose())
                    .as(line)
                    .noneMatch(each -> Shown.FOUND_BY_SITES.matcher(each).find());
        }
    }

    /** Without what headings are found by, which is made of their letters alone. */
    private static List<String> withoutAnchors(List<String> attributes) {
        return attributes.stream().filter(each -> !each.startsWith("policy-")).toList();
    }

    private static List<String> replaced(List<String> harmless, String text) {
        String shown = Shown.plain(text);
        return harmless.stream()
                .map(each -> Shown.plain(each.replace(Shown.plain(WORD), shown)))
                .toList();
    }

    /** The words of a text, however it is broken into lines. */
    private static List<String> lines(String out) {
        return List.of(Shown.plain(out.replaceAll("\\s+", " ").strip()));
    }

    private static List<String> fields(String csv) {
        List<String> fields = new ArrayList<>();
        for (String line : csv.lines().toList()) {
            for (String field : CsvFields.of(line)) {
                assertThat(field).doesNotContainPattern("^[\\s\\p{Z}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]");
                fields.add(Shown.plain(field.startsWith("'") ? field.substring(1) : field));
            }
        }
        return fields;
    }

    private static List<String> values(String xml) throws Exception {
        NodeList all = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getElementsByTagName("*");
        List<String> values = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element each = (Element) all.item(i);
            NamedNodeMap attributes = each.getAttributes();
            Map<String, String> sorted = new TreeMap<>();
            for (int j = 0; j < attributes.getLength(); j++) {
                sorted.put(
                        attributes.item(j).getNodeName(),
                        Shown.plain(attributes.item(j).getNodeValue()));
            }
            values.addAll(sorted.values());
            values.add(Shown.plain(each.getTextContent()));
        }
        return values;
    }

    private InProcess.Result harmless(String line) throws IOException {
        InProcess.Result known = HARMLESS.get(line);
        if (known == null) {
            known = run(line, written("harmless", WORD));
            HARMLESS.put(line, known);
        }
        return known;
    }

    private InProcess.Result run(String line, Path bundle) throws IOException {
        Path empty = folder.resolve("empty.yaml");
        Files.writeString(empty, """
            remit: 1
            policy: {id: p, version: "1", title: P}
            vocabulary: {roles: {r: R}, activities: {a: A}, levels: {l: L}}
            rules: [{id: x, permit: r, to: a, levels: l}]
            """);
        InProcess.Result result = InProcess.run(
                Stream.of(line.split(" ", -1))
                        .map(each -> each.equals("BUNDLE") ? bundle.toString() : each)
                        .map(each -> each.equals("EMPTY") ? empty.toString() : each)
                        .toList(),
                "");
        assertThat(result.err()).as(line).doesNotContain("error[", "broken invariant");
        return new InProcess.Result(
                result.code(),
                result.out().replace(folder.toString(), "").replace("/bundle", "/harmless"),
                result.err().replace(folder.toString(), "").replace("/bundle", "/harmless"));
    }

    private Path written(String name, String text) throws IOException {
        Path bundle = folder.resolve(name);
        try (Stream<Path> files = Files.walk(MARKED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = bundle.resolve(MARKED.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                String within = quoted(text).substring(1);
                Files.writeString(copy, Files.readString(file).replace(WORD, within.substring(0, within.length() - 1)));
            }
        }
        return bundle;
    }

    /** As JSON and YAML both read it. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '"' || each == '\\') {
                quoted.append('\\').append(each);
            } else if (each < ' ' || each == 0x7F || each == 0x85 || Character.isSurrogate(each) || each >= 0xFFFE) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
            } else {
                quoted.append(each);
            }
        }
        return quoted.append('"').toString();
    }
}
