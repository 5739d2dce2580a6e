package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Remit;
import dev.remit.model.Clause;
import dev.remit.model.Policy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the page of interpretations to the policy: each ruling is argued, and says whether it is the narrowest reading. */
class InterpretationsTest {
    private static final Policy POLICY =
            Remit.load(Path.of("policy/opensafely")).policy();
    private static final Page PAGE = Page.of("docs/policy/interpretations.md");
    private static final Pattern HEADING = Pattern.compile("### (ruling-\\d+): .*");
    private static final Pattern WIDER = Pattern.compile("\\| (ruling-\\d+) \\|.*");
    private static final Pattern CLAUSE = Pattern.compile("\\b[A-Z]{2,5}(?:-[A-Z]+)?-\\d+\\b");
    private static final Pattern WORD = Pattern.compile("`([a-z0-9-]+)`");
    private static final Map<String, String> ARGUED = argued();

    private static Map<String, String> argued() {
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        String ruling = "";
        for (String line : PAGE.lines()) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                ruling = heading.group(1);
            } else if (line.startsWith("#")) {
                ruling = "";
            }
            texts.computeIfAbsent(ruling, none -> new StringBuilder())
                    .append(line)
                    .append(line.isBlank() ? "\n" : " ");
        }
        texts.remove("");
        return texts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().toString()));
    }

    private static String effect(String ruling) {
        String text = ARGUED.getOrDefault(ruling, "");
        return text.substring(text.indexOf("*Effect.* ") + "*Effect.* ".length(), text.indexOf("*Clauses.* "));
    }

    @Test
    void arguesEachRulingOfThePolicyAndNoOther() {
        assertThat(ARGUED.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        POLICY.rulings().stream().map(each -> each.id().value()).toList());
    }

    @Test
    void givesEachAQuestionReadingsAChoiceAndWhatIsConcerned() {
        ARGUED.forEach((ruling, text) -> assertThat(text)
                .as(ruling)
                .contains("*Readings", "(a) ", "(b) ", "*Chosen.* ", "*Effect.* ", "*Clauses.* ", "*Rules.* "));
    }

    @Test
    void saysOfEachWhetherItIsTheNarrowestReading() {
        for (String ruling : ARGUED.keySet()) {
            assertThat(effect(ruling))
                    .as(ruling)
                    .matches("(?s)(The narrowest|Wider than the narrowest \\(\\\\\\*\\)|Neither narrower nor wider).*");
        }
    }

    @Test
    void listsWhatIsWiderThanTheNarrowest() {
        Set<String> wider = new TreeSet<>();
        for (String line : PAGE.lines()) {
            Matcher row = WIDER.matcher(line);
            if (row.matches()) {
                wider.add(row.group(1));
            }
        }

        assertThat(wider)
                .containsExactlyInAnyOrderElementsOf(ARGUED.keySet().stream()
                        .filter(ruling -> effect(ruling).contains("ider than the narrowest (\\*)"))
                        .toList())
                .contains("ruling-3", "ruling-8", "ruling-9", "ruling-11", "ruling-12", "ruling-13", "ruling-23");
    }

    @Test
    void namesClausesAndRulesThatThereAre() {
        Set<String> clauses = POLICY.clauses().stream()
                .map(Clause::id)
                .map(each -> each.value())
                .collect(Collectors.toSet());
        Set<String> rules = new TreeSet<>();
        POLICY.rules().forEach(each -> rules.add(each.id().value()));
        POLICY.constraints().forEach(each -> rules.add(each.id().value()));
        Remit.load(Path.of("policy/opensafely"))
                .invariants()
                .forEach(each -> rules.add(each.id().value()));
        List<String> unknown = new ArrayList<>();
        ARGUED.forEach((ruling, text) -> {
            String concerned = text.substring(text.indexOf("*Clauses.* "));
            CLAUSE.matcher(concerned).results().map(found -> found.group()).forEach(clause -> {
                if (!clauses.contains(clause)) {
                    unknown.add(ruling + ": " + clause);
                }
            });
            WORD.matcher(concerned.substring(concerned.indexOf("*Rules.* ")))
                    .results()
                    .map(found -> found.group(1))
                    .filter(rule -> !rules.contains(rule))
                    .forEach(rule -> unknown.add(ruling + ": " + rule));
        });

        assertThat(unknown).isEmpty();
    }
}
