package dev.remit.analyze.people;

import dev.remit.Remit;
import dev.remit.analyze.people.PersonAccess.Permitted;
import dev.remit.decide.Answer;
import dev.remit.decide.Decision;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Question;
import dev.remit.decide.ValueRestriction;
import dev.remit.model.Assignment;
import dev.remit.model.DatedRegisters;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.Registers;
import dev.remit.source.SourceMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Generated registers of three people and two projects, under a policy with choices, facts that only callers know, a
 * constraint and questions without a project; and what people may do, found by asking one question at a time.
 */
final class PeopleWorld {
    private static final String POLICY = """
            remit: 1
            policy: {id: people, version: "1", title: People and days}
            vocabulary:
              roles: {writer: Writer, checker: Checker}
              activities: {write: Write, check: Check}
              levels: {low: Low, high: High}
              routes:
                desk: {title: Desk, opt-outs: {withdrawn: filtered}}
                line: {title: Line, opt-outs: {withdrawn: filtered}}
              project:
                status: {values: [not-approved, active, finished, none], changed-by: approver}
                kind: {values: [study, audit, none], changed-by: nobody}
              opt-outs:
                withdrawn: {title: Withdrawn, list: who withdrew, keep: absent, if-list-missing: stop, permission-changed-by: approver}
              facts:
                trained: {title: Trained, known-from: register, changed-by: requester}
                named: {title: Named, known-from: register, about: project, changed-by: approver}
                signed: {title: Signed, known-from: caller, changed-by: requester}
                urgent: {title: Urgent, known-from: caller, changed-by: nobody}
                asleep: {title: Asleep, known-from: caller, changed-by: nobody}
            work-categories:
              work:
                title: Work
                why: It is work.
                what: Work.
                who: Those who work.
                when: At work.
                opt-outs: {withdrawn: if-project-permitted}
                rules:
                  - {id: w, permit: writer, to: write, levels: low, via: desk, when: {all: [named, {project.status: active}]}}
                  - {id: u, permit: writer, to: any, levels: high, via: line, when: {all: [named, urgent, {not: signed}]}}
                  - {id: c, permit: checker, to: check, levels: any, via: any, when: {any: [{all: [trained, signed]}, project.permissions.withdrawn]}}
                  - {id: f, permit: checker, to: write, levels: low, via: line, when: {all: [named, {project.status: finished}]}}
              leisure:
                title: Leisure
                why: It is rest.
                what: Rest.
                who: Those who rest.
                when: At rest.
                opt-outs: {withdrawn: if-project-permitted}
                rules:
                  - {id: e, permit: writer, to: check, levels: low, via: desk, when: {all: [{project.kind: none}, {any: [urgent, asleep]}]}}
            rules:
              - {id: x, forbid: any, to: check, levels: high, when: {all: [asleep, {project.kind: audit}]}}
            constraints:
              - {id: awake, if: urgent, then: {not: asleep}}
            """;

    static final List<Optional<Id.Project>> PROJECTS =
            List.of(Optional.empty(), Optional.of(new Id.Project("p1")), Optional.of(new Id.Project("p2")));
    static final List<String> PEOPLE = List.of("ann", "bob", "cy");
    private static final List<String> ROLES = List.of("writer", "checker");
    private static final List<String> CALLED = List.of("signed", "urgent", "asleep");
    private static final Policy RULES =
            Remit.load(Map.of("policy.yaml", POLICY)).policy();
    private static final DecisionPoint BASE =
            DecisionPoint.of(RULES, Registers.EMPTY, SourceMap.empty(), () -> Instant.EPOCH);

    final Registers registers;
    final DecisionPoint decisions;

    private PeopleWorld(Registers registers) {
        this.registers = registers;
        decisions = DecisionPoint.of(RULES, registers, SourceMap.empty(), () -> Instant.EPOCH);
    }

    static PeopleWorld of(long seed) {
        return new PeopleWorld(DatedRegisters.of(seed));
    }

    static PeopleFilter everything() {
        return PeopleFilter.of(Assignment.open(BASE.space()));
    }

    PeopleReview review() {
        return PeopleReview.of(decisions, registers);
    }

    /** Something somebody may do in a role for a project, or for none. */
    record Cell(String person, String role, Optional<Id.Project> project, String activity, String level) {}

    static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (String person : PEOPLE) {
            for (String role : ROLES) {
                for (Optional<Id.Project> project : PROJECTS) {
                    for (String activity : List.of("write", "check")) {
                        for (String level : List.of("low", "high")) {
                            cells.add(new Cell(person, role, project, activity, level));
                        }
                    }
                }
            }
        }
        return cells;
    }

    private List<Decision> answers(Cell cell, LocalDate day, Question question) {
        Question about = cell.project()
                .map(project -> question.forProject(project.value()))
                .orElseGet(question::withoutProject);
        return decisions.decideEach(about.at(day.atStartOfDay(ZoneOffset.UTC).toInstant())).answers().stream()
                .filter(each -> each.question().subject().equals(new Question.Subject.InRole(cell.role())))
                .toList();
    }

    private static Question question(Cell cell) {
        return Question.mayPerson(cell.person()).perform(cell.activity()).onLevel(cell.level());
    }

    /** Whether something can be permitted on a day. */
    boolean isPermitted(Cell cell, LocalDate day) {
        return answers(cell, day, question(cell)).stream().anyMatch(each -> each.answer() != Answer.DENIED);
    }

    Set<Cell> permitted(LocalDate day) {
        Set<Cell> permitted = new TreeSet<>(java.util.Comparator.comparing(Cell::toString));
        cells().stream().filter(each -> isPermitted(each, day)).forEach(permitted::add);
        return permitted;
    }

    /** The choices and facts of callers that permit something, among all that can be: as words. */
    Set<String> permitting(Cell cell, LocalDate day) {
        Set<String> permitting = new TreeSet<>();
        states((choice, facts) -> {
            Question question = question(cell).in(choice.get(0)).via(choice.get(1));
            for (String each : CALLED) {
                question = question.given(each, facts.contains(each));
            }
            if (answers(cell, day, question).stream().anyMatch(Decision::permitted)) {
                permitting.add(choice + " " + facts);
            }
        });
        return permitting;
    }

    /** The same, as a list of ways says it. */
    static Set<String> permitting(Permitted permitted) {
        Set<String> permitting = new TreeSet<>();
        states((choice, facts) -> {
            if (permitted.ways().stream().anyMatch(way -> way.stream().allMatch(each -> holds(each, choice, facts)))) {
                permitting.add(choice + " " + facts);
            }
        });
        return permitting;
    }

    private static boolean holds(ValueRestriction so, List<String> choice, Set<String> facts) {
        return switch (so.about().kind()) {
            case CATEGORY -> so.values().contains(choice.get(0));
            case ROUTE -> so.values().contains(choice.get(1));
            case FACT ->
                so.values().contains(String.valueOf(facts.contains(so.about().name())));
            case ROLE, ACTIVITY, LEVEL, ATTRIBUTE, PERMISSION, EVER, WISH ->
                throw new AssertionError("the registers answer for " + so);
        };
    }

    private interface State {
        void accept(List<String> choice, Set<String> facts);
    }

    /** Every choice with every state of the facts that callers know and that can be. */
    private static void states(State state) {
        for (String category : List.of("work", "leisure")) {
            for (String route : List.of("desk", "line")) {
                for (int bits = 0; bits < 1 << CALLED.size(); bits++) {
                    Set<String> facts = new TreeSet<>();
                    for (int i = 0; i < CALLED.size(); i++) {
                        if ((bits >> i & 1) == 1) {
                            facts.add(CALLED.get(i));
                        }
                    }
                    if (!facts.containsAll(List.of("urgent", "asleep"))) {
                        state.accept(List.of(category, route), facts);
                    }
                }
            }
        }
    }
}
