package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Takes a policy written in ids of other systems through every verb and form, and back. */
class ForeignIdsTest {
    private static final String PROJECT = "Étude nº 7 – \"A\"";
    private static final String PERSON = "O'Neil, Ann";
    private static final String POLICY = """
            remit: 1
            policy: {id: foreign, version: "1", title: Foreign}
            vocabulary:
              roles: {Project.Admin/eu: Administrator, system:masters: Masters}
              activities: {s3:GetObject: Get, Write_All: Write}
              levels: {urn:x:y//z: All there is, 1.5: One and a half}
              routes: {apps/v1: {title: Apps, opt-outs: {NDO.2: filtered}}}
              project: {Kind: [Study_A, study-b, none], eu.legacy: {values: boolean, true-only-for: ['Étude nº 7 – "A"', "-x, y"]}}
              facts:
                Is.Member: {title: Member, known-from: register, about: project, changed-by: approver}
                MFA:present: {title: MFA, known-from: caller, changed-by: requester}
              opt-outs: {NDO.2: {title: NDO, list: those, keep: present, permission-changed-by: approver}}
              obligations: {log/it: Log}
            sets: {roles: {admins: [Project.Admin/eu]}}
            conditions: {in-study: {all: [{project.Kind: [Study_A, study-b]}, Is.Member, MFA:present]}}
            work-categories:
              Care_1:
                title: Care
                rules:
                  - {id: one, permit: admins, to: s3:GetObject, levels: urn:x:y//z, when: in-study, obligations: log/it, opt-outs: {NDO.2: if-project-permitted}}
                  - {id: two, permit: system:masters, to: Write_All, levels: 1.5, when: project.eu.legacy, opt-outs: {NDO.2: never}}
                  - {id: three, forbid: any, levels: 1.5, when: {not: MFA:present}}
            """;
    private static final String PROJECTS = """
            remit: 1
            projects:
              "Étude nº 7 – \\"A\\"": {title: Seven, Kind: Study_A, also: ["a: b", "- c"], permissions: {NDO.2: {granted-by: Lead, granted-on: 2026-01-01, reference: R}}}
              "-x, y": {title: Signs, Kind: study-b}
            """;
    private static final String PEOPLE = """
            remit: 1
            people:
              "O'Neil, Ann": {name: Ann, roles: [{role: Project.Admin/eu, project: "a: b"}, system:masters], facts: {fact: Is.Member, project: "- c"}}
            """;
    private static final String SUITE = """
            remit: 1
            suite: Foreign
            at: 2026-06-01T00:00:00Z
            closed: true
            projects: {plain: {Kind: study-b}}
            cases:
              - name: Ann gets it
                ask: {person: "O'Neil, Ann", activity: s3:GetObject, level: urn:x:y//z, project: "- c", facts: MFA:present}
                expect-any: permitted
              - name: described
                ask: {role: Project.Admin/eu, activity: s3:GetObject, level: urn:x:y//z, category: Care_1, route: apps/v1, project: plain, facts: [MFA:present, Is.Member], opt-outs: {NDO.2: exclude}}
                expect: {answer: permitted, granted-by: one, obligations: log/it, population: {NDO.2: excluded-by-filter}}
            tables:
              - name: masters
                ask: {role: system:masters, activity: Write_All, level: 1.5, facts: MFA:present}
                over: {project: ['Étude nº 7 – "A"', "-x, y", plain]}
                expect:
                  - {for: {project: ["-x, y", "a: b"]}, answer: permitted}
                  - {for: rest, answer: denied}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writesTheBundle() throws IOException {
        write("b/policy.yaml", POLICY);
        write("b/projects.yaml", PROJECTS);
        write("b/people.yaml", PEOPLE);
        write("b/tests/all.yaml", SUITE.replace(", \"a: b\"]", ", 'Étude nº 7 – \"A\"']"));
        write(
                "b/invariants.yaml",
                "remit: 1\ninvariants:\n  - {id: apart, never: {roles: system:masters, to: s3:GetObject, when: {project.Kind: Study_A}}}\n");
        write("e/policy.yaml", POLICY.replace("when: in-study", "when: {all: [in-study, project.eu.legacy]}"));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private InProcess.Result run(String input, String... line) {
        return InProcess.run(
                Stream.of(line)
                        .map(each -> each.equals("B") ? folder.resolve("b").toString() : each)
                        .map(each -> each.equals("E") ? folder.resolve("e").toString() : each)
                        .toList(),
                input);
    }

    @Test
    void isAskedInWords() {
        for (String project : List.of(PROJECT, "a: b", "- c")) {
            assertThat(run(
                                    "",
                                    "ask",
                                    "B",
                                    "--role",
                                    "Project.Admin/eu",
                                    "--activity",
                                    "s3:GetObject",
                                    "--level",
                                    "urn:x:y//z",
                                    "--route",
                                    "apps/v1",
                                    "--project=" + project,
                                    "--fact",
                                    "Is.Member,MFA:present",
                                    "--include",
                                    "NDO.2",
                                    "--at",
                                    "2026-06-01T00:00:00Z")
                            .code())
                    .as(project)
                    .isZero();
        }
        assertThat(run(
                                "",
                                "ask",
                                "B",
                                "--person",
                                PERSON,
                                "--activity",
                                "Write_All",
                                "--level",
                                "1.5",
                                "--project=-x, y",
                                "--fact",
                                "MFA:present")
                        .code())
                .isZero();
        assertThat(run("", "ask", "B", "--role", "project.admin/eu", "--activity", "s3:GetObject", "--level", "1.5")
                        .err())
                .contains("did you mean `Project.Admin/eu`?");
        InProcess.Result described = run(
                "",
                "ask",
                "B",
                "--role",
                "system:masters",
                "--activity",
                "Write_All",
                "--level",
                "1.5",
                "--attribute",
                "Kind=Study_A",
                "--not-permits",
                "NDO.2");
        assertThat(described.out()).contains("eu.legacy", "MFA");
    }

    @Test
    void isAskedAndAnsweredInJson() {
        String question =
                "{\"id\":\"q\",\"person\":\"O'Neil, Ann\",\"activity\":\"s3:GetObject\",\"level\":\"urn:x:y//z\","
                        + "\"project\":\"Étude nº 7 – \\\"A\\\"\",\"facts\":{\"MFA:present\":true},\"optOuts\":{\"NDO.2\":\"include\"},"
                        + "\"at\":\"2026-06-01T00:00:00Z\"}\n"
                        + "{\"role\":\"system:masters\",\"activity\":\"Write_All\",\"level\":1.5,"
                        + "\"project\":{\"Kind\":\"Study_A\",\"permissions\":{\"NDO.2\":false}}}\n";
        InProcess.Result result = run(question.replace("1.5", "\"1.5\""), "decide", "B");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("\"person\":\"O'Neil, Ann\"", "\"permitted\":true", "\"NDO.2\":{\"outcome\":\"included\"")
                .contains("\"obligations\":[\"log/it\"]", "\"missing\":[\"MFA:present\",\"project.eu.legacy\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "who B --of role --activity s3:GetObject",
                "who B --of level --role system:masters --format json",
                "matrix B --all",
                "matrix B --format markdown",
                "matrix B --format html",
                "matrix B --format csv",
                "matrix B --format json",
                "prove B",
                "page B",
                "schema B",
                "check B --notes",
                "check B --format json",
                "test B",
                "test B --format json",
                "test B --format junit",
                "test B --adequacy",
                "diff E B --format markdown",
                "diff E B --format html",
                "diff E B --format json"
            })
    void goesThroughEveryVerb(String line) {
        InProcess.Result result = run("", line.split(" "));

        assertThat(result.err()).doesNotContain("error[", "fault of Remit", "invariant of ours");
        assertThat(result.code()).isLessThan(line.startsWith("diff") ? 4 : 2);
        assertThat(result.out()).isNotBlank();
    }

    @Test
    void notesTheStyleOnceAndNothingElse() {
        InProcess.Result result = run("", "check", "B", "--notes");

        assertThat(result.out().split("foreign-words", -1)).hasSize(2);
        assertThat(run("", "check", "B").out()).doesNotContain("foreign-words");
    }

    @Test
    void showsQuestionsThatCanBeAskedAsTheyStand() throws IOException {
        write(
                "e/projects.yaml",
                PROJECTS.replace("granted-on: 2026-01-01", "granted-on: 2027-01-01")
                        .replace("study-b", "none"));
        write(
                "e/people.yaml",
                PEOPLE.replace(", facts: {fact: Is.Member, project: \"- c\"}", "")
                        .replace("Project.Admin/eu, project: \"a: b\"", "Project.Admin/eu, project: \"-x, y\""));
        String out = run("", "diff", "E", "B").out();
        List<String> asked =
                out.lines().filter(each -> each.strip().startsWith("such as: ")).toList();

        assertThat(asked).anyMatch(each -> each.contains("--project 'Étude nº 7 – \"A\"'"));
        assertThat(asked).anyMatch(each -> each.contains("--person 'O'\\''Neil, Ann'"));
        for (String each : asked) {
            List<String> words = words(each.strip().substring("such as: remit ".length()));
            assertThat(run("", words.toArray(String[]::new)).err()).as(each).isEmpty();
        }
    }

    /** The words of a command line as a shell takes it apart. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == '\\' && !quoted) {
                word.append(line.charAt(++i));
            } else if (c == ' ' && !quoted) {
                words.add(word.toString());
                word = new StringBuilder();
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"--suggest", "--generate"})
    void writesSuitesThatCanBeRead(String option) throws IOException {
        String suite = run("", "test", "B", option).out();
        assertThat(suite).contains("Project.Admin/eu");
        write("b/tests/more.yaml", suite);

        InProcess.Result result = run("", "test", "B");

        assertThat(result.err()).doesNotContain("error[");
        assertThat(result.code()).isZero();
    }

    @Test
    void locksWhatIsNamedInQuotes() {
        assertThat(run(
                                "",
                                "diff",
                                "E",
                                "B",
                                "--allow",
                                "any",
                                "--locked",
                                "projects \"Étude nº 7 – \\\"A\\\"\", \"a: b\"")
                        .code())
                .isEqualTo(3);
        assertThat(run("", "diff", "E", "B", "--allow", "any", "--locked", "projects \"-x, y\" and roles admins")
                        .code())
                .isEqualTo(3);
        assertThat(run("", "diff", "B", "B", "--locked", "people \"O'Neil, Ann\"")
                        .code())
                .isZero();
        assertThat(run("", "diff", "B", "B", "--locked", "people O'Neil, Ann").err())
                .contains("`O'Neil`");
        assertThat(run("", "diff", "B", "B", "--locked", "people \"O'Neil, Ann").code())
                .isEqualTo(2);
    }

    @Test
    void isSignedOff() throws IOException {
        InProcess.Result signed = run("", "diff", "E", "B", "--sign-off", "Ann");
        write("b/sign-off.yaml", signed.out());

        assertThat(run("", "check", "B", "--require-sign-off").code()).isZero();
    }
}
