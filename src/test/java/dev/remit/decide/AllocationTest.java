package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.remit.PolicyBundle;
import dev.remit.Remit;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** How many bytes a decision allocates: the same on every machine and under every load. */
class AllocationTest {
    private static final int TIMES = 10_000;
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private static final PolicyBundle BUNDLE = Remit.load(Path.of("policy/opensafely"));
    private static final DecisionPoint DECISIONS = BUNDLE.decisionPoint();

    /** Permitted, forbidden, not granted and undetermined; complete and partial. */
    private static final List<PreparedQuestion> PREPARED = List.of(
            DECISIONS.prepare(question("view", "4")
                    .given("named-on-project", "secure-environment-access")
                    .closed()),
            DECISIONS.prepare(question("view", "3").closed()),
            DECISIONS.prepare(question("view", "4").closed()),
            DECISIONS.prepare(question("view", "4")),
            DECISIONS.prepare(
                    question("run-pipeline", "1").in("research-project").via("ehrql-pipeline")));

    private static Question question(String activity, String level) {
        return Question.may("researcher")
                .perform(activity)
                .onLevel(level)
                .forProject("156")
                .at(AT);
    }

    private static long bytesOfEach(BooleanSupplier work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int yes = 0;
        for (int i = 0; i < TIMES; i++) {
            yes += work.getAsBoolean() ? 1 : 0;
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < TIMES; i++) {
            yes += work.getAsBoolean() ? 1 : 0;
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(yes).isBetween(0, 2 * TIMES);
        return Math.round((double) allocated / TIMES);
    }

    @Test
    void preparedQuestionsCostNothing() {
        for (PreparedQuestion each : PREPARED) {
            assertThat(bytesOfEach(() -> each.outcome().permitted())).isZero();
            assertThat(bytesOfEach(each::permitted)).isZero();
        }
    }

    @Test
    void aDecisionThatRemembersItsQuestionIsSmall() {
        Decision[] kept = new Decision[1];
        for (PreparedQuestion each : PREPARED) {
            assertThat(bytesOfEach(() -> {
                        kept[0] = each.decide();
                        return kept[0].permitted();
                    }))
                    .isBetween(16L, 48L);
        }
    }

    @Test
    void questionsInABufferCostNothing() {
        QuestionBuffer buffer = DECISIONS.buffer();
        QuestionField role = DECISIONS.field("role");
        QuestionField activity = DECISIONS.field("activity");
        QuestionField level = DECISIONS.field("level");
        QuestionField named = DECISIONS.field("named-on-project");

        assertThat(bytesOfEach(() -> buffer.set(role, "researcher")
                        .set(activity, "view")
                        .set(level, "4")
                        .set(named, true)
                        .forProject("156", AT)
                        .outcome()
                        .permitted()))
                .isZero();
        assertThat(bytesOfEach(() -> buffer.set(role, "researcher")
                        .set(activity, "view")
                        .set(level, "3")
                        .forProject("156", AT)
                        .closed()
                        .permitted()))
                .isZero();
    }

    /** Listeners cost what they hear, and only where they hear it. */
    @Test
    void listenersCostNothingWhereTheyAreLeftOut() {
        DecisionPoint heard = DECISIONS.withListener(event -> {});
        PreparedQuestion prepared =
                heard.unheard().prepare(question("view", "3").by("airlock"));
        QuestionBuffer buffer = heard.unheard().buffer();
        QuestionField role = heard.field("role");
        QuestionField activity = heard.field("activity");
        QuestionField level = heard.field("level");

        assertThat(bytesOfEach(prepared::permitted)).isZero();
        assertThat(bytesOfEach(() -> buffer.by("airlock")
                        .request("r-1")
                        .set(role, "researcher")
                        .set(activity, "view")
                        .set(level, "3")
                        .forProject("156")
                        .permitted()))
                .isZero();
        assertThat(bytesOfEach(heard.prepare(question("view", "3"))::permitted)).isPositive();
    }

    /** What a question says, its look-up, its situation and the decision take 1,840 bytes, of which a compiler may save some. */
    @Test
    void questionsMadeAnewStaySmall() {
        assertThat(bytesOfEach(() -> DECISIONS
                        .decide(question("view", "4")
                                .in("research-project")
                                .via("secure-environment")
                                .given("named-on-project", "secure-environment-access")
                                .closed()
                                .including("type-1"))
                        .permitted()))
                .isLessThan(2_048);
    }
}
