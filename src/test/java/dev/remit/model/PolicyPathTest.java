package dev.remit.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.model.PolicyPath.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicyPathTest {
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void isWrittenWithDotsBetweenItsParts() {
        assertThat(PolicyPath.HEADER).hasToString("policy");
        assertThat(PolicyPath.of(new Id.Rule("run")).condition().then("0").then("2"))
                .hasToString("rules.run.when.0.2");
        assertThat(PolicyPath.of(new Id.Register("type-1"))).hasToString("vocabulary.opt-outs.type-1");
        assertThat(PolicyPath.ofClause(new Id.Citation("RP-1.2"))).hasToString("clauses.RP-1.2");
    }

    @Test
    void leadsBackToTheWhole() {
        PolicyPath rule = PolicyPath.of(new Id.Rule("run"));

        assertThat(rule.condition().then("1").whole()).contains(rule.condition());
        assertThat(rule.condition().whole()).contains(rule);
        assertThat(rule.whole()).isEmpty();
        assertThat(rule.condition().isCondition()).isTrue();
        assertThat(rule.condition().then("1").isCondition()).isFalse();
    }

    @Test
    void comesInTheOrderOfItsText() {
        PolicyPath rule = PolicyPath.of(new Id.Rule("run"));

        assertThat(Stream.of(rule.condition(), PolicyPath.of(new Id.Rule("run-all")), rule, PolicyPath.HEADER)
                        .sorted()
                        .map(PolicyPath::text))
                .containsExactly("policy", "rules.run", "rules.run-all", "rules.run.when");
    }

    @Test
    void isPutTogetherHereAlone() throws IOException {
        String sections = Arrays.stream(Section.values())
                .map(each -> each.path("").text())
                .collect(Collectors.joining("|"));
        Pattern literal = Pattern.compile("\"(" + sections + "|vocabulary)\\.(?!yaml|\\w+\\.\\w+ )[^\"]*\"");
        Map<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .filter(each -> !each.endsWith("PolicyPath.java"))
                    .toList()) {
                List<String> literals = literal.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group())
                        .toList();
                if (!literals.isEmpty()) {
                    found.put(file.toString(), literals);
                }
            }
        }
        Matcher itself = literal.matcher("\"rules.\" + id");
        assertThat(itself.lookingAt()).isTrue();
        assertThat(found).as("paths put together from texts").isEmpty();
    }
}
