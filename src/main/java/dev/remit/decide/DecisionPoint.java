package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.diagram.Diagram;
import dev.remit.model.Id;
import dev.remit.model.Meaning;
import dev.remit.model.Policy;
import dev.remit.model.Registers;
import dev.remit.model.Situation;
import dev.remit.model.Space;
import dev.remit.source.SourceMap;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Answers questions under one policy: the policy decision point. Immutable and safe to share between threads.
 *
 * <p>Evaluation is total: every question whose words are known gets one of the three answers, and no error on the way
 * can turn a no into a yes. A question with unknown words gets an {@link InvalidQuestionException}, never an answer.
 */
public final class DecisionPoint {
    private final Engine engine;
    private final Directory directory;
    private final InstantSource clock;
    private final DecisionListener listener;

    private DecisionPoint(Engine engine, Directory directory, InstantSource clock, DecisionListener listener) {
        this.engine = engine;
        this.directory = directory;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Compiles a policy into a decision point. Services get theirs from a loaded bundle instead.
     *
     * @param policy a policy without faults
     * @param registers its projects and people
     * @param positions where its parts stand in files, for explanations
     * @param clock gives the instant of questions that state none
     * @throws dev.remit.diagram.DiagramTooLarge if the policy does not fit the compiler's node budget
     */
    public static DecisionPoint of(Policy policy, Registers registers, SourceMap positions, InstantSource clock) {
        Diagram diagram = Diagram.compile(policy, Space.of(policy.vocabulary()), Diagram.DEFAULT_BUDGET);
        return of(policy, diagram, () -> identity(policy, registers), registers, positions, clock);
    }

    private static PolicyIdentity identity(Policy policy, Registers registers) {
        return new PolicyIdentity(
                policy.header().id(), policy.header().version(), Meaning.digest(policy), Meaning.digest(registers));
    }

    /**
     * A decision point over a diagram that is already compiled.
     *
     * @param diagram the diagram of the policy
     * @param identity tells who the policy and its registers are, when that is first asked for
     */
    @SuppressWarnings("exports") // only rooms of this module have diagrams
    public static DecisionPoint of(
            Policy policy,
            Diagram diagram,
            Supplier<PolicyIdentity> identity,
            Registers registers,
            SourceMap positions,
            InstantSource clock) {
        Engine engine = new Engine(policy, diagram, positions, identity);
        return new DecisionPoint(
                engine, new RegisterDirectory(policy, engine.space(), registers), clock, decision -> {});
    }

    /**
     * A decision point over a diagram that is already compiled, for analysis within this module. It knows no projects or
     * people and no positions.
     */
    @SuppressWarnings("exports") // only rooms of this module have diagrams
    public static DecisionPoint compiled(Policy policy, Diagram diagram) {
        PolicyIdentity identity =
                new PolicyIdentity(policy.header().id(), policy.header().version(), "", "");
        return of(policy, diagram, () -> identity, Registers.EMPTY, SourceMap.empty(), () -> Instant.EPOCH);
    }

    /** The diagram that is walked, so that analysis within this module need not compile the policy again. */
    @SuppressWarnings("exports") // only rooms of this module have diagrams
    public Diagram diagram() {
        return engine.diagram();
    }

    /** This decision point, asking another directory about projects and people. */
    public DecisionPoint withDirectory(Directory other) {
        return new DecisionPoint(engine, requireNonNull(other, "other"), clock, listener);
    }

    /** This decision point, taking the instant of questions that state none from another clock. */
    public DecisionPoint withClock(InstantSource other) {
        return new DecisionPoint(engine, directory, requireNonNull(other, "other"), listener);
    }

    /** This decision point, with a listener that sees every decision beside those already listening. */
    public DecisionPoint withListener(DecisionListener another) {
        requireNonNull(another, "another");
        return new DecisionPoint(engine, directory, clock, decision -> {
            listener.decided(decision);
            another.decided(decision);
        });
    }

    /** The policy that is asked. */
    public Policy policy() {
        return engine.policy();
    }

    /** Which policy this is, down to its meaning. */
    public PolicyIdentity identity() {
        return engine.identity();
    }

    /** The space of the questions that can be asked. */
    public Space space() {
        return engine.space();
    }

    /**
     * The facts that a closed question leaves unknown until somebody says them: those marked so, and those that guard and
     * are not marked otherwise.
     */
    public Set<Id.Fact> mustBeSaid() {
        return engine.closing().mustBeSaid();
    }

    /**
     * Answers a question about somebody acting in one role.
     *
     * @throws InvalidQuestionException if the question names something that is not declared or registered
     */
    public Decision decide(Question question) {
        if (!(question.subject() instanceof Question.Subject.InRole inRole)) {
            throw new IllegalArgumentException("question: ask about a person or several roles with decideEach");
        }
        Directory.Moment moment = moment(question);
        Resolver resolver = resolver(moment);
        Situation situation = resolver.resolve(question, inRole.role(), Optional.empty());
        return heard(new Decision(
                engine, engine.decide(resolver.values()), situation, question, Optional.empty(), moment.instant()));
    }

    /**
     * Answers a question once for each role: those a registered person holds at that instant, or those it lists.
     *
     * @throws InvalidQuestionException if the question names something that is not declared or registered
     */
    public RoleDecisions decideEach(Question question) {
        Directory.Moment moment = moment(question);
        if (question.subject() instanceof Question.Subject.Registered registered) {
            Directory.PersonState person = person(registered.person(), question, moment);
            return new RoleDecisions(
                    Optional.of(registered.person()),
                    decideEach(question, heldRoles(person), moment, Optional.of(person)));
        }
        List<String> roles = question.subject() instanceof Question.Subject.InAnyOf several
                ? several.roles()
                : List.of(((Question.Subject.InRole) question.subject()).role());
        return new RoleDecisions(Optional.empty(), decideEach(question, roles, moment, Optional.empty()));
    }

    /** Every role is resolved before any is decided, so that a question with faults is decided in none. */
    private List<Decision> decideEach(
            Question question, List<String> roles, Directory.Moment moment, Optional<Directory.PersonState> person) {
        if (roles.isEmpty()) {
            // Nobody is asked about, but what is wrong with the question is wrong all the same.
            resolver(moment).resolve(question, space().role().values().get(0), person);
        }
        List<Situation> situations = roles.stream()
                .map(role -> resolver(moment).resolve(question, role, person))
                .toList();
        List<Decision> answers = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            Situation situation = situations.get(i);
            answers.add(heard(new Decision(
                    engine,
                    engine.decide(situation),
                    situation,
                    question.inRole(roles.get(i)),
                    person,
                    moment.instant())));
        }
        return answers;
    }

    private List<String> heldRoles(Directory.PersonState person) {
        return space().role().values().stream()
                .filter(role -> person.roles().contains(new Id.Role(role)))
                .toList();
    }

    private Directory.PersonState person(String id, Question question, Directory.Moment moment) {
        Optional<String> project = question.project() instanceof Question.ProjectReference.Registered known
                ? Optional.of(known.id())
                : Optional.empty();
        return directory
                .person(id, project, moment)
                .orElseThrow(() -> new InvalidQuestionException(List.of(
                        UnknownWord.of(QuestionFault.Code.UNKNOWN_PERSON, "person", id, directory.personIds()))));
    }

    private Decision heard(Decision decision) {
        listener.decided(decision);
        return decision;
    }

    private Resolver resolver(Directory.Moment moment) {
        return new Resolver(engine, directory, moment);
    }

    private Directory.Moment moment(Question question) {
        Instant instant = question.at().orElseGet(clock::instant);
        return engine.days().moment(instant);
    }

    /**
     * Resolves a question about one role once, to be decided many times.
     *
     * @throws InvalidQuestionException if the question names something that is not declared or registered
     */
    public PreparedQuestion prepare(Question question) {
        if (!(question.subject() instanceof Question.Subject.InRole inRole)) {
            throw new IllegalArgumentException("question: only a question about one role can be prepared");
        }
        Directory.Moment moment = moment(question);
        Situation situation = resolver(moment).resolve(question, inRole.role(), Optional.empty());
        return new PreparedQuestion(engine, situation, question, moment.instant(), listener);
    }

    /**
     * A handle for one thing that questions say something about, for {@link #sheet}.
     *
     * @param name its name as in {@link Decision#missing}: {@code role}, {@code activity}, {@code level}, {@code category},
     *     {@code route}, a fact's id, {@code project.kind}, {@code project.permissions.type-1}, {@code optOuts.type-1}
     * @throws IllegalArgumentException if questions to this policy say nothing of that name
     */
    public Slot slot(String name) {
        return Slot.of(engine.space(), name);
    }

    /**
     * A blank sheet to fill in question after question, for paths where every nanosecond counts. Each thread takes its own.
     * The listener does not see what is answered there.
     */
    public QuestionSheet sheet() {
        return new QuestionSheet(engine, directory, clock);
    }

    /** Answers the very question of another decision: same words, same knowledge, same instant. */
    public Decision decideAgain(Decision decision) {
        Situation situation = decision.situation();
        return heard(new Decision(
                engine, engine.decide(situation), situation, decision.question(), decision.person(), decision.at()));
    }

    /**
     * The situation a question describes, for analysis: the role is open unless the question is about one, and activity
     * and level are open if they are left out.
     *
     * @throws InvalidQuestionException if the question names something that is not declared or registered
     */
    public Situation situation(Question question) {
        return resolver(moment(question)).resolveOpen(question);
    }

    /** What the policy says about a situation of its space. */
    public Outcome outcome(Situation situation) {
        return engine.decide(situation);
    }
}
