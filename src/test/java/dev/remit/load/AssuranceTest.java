package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssuranceTest {
    private static final String POLICY =
            """
            remit: 1
            policy: {id: letters, version: "1", title: Letters}
            vocabulary:
              roles: {writer: Writer, reader: {title: Reader, description: Reads}}
              activities: {write: Write, read: Read}
              levels: {letter: {title: A letter, patient-data: false}}
              facts:
                invited: {title: Invited, known-from: caller, changed-by: approver, must-be-said: {no: Not here}}
            sets: {roles: {everyone: [writer, reader]}}
            conditions: {welcome: {any: [invited, {not: invited}]}}
            rules:
              - {id: anyone, permit: everyone, to: read, when: welcome, because: Letters are read}
            """;
    private static final String INVARIANTS =
            """
            remit: 1
            invariants:
              - {id: no-writing, never: {roles: everyone, to: write, when: welcome}, title: Nobody writes}
            """;
    private static final String SUITE =
            """
            remit: 1
            suite: Letters
            cases:
              - {name: A writer reads, ask: {role: writer, activity: read, level: letter}, expect: permitted}
              - {name: A writer writes, ask: {role: writer, activity: write, level: letter}, expect: denied}
            tables:
              - name: All
                over: {role: everyone, activity: [read]}
                ask: {level: letter}
                expect: {answer: permitted, role: [reader, writer]}
            """;

    @Test
    void saysWhatDecidesNothing() {
        assertThat(said(Map.of()))
                .containsExactly(
                        "invariants no-writing id = no-writing",
                        "invariants no-writing never = {roles: [reader, writer], to: [write], when: {any: [invited, {not:"
                                + " invited}]}}",
                        "invariants no-writing title = Nobody writes",
                        "policy id = letters",
                        "policy title = Letters",
                        "policy version = 1",
                        "rules anyone because = Letters are read",
                        "tests/letters.yaml cases A writer reads = {ask: {activity: read, level: letter, role: writer},"
                                + " expect: {answer: permitted}, name: \"A writer reads\"}",
                        "tests/letters.yaml cases A writer writes = {ask: {activity: write, level: letter, role: writer},"
                                + " expect: {answer: denied}, name: \"A writer writes\"}",
                        "tests/letters.yaml suite = Letters",
                        "tests/letters.yaml tables All = {ask: {level: letter}, expect: [{answer: permitted, role: [reader,"
                                + " writer]}], name: All, over: {activity: [read], role: [reader, writer]}}",
                        "vocabulary activities read title = Read",
                        "vocabulary activities write title = Write",
                        "vocabulary facts invited must-be-said no = Not here",
                        "vocabulary facts invited title = Invited",
                        "vocabulary levels letter title = A letter",
                        "vocabulary roles reader description = Reads",
                        "vocabulary roles reader title = Reader",
                        "vocabulary roles writer title = Writer");
    }

    @Test
    void leavesAsideOrderAndNames() {
        String renamed = POLICY.replace("everyone", "all-of-us").replace("welcome", "fine");
        String inOrder = "remit: 1\ninvariants:\n  - title: Nobody writes\n    never: {when: {any: [{not: invited},"
                + " invited]}, to: [write], roles: [reader, writer]}\n    id: no-writing # a comment\n";

        assertThat(digest(Map.of(
                        "policy.yaml", renamed,
                        "invariants.yaml", inOrder,
                        "tests/letters.yaml", SUITE.replace("everyone", "[reader, writer]"))))
                .isEqualTo(digest(Map.of()));
    }

    @Test
    void keepsCasesWithOneNameApart() {
        String both = SUITE.replace("A writer writes", "A writer reads");
        String exchanged = both.replace("activity: read,", "activity: X,")
                .replace("activity: write,", "activity: read,")
                .replace("activity: X,", "activity: write,");

        assertThat(digest(Map.of("tests/letters.yaml", exchanged)))
                .isNotEqualTo(digest(Map.of("tests/letters.yaml", both)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"remit: 1\nsuite: [", "remit: 1\nsuite: A\ncase: a\n", "remit: 1\nsuite: A\nsuite: B\n", "- a\n", ""})
    void coversSuitesThatAreFaulty(String text) {
        String faulty = digest(Map.of("tests/letters.yaml", text));

        assertThat(faulty).isNotEqualTo(digest(Map.of()));
        assertThat(digest(Map.of("tests/letters.yaml", text + "\nmore: b\n"))).isNotEqualTo(faulty);
    }

    @Test
    void noticesThatAnEmptyScopeIsOfAnotherSort() {
        String never = "remit: 1\ninvariants:\n  - {id: a, never: {}}\n";

        assertThat(digest(Map.of("invariants.yaml", never)))
                .isNotEqualTo(digest(Map.of("invariants.yaml", never.replace("never", "always"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy/opensafely", "policy/tutorial", "policy/minimal"})
    void saysTheSameOfTreesAndOfTexts(String folder) {
        OpenedBundle opened = OpenedBundle.of(BundleSource.at(Path.of(folder)));
        LoadedBundle bundle = opened.load().orThrow();

        String kept = bundle.assurance().digest();

        assertThat(bundle.assurance().statements()).isNotEmpty();
        assertThat(OpenedBundle.of(BundleSource.at(Path.of(folder))).load().orThrow().assurance().digest())
                .isEqualTo(kept);
        assertThat(Assurance.restored(opened, bundle.sets(), kept).statements())
                .isEqualTo(bundle.assurance().statements());
    }

    private static List<String> said(Map<String, String> edited) {
        return load(edited).assurance().statements().stream()
                .map(each -> String.join(" ", each.path()) + " = " + each.text())
                .toList();
    }

    private static String digest(Map<String, String> edited) {
        return load(edited).assurance().digest();
    }

    private static LoadedBundle load(Map<String, String> edited) {
        Map<String, String> texts = new TreeMap<>(
                Map.of("policy.yaml", POLICY, "invariants.yaml", INVARIANTS, "tests/letters.yaml", SUITE));
        texts.putAll(edited);
        return OpenedBundle.of(BundleSource.of(texts)).load().orThrow();
    }
}
