package dev.remit.analyze.people;

import dev.remit.decide.DecisionPoint;
import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.model.Person;
import dev.remit.model.Policy;
import dev.remit.model.Project;
import dev.remit.model.Registers;
import dev.remit.model.Timeline;
import dev.remit.model.TooLargeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Finds what the people of a register may do on a day, who could reach a project between two days, and what people gain
 * and lose as days pass. The answers are exact: the register says what it knows, and what is left are the choices and the
 * facts that a caller would have to show. Registers of a hundred thousand projects and people take seconds.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class PeopleReview {
    private final DecisionPoint decisions;
    private final Policy policy;
    private final RegisterStates states;

    private PeopleReview(DecisionPoint decisions, Registers registers) {
        this.decisions = decisions.unheard();
        policy = decisions.policy();
        states = new RegisterStates(policy, decisions.space(), registers);
    }

    /** Prepares to answer about registers under the policy of a decision point. */
    public static PeopleReview of(DecisionPoint decisions, Registers registers) {
        return new PeopleReview(decisions, registers);
    }

    /** The policy that is asked about. */
    public Policy policy() {
        return policy;
    }

    private AccessCells cells(PeopleFilter filter) {
        return new AccessCells(decisions, states, filter.asked());
    }

    /**
     * What a person may do on a day; empty if the register does not have the person.
     *
     * @throws TooLargeException if the conditions of an answer are too many to represent
     */
    public Optional<PersonAccess> person(Id.Person person, PeopleFilter filter, LocalDate day) {
        return states.people().stream()
                .filter(each -> each.id().equals(person))
                .findFirst()
                .map(each -> {
                    StandingAccess access = access(filter, day);
                    return access.of(each, states.standing(each, day));
                });
    }

    /**
     * The people of the register for whom something of what is asked about is permitted on a day, by id, with what still has
     * to be shown.
     *
     * @throws TooLargeException if the conditions of an answer are too many to represent
     */
    public List<PersonAccess> people(PeopleFilter filter, LocalDate day) {
        StandingAccess access = access(filter, day);
        List<PersonAccess> people = new ArrayList<>();
        for (Person each : states.people()) {
            PersonAccess found = access.of(each, states.standing(each, day));
            if (!found.may().isEmpty()) {
                people.add(found);
            }
        }
        return people;
    }

    private StandingAccess access(PeopleFilter filter, LocalDate day) {
        StateFilter stateFilter = new StateFilter(states, filter);
        List<Integer> projects = new ArrayList<>(states.projects().size());
        for (Project each : states.projects()) {
            projects.add(
                    filter.includes(each.id())
                            ? stateFilter.state(each.id(), states.state(each, day))
                            : RegisterStates.ABSENT);
        }
        return new StandingAccess(states, projects, cells(filter), stateFilter.noProject());
    }

    /**
     * Who could reach a project between two days, and when, by person; days on which the same was permitted in the same role
     * stand together.
     *
     * @param project a project of the register, by its id
     * @param filter which part of what people may do is asked about; which projects it is about plays no part
     * @throws IllegalArgumentException if the register does not have the project
     * @throws TooLargeException if the conditions of an answer are too many to represent
     */
    public List<ProjectReach> reach(Id.Project project, PeopleFilter filter, Period within) {
        Project asked = states.place(project)
                .map(states.projects()::get)
                .orElseThrow(() -> new IllegalArgumentException("project: the register does not have " + project));
        AccessCells cells = cells(filter);
        List<ProjectReach> reach = new ArrayList<>();
        for (Person person : states.people()) {
            List<Stay> stays = new ArrayList<>();
            List<Period> periods = new ArrayList<>(person.periods());
            periods.addAll(asked.periods());
            for (Period stretch : Timeline.of(periods).stretches()) {
                stretch.and(within).ifPresent(days -> stays(person, asked, days, filter, cells, stays));
            }
            stays.forEach(each -> reach.add(new ProjectReach(
                    person.id(), person.name(), each.inRole.role(), each.days, each.inRole.permitted())));
        }
        return reach;
    }

    /** Days on which the same is permitted in a role. */
    private record Stay(InRole inRole, Period days) {}

    private void stays(
            Person person, Project project, Period days, PeopleFilter filter, AccessCells cells, List<Stay> stays) {
        LocalDate day = Timeline.day(days);
        int state = states.state(project, day);
        if (!filter.agrees(states.state(state))) {
            return;
        }
        int standing = states.standing(person, day, Optional.of(project.id()));
        cells.of(standing, state).forEach(each -> add(stays, each, days));
    }

    private static void add(List<Stay> stays, InRole inRole, Period days) {
        for (int i = 0; i < stays.size(); i++) {
            Stay before = stays.get(i);
            Optional<Period> both = before.inRole == inRole ? before.days.joined(days) : Optional.empty();
            if (both.isPresent()) {
                stays.set(i, new Stay(inRole, both.get()));
                return;
            }
        }
        stays.add(new Stay(inRole, days));
    }

    /**
     * What people gain and lose as days pass, for each day from which on something is otherwise.
     *
     * @param within the days from which on something is otherwise
     * @throws TooLargeException if the conditions of an answer are too many to represent
     */
    public List<DayShifts> shifts(PeopleFilter filter, Period within) {
        SortedMap<LocalDate, RegisterBorders> borders = RegisterBorders.of(states.projects(), states.people(), within);
        if (borders.isEmpty()) {
            return List.of();
        }
        RegisterAlignment alignment = RegisterAlignment.of(states, states);
        AccessCells cells = cells(filter);
        CellComparison comparison = new CellComparison(cells, cells);
        StateFilter stateFilter = new StateFilter(states, filter);
        List<DayShifts> shifts = new ArrayList<>();
        RegisterView view = RegisterView.on(borders.firstKey().minusDays(1), states);
        for (Map.Entry<LocalDate, RegisterBorders> each : borders.entrySet()) {
            RegisterView next = view.next(each.getKey(), each.getValue());
            List<PersonShift> people =
                    new ViewComparison(alignment, view, stateFilter, next, stateFilter, comparison).people();
            List<RegisterEvent> said =
                    RegisterEvent.on(each.getKey(), each.getValue(), states.projects(), states.people());
            if (!said.isEmpty() || !people.isEmpty()) {
                shifts.add(new DayShifts(each.getKey(), said, people));
            }
            view = next;
        }
        return shifts;
    }

    /**
     * What people gain and lose from registers on a day to others on another, be it under another policy.
     *
     * @param filter which part of what people may do is asked about, in the words of this policy
     * @param other what is compared with
     * @param otherFilter the same part, in the words of the other policy
     * @throws TooLargeException if the conditions of an answer are too many to represent
     */
    public List<PersonShift> against(
            PeopleFilter filter, LocalDate day, PeopleReview other, PeopleFilter otherFilter, LocalDate otherDay) {
        return new ViewComparison(
                        RegisterAlignment.of(other.states, states),
                        RegisterView.on(otherDay, other.states),
                        new StateFilter(other.states, otherFilter),
                        RegisterView.on(day, states),
                        new StateFilter(states, filter),
                        new CellComparison(other.cells(otherFilter), cells(filter)))
                .people();
    }
}
