package dev.remit.record;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.decide.Handled;
import dev.remit.decide.Question;
import dev.remit.model.Treatment;
import java.time.Instant;
import java.util.Map;

/** A small policy with a register of people and projects, whose decisions tests record. */
final class Office {
    static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    static final Handled ALL =
            Handled.duties("log").population("type-1", Treatment.EXCLUDED_BY_FILTER, Treatment.INCLUDED);

    private static final String POLICY = """
            remit: 1
            policy: {id: office, version: "1", title: Who may read in the office}
            vocabulary:
              roles: {clerk: Clerk, reader: Reader}
              activities: {read: Read}
              levels: {draft: Draft, final: Final}
              routes:
                desk: {title: Desk, opt-outs: {type-1: filtered}}
                phone: {title: Phone, opt-outs: {type-1: filtered}}
              project:
                kind: {values: [research, audit, none], changed-by: approver}
                status: {values: [active, finished, none], changed-by: approver}
                legacy: {values: boolean, changed-by: approver}
              opt-outs:
                type-1: {title: Type 1, list: type-1-list, keep: absent}
              facts:
                named: {title: Named on the project, known-from: register, about: project, changed-by: approver}
                trained: {title: Trained, known-from: register, changed-by: approver}
                urgent: {title: Urgent, known-from: caller, changed-by: requester}
              obligations: {log: It is logged}
            work-categories: {study: {title: Study}}
            rules:
              - id: at-the-desk
                permit: reader
                to: read
                levels: draft
                in: study
                via: desk
                when: {all: [named, project.status: active]}
                opt-outs: {type-1: never}
                obligations: log
              - {id: by-phone, permit: reader, to: read, levels: draft, in: study, via: phone, when: urgent, opt-outs: {type-1: never}, obligations: log}
              - {id: nothing-final, forbid: clerk, to: read, levels: final}
            """;
    private static final String PEOPLE = """
            remit: 1
            people:
              pat: {name: Canary Patricia, roles: [reader, clerk], facts: [trained, {fact: named, project: p1}]}
              "canary.sam@example.org": {name: Canary Sam, roles: reader, facts: [{fact: named, project: p1}]}
            """;
    private static final String PROJECTS = """
            remit: 1
            projects:
              p1: {title: Canary One, kind: research, status: active, legacy: false}
              p2: {title: Canary Two, kind: audit, status: finished, legacy: true}
            """;

    private Office() {}

    static PolicyBundle bundle() {
        return Remit.load(texts());
    }

    static Map<String, String> texts() {
        return Map.of("policy.yaml", POLICY, "people.yaml", PEOPLE, "projects.yaml", PROJECTS);
    }

    /** Whether somebody in a role may read a draft at the desk, for a study on project p1. */
    static Question may(String role) {
        return Question.may(role)
                .perform("read")
                .onLevel("draft")
                .in("study")
                .via("desk")
                .forProject("p1");
    }

    static Question mayPat() {
        return Question.mayPerson("pat")
                .perform("read")
                .onLevel("draft")
                .in("study")
                .via("desk")
                .forProject("p1");
    }
}
