package dev.remit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {
    private static final Condition F = Condition.holds(new Id.Fact("f"));
    private static final Condition G = Condition.holds(new Id.Fact("g"));
    private static final Condition H = new Condition.Permitted(new Id.Register("f"));
    private static final Id.Attribute KIND = new Id.Attribute("kind");

    private static final Vocabulary VOCABULARY = new Vocabulary(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new ProjectAttribute(KIND, "", "", values("p", "q", "r"), ChangedBy.NOBODY)),
            List.of(),
            List.of(),
            List.of());

    @Test
    void ignoresOrderRepetitionAndNesting() {
        assertThat(form(all(F, all(G, F), all(all(H)))))
                .isEqualTo(form(all(H, G, F)))
                .isNotEqualTo(form(all(G, F)));
        assertThat(form(any(any(F, G), F))).isEqualTo(form(any(G, F))).isNotEqualTo(form(all(G, F)));
        assertThat(form(all(any(F)))).isEqualTo(form(F));
    }

    @Test
    void movesNotToTheInside() {
        assertThat(form(not(not(F)))).isEqualTo(form(F)).isNotEqualTo(form(not(F)));
        assertThat(form(not(all(F, any(G, not(H)))))).isEqualTo(form(any(not(F), all(not(G), H))));
        assertThat(form(not(is("p")))).isEqualTo(form(is("q", "r")));
    }

    @Test
    void knowsWhatIsAlwaysOrNeverSo() {
        assertThat(form(is("p", "q", "r"))).isEqualTo(form(Condition.ALWAYS)).isEqualTo(form(not(any())));
        assertThat(form(not(is("r", "q", "p")))).isEqualTo(form(any())).isNotEqualTo(form(Condition.ALWAYS));
        assertThat(form(all(F, is("p", "q", "r")))).isEqualTo(form(F));
        assertThat(form(any(F, Condition.ALWAYS))).isEqualTo(form(Condition.ALWAYS));
        assertThat(form(all(F, any()))).isEqualTo(form(any()));
    }

    @Test
    void doesNotTakeAFactForARegisterOfTheSameName() {
        assertThat(form(F)).isNotEqualTo(form(H));
    }

    @Test
    void neverGivesOneFormToConditionsThatDiffer() {
        Random random = new Random(20_261_122);
        for (int i = 0; i < 20_000; i++) {
            Condition one = condition(random, 3);
            Condition other = condition(random, 3);

            if (form(one).equals(form(other))) {
                assertThat(truths(one))
                        .as("seed 20261122: " + one + " and " + other)
                        .isEqualTo(truths(other));
            }
        }
    }

    @Test
    void givesOneFormToAConditionHoweverItsPartsAreShuffled() {
        Random random = new Random(20_261_122);
        for (int i = 0; i < 5_000; i++) {
            Condition one = condition(random, 4);

            assertThat(form(shuffled(one, random))).as("seed 20261122: " + one).isEqualTo(form(one));
        }
    }

    @Test
    void doesNotLetTextsRunIntoOneAnother() {
        assertThat(Line.quote("a\" \"b")).isEqualTo("\"a\\\" \\\"b\"");
        assertThat(new Line("x").quoted("a b").quoted("c")).hasToString("x \"a b\" \"c\"");
        assertThat(new Line("x").set("s", List.of("b", "a, b"))).hasToString("x s [\"a, b\", \"b\"]");
        assertThat(Line.quote("a\nb")).doesNotContain("\n");
    }

    @Test
    void digestsRegistersByWhatTheySay() {
        Project project = new Project(
                new Id.Project("1"),
                "Title",
                "",
                Map.of(KIND, new Id.Value("p")),
                new Period(Optional.of(LocalDate.EPOCH), Optional.empty()),
                Map.of());
        Registers registers = new Registers(Map.of(project.id(), project), Map.of());

        assertThat(CanonicalForm.digest(registers)).matches("sha256:[0-9a-f]{64}");
        assertThat(CanonicalForm.digest(registers)).isNotEqualTo(CanonicalForm.digest(Registers.EMPTY));
        assertThat(CanonicalForm.text(registers))
                .isEqualTo("edition 2 registers\nproject \"1\" from \"1970-01-01\" attributes {\"kind\"=\"p\"}\n");
    }

    private static String form(Condition condition) {
        return new ConditionForms(VOCABULARY).of(condition);
    }

    private static Condition condition(Random random, int depth) {
        int choice = random.nextInt(depth == 0 ? 4 : 7);
        return switch (choice) {
            case 0 -> F;
            case 1 -> G;
            case 2 -> H;
            case 3 -> is(List.of("p", "q", "r").get(random.nextInt(3)));
            case 4 -> not(condition(random, depth - 1));
            case 5 -> all(condition(random, depth - 1), condition(random, depth - 1));
            default -> any(condition(random, depth - 1), condition(random, depth - 1));
        };
    }

    private static Condition shuffled(Condition condition, Random random) {
        if (condition instanceof Condition.Not not) {
            return not(shuffled(not.condition(), random));
        }
        if (condition instanceof Condition.All all) {
            return new Condition.All(shuffled(all.parts(), random));
        }
        return condition instanceof Condition.AnyOf any
                ? new Condition.AnyOf(shuffled(any.parts(), random))
                : condition;
    }

    private static List<Condition> shuffled(List<Condition> parts, Random random) {
        List<Condition> shuffled = new ArrayList<>();
        parts.forEach(part -> shuffled.add(shuffled(part, random)));
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** The truth in each of the 24 states of the world. */
    private static List<Boolean> truths(Condition condition) {
        List<Boolean> truths = new ArrayList<>();
        for (int state = 0; state < 24; state++) {
            truths.add(holds(condition, state));
        }
        return truths;
    }

    private static boolean holds(Condition condition, int state) {
        if (condition instanceof Condition.Not not) {
            return !holds(not.condition(), state);
        }
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(part -> holds(part, state));
        }
        if (condition instanceof Condition.AnyOf any) {
            return any.parts().stream().anyMatch(part -> holds(part, state));
        }
        if (condition instanceof Condition.AttributeIs leaf) {
            return leaf.values().contains(values("p", "q", "r").get(state / 8));
        }
        int bit = condition.equals(F) ? 1 : condition.equals(G) ? 2 : 4;
        return (state & bit) != 0;
    }

    private static Condition all(Condition... parts) {
        return new Condition.All(List.of(parts));
    }

    private static Condition any(Condition... parts) {
        return new Condition.AnyOf(List.of(parts));
    }

    private static Condition not(Condition condition) {
        return new Condition.Not(condition);
    }

    private static Condition is(String... values) {
        return new Condition.AttributeIs(KIND, Set.copyOf(values(values)));
    }

    private static List<Id.Value> values(String... values) {
        return List.of(values).stream().map(Id.Value::new).toList();
    }
}
