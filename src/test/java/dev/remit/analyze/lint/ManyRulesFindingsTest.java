package dev.remit.analyze.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Remit;
import dev.remit.model.Condition;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.Reach;
import dev.remit.model.Rule;
import dev.remit.model.Vocabulary;
import dev.remit.model.VocabularyEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Findings about thousands of rules: the shipped policy once for each of many organisations, each with roles of its own,
 * and each with one rule that has lost its condition. The time limit is generous: it only notices steps that grow with
 * pairs of rules.
 */
class ManyRulesFindingsTest {
    private static final int ORGANISATIONS = 40;

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void looksThroughTwoThousandRulesAndTellsHowFarItHasCome() {
        Policy one = Remit.load(Path.of("policy/opensafely")).policy();
        Policy many = many(one);
        List<Integer> heard = new ArrayList<>();

        List<Finding> findings = Findings.of(many, (done, all) -> heard.add(done));

        int roles = many.vocabulary().roles().size();
        assertThat(many.rules()).hasSizeGreaterThanOrEqualTo(2000);
        assertThat(heard).isSorted().startsWith(0).endsWith(roles);
        assertThat(findings).hasSizeGreaterThanOrEqualTo(Findings.of(one).size() * ORGANISATIONS / 2);
    }

    private static Policy many(Policy one) {
        Vocabulary words = one.vocabulary();
        List<VocabularyEntry<Id.Role>> roles = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        for (int organisation = 0; organisation < ORGANISATIONS; organisation++) {
            int number = organisation;
            words.roles()
                    .forEach(role -> roles.add(new VocabularyEntry<>(renamed(role.id(), number), role.title(), "")));
            for (int place = 0; place < one.rules().size(); place++) {
                Rule rule = one.rules().get(place);
                Set<Id.Role> own = rule.reach().roles().stream()
                        .map(role -> renamed(role, number))
                        .collect(Collectors.toCollection(TreeSet::new));
                rules.add(new Rule(
                        new Id.Rule(rule.id() + "-" + number),
                        rule.effect(),
                        "",
                        "",
                        new Reach(
                                own,
                                rule.reach().activities(),
                                rule.reach().levels(),
                                rule.reach().categories(),
                                rule.reach().routes()),
                        place == number ? Condition.ALWAYS : rule.when(),
                        rule.stances(),
                        rule.obligations(),
                        List.of()));
            }
        }
        return new Policy(
                one.header(),
                new Vocabulary(
                        roles,
                        words.activities(),
                        words.levels(),
                        words.categories(),
                        words.routes(),
                        words.attributes(),
                        words.facts(),
                        words.registers(),
                        words.obligations()),
                rules,
                one.constraints(),
                List.of(),
                List.of());
    }

    private static Id.Role renamed(Id.Role role, int organisation) {
        return new Id.Role(role + "-" + organisation);
    }
}
