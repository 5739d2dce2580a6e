package dev.remit.model;

import dev.remit.Remit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Generated registers in which everything has its days, for a policy that asks for all of it; and what their entries are on
 * a day, worked out here again, so that each room that asks the model can be compared with something else than the model.
 */
public final class DatedRegisters {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 8;
    private static final List<String> PROJECTS = List.of("p1", "p2");
    private static final List<String> PEOPLE = List.of("ann", "bob", "cy");

    /** The policy, in a file that further sections can be added to. */
    public static final String POLICY = """
            remit: 1
            policy: {id: dated, version: "1", title: Everything has its days}
            vocabulary:
              roles: {writer: Writer, checker: Checker}
              activities: {write: Write, check: Check}
              levels: {data: Data}
              project:
                status: {values: [not-approved, active, finished], changed-by: approver}
                kind: {values: [study, audit], changed-by: nobody}
              opt-outs:
                withdrawn: {title: Withdrawn, list: who withdrew, keep: absent, if-list-missing: stop, permission-changed-by: approver}
              facts:
                trained: {title: Trained, known-from: register, changed-by: requester}
                named: {title: Named, known-from: register, about: project, changed-by: approver}
            rules:
              - {id: w, permit: writer, to: write, when: {all: [named, {project.status: active}]}}
              - {id: c, permit: checker, to: check, when: {any: [trained, project.permissions.withdrawn]}}
              - {id: f, permit: checker, to: write, when: {all: [named, {project.status: finished}]}}
              - {id: e, permit: writer, to: check, when: {all: [{project.kind: study}, {project.status: not-approved}]}}
            """;

    private DatedRegisters() {}

    /** The policy of {@link #POLICY}. */
    public static Policy policy() {
        return Remit.load(Map.of("policy.yaml", POLICY)).policy();
    }

    /** The days on which anything of generated registers can begin or end, and some before and after. */
    public static List<LocalDate> days() {
        return FIRST.minusDays(2).datesUntil(FIRST.plusDays(DAYS + 3)).toList();
    }

    /** The registers of a number. */
    public static Registers of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Id.Project, Project> projects = new HashMap<>();
        for (String each : PROJECTS) {
            Map<Id.Register, Project.Permission> permissions = random.nextInt(4) == 0
                    ? Map.of()
                    : Map.of(new Id.Register("withdrawn"), new Project.Permission("x", "y", granted(period(random))));
            Map<Id.Attribute, Id.Value> attributes = Map.of(
                    Project.STATUS,
                    random.nextInt(5) == 0 ? Project.FINISHED : Project.ACTIVE,
                    new Id.Attribute("kind"),
                    new Id.Value(random.nextBoolean() ? "study" : "audit"));
            Id.Project id = new Id.Project(each);
            Set<Id.Project> also = random.nextBoolean() ? Set.of() : Set.of(new Id.Project("also-" + each));
            projects.put(id, new Project(id, "", "", attributes, period(random), permissions, also));
        }
        Map<Id.Person, Person> people = new HashMap<>();
        for (String each : PEOPLE) {
            List<Person.HeldRole> roles = List.of(
                    new Person.HeldRole(new Id.Role("writer"), bound(random), period(random)),
                    new Person.HeldRole(new Id.Role("checker"), bound(random), period(random)));
            List<Person.StandingFact> facts = new ArrayList<>();
            if (random.nextBoolean()) {
                facts.add(new Person.StandingFact(new Id.Fact("trained"), Optional.empty(), period(random)));
            }
            for (String project : PROJECTS) {
                if (random.nextInt(3) > 0) {
                    facts.add(new Person.StandingFact(
                            new Id.Fact("named"), Optional.of(new Id.Project(project)), period(random)));
                }
            }
            Id.Person id = new Id.Person(each);
            people.put(id, new Person(id, "", roles, facts));
        }
        return new Registers(projects, people);
    }

    /** The project that a role is bound to, if it is bound to one. */
    private static Optional<Id.Project> bound(SplittableRandom random) {
        return random.nextInt(3) > 0
                ? Optional.empty()
                : Optional.of(new Id.Project(PROJECTS.get(random.nextInt(PROJECTS.size()))));
    }

    private static Period period(SplittableRandom random) {
        int from = random.nextInt(DAYS);
        int until = from + random.nextInt(DAYS - from);
        return new Period(
                random.nextInt(3) > 0 ? Optional.of(FIRST.plusDays(from)) : Optional.empty(),
                random.nextInt(3) > 0 ? Optional.of(FIRST.plusDays(until)) : Optional.empty());
    }

    /** A permission always has the day on which it was granted. */
    private static Period granted(Period period) {
        return period.from().isPresent() ? period : new Period(Optional.of(FIRST), period.until());
    }

    /** Whether a day is one of a period's. */
    public static boolean isWithin(Period period, LocalDate day) {
        return period.from().filter(day::isBefore).isEmpty()
                && period.until().filter(day::isAfter).isEmpty();
    }

    /** The value of a project's attribute on a day. */
    public static String value(Project project, Id.Attribute attribute, LocalDate day) {
        if (attribute.value().equals("status")) {
            boolean isFinished = Project.FINISHED.equals(project.attributes().get(attribute));
            if (isFinished && project.period().until().isEmpty()) {
                return "finished";
            }
            if (project.period().from().filter(day::isBefore).isPresent()) {
                return "not-approved";
            }
            if (project.period().until().filter(day::isAfter).isPresent()) {
                return "finished";
            }
            if (isFinished) {
                return "active";
            }
        }
        return Optional.ofNullable(project.attributes().get(attribute))
                .orElseThrow()
                .value();
    }

    /** Whether a project holds a permission on a day. */
    public static boolean holds(Project project, Id.Register register, LocalDate day) {
        boolean isFinished = project.attributes().containsKey(new Id.Attribute("status"))
                && value(project, new Id.Attribute("status"), day).equals("finished");
        return !isFinished
                && project.permissions().entrySet().stream()
                        .anyMatch(each -> each.getKey().equals(register)
                                && isWithin(each.getValue().period(), day));
    }

    /** Whether a project has held a permission on a day or before it, whatever ended later. */
    public static boolean everHeld(Project project, Id.Register register, LocalDate day) {
        return project.permissions().entrySet().stream()
                .anyMatch(each -> each.getKey().equals(register)
                        && each.getValue().period().from().filter(day::isBefore).isEmpty());
    }

    /** The roles of a person on a day, for a project or for none. */
    public static Set<String> roles(Person person, Optional<Id.Project> project, LocalDate day) {
        Set<String> roles = new TreeSet<>();
        for (Person.HeldRole each : person.roles()) {
            boolean counts = each.project().isEmpty() || each.project().equals(project);
            if (counts && isWithin(each.period(), day)) {
                roles.add(each.role().value());
            }
        }
        return roles;
    }

    /** Whether a fact is true of a person on a day, for a project or for none. */
    public static boolean isTrue(Person person, Id.Fact fact, Optional<Id.Project> project, LocalDate day) {
        return person.facts().stream()
                .anyMatch(each -> each.fact().equals(fact)
                        && isWithin(each.period(), day)
                        && (each.project().isEmpty() || each.project().equals(project)));
    }

    /** What a project is on a day, by the names of the variables. */
    public static Map<String, String> state(Policy policy, Project project, LocalDate day) {
        Map<String, String> state = new LinkedHashMap<>();
        policy.vocabulary()
                .attributes()
                .forEach(each -> state.put("project." + each.id(), value(project, each.id(), day)));
        policy.vocabulary().registers().forEach(each -> {
            state.put("project.permissions." + each.id(), Boolean.toString(holds(project, each.id(), day)));
            state.put("project.permissionsEver." + each.id(), Boolean.toString(everHeld(project, each.id(), day)));
        });
        return state;
    }

    /** The facts of registers that are true or false of a person on a day, for a project or for none. */
    public static Map<String, String> state(Policy policy, Person person, Optional<Id.Project> project, LocalDate day) {
        Map<String, String> state = new LinkedHashMap<>();
        policy.vocabulary().facts().stream()
                .filter(each -> each.knownFrom() == Fact.KnownFrom.REGISTER)
                .forEach(each ->
                        state.put(each.id().value(), Boolean.toString(isTrue(person, each.id(), project, day))));
        return state;
    }

    /** Registers as their two files. */
    public static Map<String, String> files(Registers registers) {
        StringBuilder projects = new StringBuilder("remit: 1\nprojects:\n");
        registers.projects().values().forEach(each -> {
            projects.append("  ").append(each.id()).append(": {title: T");
            each.attributes().forEach((id, value) -> projects.append(", ").append(id + ": " + value));
            projects.append(dates(each.period(), "from"));
            if (!each.also().isEmpty()) {
                projects.append(", also: ").append(each.also());
            }
            if (!each.permissions().isEmpty()) {
                projects.append(", permissions: {");
                each.permissions()
                        .forEach((id, permission) -> projects.append(id)
                                .append(": {granted-by: x, reference: y")
                                .append(dates(permission.period(), "granted-on"))
                                .append("}"));
                projects.append("}");
            }
            projects.append("}\n");
        });
        StringBuilder people = new StringBuilder("remit: 1\npeople:\n");
        registers.people().values().forEach(each -> {
            people.append("  ").append(each.id()).append(":\n    name: N\n    roles:\n");
            each.roles()
                    .forEach(role -> people.append("      - {role: " + role.role())
                            .append(role.project().map(id -> ", project: " + id).orElse(""))
                            .append(dates(role.period(), "from"))
                            .append("}\n"));
            people.append(each.facts().isEmpty() ? "" : "    facts:\n");
            each.facts()
                    .forEach(fact -> people.append("      - {fact: " + fact.fact())
                            .append(fact.project().map(id -> ", project: " + id).orElse(""))
                            .append(dates(fact.period(), "from"))
                            .append("}\n"));
        });
        return Map.of("projects.yaml", projects.toString(), "people.yaml", people.toString());
    }

    private static String dates(Period period, String first) {
        return period.from().map(day -> ", " + first + ": " + day).orElse("")
                + period.until().map(day -> ", until: " + day).orElse("");
    }
}
