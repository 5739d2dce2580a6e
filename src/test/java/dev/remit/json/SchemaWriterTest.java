package dev.remit.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.remit.diagnostic.Code;
import dev.remit.grammar.FileShape;
import dev.remit.grammar.Mistakes;
import dev.remit.grammar.Mistakes.Mistake;
import dev.remit.grammar.Namespace;
import dev.remit.grammar.SoundFiles;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaWriterTest {

    private static final Schema GENERIC = schema(SchemaWriter.generic());
    private static final Schema OF_BUNDLE = schema(SchemaWriter.of(declared()));

    static List<Map.Entry<SourceFile, FileShape>> sound() {
        return List.copyOf(SoundFiles.all().entrySet());
    }

    @ParameterizedTest
    @MethodSource("sound")
    void acceptsSoundFiles(Map.Entry<SourceFile, FileShape> sound) {
        assertThat(faults(GENERIC, sound.getKey().text())).isEmpty();
        assertThat(faults(OF_BUNDLE, sound.getKey().text())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sound")
    void agreesWithTheLoaderOnEveryMistake(Map.Entry<SourceFile, FileShape> sound) {
        for (Mistake mistake : Mistakes.someIn(sound.getKey(), sound.getValue(), 14)) {
            boolean ofShape = mistake.codes().stream().anyMatch(Code::ofShape);
            List<Error> faults = faults(GENERIC, mistake.text());

            if (ofShape) {
                assertThat(faults).as(mistake.what()).isNotEmpty();
            } else if (!mistake.codes().equals(new TreeSet<>(List.of(Code.INVISIBLE_CHARACTER)))) {
                assertThat(faults).as(mistake.what()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sound")
    void knowsTheIdsOfABundle(Map.Entry<SourceFile, FileShape> sound) {
        for (Mistake stranger : Mistakes.strangersIn(sound.getKey(), sound.getValue())) {
            assertThat(faults(GENERIC, stranger.text())).as(stranger.what()).isEmpty();
            assertThat(faults(OF_BUNDLE, stranger.text())).as(stranger.what()).isNotEmpty();
        }
    }

    @Test
    void knowsTheValuesOfEachAttribute() {
        String rules = "remit: 1\nconditions: {c: {project.%s: %s}}\n";

        assertThat(faults(OF_BUNDLE, rules.formatted("kind", "research"))).isEmpty();
        assertThat(faults(OF_BUNDLE, rules.formatted("kind", "active"))).isNotEmpty();
        assertThat(faults(OF_BUNDLE, rules.formatted("kind", "true"))).isNotEmpty();
        assertThat(faults(OF_BUNDLE, rules.formatted("legacy", "true"))).isEmpty();
        assertThat(faults(OF_BUNDLE, rules.formatted("legacy", "research"))).isNotEmpty();
        assertThat(faults(OF_BUNDLE, rules.formatted("permissions.type-1", "false")))
                .isEmpty();
        assertThat(faults(OF_BUNDLE, rules.formatted("permissions.type-2", "false")))
                .isNotEmpty();
    }

    @Test
    void knowsWhichWordsAreConditions() {
        String rules = "remit: 1\nconditions: {c: %s}\n";

        assertThat(faults(OF_BUNDLE, rules.formatted("trained"))).isEmpty();
        assertThat(faults(OF_BUNDLE, rules.formatted("member"))).isEmpty();
        assertThat(faults(OF_BUNDLE, rules.formatted("project.legacy"))).isEmpty();
        assertThat(faults(OF_BUNDLE, rules.formatted("project.kind"))).isNotEmpty();
        assertThat(faults(OF_BUNDLE, rules.formatted("researcher"))).isNotEmpty();
    }

    @Test
    void leavesKindsOfIdsFreeThatItIsNotTold() {
        Schema schema =
                schema(SchemaWriter.of(new DeclaredIds(Map.of(Namespace.ROLE, List.of("a")), Map.of(), Map.of())));

        assertThat(faults(schema, "remit: 1\nrules: {id: r, permit: a, to: x, cites: C}\n"))
                .isEmpty();
        assertThat(faults(schema, "remit: 1\nrules: {id: r, permit: b, to: x}\n"))
                .isNotEmpty();
    }

    @Test
    void acceptsNoIdOfAKindThatHasNone() {
        Schema schema =
                schema(SchemaWriter.of(new DeclaredIds(Map.of(Namespace.OBLIGATION, List.of()), Map.of(), Map.of())));

        assertThat(faults(schema, "remit: 1\nrules: {id: r, permit: b}\n")).isEmpty();
        assertThat(faults(schema, "remit: 1\nrules: {id: r, permit: b, obligations: x}\n"))
                .isNotEmpty();
    }

    @Test
    void describesEveryKey() throws IOException {
        List<JsonNode> properties =
                new ObjectMapper().readTree(SchemaWriter.generic()).get("$defs").findParents("properties");

        assertThat(properties).hasSizeGreaterThan(10);
        assertThat(properties)
                .allSatisfy(parent -> assertThat(parent.get("properties"))
                        .allSatisfy(property ->
                                assertThat(property.has("description")).isTrue()));
    }

    @Test
    void offersEveryMarkerWhileThereIsNone() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(SchemaWriter.generic());
        JsonNode rule = schema.get("$defs").get("rule");
        JsonNode unmarked = rule.get("else").get("else");

        assertThat(rule.get("if").get("required").get(0).textValue()).isEqualTo("permit");
        assertThat(unmarked.findParents("permit")).isNotEmpty();
        assertThat(unmarked.findParents("forbid")).isNotEmpty();
        assertThat(unmarked.findValuesAsText("errorMessage")).contains("`permit` or `forbid` is missing");
        assertThat(faults(GENERIC, "remit: 1\nrules: {id: r}\n")).isNotEmpty();
    }

    @Test
    void keepsRequiredKeysApartFromProperties() throws IOException {
        List<JsonNode> withBoth = new ObjectMapper()
                .readTree(SchemaWriter.generic()).findParents("properties").stream()
                        .filter(parent -> parent.has("additionalProperties") && parent.has("required"))
                        .toList();

        assertThat(withBoth).isEmpty();
    }

    @Test
    void showsTitlesBesideIds() throws IOException {
        DeclaredIds titled = new DeclaredIds(
                Map.of(Namespace.ROLE, List.of("a", "1")),
                Map.of(),
                Map.of(),
                Map.of(Namespace.ROLE, Map.of("a", "An Author")));
        JsonNode role = new ObjectMapper()
                .readTree(SchemaWriter.of(titled))
                .get("$defs")
                .get("a-role");

        assertThat(role.get("enum")).hasSize(3);
        assertThat(role.get("enumDescriptions")).extracting(JsonNode::textValue).containsExactly("An Author", "", "");
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(SchemaWriter.generic()).isEqualTo(SchemaWriter.generic());
        assertThat(SchemaWriter.of(declared())).isEqualTo(SchemaWriter.of(declared()));
    }

    /** What the sound files declare. */
    private static DeclaredIds declared() {
        Map<Namespace, List<String>> ids = new LinkedHashMap<>();
        ids.put(Namespace.ROLE, List.of("researcher", "Project.Admin/eu", "co-pilot"));
        ids.put(Namespace.ACTIVITY, List.of("view", "run", "sign"));
        ids.put(Namespace.LEVEL, List.of("1", "2", "none"));
        ids.put(Namespace.ROUTE, List.of("pipeline", "archive", "desk"));
        ids.put(Namespace.CATEGORY, List.of("research-project", "audit"));
        ids.put(Namespace.ATTRIBUTE, List.of("kind", "legacy", "status", "urgent"));
        ids.put(
                Namespace.FACT,
                List.of(
                        "named-on-project",
                        "trained",
                        "insured",
                        "vetted",
                        "asked",
                        "trust",
                        "of-place",
                        "been-to",
                        "f"));
        ids.put(Namespace.DOMAIN, List.of("where"));
        ids.put(Namespace.REGISTER, List.of("type-1", "national"));
        ids.put(Namespace.OBLIGATION, List.of("log-operation", "tell-others"));
        ids.put(
                Namespace.CONDITION,
                List.of(
                        "active-study",
                        "member",
                        "not-urgent",
                        "near",
                        "everywhere",
                        "either",
                        "odd",
                        "trained-and-asked",
                        "c-9"));
        ids.put(Namespace.ROLE_SET, List.of("helpers", "everyone-here"));
        ids.put(Namespace.ACTIVITY_SET, List.of("doing"));
        ids.put(Namespace.RULE, List.of("run", "no-view", "2", "open", "audit-view", "alone", "r-8", "r-9"));
        ids.put(Namespace.CONSTRAINT, List.of("c-1", "c-2"));
        ids.put(Namespace.RULING, List.of("ruling-1", "ruling-2"));
        ids.put(Namespace.SOURCE, List.of("DAP", "opt_outs.2"));
        ids.put(Namespace.CLAUSE, List.of("RP-1", "RP-2", "C-1"));
        ids.put(Namespace.PROJECT, List.of("156", "POS-2026-0001", "1.5", "opensafely_internal"));
        ids.put(Namespace.PERSON, List.of("alice", "bob@example.org", "B.O-2"));
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("kind", List.of("research", "audit", "survey", "none"));
        values.put("legacy", List.of("true", "false"));
        values.put("status", List.of("not-approved", "active", "finished", "none"));
        values.put("urgent", List.of("true", "false"));
        values.put("place", List.of("north", "south"));
        values.put("places", List.of("north", "south"));
        return new DeclaredIds(
                ids,
                values,
                Map.of(
                        "trust", List.of("low", "high"),
                        "of-place", List.of("north", "south"),
                        "been-to", List.of("north", "south")));
    }

    private static List<Error> faults(Schema schema, String yaml) {
        Optional<JsonNode> json = YamlAsJson.read(yaml);
        return schema.validate(json.orElseThrow());
    }

    private static Schema schema(String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(json);
    }
}
