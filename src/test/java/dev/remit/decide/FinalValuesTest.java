package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Remit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FinalValuesTest {
    private static final String POLICY =
            """
            remit: 1
            policy: {id: studies, version: "1", title: Studies}
            vocabulary:
              roles: {reader: Reader}
              activities: {read: Read}
              levels: {records: Records}
              opt-outs: {out: {title: Out, list: those out, keep: absent, permission-changed-by: approver}}
              routes: {desk: {title: Desk, opt-outs: {out: filtered}}}
              project:
                status: {values: [not-approved, active, finished], final: finished, changed-by: approver}
                open: {values: boolean, final: "true", changed-by: requester}
            rules:
              - id: read
                permit: reader
                opt-outs: {out: never}
                when: {project.status: active, not: {any: [project.permissions.out, project.open]}}
            """;

    private final DecisionPoint decisions = Remit.load(Map.of("policy.yaml", POLICY)).decisionPoint();

    @Test
    void areNeverLeftOnAdvice() {
        assertThat(changes("not-approved", false, false)).containsExactly("project.status=[active]");
        assertThat(changes("finished", false, false)).isEmpty();
        assertThat(changes("active", false, true)).isEmpty();
    }

    @Test
    void areNotLeftEvenWhereMoreChangesAreAskedFor() {
        Decision decision = decide("finished", false, false);

        assertThat(decision.changes(Set.of("project.status"))).isEmpty();
    }

    @Test
    void keepPermissionsWhereTheyAre() {
        assertThat(changes("active", true, false)).isEmpty();
    }

    @Test
    void sayNothingOfWhatIsUnknown() {
        Decision decision = decisions.decide(
                Question.may("reader").perform("read").onLevel("records").including("out"));

        assertThat(decision.answer()).isEqualTo(Answer.DENIED);
        assertThat(decision.changes(Set.of()).toString()).contains("project.status", "project.open");
    }

    private List<String> changes(String status, boolean permitted, boolean open) {
        return decide(status, permitted, open).changes(Set.of()).stream()
                .flatMap(each -> each.steps().stream())
                .map(step -> step.needed().about().name() + "=" + step.needed().values())
                .toList();
    }

    private Decision decide(String status, boolean permitted, boolean open) {
        return decisions.decide(Question.may("reader")
                .perform("read")
                .onLevel("records")
                .forProject(ProjectAttributes.of("status", status).and("open", open).permission("out", permitted)));
    }
}
