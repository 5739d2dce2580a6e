package dev.remit.bench;

import dev.remit.decide.ProjectAttributes;
import dev.remit.decide.Question;
import java.time.Instant;

/** The workload's requests as questions to Remit. */
final class RemitQuestions {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private RemitQuestions() {}

    /** A request with its project's attributes. */
    static Question complete(Request it) {
        return facts(asked(Question.may(it.role()), it).forProject(attributes(it)), it);
    }

    /** A request whose project is looked up in the register. */
    static Question ofRegisteredProject(Request it) {
        return facts(asked(Question.may(it.role()), it).forProject(it.project()), it);
    }

    /** A request by a registered person for a registered project: only what the service alone knows is said. */
    static Question ofRegisteredPerson(Request it) {
        return asked(Question.mayPerson(RemitFiles.person(it.id())), it)
                .forProject(it.project())
                .given("includes-type-1", it.includesType1())
                .given("includes-national", it.includesNational());
    }

    /** A request that leaves out three things, others from request to request; every seventh leaves out its purpose. */
    static Question partial(Request it) {
        Question question = Question.may(it.role())
                .perform(it.activity())
                .onLevel(it.level())
                .via(it.environment())
                .at(AT);
        question = it.id() % 7 == 0 ? question : question.in(it.category());
        question = it.id() % 4 == 0 ? question : question.forProject(attributes(it));
        question = it.id() % 5 == 0 ? question : question.given("named", it.named());
        question = it.id() % 3 == 0 ? question : question.given("secure", it.secure());
        question = it.id() % 2 == 0 ? question : question.given("approval", it.approval());
        question = it.id() % 2 == 1 ? question : question.given("includes-type-1", it.includesType1());
        return it.id() % 3 == 1 ? question : question.given("includes-national", it.includesNational());
    }

    private static Question asked(Question begun, Request it) {
        return begun.perform(it.activity())
                .onLevel(it.level())
                .in(it.category())
                .via(it.environment())
                .at(AT);
    }

    private static Question facts(Question question, Request it) {
        return question.given("named", it.named())
                .given("secure", it.secure())
                .given("approval", it.approval())
                .given("includes-type-1", it.includesType1())
                .given("includes-national", it.includesNational());
    }

    private static ProjectAttributes attributes(Request it) {
        return ProjectAttributes.of("kind", it.kind())
                .and("status", it.status())
                .and("type-1-permission", it.type1Permission())
                .and("national-permission", it.nationalPermission());
    }
}
