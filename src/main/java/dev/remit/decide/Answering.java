package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Assignment;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the answers of a {@link DecisionPoint} from questions in words: one look-up, then an answer for each role.
 *
 * @param engine the policy
 * @param directory who knows projects and people
 * @param clock gives the instant of questions that state none
 * @param issuer hears of mistakes
 */
record Answering(Engine engine, Directory directory, InstantSource clock, Issuer issuer) {

    /** The answers in each role, of which nobody has heard yet. */
    RoleDecisions madeEach(Question question) {
        LookUp looked = lookUp(question);
        List<String> roles = roles(question, looked);
        if (roles.isEmpty()) {
            // Nobody is asked about, but what is wrong with the question is wrong all the same.
            resolved(
                    new Resolver(engine, looked),
                    question,
                    engine.space().role().values().get(0),
                    looked);
        }
        // None is heard of before all are made, so that a question with faults is decided in none.
        List<Decision> answers = new ArrayList<>();
        for (String role : roles) {
            answers.add(made(question, question.inRole(role), role, looked));
        }
        return new RoleDecisions(looked.named(question), answers, issuer, looked.registers());
    }

    /** The roles to answer for: those asked about or, of a person, those held, in the order of the vocabulary. */
    private List<String> roles(Question question, LookUp looked) {
        if (question.subject() instanceof Question.Subject.InRole inRole) {
            return List.of(inRole.role());
        }
        if (question.subject() instanceof Question.Subject.InAnyOf several) {
            return several.roles();
        }
        Set<String> held = looked.known().person().map(PersonAttributes::roles).orElse(Set.of());
        return engine.space().role().values().stream().filter(held::contains).toList();
    }

    /**
     * The answer in one role.
     *
     * @param asked the question as it was put
     * @param question the same in this role
     */
    Decision made(Question asked, Question question, String role, LookUp looked) {
        Resolver resolver = new Resolver(engine, looked);
        Assignment assignment = resolved(resolver, asked, role, looked);
        Outcome outcome = engine.decide(resolver.values());
        return Decision.made(
                looked.named(question),
                outcome,
                looked.moment().instant(),
                new Receipt(issuer, assignment, looked.askedAbout()),
                issuer.with(looked.registers()));
    }

    /** The situation of a question in a role; that it cannot be understood is heard of. */
    Assignment resolved(Resolver resolver, Question question, String role, LookUp looked) {
        try {
            return resolver.resolve(question, role);
        } catch (InvalidQuestionException mistake) {
            throw issuer.mistaken(
                    Optional.of(question),
                    question.context(),
                    () -> issuer.identity(looked.registers()),
                    mistake.faults(),
                    mistake);
        }
    }

    /** What the directory knows of the person and the project of a question; that it fails is heard of. */
    LookUp lookUp(Question question) {
        Instant instant = requireNonNull(question.at().orElseGet(clock::instant), "instant of the clock");
        try {
            return LookUp.of(directory, question, engine.days().moment(instant));
        } catch (DirectoryFailedException failed) {
            throw issuer.mistaken(
                    Optional.of(question),
                    question.context(),
                    () -> issuer.identity(LookUp.registersOf(directory)),
                    List.of(QuestionFault.DIRECTORY_FAILED),
                    failed);
        }
    }
}
