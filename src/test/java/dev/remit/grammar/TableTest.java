package dev.remit.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void hasOneTableForEachKindOfMapping() {
        assertThat(Grammar.tables())
                .extracting(Table::place)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(15);
    }

    @Test
    void listsTheKeysOfAMapping() {
        assertThat(table("policy.yaml: vocabulary.facts.*").rows())
                .extracting(Table.Row::key)
                .startsWith("`title`", "`description`", "`known-from`", "`about`", "`changed-by`");
        assertThat(table("clauses.yaml: clauses.*").rows())
                .first()
                .isEqualTo(new Table.Row(
                        "`document`", "required", "a source document", "The source document it stands in"));
    }

    @Test
    void saysWhatGoesWithWhat() {
        List<Table.Row> rows = table("policy.yaml: rules").rows();

        assertThat(presence(rows, "permit")).isEqualTo("either `permit` or `forbid`");
        assertThat(presence(rows, "opt-outs")).isEqualTo("optional with `permit`");
        assertThat(presence(rows, "id")).isEqualTo("required");
        assertThat(presence(rows, "in")).isEqualTo("optional");
    }

    @Test
    void listsKeysWithoutNames() {
        assertThat(table("projects.yaml: projects.*").rows())
                .last()
                .satisfies(row -> assertThat(row.key()).isEqualTo("a project attribute"));
    }

    @Test
    void isWrittenInMarkdown() {
        Table table = new Table("p", "w", List.of(new Table.Row("`k`", "optional", "a text", "What it is")));

        assertThat(table.markdown())
                .isEqualTo(
                        "| key | | value | meaning |\n|---|---|---|---|\n| `k` | optional | a text | What it is |\n");
    }

    private static String presence(List<Table.Row> rows, String key) {
        return rows.stream()
                .filter(row -> row.key().equals("`" + key + "`"))
                .findFirst()
                .orElseThrow()
                .presence();
    }

    private static Table table(String place) {
        return Grammar.tables().stream()
                .filter(table -> table.place().equals(place))
                .findFirst()
                .orElseThrow();
    }
}
