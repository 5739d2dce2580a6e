package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.model.ChangedBy;
import dev.remit.model.Condition;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.ProjectAttribute;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SatisfiabilityTest {
    private static final int SEED = 20_261_122;

    private static final List<Id.Fact> FACTS =
            IntStream.range(0, 40).mapToObj(each -> new Id.Fact("f" + each)).toList();
    private static final Id.Register REGISTER = new Id.Register("t");
    private static final ProjectAttribute KIND = new ProjectAttribute(
            new Id.Attribute("kind"), "", "", List.of(value("p"), value("q"), value("r")), ChangedBy.NOBODY);
    private static final World WORLD = new World(List.of(), List.of(KIND), List.of(REGISTER), facts(FACTS));

    @Test
    void agreesWithTryingEveryState() {
        Random random = new Random(SEED);
        int impossible = 0;
        for (int i = 0; i < 20_000; i++) {
            List<Condition> conditions = new ArrayList<>();
            for (int part = 1 + random.nextInt(5); part > 0; part--) {
                conditions.add(condition(random, 3));
            }

            boolean found = Satisfiability.of(WORLD).isPossible(conditions);

            assertThat(found).as("seed " + SEED + ": " + conditions).isEqualTo(isPossible(conditions));
            impossible += found ? 0 : 1;
        }
        assertThat(impossible).as("conditions that cannot hold").isBetween(2_000, 18_000);
    }

    @Test
    @Timeout(20)
    void isQuickWhereOnlyCleverOrderHelps() {
        // Twenty choices that have nothing to do with the clash, each with many ways out, before and after it.
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < 30; i += 3) {
            parts.add(any(fact(i), fact(i + 1), fact(i + 2)));
            parts.add(any(not(fact(i)), not(fact(i + 1)), not(fact(i + 2))));
        }
        parts.add(any(fact(37), fact(38)));
        parts.add(any(fact(37), not(fact(38))));
        parts.add(any(not(fact(37)), fact(38)));
        assertThat(Satisfiability.of(WORLD).isPossible(parts)).isTrue();

        parts.add(any(not(fact(37)), not(fact(38))));
        assertThat(Satisfiability.of(WORLD).isPossible(parts)).isFalse();
    }

    @Test
    void givesUpRatherThanRefuseOrHang() {
        // Seven pigeons in six holes, many times over: hard for this kind of search.
        List<Condition> parts = new ArrayList<>();
        for (int pigeon = 0; pigeon < 7; pigeon++) {
            int from = pigeon;
            parts.add(new Condition.AnyOf(
                    IntStream.range(0, 6).mapToObj(hole -> seat(from, hole)).toList()));
            for (int other = 0; other < pigeon; other++) {
                for (int hole = 0; hole < 6; hole++) {
                    parts.add(any(not(seat(pigeon, hole)), not(seat(other, hole))));
                }
            }
        }
        World holes = new World(
                List.of(),
                List.of(),
                List.of(),
                facts(IntStream.range(0, 42)
                        .mapToObj(each -> new Id.Fact("s" + each))
                        .toList()));

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> Satisfiability.of(holes).isPossible(parts));
    }

    private static Condition seat(int pigeon, int hole) {
        return Condition.holds(new Id.Fact("s" + (pigeon * 6 + hole)));
    }

    private static boolean isPossible(List<Condition> conditions) {
        return IntStream.range(0, 3 * 32)
                .anyMatch(state -> conditions.stream().allMatch(condition -> holds(condition, state)));
    }

    private static List<Fact> facts(List<Id.Fact> ids) {
        return ids.stream()
                .map(id -> new Fact(id, "", "", Fact.KnownFrom.CALLER, Fact.About.PERSON, ChangedBy.NOBODY))
                .toList();
    }

    private static boolean holds(Condition condition, int state) {
        if (condition instanceof Condition.FactIs leaf) {
            return (state >> FACTS.indexOf(leaf.fact()) & 1) != 0;
        }
        if (condition instanceof Condition.Permitted) {
            return (state & 16) != 0;
        }
        if (condition instanceof Condition.AttributeIs leaf) {
            return leaf.values().contains(KIND.values().get(state / 32));
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.condition(), state);
        }
        return condition instanceof Condition.All all
                ? all.parts().stream().allMatch(part -> holds(part, state))
                : ((Condition.AnyOf) condition).parts().stream().anyMatch(part -> holds(part, state));
    }

    private static Condition condition(Random random, int depth) {
        int choice = random.nextInt(depth == 0 ? 6 : 12);
        if (choice < 4) {
            return fact(choice);
        }
        if (choice == 4) {
            return new Condition.Permitted(REGISTER);
        }
        if (choice == 5) {
            return new Condition.AttributeIs(
                    KIND.id(), Set.copyOf(KIND.values().subList(random.nextInt(2), 2 + random.nextInt(2))));
        }
        if (choice < 8) {
            return not(condition(random, depth - 1));
        }
        List<Condition> parts = new ArrayList<>();
        for (int part = 1 + random.nextInt(3); part > 0; part--) {
            parts.add(condition(random, depth - 1));
        }
        return choice < 10 ? new Condition.All(parts) : new Condition.AnyOf(parts);
    }

    private static Condition fact(int number) {
        return Condition.holds(FACTS.get(number));
    }

    private static Condition any(Condition... parts) {
        return new Condition.AnyOf(List.of(parts));
    }

    private static Condition not(Condition condition) {
        return new Condition.Not(condition);
    }

    private static Id.Value value(String word) {
        return new Id.Value(word);
    }
}
