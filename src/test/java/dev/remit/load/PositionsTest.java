package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.model.PolicyPath.Section;
import dev.remit.source.Span;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionsTest {
    private static final LoadedBundle BASE =
            OpenedBundle.of(CorpusBundle.of("base", "").source()).load().orThrow();

    @ParameterizedTest
    @CsvSource({
        "policy, policy.yaml, policy:",
        "vocabulary.roles.checker, policy.yaml, checker: Checker",
        "vocabulary.activities.run, policy.yaml, run: Run",
        "vocabulary.levels.1, policy.yaml, 1: Patient records",
        "vocabulary.obligations.log, policy.yaml, log: It is logged",
        "vocabulary.opt-outs.type-1, policy.yaml, 'type-1: {title: Type 1 opt-out'",
        "vocabulary.routes.sql, policy.yaml, 'sql: {title: SQL'",
        "vocabulary.project.kind, policy.yaml, 'kind: [research, audit, test, none]'",
        "vocabulary.facts.named, policy.yaml, 'named: {title: Named on the project'",
        "rulings.ruling-1, policy.yaml, ruling-1: Audits count as research",
        "conditions.may-work, policy.yaml, 'may-work: {all: [active-study, named]}'",
        "constraints.type-1-needs-legacy, policy.yaml, id: type-1-needs-legacy",
        "constraints.type-1-needs-legacy.if, policy.yaml, project.permissions.type-1",
        "constraints.type-1-needs-legacy.then, policy.yaml, '{any: [project.legacy, {project.kind: test}]}'",
        "categories.research, rules/research.yaml, research:",
        "rules.research-run, rules/research.yaml, '{id: research-run'",
        "rules.research-run.when, rules/research.yaml, may-work",
        "rules.no-direct-research, rules/forbids.yaml, '{id: no-direct-research'",
        "clauses.RP-1, clauses.yaml, 'RP-1: {document: DAP'",
        "projects.156, projects.yaml, '156: {title: A study'",
        "projects.12, projects.yaml, 12:",
        "people.alice, people.yaml, alice:"
    })
    void knowsWhereEachPartStands(String path, String file, String beginning) {
        Span span = BASE.positions().all().entrySet().stream()
                .filter(each -> each.getKey().text().equals(path))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();

        assertThat(span.file()).isEqualTo(file);
        assertThat(BASE.files())
                .filteredOn(each -> each.name().equals(file))
                .map(each -> each.line(span.line()).substring(span.column() - 1))
                .singleElement()
                .asString()
                .startsWith(beginning);
    }

    @Test
    void knowsNothingOfPartsThatAreNotThere() {
        assertThat(BASE.positions()
                        .find(Section.RULES.path("no-direct-research").condition()))
                .isEmpty();
        assertThat(BASE.positions().find(Section.PROJECTS.path("157"))).isEmpty();
    }
}
