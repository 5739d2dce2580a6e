package dev.remit.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.grammar.Namespace;
import dev.remit.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleIdsTest {

    @Test
    void collectsWhatIsDeclared() {
        DeclaredIds ids = ids(Library.BUNDLE);

        assertThat(ids.ids())
                .containsEntry(Namespace.ROLE, List.of("analyst", "checker", "guest"))
                .containsEntry(Namespace.CATEGORY, List.of("research", "upkeep"))
                .containsEntry(Namespace.FACT, List.of("named", "trained", "urgent"))
                .containsEntry(Namespace.REGISTER, List.of("type-1", "national"))
                .containsEntry(Namespace.RULING, List.of("ruling-1"))
                .containsEntry(Namespace.PROJECT, List.of("156", "P.2"))
                .doesNotContainKeys(Namespace.CONDITION, Namespace.CLAUSE);
        assertThat(ids.values())
                .containsOnlyKeys("kind", "status", "legacy")
                .containsEntry("legacy", List.of("true", "false"));
    }

    @Test
    void knowsTheNamesOfConditions() {
        assertThat(ids(Remit.load(Path.of("policy/opensafely"))).ids().get(Namespace.CONDITION))
                .contains("active-study-project");
    }

    @Test
    void knowsTheNamesOfSets() {
        PolicyBundle bundle = Remit.load(Map.of("policy.yaml", """
                remit: 1
                policy: {id: p, version: "1", title: P}
                vocabulary:
                  roles: {reader: Reader, editor: Editor}
                  activities: {read: Read, write: Write}
                  levels: {page: Page}
                sets: {activities: {all-work: [read, write]}}
                rules:
                  - {id: r, permit: [reader, editor], to: all-work, levels: page}
                """));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaWriter.of(ids(bundle)));
        String rule = "remit: 1\nrules: {id: r, permit: reader, to: %s}\n";

        assertThat(ids(bundle).ids()).containsEntry(Namespace.ACTIVITY_SET, List.of("all-work"));
        assertThat(schema.validate(YamlAsJson.read(rule.formatted("[all-work]")).orElseThrow()))
                .isEmpty();
        assertThat(schema.validate(YamlAsJson.read(rule.formatted("some-work")).orElseThrow()))
                .isNotEmpty();
        assertThat(schema.validate(YamlAsJson.read(bundle.files().get(0).text()).orElseThrow()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"opensafely", "minimal", "tutorial"})
    void makesASchemaThatTheFilesOfTheBundleKeepTo(String name) {
        PolicyBundle bundle = Remit.load(Path.of("policy", name));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaWriter.of(ids(bundle)));

        for (SourceFile file : bundle.files()) {
            assertThat(schema.validate(YamlAsJson.read(file.text()).orElseThrow()))
                    .as(file.name())
                    .isEmpty();
        }
    }

    private static DeclaredIds ids(PolicyBundle bundle) {
        return BundleIds.of(bundle.policy(), bundle.registers(), bundle.sets(), bundle.positions());
    }
}
