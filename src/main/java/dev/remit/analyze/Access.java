package dev.remit.analyze;

import dev.remit.decide.Answer;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Grant;
import dev.remit.decide.Outcome;
import dev.remit.diagram.Regions;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.Situation;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says who may do what under a policy, with the exact conditions, for questions in which anything may be left open. Not
 * safe for use by several threads at once.
 */
public final class Access {
    private final Questions questions;
    private final Regions regions;
    private final DecisionPoint decisions;
    private final int granted;

    private Access(Policy policy) {
        questions = new Questions(policy);
        regions = questions.regions();
        decisions = DecisionPoint.compiled(policy, questions.diagram());
        granted = questions.granted(grant -> true);
    }

    /** Prepares to answer for a policy. */
    public static Access of(Policy policy) {
        return new Access(policy);
    }

    /** The space of the policy's questions. */
    public Space space() {
        return questions.space();
    }

    /**
     * The values of one variable for which the rest of a question is permitted in some state, each with the exact
     * conditions under which it is.
     *
     * @param asked what is known of the question; anything may be open, role, activity and level too; what is asked about
     *     opted-out patients is as it says
     * @param variable the variable whose values are wanted; it is taken to be open
     */
    public List<Allowed> who(Situation asked, Variable variable) {
        int set = granted(asked.with(variable, Situation.OPEN));
        List<Allowed> allowed = new ArrayList<>();
        for (int value = 0; value < variable.size(); value++) {
            int here = regions.given(set, variable, value);
            if (regions.minus(here, impossible(asked)) != regions.none()) {
                List<Region> when = told(here, asked.with(variable, value));
                allowed.add(new Allowed(variable.values().get(value), when));
            }
        }
        return allowed;
    }

    /**
     * A value for which the rest of a question is permitted.
     *
     * @param value the value
     * @param when the conditions: any one of these regions will do; one that is bound by nothing means always
     */
    public record Allowed(String value, List<Region> when) {
        public Allowed {
            when = List.copyOf(when);
        }

        /** Whether it is permitted whatever else is the case. */
        public boolean always() {
            return when.stream().anyMatch(region -> region.so().isEmpty());
        }
    }

    /** Every role by every activity by every level, in the order of the vocabulary. */
    public List<Cell> matrix() {
        List<Cell> cells = new ArrayList<>();
        Situation open = Situation.open(space());
        for (int role = 0; role < space().role().size(); role++) {
            for (int activity = 0; activity < space().activity().size(); activity++) {
                for (int level = 0; level < space().level().size(); level++) {
                    cells.add(cell(open.with(space().role(), role)
                            .with(space().activity(), activity)
                            .with(space().level(), level)));
                }
            }
        }
        return cells;
    }

    /** What the policy says of one role, activity and level, all else left open. */
    private Cell cell(Situation asked) {
        Outcome outcome = decisions.outcome(asked);
        int set = granted(asked);
        List<Region> when = regions.minus(set, impossible(asked)) == regions.none() ? List.of() : told(set, asked);
        Set<Id.Rule> granting = new TreeSet<>();
        for (Region region : when) {
            for (Grant grant : decisions.outcome(region.question()).grants()) {
                granting.add(grant.rule());
            }
        }
        return new Cell(
                asked.word(space().role()),
                asked.word(space().activity()),
                asked.word(space().level()),
                outcome,
                when,
                List.copyOf(granting));
    }

    /**
     * One field of the access matrix.
     *
     * @param role the role
     * @param activity the activity
     * @param level the level
     * @param outcome what is said when all else is left open: denied means never, permitted always, undetermined that it
     *     hangs on conditions
     * @param when the conditions: any one of these regions will do
     * @param rules the permit rules at work
     */
    public record Cell(
            String role, String activity, String level, Outcome outcome, List<Region> when, List<Id.Rule> rules) {
        public Cell {
            when = List.copyOf(when);
            rules = List.copyOf(rules);
        }

        /** What is said when all else is left open. */
        public Answer answer() {
            return outcome.answer();
        }
    }

    /** The questions that are granted, seen as if every variable that is settled could not be otherwise. */
    private int granted(Situation asked) {
        return settled(granted, asked);
    }

    private int impossible(Situation asked) {
        return settled(questions.impossible(), asked);
    }

    private int settled(int set, Situation asked) {
        int settled = set;
        for (Variable variable : space().variables()) {
            if (!asked.isOpen(variable)) {
                settled = regions.given(settled, variable, asked.value(variable));
            }
        }
        return settled;
    }

    private List<Region> told(int set, Situation asked) {
        return questions.told(set, impossible(asked)).stream()
                .map(region -> new Region(region.so(), region.covers(), within(region.question(), asked)))
                .toList();
    }

    /** A region's question with what was settled put back. */
    private Situation within(Situation question, Situation asked) {
        Situation so = question;
        for (Variable variable : space().variables()) {
            if (!asked.isOpen(variable)) {
                so = so.with(variable, asked.value(variable));
            }
        }
        return so;
    }
}
