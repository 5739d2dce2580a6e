package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.remit.diagram.Diagram;
import dev.remit.model.Registers;
import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A decision is a value, and its receipt keeps nothing large alive. */
class DecisionTest {
    private static final Question UNSAID =
            Question.may("reader").perform("read").onLevel("draft").via("phone");

    /** What is asked of a decision through its receipt. */
    private record Need(String name, Consumer<Decision> asking) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** What has to be worked out by the engine. */
    static Stream<Need> worked() {
        return Stream.of(
                new Need("explain", decision -> decision.explain().forAdministrator()),
                new Need("missing", Decision::missing),
                new Need("permittedIf", Decision::permittedIf),
                new Need("hasMorePermitConditions", Decision::hasMorePermitConditions),
                new Need("nearest", Decision::nearest),
                new Need("changes", decision -> decision.changes(Set.of("role"))),
                new Need("grounds", Decision::grounds),
                new Need("clauses", Decision::clauses),
                new Need("assumed", Decision::assumed));
    }

    static Stream<Need> needs() {
        return Stream.concat(
                worked(),
                Stream.of(
                        new Need("assignment", Decision::assignment),
                        new Need("enforce", decision -> decision.enforce(Handled.duties("log"))),
                        new Need("decideAgain", decision -> Desk.decisions().decideAgain(decision))));
    }

    @Test
    void isEqualToTheSameAnswerOfAnotherDecisionPointOfThePolicy() {
        Decision one = Desk.decisions().decide(Desk.may("reader"));
        Decision other = Desk.decisions()
                .withListener(event -> {})
                .decide(Desk.may("reader").by("airlock").request("r-1"));

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotSameAs(other);
        assertThat(other.question().context().caller()).contains("airlock");
        assertThat(one)
                .hasToString("Decision[question=" + one.question() + ", outcome=" + one.outcome() + ", at=" + one.at()
                        + ", policy=" + one.policy() + "]");
    }

    @Test
    void differsInQuestionOutcomeInstantAndPolicy() {
        Decision made = Desk.decisions().decide(Desk.may("reader"));
        Decision copy = Decision.of(made.question(), made.outcome(), made.at(), made.policy());

        assertThat(copy).isEqualTo(made).hasSameHashCodeAs(made);
        assertThat(List.of(
                        Decision.of(Desk.may("clerk"), made.outcome(), made.at(), made.policy()),
                        Decision.of(made.question(), Outcome.UNDETERMINED, made.at(), made.policy()),
                        Decision.of(made.question(), made.outcome(), Instant.MAX, made.policy()),
                        Decision.of(
                                made.question(),
                                made.outcome(),
                                made.at(),
                                made.policy().with("unstated"))))
                .doesNotContain(made);
        assertThatThrownBy(() -> Decision.of(Desk.mayPerson("pat"), made.outcome(), made.at(), made.policy()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("question: ");
    }

    @ParameterizedTest
    @MethodSource("needs")
    void saysThatItHasNoReceipt(Need need) {
        Decision made = Desk.decisions().decide(Desk.may("reader"));
        Decision readBack = Decision.of(made.question(), made.outcome(), made.at(), made.policy());

        assertThatThrownBy(() -> need.asking.accept(readBack))
                .isInstanceOf(DetachedDecisionException.class)
                .hasMessageContaining("no receipt");
        assertThat(readBack.permitted()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("worked")
    void keepsWhatWasWorkedOutWhenTheEngineIsGone(Need need) {
        Decision asked = Desk.decisions().decide(UNSAID.closed().givenNot("trained"));
        Decision open = Desk.decisions().decide(UNSAID);
        for (Decision each : List.of(asked, open)) {
            need.asking.accept(each);
            each.receipt().issuer().forget();

            assertThat(catchThrowable(() -> need.asking.accept(each))).isNull();
        }
    }

    @Test
    void saysThatTheDecisionPointIsGone() {
        Decision denied = Desk.decisions().decide(Desk.may("clerk"));
        Decision permitted = Desk.decisions().decide(Desk.may("reader"));
        denied.receipt().issuer().forget();
        permitted.receipt().issuer().forget();

        assertThatThrownBy(denied::explain)
                .isInstanceOf(DetachedDecisionException.class)
                .hasMessageContaining("is gone");
        assertThat(denied.policy()).isEqualTo(Desk.decisions().identity());
        assertThat(permitted.enforce(Handled.duties("log")).rule().value()).isEqualTo("at-the-desk");
    }

    @Test
    void keepsNeitherEngineNorDiagramAlive() {
        DecisionPoint decisions = Desk.decisions().withListener(event -> {});
        RoleDecisions answers = decisions.decideEach(Desk.mayPerson("pat"));
        RoleGrant through = answers.enforce(Handled.duties("log"));
        answers.answers().forEach(decision -> {
            worked().forEach(need -> need.asking.accept(decision));
            decision.policy();
        });

        assertThat(reachable(List.of(answers, through)))
                .doesNotContain(Engine.class, Diagram.class, RegisterDirectory.class, Registers.class);
        assertThat(reachable(decisions)).contains(Engine.class, Diagram.class, RegisterDirectory.class);
    }

    /** The types of all objects of ours that are kept alive by one: by their fields, and as elements of collections. */
    private static Set<Class<?>> reachable(Object root) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> left = new ArrayDeque<>(List.of(root));
        Set<Class<?>> types = new HashSet<>();
        while (!left.isEmpty()) {
            Object each = left.pop();
            if (each instanceof Reference || !seen.add(each)) {
                continue;
            }
            types.add(each.getClass());
            if (each instanceof Collection<?> some) {
                left.addAll(some);
            } else if (each instanceof Map<?, ?> map) {
                left.addAll(map.keySet());
                left.addAll(map.values());
            } else if (each instanceof Optional<?> optional) {
                optional.ifPresent(left::add);
            } else if (each instanceof Object[] array) {
                Stream.of(array).filter(Objects::nonNull).forEach(left::add);
            } else if (each.getClass().getName().startsWith("dev.remit.")) {
                fields(each).forEach(left::add);
            }
        }
        return types;
    }

    private static Stream<Object> fields(Object owner) {
        Stream.Builder<Object> values = Stream.builder();
        for (Field field : owner.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                field.setAccessible(true);
                try {
                    Object value = field.get(owner);
                    if (value != null && !(value.getClass().isArray() && Array.getLength(value) == 0)) {
                        values.add(value);
                    }
                } catch (IllegalAccessException hidden) {
                    throw new AssertionError(hidden);
                }
            }
        }
        return values.build();
    }

    @Test
    void comparesEverythingOfAQuestionButWhereItCameFrom() throws ReflectiveOperationException {
        Question plain = Question.may("reader");
        Question full = new Question(
                new Question.Subject.Registered("pat"),
                Optional.of("read"),
                Optional.of("draft"),
                Question.Choice.ANY,
                Question.Choice.ANY,
                new Question.ProjectReference.None(),
                Map.of("trained", Given.is(true)),
                true,
                Map.of("type-1", dev.remit.model.OptOutRequest.INCLUDE),
                Optional.of(Instant.EPOCH),
                new RequestContext(Optional.of("airlock"), Optional.of("r-1")));
        RecordComponent[] components = Question.class.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            Object[] arguments = new Object[components.length];
            Class<?>[] types = new Class<?>[components.length];
            for (int j = 0; j < components.length; j++) {
                arguments[j] = components[j].getAccessor().invoke(i == j ? full : plain);
                types[j] = components[j].getType();
            }
            Question changed = Question.class.getDeclaredConstructor(types).newInstance(arguments);

            boolean isOrigin = components[i].getName().equals("context");
            assertThat(changed.equals(plain)).as(components[i].getName()).isEqualTo(isOrigin);
        }
    }
}
