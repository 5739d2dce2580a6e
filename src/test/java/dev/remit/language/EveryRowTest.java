package dev.remit.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.decide.Differential;
import dev.remit.decide.GeneratedQuestions;
import dev.remit.docs.Kept;
import dev.remit.load.BundleSource;
import dev.remit.model.CanonicalForm;
import dev.remit.model.Policy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The whole language in generated bundles. Over all of them the compiled diagram answers as the reference interpreter does,
 * and every row of the language makes a difference: taken away, it changes replies. The table of the page
 * {@code docs/internals/the-language-measured.md} is what this prints:
 *
 * <pre>mvn -B -o test -Dtest=EveryRowTest -Dremit.update=true</pre>
 */
class EveryRowTest {
    private static final int POLICIES = 520;
    private static final int COMPARED = 400;
    /** In each bundle, one row in so many is taken away. */
    private static final int TURNS = 12;

    private static final int ASKED = 10;

    /** What was counted of one row. */
    private record Count(int policies, int taken, int asked, int changed) {
        static final Count NONE = new Count(0, 0, 0, 0);

        Count and(Count other) {
            return new Count(
                    policies + other.policies, taken + other.taken, asked + other.asked, changed + other.changed);
        }
    }

    /** What was counted over some bundles. */
    private record Tally(int policies, int compared, Map<Row, Count> rows) {
        Tally and(Tally other) {
            Map<Row, Count> all = new EnumMap<>(rows);
            other.rows.forEach((row, count) -> all.merge(row, count, Count::and));
            return new Tally(policies + other.policies, compared + other.compared, all);
        }
    }

    @Test
    void comparesTheEnginesAndTakesEveryRowAway() {
        Tally tally = LongStream.range(0, POLICIES)
                .parallel()
                .mapToObj(EveryRowTest::over)
                .reduce(Tally::and)
                .orElseThrow();

        System.out.println(String.join("\n", table(tally)));
        assertThat(tally.policies).isGreaterThanOrEqualTo(500);
        assertThat(tally.compared).isGreaterThanOrEqualTo(200_000);
        for (Row each : Row.values()) {
            Count count = tally.rows.getOrDefault(each, Count.NONE);
            assertThat(count.policies).as("policies that use %s", each).isPositive();
            assertThat(count.changed).as("replies that change without %s", each).isPositive();
        }
        Kept.table("docs/internals/the-language-measured.md", "rows", table(tally));
    }

    private static Tally over(long seed) {
        DrawnBundle drawn = DrawnBundle.of(seed);
        PolicyBundle bundle = Remit.check(BundleSource.of(drawn.files())).orThrow();
        Policy policy = bundle.policy();
        Differential differential = new Differential("drawn bundle of seed " + seed, policy);
        GeneratedQuestions questions = new GeneratedQuestions(policy, seed);
        for (int i = 0; i < COMPARED; i++) {
            differential.compare(questions.next());
        }
        Map<Row, Count> rows = new EnumMap<>(Row.class);
        drawn.used().forEach(each -> rows.put(each, over(drawn, each, bundle, seed)));
        return new Tally(1, COMPARED, rows);
    }

    private static Count over(DrawnBundle drawn, Row row, PolicyBundle whole, long seed) {
        if ((seed + row.ordinal()) % TURNS != 0) {
            return new Count(1, 0, 0, 0);
        }
        Reply with = Reply.with(drawn, row, whole);
        Reply without = Reply.without(drawn, row);
        without.bundle().value().filter(less -> isOfPolicy(row)).ifPresent(less -> assertThat(digests(less))
                .as("digests without %s, seed %s", row, seed)
                .isNotEqualTo(digests(whole)));
        int changed = 0;
        for (int number = 0; number < ASKED; number++) {
            changed += with.to(number).equals(without.to(number)) ? 0 : 1;
        }
        return new Count(1, 1, ASKED, changed);
    }

    /** Whether a row stands in the files of the policy and its registers, and not in those of a suite. */
    private static boolean isOfPolicy(Row row) {
        return row != Row.AGAIN && row != Row.EXPECT_ANY && row != Row.EXPECT_ERROR;
    }

    private static List<String> digests(PolicyBundle bundle) {
        return List.of(
                CanonicalForm.digest(bundle.policy()),
                CanonicalForm.digest(bundle.registers()),
                bundle.assurance().digest());
    }

    private static List<String> table(Tally tally) {
        List<String> lines = new ArrayList<>();
        lines.add("%,d policies, and %,d questions that both engines answer alike.".formatted(tally.policies, tally.compared));
        lines.add("");
        lines.add("| row | what it says, and what is there without it | policies | asked without it | changed |");
        lines.add("|---|---|---:|---:|---:|");
        tally.rows.forEach((row, count) -> lines.add("| %s | %s | %,d | %,d | %,d |"
                .formatted(row.of(), row.what(), count.policies, count.asked, count.changed)));
        return lines;
    }
}
