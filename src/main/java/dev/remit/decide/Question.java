package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Assignment;
import dev.remit.model.OptOutRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question to a policy, in the words of whoever asks: <i>may this role perform this activity on this level?</i>
 *
 * <p>Who, activity and level are required, the level only where the policy has several. A work category or route left out means "is there any?"; what is not said
 * about the project or the facts is unknown, never false, unless the question is {@link #closed()}, which makes false the
 * facts that need not be said, or what their declarations say; what is not said about opted-out patients is unstated. Words are checked when a {@link DecisionPoint} is asked, all at once.
 *
 * <p>A question is immutable: every method returns a new one. Saying two different things about the same fact or
 * register is an {@link IllegalArgumentException} at once.
 *
 * @param subject who asks
 * @param activity what is to be done
 * @param level the data level it is to be done to
 * @param category the purpose
 * @param route the way the data is reached
 * @param project the project it is done for
 * @param facts what is said of facts: that they are true or false, which value they have, or which elements
 * @param isClosed whether every other fact that need not be said is false, or what its declaration says
 * @param optOuts what is asked about the patients of each opt-out register
 * @param at the instant asked about; left out, the decision point's clock gives it
 * @param context where the question came from, for listeners; two questions that differ in it alone are equal
 */
public record Question(
        Subject subject,
        Optional<String> activity,
        Optional<String> level,
        Choice category,
        Choice route,
        ProjectReference project,
        Map<String, Given> facts,
        boolean isClosed,
        Map<String, OptOutRequest> optOuts,
        Optional<Instant> at,
        RequestContext context) {

    public Question {
        requireNonNull(subject, "subject");
        requireNonNull(activity, "activity");
        requireNonNull(level, "level");
        requireNonNull(category, "category");
        requireNonNull(route, "route");
        requireNonNull(project, "project");
        facts = PersistentMap.copyOf(facts);
        optOuts = PersistentMap.copyOf(optOuts);
        requireNonNull(at, "at");
        requireNonNull(context, "context");
    }

    /** A question that does not say where it came from. */
    public Question(
            Subject subject,
            Optional<String> activity,
            Optional<String> level,
            Choice category,
            Choice route,
            ProjectReference project,
            Map<String, Given> facts,
            boolean isClosed,
            Map<String, OptOutRequest> optOuts,
            Optional<Instant> at) {
        this(subject, activity, level, category, route, project, facts, isClosed, optOuts, at, RequestContext.UNSTATED);
    }

    /** Who asks. */
    public sealed interface Subject {
        /** Somebody acting in one role. */
        record InRole(String role) implements Subject {
            public InRole {
                requireNonNull(role, "role");
            }
        }

        /** Somebody who may act in one of several roles; each is asked about on its own. */
        record InAnyOf(List<String> roles) implements Subject {
            public InAnyOf {
                roles = List.copyOf(roles);
            }
        }

        /** A registered person, asked about in each role they hold. */
        record Registered(String person) implements Subject {
            public Registered {
                requireNonNull(person, "person");
            }
        }
    }

    /**
     * A choice the asker may make or leave open.
     *
     * @param word what was chosen, if anything was
     * @param saidAny whether "any" was said aloud; enforcement insists that a choice is either made or said to be any
     */
    public record Choice(Optional<String> word, boolean saidAny) {
        static final Choice LEFT_OUT = new Choice(Optional.empty(), false);
        static final Choice ANY = new Choice(Optional.empty(), true);

        public Choice {
            requireNonNull(word, "word");
        }

        boolean isAccountedFor() {
            return saidAny || word.isPresent();
        }
    }

    /** The project a question is about. */
    public sealed interface ProjectReference {
        /** Whether it names a project of the register, or says that there is none. */
        default boolean isNamed() {
            return this instanceof Registered || this instanceof None;
        }

        /** Nothing was said: everything about the project is unknown. */
        record Unsaid() implements ProjectReference {}

        /** There is no project. */
        record None() implements ProjectReference {}

        /** A project of the register. */
        record Registered(String id) implements ProjectReference {
            public Registered {
                requireNonNull(id, "id");
            }
        }

        /** A project whose attributes the caller gives. */
        record Described(ProjectAttributes attributes) implements ProjectReference {
            public Described {
                requireNonNull(attributes, "attributes");
            }
        }
    }

    private static Question about(Subject subject) {
        return new Question(
                subject,
                Optional.empty(),
                Optional.empty(),
                Choice.LEFT_OUT,
                Choice.LEFT_OUT,
                new ProjectReference.Unsaid(),
                Map.of(),
                false,
                Map.of(),
                Optional.empty());
    }

    /** Starts a question about somebody acting in a role. */
    public static Question may(String role) {
        return about(new Subject.InRole(role));
    }

    /** Starts a question about somebody who holds several roles; ask it with {@link DecisionPoint#decideEach}. */
    public static Question mayAnyOf(String... roles) {
        return about(new Subject.InAnyOf(List.of(roles)));
    }

    /** Starts a question about a registered person; ask it with {@link DecisionPoint#decideEach}. */
    public static Question mayPerson(String person) {
        return about(new Subject.Registered(person));
    }

    /** The question a situation stands for, in words; asking it leads to that situation again. */
    public static Question of(Assignment assignment) {
        return Restatement.of(assignment);
    }

    private Question asking(Subject who, Optional<String> what, Optional<String> onWhat, Choice purpose, Choice way) {
        return new Question(who, what, onWhat, purpose, way, project, facts, isClosed, optOuts, at, context);
    }

    private Question knowing(
            ProjectReference reference,
            Map<String, Given> known,
            boolean isAll,
            Map<String, OptOutRequest> wishes,
            Optional<Instant> instant) {
        return new Question(
                subject, activity, level, category, route, reference, known, isAll, wishes, instant, context);
    }

    /** This question about somebody acting in a role. */
    Question inRole(String role) {
        return asking(new Subject.InRole(role), activity, level, category, route);
    }

    /** Says what is to be done. */
    public Question perform(String newActivity) {
        return asking(subject, Optional.of(newActivity), level, category, route);
    }

    /** Says to which data level. */
    public Question onLevel(String newLevel) {
        return asking(subject, activity, Optional.of(newLevel), category, route);
    }

    /** Chooses a work category. */
    public Question in(String newCategory) {
        return withCategory(new Choice(Optional.of(newCategory), false));
    }

    /** Says aloud that any work category will do. */
    public Question inAnyCategory() {
        return withCategory(Choice.ANY);
    }

    private Question withCategory(Choice choice) {
        return asking(subject, activity, level, choice, route);
    }

    /** Chooses a route. */
    public Question via(String newRoute) {
        return withRoute(new Choice(Optional.of(newRoute), false));
    }

    /** Says aloud that any route will do. */
    public Question viaAnyRoute() {
        return withRoute(Choice.ANY);
    }

    private Question withRoute(Choice choice) {
        return asking(subject, activity, level, category, choice);
    }

    /** Names a project of the register. */
    public Question forProject(String id) {
        return withProject(new ProjectReference.Registered(id));
    }

    /** Describes the project; what is not described is unknown. */
    public Question forProject(ProjectAttributes attributes) {
        return withProject(new ProjectReference.Described(attributes));
    }

    /** Says that there is no project. */
    public Question withoutProject() {
        return withProject(new ProjectReference.None());
    }

    private Question withProject(ProjectReference reference) {
        return knowing(reference, facts, isClosed, optOuts, at);
    }

    /** Says that some facts are true. */
    public Question given(String... trueFacts) {
        return withFacts(trueFacts, true);
    }

    /** Says that some facts are false. */
    public Question givenNot(String... falseFacts) {
        return withFacts(falseFacts, false);
    }

    private Question withFacts(String[] words, boolean holds) {
        Question more = this;
        for (String word : words) {
            more = more.given(word, holds);
        }
        return more;
    }

    /** Says of one fact whether it is true. */
    public Question given(String fact, boolean holds) {
        return given(fact, Given.is(holds));
    }

    /** Says which value a fact has. */
    public Question givenThat(String fact, String value) {
        return given(fact, Given.is(value));
    }

    /** Says that a fact that is a set has exactly some elements. */
    public Question givenExactly(String fact, String... elements) {
        return given(fact, Given.exactly(List.of(elements)));
    }

    /** Says that a fact that is a set has some elements, and nothing of others. */
    public Question givenHaving(String fact, String... elements) {
        return given(fact, Given.partly(List.of(elements), List.of()));
    }

    /** Says that a fact that is a set lacks some elements, and nothing of others. */
    public Question givenLacking(String fact, String... elements) {
        return given(fact, Given.partly(List.of(), List.of(elements)));
    }

    /** Says something of one fact. */
    public Question given(String fact, Given given) {
        PersistentMap<Given> more = PersistentMap.joined(facts, "fact", fact, given);
        return more.equals(facts) ? this : knowing(project, more, isClosed, optOuts, at);
    }

    /**
     * Says that everything has been said: every fact not mentioned is false, or what its declaration says, but for those
     * that {@linkplain DecisionPoint#mustBeSaid must be said}, which stay unknown.
     */
    public Question closed() {
        return knowing(project, facts, true, optOuts, at);
    }

    /** Asks for data that includes the patients of some opt-out registers. */
    public Question including(String... registers) {
        return withWishes(registers, OptOutRequest.INCLUDE);
    }

    /** Asks for data without the patients of some opt-out registers. */
    public Question excluding(String... registers) {
        return withWishes(registers, OptOutRequest.EXCLUDE);
    }

    private Question withWishes(String[] registers, OptOutRequest wish) {
        PersistentMap<OptOutRequest> more = PersistentMap.copyOf(optOuts);
        for (String register : registers) {
            OptOutRequest before = more.get(requireNonNull(register, "register"));
            if (before != null && before != wish) {
                throw new IllegalArgumentException(
                        "opt-out register `" + register + "` is asked both to be included and excluded");
            }
            more = more.with(register, wish);
        }
        return knowing(project, facts, isClosed, more, at);
    }

    /** Says which instant is asked about. */
    public Question at(Instant instant) {
        return knowing(project, facts, isClosed, optOuts, Optional.of(instant));
    }

    /** Says which caller puts the question, for listeners. */
    public Question by(String caller) {
        return within(context.by(caller));
    }

    /** Says for which request the question is put, for listeners. */
    public Question request(String id) {
        return within(context.request(id));
    }

    /** Says where the question comes from, for listeners. */
    public Question within(RequestContext other) {
        return new Question(subject, activity, level, category, route, project, facts, isClosed, optOuts, at, other);
    }

    /** The registered person asked about, if one is. */
    public Optional<String> person() {
        return subject instanceof Subject.Registered registered ? Optional.of(registered.person()) : Optional.empty();
    }

    /** Whether another question asks the same, wherever the two came from. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Question that
                        && subject.equals(that.subject)
                        && activity.equals(that.activity)
                        && level.equals(that.level)
                        && category.equals(that.category)
                        && route.equals(that.route)
                        && project.equals(that.project)
                        && facts.equals(that.facts)
                        && isClosed == that.isClosed
                        && optOuts.equals(that.optOuts)
                        && at.equals(that.at));
    }

    @Override
    public int hashCode() {
        return Objects.hash(subject, activity, level, category, route, project, facts, isClosed, optOuts, at);
    }
}
