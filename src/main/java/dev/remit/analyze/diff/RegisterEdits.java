package dev.remit.analyze.diff;

import dev.remit.analyze.diff.AccessChange.Direction;
import dev.remit.analyze.diff.RegisterChange.Edited;
import dev.remit.model.Domain;
import dev.remit.model.Element;
import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.model.Person;
import dev.remit.model.Project;
import dev.remit.model.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is written otherwise about an entry of the registers. Titles, descriptions and names are prose. */
final class RegisterEdits {
    private RegisterEdits() {}

    static List<Edited> of(Optional<Project> before, Optional<Project> after) {
        List<Edited> edits = new ArrayList<>();
        presence(before, after, edits);
        each(attributes(before), attributes(after), (id, old, now) -> add(edits, id, old, now, Direction.SAME));
        add(
                edits,
                "days",
                before.map(each -> days(each.period())),
                after.map(each -> days(each.period())),
                Direction.SAME);
        add(
                edits,
                "other names",
                before.map(RegisterEdits::others).filter(names -> !names.isEmpty()),
                after.map(RegisterEdits::others).filter(names -> !names.isEmpty()),
                Direction.SAME);
        each(
                before.map(Project::permissions).orElse(Map.of()),
                after.map(Project::permissions).orElse(Map.of()),
                (register, old, now) -> add(
                        edits,
                        "permission " + register,
                        old.map(RegisterEdits::words),
                        now.map(RegisterEdits::words),
                        direction(register, before, after)));
        return edits;
    }

    static List<Edited> ofPerson(Optional<Person> before, Optional<Person> after) {
        List<Edited> edits = new ArrayList<>();
        presence(before, after, edits);
        each(held(before), held(after), (what, old, now) -> add(edits, what, old, now, Direction.SAME));
        return edits;
    }

    /** The value of each attribute; of a set, its elements. */
    private static Map<String, String> attributes(Optional<Project> project) {
        Map<String, String> values = new TreeMap<>();
        Map<String, List<String>> sets = new TreeMap<>();
        project.map(Project::attributes).orElse(Map.of()).forEach((id, value) -> {
            Optional<Element> element = Element.named(id.value());
            if (element.isEmpty()) {
                values.put(id.value(), value.value());
            } else {
                List<String> elements = sets.computeIfAbsent(element.get().set(), none -> new ArrayList<>());
                if (value.equals(Domain.TRUE)) {
                    elements.add(element.get().value());
                }
            }
        });
        sets.forEach((set, elements) -> values.put(set, elements.toString()));
        return values;
    }

    private static String others(Project project) {
        return project.also().stream().map(Id.Project::value).collect(Collectors.joining(", "));
    }

    private static void presence(Optional<?> before, Optional<?> after, List<Edited> edits) {
        add(edits, "entry", before.map(each -> "there"), after.map(each -> "there"), Direction.SAME);
    }

    /** What a person holds, and on which days. */
    private static Map<String, String> held(Optional<Person> person) {
        Map<String, Set<String>> held = new TreeMap<>();
        person.ifPresent(each -> {
            each.roles().forEach(role -> note(held, "role " + role.role() + on(role.project()), role.period()));
            each.facts().stream()
                    .filter(fact -> Element.named(fact.fact().value()).isEmpty())
                    .forEach(fact -> note(held, fact(fact) + on(fact.project()), fact.period()));
            sets(each)
                    .forEach((set, elements) -> note(
                            held,
                            "fact " + set.set() + " has [" + String.join(", ", elements) + "]" + on(set.project()),
                            set.period()));
        });
        Map<String, String> words = new TreeMap<>();
        held.forEach((what, days) -> words.put(what, String.join(" and ", days)));
        return words;
    }

    private static String fact(Person.StandingFact held) {
        return "fact " + held.fact()
                + (held.value().equals(Domain.TRUE) ? "" : " " + held.value().value());
    }

    private static String on(Optional<Id.Project> project) {
        return project.map(each -> " on project " + each).orElse("");
    }

    /** A set that a person has on some days. */
    private record HeldSet(String set, Optional<Id.Project> project, Period period) {}

    /** The elements of each set that a person has. */
    private static Map<HeldSet, List<String>> sets(Person person) {
        Map<HeldSet, List<String>> sets = new LinkedHashMap<>();
        for (Person.StandingFact each : person.facts()) {
            Element.named(each.fact().value()).ifPresent(element -> {
                List<String> elements = sets.computeIfAbsent(
                        new HeldSet(element.set(), each.project(), each.period()), none -> new ArrayList<>());
                if (each.value().equals(Domain.TRUE)) {
                    elements.add(element.value());
                }
            });
        }
        return sets;
    }

    private static void note(Map<String, Set<String>> held, String what, Period period) {
        held.computeIfAbsent(what, none -> new TreeSet<>()).add(days(period));
    }

    private interface Difference<K, V> {
        void note(K key, Optional<V> before, Optional<V> after);
    }

    private static <K, V> void each(Map<K, V> before, Map<K, V> after, Difference<K, V> difference) {
        Set<K> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.forEach(
                key -> difference.note(key, Optional.ofNullable(before.get(key)), Optional.ofNullable(after.get(key))));
    }

    private static void add(
            List<Edited> edits, String what, Optional<String> before, Optional<String> after, Direction direction) {
        if (!before.equals(after)) {
            edits.add(new Edited(what, before, after, direction));
        }
    }

    private static String words(Project.Permission permission) {
        return "granted by " + permission.grantedBy() + ", reference " + permission.reference() + ", "
                + days(permission.period());
    }

    static String days(Period period) {
        Function<Object, String> from = day -> "from " + day;
        Function<Object, String> until = day -> "until " + day;
        List<String> words = new ArrayList<>();
        period.from().map(from).ifPresent(words::add);
        period.until().map(until).ifPresent(words::add);
        return words.isEmpty() ? "always" : String.join(" ", words);
    }

    private static Direction direction(Id.Register register, Optional<Project> before, Optional<Project> after) {
        List<Period> periods = new ArrayList<>();
        before.ifPresent(each -> periods.addAll(each.periods()));
        after.ifPresent(each -> periods.addAll(each.periods()));
        Direction direction = Direction.SAME;
        for (Period stretch : Timeline.of(periods).stretches()) {
            LocalDate day = Timeline.day(stretch);
            boolean was = before.filter(each -> each.on(day).holds(register)).isPresent();
            boolean is = after.filter(each -> each.on(day).holds(register)).isPresent();
            direction = direction.and(was == is ? Direction.SAME : is ? Direction.WIDER : Direction.NARROWER);
        }
        return direction;
    }
}
