package dev.remit.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.cli.InProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One policy that says everything the language can: what its page, its differences and the question who may say of it. */
class OnePolicyTest {
    private static final Path BUNDLE = Path.of("docs/examples/every-row");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "An editor or administrator of a European project may **change**",
                "Clearance: mid or high (`clearance`)",
                "Datasets of the project has ecds",
                "Datasets of the project has the dataset asked for",
                "Cleared levels has the level asked about",
                "Department of the project and own department are the same",
                "people who did not opt out",
                "The project holds or has ever held the permission of the register type 1 opt-out"
            })
    void hasASentenceOnItsPage(String sentence) {
        assertThat(InProcess.run(List.of("page", BUNDLE.toString()), "").out()).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "policy.yaml | writers: [editor, | writers: [reader, editor, | GAINED: A reader may now change",
                "policy.yaml | clearance: [mid, high]} | clearance: high} | LOST: An editor or administrator of a European project may no longer change",
                "policy.yaml | {project.datasets: {has: ecds}}] | {project.datasets: {has: [ecds, sus]}}] | GAINED: An editor or administrator of a European project may now change",
                "policy.yaml | {has: dataset} | {has: ecds} | GAINED: Anybody may now read",
                "policy.yaml | {has: level} | {has: raw} | LOST: Anybody may no longer read, on level tables",
                "policy.yaml | , {same: [project.department, department]} | `` | GAINED: Anybody may now read",
                "policy.yaml | , keep: present, list: people who did not opt out | `` | vocabulary.routes.supplier means something else, which may let in anybody and counts as wider",
                "policy.yaml | true-only-for: [p1] | true-only-for: [p1, p2] | LIST, wider: project attribute legacy has another closed list",
                "policy.yaml | approvers: [Research lead] | approvers: [Research lead, Board] | vocabulary.opt-outs.type-1",
                "policy.yaml | must-be-said: true | must-be-said: {no: Seldom so} | vocabulary.facts.halted",
                "policy.yaml | , if-unsaid: low | `` | vocabulary.facts.clearance",
                "policy.yaml | , final: finished | `` | vocabulary.project.status",
                "policy.yaml | {route: desk, when: {project.kind: audit}} | desk | vocabulary.routes.viewer",
                "policy.yaml | project.permissions-ever.type-1 | project.permissions.type-1 | LOST: An editor or administrator of a European project may no longer export",
                "policy.yaml | files: [projects.yaml, people.yaml, rules/prohibitions.yaml] | `` | REMOVED: files is gone",
                "people.yaml | {role: editor, project: p1} | editor | role editor: always",
                "projects.yaml | POS-2026-7 | POS-2026-8 | other names: POS-2026-8 (before: POS-2026-7)"
            })
    void hasASentenceInADifference(String file, String before, String after, String sentence) throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLE)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(BUNDLE.relativize(each).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(each));
            }
        }
        String text = Files.readString(BUNDLE.resolve(file));
        assertThat(text).contains(before);
        Files.writeString(folder.resolve(file), text.replace(before, after));

        assertThat(InProcess.run(List.of("diff", BUNDLE.toString(), folder.toString()), "")
                        .out())
                .contains(sentence);
    }

    @Test
    void namesItsWordsToWhoeverAsksWhoMay() {
        String reading = InProcess.run(List.of("who", BUNDLE.toString(), "--activity", "read", "--level", "raw"), "")
                .out();
        String exporting = InProcess.run(
                        List.of("who", BUNDLE.toString(), "--activity", "export", "--level", "tables"), "")
                .out();

        assertThat(reading)
                .contains(
                        "project.cleared has raw",
                        "dataset: ecds",
                        "department: physics, not halted",
                        "project.department: physics")
                .doesNotContain("cleared has tables");
        assertThat(exporting).contains("Project.Admin/eu\n", "project.legacy");
        assertThat(InProcess.run(
                                List.of(
                                        "ask",
                                        BUNDLE.toString(),
                                        "--person",
                                        "ann",
                                        "--activity",
                                        "change",
                                        "--level",
                                        "raw",
                                        "--project",
                                        "POS-2026-7",
                                        "--at",
                                        "2026-06-01T10:00:00Z",
                                        "--closed",
                                        "--not-fact",
                                        "halted"),
                                "")
                        .out())
                .contains("PERMITTED");
    }
}
