package dev.remit.report;

import dev.remit.analyze.diff.AccessChange.Kind;
import dev.remit.analyze.diff.RegisterChange.Entry;
import dev.remit.analyze.diff.RegisteredChange;
import dev.remit.diagnostic.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names the registered people and projects whose access changes by what was edited in the policy. */
final class RegisteredWords {
    private static final List<Kind> KINDS = List.of(Kind.GAINED, Kind.LOST, Kind.CHANGED);

    private final Glossary titles;
    private final NamedPeople people;

    private RegisteredWords(Glossary titles, NamedPeople people) {
        this.titles = titles;
        this.people = people;
    }

    /** One section, with an entry for each sort of change of people and of projects; none if there is no change. */
    static List<DiffDocument.Section> sections(
            List<RegisteredChange> changes, DiffPage.Compared compared, NamedPeople people) {
        RegisteredWords words = new RegisteredWords(compared.glossary(), people);
        List<DiffDocument.Entry> entries = new ArrayList<>();
        for (Kind kind : KINDS) {
            for (Entry entry : List.of(Entry.PERSON, Entry.PROJECT)) {
                List<RegisteredChange> some = changes.stream()
                        .filter(each -> each.entry() == entry && each.kinds().contains(kind))
                        .toList();
                if (!some.isEmpty()) {
                    entries.add(words.entry(kind, entry, some));
                }
            }
        }
        return entries.isEmpty()
                ? List.of()
                : List.of(new DiffDocument.Section("Registered people and projects it is about", entries));
    }

    private DiffDocument.Entry entry(Kind kind, Entry entry, List<RegisteredChange> some) {
        boolean isPeople = entry == Entry.PERSON;
        String who = isPeople
                ? Words.count(some.size(), "registered person", "registered people")
                : Words.count(some.size(), "registered project", "registered projects");
        String happens = switch (kind) {
            case GAINED -> isPeople ? " may do more" : some.size() == 1 ? " gives more" : " give more";
            case LOST -> isPeople ? " may do less" : some.size() == 1 ? " gives less" : " give less";
            case CHANGED, REASON ->
                isPeople
                        ? " may do as before on other terms"
                        : some.size() == 1 ? " gives the same on other terms" : " give the same on other terms";
        };
        return new DiffDocument.Entry(
                (isPeople ? "PEOPLE, " : "PROJECTS, ") + kind.name().toLowerCase(Locale.ROOT),
                List.of(Run.plain(who + happens + ", on the conditions above")),
                isPeople && people == NamedPeople.COUNTED
                        ? List.of()
                        : some.stream().map(this::item).toList(),
                isPeople && people == NamedPeople.COUNTED ? List.of(NamedPeople.UNNAMED) : List.of(),
                Optional.empty());
    }

    private Item item(RegisteredChange change) {
        List<Run> runs = new ArrayList<>(
                List.of(Run.code(change.id()), Run.plain(" (" + change.title().strip() + ")")));
        if (!change.roles().isEmpty()) {
            runs.add(Run.plain(" as "
                    + Glossary.joined(
                            change.roles().stream()
                                    .map(each -> Glossary.indefinite(Glossary.lower(titles.title(each))))
                                    .toList(),
                            "and")));
        }
        List<String> projects = new ArrayList<>();
        if (!change.projects().isEmpty()) {
            projects.add((change.projects().size() == 1 ? "project " : "projects ")
                    + Glossary.joined(
                            change.projects().stream().map(each -> each.value()).toList(), "and"));
        }
        if (change.anyProject()) {
            projects.add(projects.isEmpty() ? "whatever project it is" : "others");
        }
        if (!projects.isEmpty()) {
            runs.add(Run.plain(", for " + Glossary.joined(projects, "and")));
        }
        change.from().ifPresent(day -> runs.add(Run.plain(", from " + Glossary.day(day))));
        return new Item(runs, List.of());
    }
}
