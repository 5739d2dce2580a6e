package dev.remit.decide;

import dev.remit.Remit;
import java.time.Instant;
import java.util.Map;

/** A policy on who may read a draft, with a register of two people: one reads, one holds no role. */
final class Desk {
    private static final String POLICY = """
            remit: 1
            policy: {id: desk, version: "1", title: Who may read}
            vocabulary:
              roles: {clerk: Clerk, reader: Reader}
              activities: {read: Read}
              levels: {draft: Draft}
              routes: {desk: Desk, phone: Phone}
              project:
                status: {values: [active, finished, none], changed-by: approver}
              facts:
                trained: {title: Trained, known-from: caller, changed-by: requester}
              obligations: {log: It is logged}
            rules:
              - {id: at-the-desk, permit: reader, to: read, levels: draft, via: desk, obligations: log}
              - {id: by-phone, permit: reader, to: read, levels: draft, via: phone, when: trained, obligations: log}
            """;
    private static final String PEOPLE = """
            remit: 1
            people:
              pat: {name: Pat, roles: [reader, clerk]}
              sam: {name: Sam, roles: [{role: reader, until: 1960-01-01}]}
            """;
    private static final String PROJECTS = """
            remit: 1
            projects:
              p1: {title: One, status: active}
            """;

    private Desk() {}

    static DecisionPoint decisions() {
        return Remit.load(Map.of("policy.yaml", POLICY, "people.yaml", PEOPLE, "projects.yaml", PROJECTS))
                .decisionPoint()
                .withClock(() -> Instant.EPOCH);
    }

    /** Whether somebody may read the draft at the desk. */
    static Question may(String role) {
        return Question.may(role).perform("read").onLevel("draft").via("desk");
    }

    static Question mayPerson(String person) {
        return Question.mayPerson(person).perform("read").onLevel("draft").via("desk");
    }
}
