package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.model.Rule;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bundles as large as they are meant to be at most. The time limits are generous: they only notice quadratic steps. */
class LargeBundleTest {
    private static final int RULES = 36_000;
    private static final int PROJECTS = 100_000;

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void loadsThirtySixThousandRulesAndSharesWhatTheyAreMadeOf() {
        Map<String, String> texts = new HashMap<>(CorpusBundle.of("base", "").texts());
        for (int file = 0; file < 36; file++) {
            int from = file * RULES / 36;
            texts.put(
                    "rules/large-" + file + ".yaml",
                    IntStream.range(from, from + RULES / 36)
                            .mapToObj(LargeBundleTest::rule)
                            .collect(Collectors.joining("\n", "remit: 1\nrules:\n", "\n")));
        }

        LoadedBundle bundle = OpenedBundle.of(BundleSource.of(texts)).load().orThrow();

        assertThat(bundle.policy().rules()).hasSizeGreaterThan(RULES);
        assertThat(different(bundle, rule -> rule.reach().roles())).isLessThan(20);
        assertThat(different(bundle, rule -> rule.reach().routes())).isLessThan(20);
        assertThat(different(bundle, Rule::stances)).isLessThan(20);
        assertThat(different(bundle, Rule::when)).isLessThan(20);
        assertThat(different(bundle, Rule::cites)).isLessThan(20);
    }

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void loadsAHundredThousandProjects() {
        Map<String, String> texts = new HashMap<>(CorpusBundle.of("base", "").texts());
        texts.put(
                "projects.yaml",
                IntStream.range(0, PROJECTS)
                        .mapToObj(each -> "  " + each + ": {title: T, kind: audit, from: 2025-01-01, until: 2027-01-"
                                + (10 + each % 20) + "}")
                        .collect(Collectors.joining("\n", "remit: 1\nprojects:\n", "\n")));

        LoadedBundle bundle = OpenedBundle.of(BundleSource.of(texts)).load().orThrow();

        assertThat(bundle.registers().projects()).hasSize(PROJECTS);
    }

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void reportsThousandsOfFaultsInReasonableTime() {
        Map<String, String> texts = new HashMap<>(CorpusBundle.of("base", "").texts());
        texts.put(
                "rules/large.yaml",
                IntStream.range(0, RULES)
                        .mapToObj(each -> "  - {id: r" + each + ", permit: researcherr" + each
                                + ", to: view, when: named" + each + "}")
                        .collect(Collectors.joining("\n", "remit: 1\nrules:\n", "\n")));

        assertThat(OpenedBundle.of(BundleSource.of(texts)).load().diagnostics()).hasSize(10_001);
    }

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void readsALongChainOfNamedConditions() {
        Map<String, String> texts = new HashMap<>(CorpusBundle.of("base", "").texts());
        texts.put(
                "rules/chain.yaml",
                IntStream.range(1, 20_000)
                        .mapToObj(each -> "  c" + each + ": {not: c" + (each - 1) + "}")
                        .collect(Collectors.joining("\n", "remit: 1\nconditions:\n  c0: problem\n", "\n")));

        assertThat(OpenedBundle.of(BundleSource.of(texts)).load().diagnostics())
                .extracting(each -> each.code().id())
                .contains("condition-too-large")
                .doesNotContain("circular-condition");
    }

    private static String rule(int number) {
        String role = number % 2 == 0 ? "researcher" : "[developer, checker]";
        String when = number % 3 == 0 ? "may-work" : "{all: [problem, {not: trained}]}";
        return "  - {id: r" + number + ", permit: " + role
                + ", to: view, levels: [1, 4], via: [pipeline, viewer], when: " + when
                + ", opt-outs: {type-1: never, national: allowed}, cites: RP-1, title: Rule " + number + "}";
    }

    private static int different(LoadedBundle bundle, Function<Rule, Object> part) {
        Set<Object> different = Collections.newSetFromMap(new IdentityHashMap<>());
        bundle.policy().rules().forEach(rule -> different.add(part.apply(rule)));
        return different.size();
    }
}
