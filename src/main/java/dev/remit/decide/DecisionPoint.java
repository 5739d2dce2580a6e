package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.diagram.CompiledPolicy;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Invariant;
import dev.remit.model.Policy;
import dev.remit.model.Registers;
import dev.remit.model.Space;
import dev.remit.model.TooLargeException;
import dev.remit.source.SourceMap;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    private final Issuer issuer;

    private DecisionPoint(Engine engine, Directory directory, InstantSource clock, Issuer issuer) {
        this.engine = engine;
        this.directory = directory;
        this.clock = clock;
        this.issuer = issuer;
    }

    /**
     * Compiles a policy into a decision point. Services get theirs from a loaded bundle instead.
     *
     * @param policy a policy without faults
     * @param registers its projects and people
     * @param positions where its parts stand in files, for explanations
     * @param clock gives the instant of questions that state none
     * @throws TooLargeException if the policy, compiled, takes more room than is allowed
     */
    public static DecisionPoint of(Policy policy, Registers registers, SourceMap positions, InstantSource clock) {
        return of(CompiledPolicy.of(policy), registers, List.of(), positions, clock, () -> PolicyIdentity.UNSTATED);
    }

    /**
     * A decision point over the compiled policy of a bundle.
     *
     * @param invariants what the policy must never or always do; denials name those that a permit would break
     * @param assurance gives the digest of what the bundle's files say beyond what policy and registers mean, when it is
     *     first asked for
     */
    @SuppressWarnings("exports") // only rooms of this module have compiled policies, each with its own diagram
    public static DecisionPoint of(
            CompiledPolicy compiled,
            Registers registers,
            List<Invariant> invariants,
            SourceMap positions,
            InstantSource clock,
            Supplier<String> assurance) {
        Policy policy = compiled.policy();
        Supplier<PolicyIdentity> identity = () -> PolicyIdentity.of(policy, registers, assurance.get());
        return of(compiled, identity, registers, invariants, positions, clock);
    }

    /**
     * A decision point over the compiled policy of a bundle, of which somebody knows which policy it is.
     *
     * @param identity gives the identity of the policy with the registers, when it is first asked for
     */
    @SuppressWarnings("exports") // only rooms of this module have compiled policies, each with its own diagram
    public static DecisionPoint of(
            CompiledPolicy compiled,
            Supplier<PolicyIdentity> identity,
            Registers registers,
            List<Invariant> invariants,
            SourceMap positions,
            InstantSource clock) {
        Engine engine = new Engine(compiled, invariants, positions, identity);
        Directory directory = new RegisterDirectory(compiled.policy(), compiled.space(), registers);
        return new DecisionPoint(engine, directory, clock, Issuer.of(engine));
    }

    /**
     * A decision point over a compiled policy, for analysis within this module. It knows no projects or people and no
     * positions.
     */
    @SuppressWarnings("exports") // only rooms of this module have compiled policies, each with its own diagram
    public static DecisionPoint of(CompiledPolicy compiled) {
        PolicyIdentity identity = new PolicyIdentity(
                compiled.policy().header().id(), compiled.policy().header().version(), "", "", "");
        return of(compiled, () -> identity, Registers.EMPTY, List.of(), SourceMap.empty(), () -> Instant.EPOCH);
    }

    /** The compiled policy that is asked, so that analysis within this module need not compile it again. */
    @SuppressWarnings("exports") // only rooms of this module have a use for it
    public CompiledPolicy compiled() {
        return engine.compiled();
    }

    /** This decision point, asking another directory about projects and people. */
    public DecisionPoint withDirectory(Directory other) {
        return new DecisionPoint(engine, requireNonNull(other, "other"), clock, issuer);
    }

    /** This decision point, taking the instant of questions that state none from another clock. */
    public DecisionPoint withClock(InstantSource other) {
        return new DecisionPoint(engine, directory, requireNonNull(other, "other"), issuer);
    }

    /**
     * This decision point, with a listener that hears every {@linkplain DecisionEvent event} beside those already listening,
     * and after them.
     */
    public DecisionPoint withListener(DecisionListener another) {
        return new DecisionPoint(engine, directory, clock, issuer.heardBy(requireNonNull(another, "another")));
    }

    /**
     * This decision point, of which every event is written to a log before the asker gets an answer; without a record there
     * is no answer. Decisions know under which number they were recorded.
     *
     * @throws IllegalStateException if it is recorded already
     */
    public DecisionPoint recordedBy(DecisionRecorder recorder) {
        return new DecisionPoint(engine, directory, clock, issuer.recordedBy(requireNonNull(recorder, "recorder")));
    }

    /** This decision point, whose decisions are enforced only as long as they are valid. */
    public DecisionPoint withValidity(Validity other) {
        return new DecisionPoint(engine, directory, clock, issuer.validWhile(requireNonNull(other, "other")));
    }

    /**
     * This decision point without its listeners: for suites, reports and other analysis of a policy, which lets nobody do
     * anything and belongs into no record.
     */
    public DecisionPoint unheard() {
        return issuer.isHeard() ? new DecisionPoint(engine, directory, clock, issuer.unheard()) : this;
    }

    /** The policy that is asked. */
    public Policy policy() {
        return engine.policy();
    }

    /**
     * Which policy this is, down to its meaning. If another directory stands in for the bundle's registers, its revision is
     * unstated here; decisions carry it.
     */
    public PolicyIdentity identity() {
        return directory instanceof RegisterDirectory
                ? engine.identity()
                : engine.identity().with(PolicyIdentity.UNSTATED);
    }

    /** How many nodes the compiled policy uses, of {@link #nodesAllowed}: how near it is to what is too large to load. */
    public long nodesUsed() {
        return engine.compiled().used();
    }

    /** How many nodes a compiled policy may use. */
    public long nodesAllowed() {
        return CompiledPolicy.ALLOWED;
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
     * Every name that the bundle's register has for the project of some name, its id first. Just that name if the register
     * does not have it, or another directory stands in for the register.
     */
    public List<Id.Project> namesOf(String project) {
        List<Id.Project> names = directory instanceof RegisterDirectory register ? register.names(project) : List.of();
        return names.isEmpty() ? List.of(new Id.Project(project)) : names;
    }

    private Answering answering() {
        return new Answering(engine, directory, clock, issuer);
    }

    /**
     * Answers a question about somebody acting in one role.
     *
     * @throws InvalidQuestionException if the question names something that is not declared or registered, or the
     *     directory says such a thing of the person or the project
     * @throws DirectoryFailedException if the directory throws, or does not keep to its contract
     */
    public Decision decide(Question question) {
        if (!(question.subject() instanceof Question.Subject.InRole inRole)) {
            throw new IllegalArgumentException("question: ask about a person or several roles with decideEach");
        }
        Answering answering = answering();
        Decision made = answering.made(question, question, inRole.role(), answering.lookUp(question));
        made.announce();
        return made;
    }

    /**
     * Answers a question once for each role: those a registered person holds at that instant, or those it lists.
     *
     * @throws InvalidQuestionException if the question names something that is not declared or registered, or the
     *     directory says such a thing of the person or the project
     * @throws DirectoryFailedException if the directory throws, or does not keep to its contract
     */
    public RoleDecisions decideEach(Question question) {
        RoleDecisions made = answering().madeEach(question);
        made.announce();
        return made;
    }

    /**
     * Answers several questions as {@link #decideEach} does. Listeners hear of all answers together, so that they are
     * recorded at once.
     *
     * @return the answers to each question, in order
     * @throws InvalidQuestionException for the first question that names something that is not declared or registered, or of
     *     which the directory says such a thing; then no question is answered
     * @throws DirectoryFailedException if the directory throws, or does not keep to its contract
     */
    public List<RoleDecisions> decideAll(List<Question> questions) {
        Answering answering = answering();
        List<RoleDecisions> made = questions.stream().map(answering::madeEach).toList();
        List<DecisionEvent> heard = new ArrayList<>();
        made.forEach(each -> heard.addAll(Decision.heard(each.answers())));
        if (issuer.isHeard() && !heard.isEmpty()) {
            issuer.hearAll(List.copyOf(heard));
        }
        return made;
    }

    /**
     * Asks several things, of which listeners hear together once all are answered, so that they are recorded at once. If that
     * fails, or one of them throws, there is no answer to any.
     *
     * @param asking asks the decision point that it is given; answers may leave it as its result alone
     * @throws ListenerFailedException if a listener throws
     */
    public <T> T together(Function<DecisionPoint, T> asking) {
        return issuer.together(held -> asking.apply(new DecisionPoint(engine, directory, clock, held)));
    }

    /**
     * Answers a question and lets through exactly what is permitted and taken care of, in one call. Listeners hear of the
     * answers and of what became of them together.
     *
     * @param handled the duties carried out and the population entries acted on
     * @return the first role, in the order of the vocabulary, in which somebody is let through, and the grant under which
     *     to act
     * @throws NotLetThroughException if {@link Decision#enforce} lets nobody through in any role
     * @throws InvalidHandledException if the policy does not know what is said to be handled
     * @throws InvalidQuestionException if the question names something that is not declared or registered, or the
     *     directory says such a thing of the person or the project
     * @throws DirectoryFailedException if the directory throws, or does not keep to its contract
     */
    public RoleGrant enforce(Question question, Handled handled) {
        return answering().madeEach(question).enforcement(handled, true).find();
    }

    /**
     * Resolves a question about one role once, to be decided many times.
     *
     * @throws InvalidQuestionException if the question names something that is not declared or registered, or the
     *     directory says such a thing of the person or the project
     * @throws DirectoryFailedException if the directory throws, or does not keep to its contract
     */
    public PreparedQuestion prepare(Question question) {
        if (!(question.subject() instanceof Question.Subject.InRole inRole)) {
            throw new IllegalArgumentException("question: only a question about one role can be prepared");
        }
        Answering answering = answering();
        LookUp looked = answering.lookUp(question);
        Assignment assignment = answering.resolved(new Resolver(engine, looked), question, inRole.role(), looked);
        return new PreparedQuestion(
                engine,
                looked.named(question),
                looked.moment().instant(),
                new Receipt(issuer, assignment, looked.askedAbout()),
                issuer.with(looked.registers()));
    }

    /**
     * A handle for one thing that questions say something about, for {@link #buffer}.
     *
     * @param name its name as in {@link Decision#missing}: {@code role}, {@code activity}, {@code level}, {@code category},
     *     {@code route}, a fact's id, {@code project.kind}, {@code project.permissions.type-1}, {@code optOuts.type-1}
     * @throws IllegalArgumentException if questions to this policy say nothing of that name
     */
    public QuestionField field(String name) {
        return QuestionField.of(engine.space(), name);
    }

    /**
     * A blank buffer to fill in with question after question, for paths where every nanosecond counts. Each thread takes its
     * own. Listeners hear of what is answered there.
     */
    public QuestionBuffer buffer() {
        return new QuestionBuffer(engine, directory, clock, issuer);
    }

    /**
     * What a program takes care of, held against the words of the policy: once, when a service starts, and not at its first
     * request.
     *
     * @throws InvalidHandledException with every duty and opt-out register that the policy does not declare
     */
    public Handled handling(Handled handled) {
        return handled.checked(engine.lexicon());
    }

    /**
     * What a program takes care of, in words, such as those of a configuration.
     *
     * @param duties the obligations carried out, by id
     * @param population for each opt-out register the outcomes acted on, as answers name them
     * @throws InvalidHandledException with every duty, opt-out register and outcome that there is not
     */
    public Handled handling(Collection<String> duties, Map<String, ? extends Collection<String>> population) {
        return Handled.of(duties, population, engine.lexicon());
    }

    /**
     * Answers the very question of another decision: same words, same instant, same knowledge of the same registers, whose
     * digest or revision the answer names.
     *
     * @throws DetachedDecisionException if no decision point made the other decision
     */
    public Decision decideAgain(Decision decision) {
        Receipt known = decision.receipt();
        Decision again = Decision.made(
                decision.question(),
                engine.decide(known.assignment()),
                decision.at(),
                new Receipt(issuer, known.assignment(), known.person()),
                Optional.of(issuer.identity().with(decision.policy().registers())));
        again.announce();
        return again;
    }

    /**
     * The situation a question describes, for analysis: the role is open unless the question is about one, and activity
     * and level are open if they are left out.
     *
     * @throws InvalidQuestionException if the question names something that is not declared or registered, or the
     *     directory says such a thing of the person or the project
     * @throws DirectoryFailedException if the directory throws, or does not keep to its contract
     */
    public Assignment assignment(Question question) {
        return new Resolver(engine, unheard().answering().lookUp(question)).resolveOpen(question);
    }

    /**
     * The conditions under which a question is permitted, the same that {@link Decision#permittedIf} names for one that is
     * undetermined.
     *
     * @param question the question: role, activity and level are known, other things may be open
     */
    public PermitConditionList permitConditions(Assignment question) {
        Possibilities.Listed<PermitCondition> found = new PermitConditions(engine, question).find(Integer.MAX_VALUE);
        return new PermitConditionList(found.items(), !found.more());
    }

    /**
     * What the policy says about a situation of its space, for analysis.
     *
     * @throws IllegalStateException if somebody listens, since no listener could hear of it: ask {@link #unheard}
     */
    public Outcome outcome(Assignment assignment) {
        if (issuer.isHeard()) {
            throw new IllegalStateException("outcome: listeners cannot hear of it; ask this of `unheard()`");
        }
        return engine.decide(assignment);
    }
}
