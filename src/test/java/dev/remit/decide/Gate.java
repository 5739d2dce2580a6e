package dev.remit.decide;

import dev.remit.Remit;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A policy on who may see outputs, asked with the directory of a test. */
final class Gate {
    private static final String POLICY = """
            remit: 1
            policy: {id: gate, version: "1", title: Who may see outputs}
            vocabulary:
              roles: {analyst: Analyst, checker: Checker}
              activities: {view: Look at it}
              levels: {outputs: Outputs}
              project:
                status: {values: [active, finished, none], changed-by: approver}
              opt-outs:
                type-1: {title: Type 1, list: people who said no, keep: absent, if-list-missing: stop, permission-changed-by: approver}
              facts:
                trained: {title: Trained, known-from: register, changed-by: requester}
                suspended: {title: Suspended, known-from: register, changed-by: approver}
                named: {title: Named on the project, known-from: register, about: project, changed-by: approver}
                own: {title: It is their own, known-from: caller, changed-by: nobody}
            rules:
              - {id: analysts-view, permit: analyst, to: view, levels: outputs, when: trained}
              - {id: checkers-view, permit: checker, to: view, levels: outputs}
              - {id: not-suspended, forbid: any, when: suspended}
              - {id: not-own, forbid: checker, when: own}
            """;

    /** A project of which nothing is amiss. */
    static final ProjectAttributes ACTIVE = ProjectAttributes.of("status", "active");

    private Gate() {}

    static DecisionPoint decisions() {
        return Remit.load(Map.of("policy.yaml", POLICY)).decisionPoint().withClock(() -> Instant.EPOCH);
    }

    /** The policy asked with a directory. */
    static DecisionPoint with(Directory directory) {
        return decisions().withDirectory(directory);
    }

    /** The policy asked with a directory of one person and an active project. */
    static DecisionPoint with(PersonAttributes person) {
        return with((id, project, moment) -> DirectoryAnswer.of(Optional.of(person), project.map(any -> ACTIVE)));
    }

    /** The question whether somebody may see the outputs of a project, everything else told. */
    static Question mayPat() {
        return Question.mayPerson("pat")
                .perform("view")
                .onLevel("outputs")
                .forProject("p1")
                .givenNot("own")
                .closed();
    }
}
