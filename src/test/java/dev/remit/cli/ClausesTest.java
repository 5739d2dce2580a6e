package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.cli.InProcess.Result;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClausesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path HERE = Path.of("src/test/resources/dev/remit/clauses");
    private static final String BUNDLE = HERE.resolve("bundle").toString();
    private static final String RULES = HERE.resolve("rules.txt").toString();
    private static final String VISITORS = HERE.resolve("visitors.txt").toString();
    private static final String NEXT = HERE.resolve("rules-next.txt").toString();

    @TempDir
    private Path folder;

    @Test
    void tellsWhatEachClauseOfThePackagedPolicyStandsFor() {
        Result result = clauses();

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("RP-WHAT-8  forbid  DAP: Research Projects / What\n")
                .contains("researchers-and-co-pilots-stay-at-arms-length")
                .endsWith(" 0 are unanswered\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"markdown", "csv", "json"})
    void writesTheTraceInOtherFormats(String format) throws JsonProcessingException {
        Result result = clauses(BUNDLE, "--format", format);

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("R-WHAT-7", "no-closed-boxes").doesNotEndWith("\n\n");
        if (format.equals("json")) {
            JsonNode clause = JSON.readTree(result.out()).at("/clauses/15");
            assertThat(clause.get("id").textValue()).isEqualTo("R-WHAT-7");
            assertThat(clause.get("rules")).hasSize(1);
            assertThat(clause.get("fingerprint").textValue()).startsWith("sha256:");
            assertThat(clause.get("unansweredBecause").isNull()).isTrue();
            assertThat(clause.get("categories").isEmpty()).isTrue();
        }
    }

    @Test
    void namesTheFixturesThatShowAClause() throws IOException {
        Path bundle = folder.resolve("bundle");
        Files.createDirectories(bundle.resolve("tests"));
        for (String name : List.of("policy.yaml", "clauses.yaml")) {
            Files.copy(Path.of(BUNDLE, name), bundle.resolve(name));
        }
        Path suite = Files.writeString(bundle.resolve("tests/boxes.yaml"), """
                remit: 1
                suite: Boxes
                cases:
                  - name: closed boxes stay closed
                    cites: R-WHAT-7
                    ask: {role: reader, activity: view, level: 3}
                    expect: forbidden
                """);

        Result sound = clauses(bundle.toString());
        Files.writeString(suite, "remit: 1\nsuite: Boxes\ncases: []\n");
        Result broken = clauses(bundle.toString());

        assertThat(sound.err()).isEmpty();
        assertThat(sound.out()).contains("  rule: no-closed-boxes\n  fixture: closed boxes stay closed\n");
        assertThat(broken.code()).isZero();
        assertThat(broken.err()).startsWith("note: the suites of tests have errors");
        assertThat(broken.out()).contains("  rule: no-closed-boxes\n").doesNotContain("fixture:");
    }

    @Test
    void findsNoDriftInTheTextsThatWereRecorded() {
        Result result = clauses(BUNDLE, "--source", RULES, VISITORS);

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("""
                        RULES, Harbour Archive Access Rules: 30 sentences, all as recorded

                        VISIT, Visitor Rules: 8 sentences, all as recorded
                        """);
    }

    @Test
    void findsWhatDiffersInANewerEditionAndNamesTheRulesToReadAgain() {
        Result result = clauses(BUNDLE, "--source", NEXT, "--source", VISITORS);

        assertThat(result.code()).isOne();
        assertThat(result.out())
                .startsWith("RULES, Harbour Archive Access Rules: 30 sentences, 3 differ\n\ngone: R-WHAT-4 ")
                .contains("""
                        changed: R-WHAT-5 of Reading Projects / What, line 31
                          we read it as: Open boxes are for readers with desks.
                          it now reads: Approved readers (with a desk and a locker) may view open boxes (levels 1 or 2); they ask before they copy.
                          read again the rule: reader-view
                        """, """
                        new in Upkeep / Repair of bound volumes / Why, line 53
                          it now reads: So do new ones.
                          nothing cites this section
                        """, "All that is to be read again for RULES:\n  read again the rule: reader-view\n")
                .endsWith("VISIT, Visitor Rules: 8 sentences, all as recorded\n");
    }

    @Test
    void tellsProgramsWhatDiffers() throws JsonProcessingException {
        Result result = clauses(BUNDLE, "--source", NEXT, "--format", "json");

        JsonNode document = JSON.readTree(result.out()).at("/documents/0");
        assertThat(result.code()).isOne();
        assertThat(result.out()).hasLineCount(1);
        assertThat(document.get("document").textValue()).isEqualTo("RULES");
        assertThat(document.get("drift").booleanValue()).isTrue();
        assertThat(document.get("differences").findValuesAsText("kind")).containsExactly("gone", "changed", "new");
        assertThat(document.at("/differences/1/clause").textValue()).isEqualTo("R-WHAT-5");
        assertThat(document.at("/differences/1/percentAlike").intValue()).isBetween(50, 99);
        assertThat(document.at("/differences/1/reread/rules/0").textValue()).isEqualTo("reader-view");
        assertThat(document.at("/differences/2/clause").isNull()).isTrue();
        assertThat(document.at("/differences/2/line").intValue()).isEqualTo(53);
        assertThat(document.at("/reread/rules")).hasSize(1);
    }

    @Test
    void tellsWhereASentenceMoved() throws IOException {
        String text = Files.readString(Path.of(RULES)).replace("  • Every visit is logged\n", "");
        Path moved = Files.writeString(
                folder.resolve("moved.txt"),
                text.replace("Binders open any box", "Every visit is logged. Binders open any box"));

        assertThat(clauses(BUNDLE, "--source", moved.toString()).out())
                .contains(
                        "moved: R-WHAT-4 of Reading Projects / What to Upkeep / Repair of bound volumes / What, line ")
                .contains(", behind B-WHY-1\n");
    }

    @Test
    void readsTextsInOtherEncodings() throws IOException {
        String text = Files.readString(Path.of(VISITORS)).replace("🔗", "");
        Path windows = Files.write(
                folder.resolve("windows.txt"), text.replace("\"", "”").getBytes(Charset.forName("windows-1252")));
        Path utf16 = Files.write(folder.resolve("utf16.txt"), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));

        assertThat(clauses(BUNDLE, "--source", windows.toString()).code()).isZero();
        assertThat(clauses(BUNDLE, "--source", utf16.toString()).code()).isZero();
    }

    @Test
    void takesAFileForTheDocumentItIsSaidToBe() throws IOException {
        Path untitled = Files.writeString(
                folder.resolve("untitled=1.txt"),
                Files.readString(Path.of(VISITORS)).replaceFirst("(?s).*Visitor Rules", ""));

        Result misuse = clauses(BUNDLE, "--source", untitled.toString());

        assertThat(clauses(BUNDLE, "--source", "VISIT=" + untitled).code()).isZero();
        assertThat(misuse.code()).isEqualTo(2);
        assertThat(misuse.err()).contains("holds the title of no source", "--source RULES=FILE", "`RULES` and `VISIT`");
    }

    @Test
    void suggestsTheSourceThatWasMeant() {
        Result near = clauses(BUNDLE, "--source", "VISTI=" + VISITORS);
        Result far = clauses(BUNDLE, "--source", "X=" + VISITORS);
        Result noFile = clauses(BUNDLE, "--source", "VISIT=nowhere.txt");

        assertThat(near.code()).isEqualTo(2);
        assertThat(near.err()).startsWith("error: source `VISTI` is not declared\n  = help: did you mean `VISIT`?\n");
        assertThat(far.err())
                .startsWith("error: source `X` is not declared\n  = help: the sources are `RULES` and `VISIT`\n");
        assertThat(noFile.err()).startsWith("error: there is no file `nowhere.txt`\n");
    }

    @Test
    void writesTheRegisterWithFingerprints() throws IOException {
        String kept = Files.readString(Path.of(BUNDLE, "clauses.yaml"));
        Path bundle = Files.createDirectories(folder.resolve("bundle"));
        Files.copy(Path.of(BUNDLE, "policy.yaml"), bundle.resolve("policy.yaml"));
        Files.writeString(
                bundle.resolve("clauses.yaml"),
                kept.replaceAll("\n +fingerprint: .*", "").replaceAll(", fingerprint: [^}]*", ""));

        Result unrecorded = clauses(bundle.toString(), "--source", RULES);
        Result recorded = clauses(bundle.toString(), "--source", RULES, VISITORS, "--fingerprint");
        Result incomplete = clauses(BUNDLE, "--source", NEXT, "--fingerprint");

        assertThat(unrecorded.code()).isOne();
        assertThat(unrecorded.out()).contains("no fingerprint is recorded of NOTE-1, ", "--fingerprint writes them");
        assertThat(recorded.code()).isZero();
        assertThat(recorded.out()).isEqualTo(kept);
        assertThat(incomplete.code()).isOne();
        assertThat(incomplete.err()).isEqualTo("""
                        note: clause R-WHAT-5 keeps its old fingerprint, since its sentence has changed; read it again, then name it with `--restamp "R-WHAT-5=REASON"`
                        note: no sentence was found for clause R-WHAT-4
                        note: there is no clause for `So do new ones.`
                        """);
    }

    @Test
    void takesTheNewFingerprintOfAChangedSentenceOnlyByNameAndWithAReason() throws IOException {
        Path bundle = Files.createDirectories(folder.resolve("restamped"));
        Files.copy(Path.of(BUNDLE, "policy.yaml"), bundle.resolve("policy.yaml"));
        String kept = Files.readString(Path.of(BUNDLE, "clauses.yaml"));
        Files.writeString(bundle.resolve("clauses.yaml"), kept);

        Result plain = clauses(bundle.toString(), "--source", NEXT, "--fingerprint");
        Result named = clauses(
                bundle.toString(), "--source", NEXT, "--fingerprint", "--restamp", "R-WHAT-5=a \"locker\" is a desk");
        Files.writeString(bundle.resolve("clauses.yaml"), named.out());
        Result after = clauses(bundle.toString(), "--source", NEXT);

        assertThat(plain.out()).as("what changed keeps its fingerprint").isEqualTo(kept);
        assertThat(named.err()).contains("note: clause R-WHAT-5 has a new fingerprint, and is read as before: ");
        assertThat(named.out()).contains(", reread-because: \"a \\\"locker\\\" is a desk\"}");
        assertThat(after.out()).contains("gone: R-WHAT-4").doesNotContain("changed: R-WHAT-5");
        assertMisuse(
                "`--restamp` names `R-WHAT-6`, of which no sentence has changed",
                bundle.toString(),
                "--source",
                VISITORS,
                "--fingerprint",
                "--restamp",
                "R-WHAT-6=x");
        assertMisuse("`--restamp` goes with `--fingerprint`", BUNDLE, "--source", NEXT, "--restamp", "R-WHAT-5=x");
    }

    @Test
    void namesTheWordsThatWentAndCameSinceAnOlderEdition() {
        Result worded = clauses(BUNDLE, "--source", NEXT, "--against", RULES);

        assertThat(worded.out()).contains("words that came: ").contains("locker");
        assertThat(clauses(BUNDLE, "--source", NEXT).out()).doesNotContain("words that came");
        assertMisuse("`--against` needs newer texts beside the older", BUNDLE, "--against", RULES);
    }

    @Test
    void cannotWorkWithoutARegisterOrAFile() {
        assertMisuse("this bundle has no clause register", "policy/minimal");
        assertMisuse("there is no file `none.txt`", BUNDLE, "--source", "none.txt");
        assertMisuse("did you mean `VISIT`?", BUNDLE, "--source", "VISITS=none.txt");
        assertMisuse("`--fingerprint` needs the texts", BUNDLE, "--fingerprint");
        assertMisuse("with `--source` there is no format `csv`", BUNDLE, "--source", RULES, "--format", "csv");
        assertMisuse("did you mean `markdown`?", BUNDLE, "--format", "markdwon");
        assertMisuse("two files are given as the document `RULES`", BUNDLE, "--source", RULES, NEXT);
        assertMisuse("cannot be read", BUNDLE, "--source", "RULES=" + HERE);
    }

    private static void assertMisuse(String words, String... arguments) {
        Result result = clauses(arguments);

        assertThat(result.err()).contains(words);
        assertThat(result.out()).isEmpty();
        assertThat(result.code()).isEqualTo(2);
    }

    private static Result clauses(String... arguments) {
        List<String> all = new ArrayList<>(List.of("clauses"));
        all.addAll(List.of(arguments));
        return InProcess.run(all, "");
    }
}
