package dev.remit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.model.Condition;
import dev.remit.model.Condition.All;
import dev.remit.model.Condition.AnyOf;
import dev.remit.model.Condition.AttributeIs;
import dev.remit.model.Condition.FactIs;
import dev.remit.model.Condition.Not;
import dev.remit.model.Id;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlainConditionTest {
    private static final Condition A = fact("a");
    private static final Condition B = fact("b");
    private static final List<String> VALUES = List.of("u", "v", "w");

    @Test
    void leavesOutPartsWithinPartsOfTheSameSort() {
        assertThat(PlainCondition.of(all(A, all(B, all(A))))).isEqualTo(all(A, B));
        assertThat(PlainCondition.of(any(A, any(B, any(A))))).isEqualTo(any(A, B));
        assertThat(PlainCondition.of(all(any(all(A))))).isEqualTo(A);
        assertThat(PlainCondition.of(new Not(all(A)))).isEqualTo(new Not(A));
        assertThat(PlainCondition.of(Condition.ALWAYS)).isEqualTo(Condition.ALWAYS);
    }

    @Test
    void joinsAlternativesThatDifferInTheValuesOfOneAttribute() {
        assertThat(PlainCondition.of(any(all(is("k", "u"), A), all(is("k", "v"), A))))
                .isEqualTo(all(is("k", "u", "v"), A));
        assertThat(PlainCondition.of(any(is("k", "u"), is("k", "v"), is("k", "w"))))
                .isEqualTo(is("k", "u", "v", "w"));
        assertThat(PlainCondition.of(any(all(is("k", "u"), A), B, all(is("k", "v"), A))))
                .isEqualTo(any(B, all(is("k", "u", "v"), A)));
    }

    @Test
    void joinsWhatHasGrownWithWhatCameBeforeIt() {
        Condition before = all(is("k", "w"), is("s", "u", "v"));
        Condition one = all(is("k", "u"), is("s", "u"));
        Condition other = all(is("k", "u"), is("s", "v"));

        assertThat(PlainCondition.of(any(before, one, other))).isEqualTo(all(is("k", "u", "w"), is("s", "u", "v")));
    }

    @Test
    void keepsAlternativesThatDifferInMore() {
        for (Condition kept : List.of(
                any(all(is("k", "u"), A), all(is("k", "v"), B)),
                any(all(is("k", "u"), A), all(is("s", "v"), A)),
                any(all(is("k", "u"), A), is("k", "v")),
                any(all(is("k", "u"), is("s", "u")), all(is("k", "v"), is("s", "v"))))) {
            assertThat(PlainCondition.of(kept)).isEqualTo(kept);
        }
    }

    /** Over every state there is, of many conditions; the seed is fixed. */
    @Test
    void meansWhatItMeantBefore() {
        Random random = new Random(20261122);
        for (int i = 0; i < 20_000; i++) {
            Condition condition = condition(random, 4);
            Condition plain = PlainCondition.of(condition);
            for (int state = 0; state < 2 * 2 * 3 * 3; state++) {
                assertThat(holds(plain, state)).as("%s as %s", condition, plain).isEqualTo(holds(condition, state));
            }
        }
    }

    private static Condition condition(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 6)) {
            case 0 -> random.nextBoolean() ? A : B;
            case 1, 2 -> attribute(random);
            case 3 -> new Not(condition(random, depth - 1));
            default -> several(random, depth);
        };
    }

    private static Condition attribute(Random random) {
        TreeSet<String> values = new TreeSet<>();
        while (values.isEmpty()) {
            VALUES.stream().filter(each -> random.nextBoolean()).forEach(values::add);
        }
        return is(random.nextBoolean() ? "k" : "s", values.toArray(String[]::new));
    }

    private static Condition several(Random random, int depth) {
        List<Condition> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            parts.add(condition(random, depth - 1));
        }
        return random.nextBoolean() ? new All(parts) : new AnyOf(parts);
    }

    private static boolean holds(Condition condition, int state) {
        if (condition instanceof FactIs fact) {
            return (fact.fact().value().equals("a") ? state % 2 : state / 2 % 2) == 1;
        }
        if (condition instanceof AttributeIs attribute) {
            int value = attribute.attribute().value().equals("k") ? state / 4 % 3 : state / 12;
            return attribute.values().contains(new Id.Value(VALUES.get(value)));
        }
        if (condition instanceof Not not) {
            return !holds(not.condition(), state);
        }
        return condition instanceof All all
                ? all.parts().stream().allMatch(part -> holds(part, state))
                : ((AnyOf) condition).parts().stream().anyMatch(part -> holds(part, state));
    }

    private static Condition fact(String id) {
        return Condition.holds(new Id.Fact(id));
    }

    private static Condition is(String attribute, String... values) {
        Set<Id.Value> all = Arrays.stream(values).map(Id.Value::new).collect(Collectors.toSet());
        return new AttributeIs(new Id.Attribute(attribute), all);
    }

    private static Condition all(Condition... parts) {
        return new All(List.of(parts));
    }

    private static Condition any(Condition... parts) {
        return new AnyOf(List.of(parts));
    }
}
