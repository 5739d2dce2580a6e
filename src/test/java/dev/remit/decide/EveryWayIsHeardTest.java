package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.decide.DecisionEvent.Decided;
import dev.remit.decide.DecisionEvent.Enforced;
import dev.remit.decide.DecisionEvent.Mistaken;
import dev.remit.decide.DecisionEvent.Refused;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No way of answering bypasses the listeners: every public method by which an answer is got, for every kind of event that
 * it can bring about.
 */
class EveryWayIsHeardTest {
    private static final DecisionPoint DESK = Desk.decisions();
    private static final Handled ALL = Handled.duties("log");
    private static final Handled MISSPELT = Handled.duties("lgo");

    /** What somebody who asks gets. */
    private static final Set<Class<?>> ANSWERS =
            Set.of(Decision.class, RoleDecisions.class, Outcome.class, boolean.class, Grant.class, RoleGrant.class);

    private static final List<Class<?>> DOORS = List.of(
            DecisionPoint.class,
            PreparedQuestion.class,
            QuestionBuffer.class,
            Decision.class,
            RoleDecisions.class,
            RoleGrant.class);

    /** Methods that say again what was answered and heard before, or what was made by hand. */
    private static final Set<String> ANSWERED_BEFORE = Set.of(
            "Decision.outcome",
            "Decision.permitted",
            "Decision.hasMorePermitConditions",
            "Decision.of",
            "RoleDecisions.permitted",
            "RoleGrant.decision",
            "RoleGrant.grant");

    /** Methods for analysis that give no answer where somebody listens. */
    private static final Set<String> ONLY_UNHEARD = Set.of("DecisionPoint.outcome");

    /** What one step in which answers are got does, once a decision point is there. */
    private interface Step {
        Object take();
    }

    /**
     * One way of answering, and what listeners hear of it.
     *
     * @param method the public method
     * @param what what is asked
     * @param step prepares the step; what is heard meanwhile does not count
     * @param heard what is heard, in order, by one call
     */
    private record Way(String method, String what, Function<DecisionPoint, Step> step, List<Class<?>> heard) {
        @Override
        public String toString() {
            return method + " " + what;
        }
    }

    private static final List<Way> WAYS = ways();

    private static void add(
            List<Way> ways, String method, String what, Function<DecisionPoint, Step> step, Class<?>... heard) {
        ways.add(new Way(method, what, step, List.of(heard)));
    }

    private static List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        Question yes = Desk.may("reader");
        Question no = Desk.may("clerk");
        Question unsaid = Question.may("reader").perform("read").onLevel("draft");
        Question wrong = Desk.may("raeder");
        Question pat = Desk.mayPerson("pat");

        add(ways, "DecisionPoint.decide", "permitted", on -> () -> on.decide(yes), Decided.class);
        add(ways, "DecisionPoint.decide", "denied", on -> () -> on.decide(no), Decided.class);
        add(ways, "DecisionPoint.decide", "mistaken", on -> () -> on.decide(wrong), Mistaken.class);
        add(
                ways,
                "DecisionPoint.decideEach",
                "of a person",
                on -> () -> on.decideEach(pat),
                Decided.class,
                Decided.class);
        add(ways, "DecisionPoint.decideEach", "of a role", on -> () -> on.decideEach(yes), Decided.class);
        add(
                ways,
                "DecisionPoint.decideEach",
                "mistaken",
                on -> () -> on.decideEach(Desk.mayPerson("tap")),
                Mistaken.class);
        add(ways, "DecisionPoint.decideAgain", "", on -> again(on, yes), Decided.class);
        add(ways, "DecisionPoint.prepare", "mistaken", on -> () -> on.prepare(wrong), Mistaken.class);
        add(
                ways,
                "DecisionPoint.enforce",
                "permitted",
                on -> () -> on.enforce(yes, ALL),
                Decided.class,
                Enforced.class);
        add(
                ways,
                "DecisionPoint.enforce",
                "of a person",
                on -> () -> on.enforce(pat, ALL),
                Decided.class,
                Decided.class,
                Enforced.class);
        add(ways, "DecisionPoint.enforce", "denied", on -> () -> on.enforce(no, ALL), Decided.class, Refused.class);
        add(ways, "DecisionPoint.enforce", "unsaid", on -> () -> on.enforce(unsaid, ALL), Decided.class, Refused.class);
        add(
                ways,
                "DecisionPoint.enforce",
                "unhandled",
                on -> () -> on.enforce(yes, Handled.NOTHING),
                Decided.class,
                Refused.class);
        add(
                ways,
                "DecisionPoint.enforce",
                "of somebody without a role",
                on -> () -> on.enforce(Desk.mayPerson("sam"), ALL),
                Refused.class);
        add(ways, "DecisionPoint.enforce", "mistaken", on -> () -> on.enforce(wrong, ALL), Mistaken.class);
        add(
                ways,
                "DecisionPoint.enforce",
                "mistaken in what is handled",
                on -> () -> on.enforce(yes, MISSPELT),
                Decided.class,
                Mistaken.class);

        add(ways, "PreparedQuestion.outcome", "", on -> prepared(on, yes, PreparedQuestion::outcome), Decided.class);
        add(
                ways,
                "PreparedQuestion.permitted",
                "",
                on -> prepared(on, yes, PreparedQuestion::permitted),
                Decided.class);
        add(ways, "PreparedQuestion.decide", "", on -> prepared(on, yes, PreparedQuestion::decide), Decided.class);
        add(
                ways,
                "PreparedQuestion.enforce",
                "permitted",
                on -> prepared(on, yes, it -> it.enforce(ALL)),
                Decided.class,
                Enforced.class);
        add(
                ways,
                "PreparedQuestion.enforce",
                "unhandled",
                on -> prepared(on, yes, it -> it.enforce(Handled.NOTHING)),
                Decided.class,
                Refused.class);
        add(
                ways,
                "PreparedQuestion.enforce",
                "mistaken",
                on -> prepared(on, yes, it -> it.enforce(MISSPELT)),
                Decided.class,
                Mistaken.class);

        add(ways, "QuestionBuffer.outcome", "", on -> buffered(on, "reader", QuestionBuffer::outcome), Decided.class);
        add(
                ways,
                "QuestionBuffer.permitted",
                "",
                on -> buffered(on, "clerk", QuestionBuffer::permitted),
                Decided.class);
        add(
                ways,
                "QuestionBuffer.outcome",
                "unfinished",
                on -> unfinished(on, QuestionBuffer::outcome),
                Mistaken.class);
        add(
                ways,
                "QuestionBuffer.permitted",
                "unfinished",
                on -> unfinished(on, QuestionBuffer::permitted),
                Mistaken.class);
        add(
                ways,
                "QuestionBuffer.set",
                "mistaken",
                on -> unfinished(on, it -> it.set(on.field("role"), "raeder")),
                Mistaken.class);
        add(
                ways,
                "QuestionBuffer.forProject",
                "mistaken",
                on -> unfinished(on, it -> it.forProject("none such")),
                Mistaken.class);

        add(ways, "Decision.enforce", "permitted", on -> decided(on, yes, ALL), Enforced.class);
        add(ways, "Decision.enforce", "denied", on -> decided(on, no, ALL), Refused.class);
        add(ways, "Decision.enforce", "unsaid", on -> decided(on, unsaid, ALL), Refused.class);
        add(ways, "Decision.enforce", "unhandled", on -> decided(on, yes, Handled.NOTHING), Refused.class);
        add(ways, "Decision.enforce", "mistaken", on -> decided(on, yes, MISSPELT), Mistaken.class);
        add(
                ways,
                "Decision.enforce",
                "outdated",
                on -> decided(on.withValidity(any -> false), yes, ALL),
                Refused.class);
        add(ways, "RoleDecisions.enforce", "permitted", on -> decidedEach(on, pat, ALL), Enforced.class);
        add(ways, "RoleDecisions.enforce", "unhandled", on -> decidedEach(on, pat, Handled.NOTHING), Refused.class);
        add(
                ways,
                "RoleDecisions.enforce",
                "of somebody without a role",
                on -> decidedEach(on, Desk.mayPerson("sam"), ALL),
                Refused.class);
        add(ways, "RoleDecisions.enforce", "mistaken", on -> decidedEach(on, pat, MISSPELT), Mistaken.class);
        return List.copyOf(ways);
    }

    private static Step again(DecisionPoint on, Question question) {
        Decision before = on.decide(question);
        return () -> on.decideAgain(before);
    }

    private static Step prepared(DecisionPoint on, Question question, Function<PreparedQuestion, Object> asking) {
        PreparedQuestion prepared = on.prepare(question);
        return () -> asking.apply(prepared);
    }

    private static Step buffered(DecisionPoint on, String role, Function<QuestionBuffer, Object> asking) {
        QuestionBuffer buffer = on.buffer()
                .set(on.field("role"), role)
                .set(on.field("activity"), "read")
                .set(on.field("level"), "draft");
        return () -> asking.apply(buffer);
    }

    private static Step unfinished(DecisionPoint on, Function<QuestionBuffer, Object> asking) {
        QuestionBuffer buffer = on.buffer();
        return () -> asking.apply(buffer);
    }

    private static Step decided(DecisionPoint on, Question question, Handled handled) {
        Decision decision = on.decide(question);
        return () -> decision.enforce(handled);
    }

    private static Step decidedEach(DecisionPoint on, Question question, Handled handled) {
        RoleDecisions decisions = on.decideEach(question);
        return () -> decisions.enforce(handled);
    }

    static Stream<Way> each() {
        return WAYS.stream();
    }

    /** Hears nothing until it is told to. */
    private static final class Ear implements DecisionListener {
        private final List<List<DecisionEvent>> calls = new ArrayList<>();
        private boolean isOpen;
        private boolean isBroken;

        @Override
        public void heard(DecisionEvent event) {
            throw new AssertionError("events of one call come together");
        }

        @Override
        public void heardAll(List<DecisionEvent> events) {
            if (isOpen && isBroken) {
                throw new UnsupportedOperationException("disk full");
            }
            if (isOpen) {
                calls.add(events);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("each")
    void isHeardByOneCallBeforeTheAskerHasTheAnswer(Way way) {
        Ear ear = new Ear();
        Step step = way.step.apply(DESK.withListener(ear));
        ear.isOpen = true;

        assertThat(result(step)).isNotNull();

        assertThat(ear.calls).hasSize(1);
        assertThat(ear.calls.get(0))
                .extracting(DecisionEvent::getClass)
                .<Class<?>>extracting(kind -> kind)
                .isEqualTo(way.heard);
    }

    @ParameterizedTest
    @MethodSource("each")
    void givesNoAnswerIfAListenerThrows(Way way) {
        Ear ear = new Ear();
        Step step = way.step.apply(DESK.withListener(ear));
        ear.isOpen = true;
        ear.isBroken = true;

        assertThatThrownBy(step::take)
                .isInstanceOf(ListenerFailedException.class)
                .hasMessageContaining("disk full")
                .hasCauseInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @MethodSource("each")
    void givesTheSameWhetherOrNotSomebodyListens(Way way) {
        Ear ear = new Ear();
        DecisionPoint heard = DESK.withListener(ear);
        Step unheard = way.step.apply(heard.unheard());
        Step before = way.step.apply(DESK);
        Step after = way.step.apply(heard);
        ear.isOpen = true;

        Object expected = result(before);

        assertThat(result(unheard)).isEqualTo(expected);
        assertThat(ear.calls).isEmpty();
        assertThat(result(after)).isEqualTo(expected);
    }

    /** What somebody who asks gets, be it an exception. */
    private static Object result(Step step) {
        try {
            Object answer = step.take();
            return answer instanceof QuestionBuffer || answer instanceof PreparedQuestion ? "made" : answer;
        } catch (RuntimeException thrown) {
            return thrown.toString();
        }
    }

    /** A method that gives answers and is not tried above has to be added there. */
    @Test
    void triesEveryMethodThatGivesAnAnswer() {
        Set<String> giving = new TreeSet<>();
        for (Class<?> door : DOORS) {
            Arrays.stream(door.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                    .filter(method -> ANSWERS.contains(method.getReturnType()) && !isOfEveryObject(method))
                    .forEach(method -> giving.add(door.getSimpleName() + "." + method.getName()));
        }
        Set<String> known = new TreeSet<>(ANSWERED_BEFORE);
        known.addAll(ONLY_UNHEARD);
        WAYS.forEach(way -> known.add(way.method));
        known.removeAll(Set.of("DecisionPoint.prepare", "QuestionBuffer.set", "QuestionBuffer.forProject"));

        assertThat(giving).isEqualTo(known);
    }

    private static boolean isOfEveryObject(Method method) {
        return Arrays.stream(Object.class.getMethods())
                .anyMatch(each -> each.getName().equals(method.getName()));
    }

    @Test
    void triesEveryKindOfEvent() {
        assertThat(WAYS.stream().flatMap(way -> way.heard.stream()).distinct())
                .<Class<?>>extracting(kind -> kind)
                .containsExactlyInAnyOrder(DecisionEvent.class.getPermittedSubclasses());
    }

    @Test
    void answersNoAnalysisWhereSomebodyListens() {
        DecisionPoint heard = DESK.withListener(new Ear());
        var assignment = DESK.assignment(Desk.may("reader"));

        assertThat(heard.unheard().outcome(assignment)).isEqualTo(DESK.outcome(assignment));
        assertThatThrownBy(() -> heard.outcome(assignment))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unheard()");
    }
}
