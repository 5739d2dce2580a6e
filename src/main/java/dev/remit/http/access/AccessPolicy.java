package dev.remit.http.access;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Handled;
import dev.remit.decide.InvalidHandledException;
import dev.remit.decide.Question;
import dev.remit.decide.QuestionFault;
import dev.remit.decide.RequestContext;
import dev.remit.http.config.Caller;
import dev.remit.http.config.Profile;
import dev.remit.http.config.Right;
import dev.remit.http.config.TakenCare;
import dev.remit.http.mapping.Mapping;
import dev.remit.json.JsonQuestions;
import dev.remit.json.JsonValue;
import dev.remit.model.Registers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One policy as AuthZEN requests ask it: they become questions here, in its words. Safe to share between threads.
 */
public final class AccessPolicy {
    private final DecisionPoint decisions;
    private final JsonQuestions questions;
    private final Translation translation;
    private final boolean areOfPeople;
    private final Map<TakenCare, Handled> handled = new ConcurrentHashMap<>();

    private AccessPolicy(DecisionPoint decisions, Translation translation, boolean areOfPeople) {
        this.decisions = requireNonNull(decisions, "decisions");
        this.translation = translation;
        this.areOfPeople = areOfPeople;
        questions = JsonQuestions.of(decisions);
    }

    /**
     * Asks a policy.
     *
     * @param decisions the decision point, heard by whoever has to hear it
     * @param registers its people and projects; empty if somebody else knows them
     * @param mapping the words of another system, if requests use these
     * @param areOfPeople whether questions about people can be recorded
     * @param clock gives the present time
     */
    public static AccessPolicy of(
            DecisionPoint decisions,
            Optional<Registers> registers,
            Optional<Mapping> mapping,
            boolean areOfPeople,
            InstantSource clock) {
        Listing listing = new Listing(decisions.policy().vocabulary(), registers);
        Translation translation = mapping.<Translation>map(each -> new MappedTranslation(
                        each, listing, decisions.policy().header().zone(), clock))
                .orElseGet(() -> new PlainTranslation(decisions.policy().vocabulary(), listing));
        return new AccessPolicy(decisions, translation, areOfPeople);
    }

    DecisionPoint decisions() {
        return decisions;
    }

    Translation translation() {
        return translation;
    }

    /** A request as a question, with what its caller takes care of. */
    record Asked(Question question, Handled handled, RemitContext context, List<String> ignored) {}

    /**
     * The question of a request.
     *
     * @param caller who asks
     * @param context where the question comes from, for records
     */
    Asked asked(AccessRequest request, Caller caller, RequestContext context) throws RefusedException {
        RemitContext remit = RemitContext.of(request.context());
        Profile profile = caller.profile();
        if (remit.explain() && !profile.allows(Right.EXPLANATION)) {
            throw notAllowed("ask for explanations");
        }
        QuestionDraft draft = new QuestionDraft();
        translation.translate(request, draft);
        if (remit.strict() && !draft.ignored().isEmpty()) {
            throw new RefusedException(
                    "unknown-property",
                    "the policy knows nothing of `" + draft.ignored().get(0) + "`",
                    Optional.of("leave it out, or leave out `strict`"));
        }
        say(remit, profile, draft);
        Question question = draft.question(questions);
        check(question, remit, profile);
        return new Asked(question.within(context), handled(remit, profile), remit, draft.ignored());
    }

    private void say(RemitContext remit, Profile profile, QuestionDraft draft) throws RefusedException {
        choice("category", remit.category(), profile.anyCategory(), draft);
        choice("route", remit.route(), profile.anyRoute(), draft);
        for (Map.Entry<String, JsonValue> each : remit.facts().members().entrySet()) {
            draft.fact(each.getKey(), each.getValue());
        }
        if (remit.closed().orElse(translation.isClosed())) {
            draft.say("closed", new JsonValue.Truth(true));
        }
        if (remit.optOuts().isPresent()) {
            draft.say("optOuts", remit.optOuts().get());
        }
        if (remit.at().isPresent()) {
            draft.say("at", new JsonValue.Text(remit.at().get()));
        }
    }

    private static void choice(String part, Optional<String> said, boolean isAny, QuestionDraft draft)
            throws RefusedException {
        if (said.isPresent()) {
            draft.say(part, new JsonValue.Text(said.get()));
        } else if (isAny && !draft.has(part)) {
            draft.say(part, new JsonValue.Text("any"));
        }
    }

    private void check(Question question, RemitContext remit, Profile profile) throws RefusedException {
        if (remit.at().isPresent() && !profile.mayStateInstant()) {
            throw notAllowed("say which instant it asks about");
        }
        if (question.subject() instanceof Question.Subject.Registered) {
            if (!profile.mayAskAboutPeople()) {
                throw notAllowed("ask about people");
            }
            if (!areOfPeople) {
                throw new RefusedException(
                        "no-subject-key",
                        "a question about a person cannot be recorded without a subject key",
                        Optional.of("ask about a role"));
            }
        }
        if (question.subject() instanceof Question.Subject.InRole inRole && !profile.allowsRole(inRole.role())) {
            throw notAllowed("ask about this role");
        }
    }

    private static RefusedException notAllowed(String what) {
        return new RefusedException("not-for-this-caller", "this caller may not " + what, Optional.empty());
    }

    private Handled handled(RemitContext remit, Profile profile) throws RefusedException {
        Handled taken = taken(remit, profile);
        return remit.takesObligations() ? taken : new Handled(Set.of(), taken.treatments());
    }

    private Handled taken(RemitContext remit, Profile profile) throws RefusedException {
        Optional<Handled> always =
                profile.takenCare().map(care -> handled.computeIfAbsent(care, each -> each.knownIn(decisions)));
        Optional<RemitContext.Handles> said = remit.said();
        if (said.isEmpty()) {
            return always.orElse(Handled.NOTHING);
        }
        try {
            Handled now = decisions.handling(said.get().duties(), said.get().population());
            return always.map(each -> TakenCare.both(each, now)).orElse(now);
        } catch (InvalidHandledException unknown) {
            QuestionFault first = unknown.faults().get(0);
            throw new RefusedException(first.code().id(), first.message(), first.help());
        }
    }
}
