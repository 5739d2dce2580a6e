package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.source.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a question got its answer, as data; two wordings are made from it.
 *
 * @param question what was asked, in one role
 * @param outcome what the policy says about it
 * @param at the instant it was answered for
 * @param policy which policy answered, with which registers
 * @param decisive what decides it: the first thing to read
 * @param rules the rules behind it: those that grant, forbid, or came nearest
 * @param constraints the constraints the question breaks
 * @param clauses the clauses and rulings behind those
 * @param duties the obligations, titled
 * @param grounds which of what was said matters: the smallest parts of it that force the answer, smallest first
 * @param moreGrounds whether there are more than are listed
 * @param missing what the answer hangs on, by name
 * @param permittedIf what would make it permitted, smallest first
 * @param morePermitConditions whether there are more than are listed
 * @param nearest the permit rules that came nearest, and what they lack
 * @param changes what would make a denial a permit, smallest first
 * @param moreChanges whether there are more than are listed
 * @param assumptions what was taken to be false because the question was closed, in the order of the vocabulary
 * @param titles what people call the words of the policy
 */
public record Explanation(
        Question question,
        Outcome outcome,
        Instant at,
        PolicyIdentity policy,
        DecisiveReason decisive,
        List<Reason> rules,
        List<BrokenConstraint> constraints,
        List<Cited> clauses,
        List<Duty> duties,
        List<SufficientReason> grounds,
        boolean moreGrounds,
        List<String> missing,
        List<PermitCondition> permittedIf,
        boolean morePermitConditions,
        List<NearMiss> nearest,
        List<Counterfactual> changes,
        boolean moreChanges,
        List<ValueRestriction> assumptions,
        Titles titles) {
    public Explanation {
        requireNonNull(question, "question");
        requireNonNull(outcome, "outcome");
        requireNonNull(at, "at");
        requireNonNull(policy, "policy");
        requireNonNull(decisive, "decisive");
        requireNonNull(titles, "titles");
        rules = List.copyOf(rules);
        constraints = List.copyOf(constraints);
        clauses = List.copyOf(clauses);
        duties = List.copyOf(duties);
        grounds = List.copyOf(grounds);
        missing = List.copyOf(missing);
        permittedIf = List.copyOf(permittedIf);
        nearest = List.copyOf(nearest);
        changes = List.copyOf(changes);
        assumptions = List.copyOf(assumptions);
    }

    /**
     * A rule behind an answer.
     *
     * @param rule the rule's id
     * @param title its title; empty if it has none
     * @param because its reason; empty if it gives none
     * @param cites the clauses and rulings it implements
     * @param position where it stands, if it came from a file
     */
    public record Reason(String rule, String title, String because, List<String> cites, Optional<Span> position) {
        public Reason {
            cites = List.copyOf(cites);
        }
    }

    /**
     * A constraint a question breaks.
     *
     * @param constraint the constraint's id
     * @param because its reason; empty if it gives none
     */
    public record BrokenConstraint(String constraint, String because) {}

    /**
     * A clause or ruling behind an answer.
     *
     * @param id its id
     * @param section where it stands in its source; {@code Ruling} for a ruling, empty if the bundle does not say
     * @param says what it says; empty if the bundle does not say
     * @param isReason whether it says to the person asking why, rather than being there for the record
     */
    public record Cited(String id, String section, String says, boolean isReason) {}

    /**
     * A duty.
     *
     * @param id the obligation's id
     * @param title the obligation in words
     */
    public record Duty(String id, String title) {}

    /** The answer in one sentence. */
    public String sentence() {
        return Wording.sentence(question, outcome.answer());
    }

    /** The answer in one sentence, in the titles of the policy. */
    public String titledSentence() {
        return new RequesterWords(this, Style.SHORT).sentence();
    }

    /** In one sentence, what was taken to be false because the question was closed; empty if nothing was. */
    public Optional<String> assumed() {
        return Wording.assumed(assumptions);
    }

    /**
     * How much of an explanation is rendered for the person who asked, and in which words.
     *
     * @param ids whether the words of the policy stand there by their ids instead of their titles
     * @param whole whether everything is rendered, instead of what decides with the rest counted
     * @param rest where the rest can be read, such as an option of a program; empty if nowhere
     */
    public record Style(boolean ids, boolean whole, String rest) {
        /** What decides, in titles, and the rest counted. */
        public static final Style SHORT = new Style(false, false, "");

        public Style {
            requireNonNull(rest, "rest");
        }
    }

    /**
     * The answer for the person who asked, in a dozen lines or less: the answer, what decides it, what would change it and who
     * can, the duties, what happens to opted-out patients; the rest is counted. No ids, no files, nothing about other people.
     */
    public String forRequester() {
        return forRequester(Style.SHORT);
    }

    /** The answer for the person who asked, in a style of their choice. */
    public String forRequester(Style style) {
        return new RequesterText(this, style).text();
    }

    /** The answer for whoever keeps the policy: everything, with rules and their places. */
    public String forAdministrator() {
        return written(Wording.forAdministrator());
    }

    /** Everything that a wording has words for, in the order in which it is read. */
    private String written(Wording wording) {
        wording.line(sentence());
        wording.decisive(decisive, rules);
        switch (outcome.basis()) {
            case GRANTED -> wording.granted(outcome, rules, duties);
            case FORBIDDEN -> wording.forbidden(rules);
            case INCONSISTENT -> wording.inconsistent(constraints);
            case NOT_GRANTED -> wording.notGranted(nearest, outcome.forbiddenBy(), rules);
            case MISSING_INFORMATION -> wording.undetermined(missing, permittedIf, morePermitConditions);
        }
        wording.grounds(outcome.answer(), grounds, moreGrounds);
        wording.clauses(clauses);
        if (outcome.answer() == Answer.DENIED) {
            wording.changes(changes, moreChanges);
        }
        assumed().ifPresent(wording::heading);
        wording.policy(policy, at);
        return wording.text();
    }
}
