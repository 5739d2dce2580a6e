package dev.remit.analyze.replay;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.AssignmentSet;
import dev.remit.analyze.diff.AccessChange;
import dev.remit.analyze.diff.GrantTerms;
import dev.remit.analyze.replay.RecordedAnswer.RecordedGrant;
import dev.remit.analyze.replay.RecordedAnswer.Way;
import dev.remit.analyze.replay.ReplayReport.Asked;
import dev.remit.decide.Answer;
import dev.remit.decide.Basis;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Given;
import dev.remit.decide.Grant;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.Outcome;
import dev.remit.decide.Question;
import dev.remit.decide.ValueRestriction;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Treatment;
import dev.remit.model.Variable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides recorded answers again under another policy, from the records alone, and collects what differs. Questions that are the same
 * need to be decided once. Not for use by several threads.
 */
public final class Replay {
    private final DecisionPoint decisions;
    private final KnownWords words;
    private final ReplayTally tally = new ReplayTally();

    private Replay(DecisionPoint decisions) {
        this.decisions = decisions;
        words = new KnownWords(decisions.policy().vocabulary(), decisions.space(), decisions::namesOf);
    }

    /** A replay under a policy. Nobody hears of it. */
    public static Replay under(DecisionPoint other) {
        return new Replay(requireNonNull(other, "other").unheard());
    }

    /**
     * Decides a recorded answer again. All records of the same question and answer share what comes of it, whichever their project is,
     * as long as the policy has the same {@link #listed} of it.
     */
    public Difference decide(RecordedAnswer was) {
        KnownWords.Restricted restricted = words.restrict(was.question(), was.project());
        List<ReplayTally.Found> found = new ArrayList<>();
        Asked asked = asked(was);
        for (KnownWords.Unknown each : restricted.unknown()) {
            found.add(new ReplayTally.Word(each.word(), each.what(), !each.isNeeded()));
        }
        if (restricted.isDecidable()) {
            try {
                Assignment assignment = assignment(restricted.question(), was);
                compare(was, asked, assignment, decisions.outcome(assignment), found);
            } catch (InvalidQuestionException refused) {
                refused.faults()
                        .forEach(fault -> found.add(new ReplayTally.Word(
                                fault.word()
                                        .map(word -> word.text())
                                        .orElse(fault.code().id()),
                                fault.code().id(),
                                false)));
            }
        }
        return new Difference(found);
    }

    /** What the closed lists of the policy say of a project by its id, in the order of the policy; nothing of no project. */
    public List<Id.Value> listed(Optional<String> project) {
        return words.listed(project);
    }

    /**
     * Counts a record with what came of its question.
     *
     * @param project the id of its project, if there was one
     */
    public void count(long record, Difference difference, Optional<String> project) {
        tally.count(record, difference, project);
    }

    /** What came of all records that were counted. */
    public ReplayReport report() {
        return tally.report();
    }

    /** What comes of a recorded answer, to be handed to {@link #count}. */
    public static final class Difference {
        private final List<ReplayTally.Found> found;
        private final Map<Optional<String>, List<RecordNumbers>> groups = new HashMap<>();

        private Difference(List<ReplayTally.Found> found) {
            this.found = List.copyOf(found);
        }

        /** The groups that its records of a project belong to. */
        List<RecordNumbers> groups(Optional<String> project, ReplayTally tally) {
            return found.isEmpty()
                    ? List.of()
                    : groups.computeIfAbsent(project, unused -> tally.groups(found, project));
        }
    }

    private Assignment assignment(Question question, RecordedAnswer was) {
        Assignment assignment = decisions.assignment(question);
        for (String fact : was.unknown()) {
            Given given = question.facts().get(fact);
            for (Variable each : words.fact(fact)) {
                boolean isGiven = given != null && given.place(each) >= 0;
                assignment = isGiven ? assignment : assignment.with(each, Assignment.OPEN);
            }
        }
        return assignment;
    }

    private static Asked asked(RecordedAnswer was) {
        Question question = was.question();
        return new Asked(
                ((Question.Subject.InRole) question.subject()).role(),
                question.activity(),
                question.level(),
                question.category().word(),
                question.route().word(),
                was.project());
    }

    private void compare(
            RecordedAnswer was, Asked asked, Assignment assignment, Outcome now, List<ReplayTally.Found> found) {
        List<String> before = was.rules();
        List<String> after = Stream.concat(
                        now.grants().stream().map(grant -> grant.rule().value()),
                        now.basis() == Basis.FORBIDDEN
                                ? now.forbiddenBy().stream().map(Id::value)
                                : Stream.empty())
                .distinct()
                .toList();
        Way stated = new Way(asked.category(), asked.route());
        if (was.answer() != now.answer()) {
            boolean isAccess = was.answer() == Answer.PERMITTED || now.permitted();
            Optional<AccessChange> change = isAccess
                    ? Optional.of(AccessChange.ofAccess(now.permitted(), where(assignment, stated)))
                    : Optional.empty();
            found.add(new ReplayTally.Turn(asked, was.answer(), now.answer(), before, after, change));
        } else if (now.permitted()) {
            changes(was, assignment, now)
                    .forEach(change -> found.add(new ReplayTally.Shift(asked, before, after, change)));
        }
    }

    private List<AccessChange> changes(RecordedAnswer was, Assignment assignment, Outcome now) {
        Map<Way, Set<GrantTerms>> before = new HashMap<>();
        for (RecordedGrant grant : was.grants()) {
            before.computeIfAbsent(grant.way(), unused -> new HashSet<>())
                    .add(new GrantTerms(grant.population(), grant.obligations()));
        }
        Map<Way, Set<GrantTerms>> after = new HashMap<>();
        for (Grant grant : now.grants()) {
            Map<Id.Register, Treatment> population = new HashMap<>();
            grant.population().forEach((register, entry) -> population.put(register, entry.treatment()));
            after.computeIfAbsent(
                            new Way(
                                    grant.category().map(Id::value),
                                    grant.route().map(Id::value)),
                            unused -> new HashSet<>())
                    .add(new GrantTerms(population, grant.obligations()));
        }
        Set<Way> ways = new LinkedHashSet<>();
        was.grants().forEach(grant -> ways.add(grant.way()));
        now.grants()
                .forEach(grant -> ways.add(
                        new Way(grant.category().map(Id::value), grant.route().map(Id::value))));
        List<AccessChange> changes = new ArrayList<>();
        for (Way way : ways) {
            changes.addAll(AccessChange.ofTerms(
                    before.getOrDefault(way, Set.of()), after.getOrDefault(way, Set.of()), where(assignment, way)));
        }
        return changes;
    }

    /** Where it happens: the role, activity, level and way of a question. */
    private static AssignmentSet where(Assignment assignment, Way way) {
        List<ValueRestriction> so = new ArrayList<>();
        for (Variable variable : assignment.space().variables()) {
            switch (variable.kind()) {
                case ROLE, ACTIVITY, LEVEL -> {
                    if (!assignment.isOpen(variable)) {
                        so.add(new ValueRestriction(variable, List.of(assignment.word(variable))));
                    }
                }
                case CATEGORY ->
                    way.category()
                            .filter(word -> variable.place(word) >= 0)
                            .ifPresent(word -> so.add(new ValueRestriction(variable, List.of(word))));
                case ROUTE ->
                    way.route()
                            .filter(word -> variable.place(word) >= 0)
                            .ifPresent(word -> so.add(new ValueRestriction(variable, List.of(word))));
                case ATTRIBUTE, PERMISSION, EVER, FACT, WISH -> {}
            }
        }
        return new AssignmentSet(so, List.of(), BigInteger.ONE, assignment);
    }
}
