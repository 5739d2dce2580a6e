package dev.remit.analyze.diff;

import dev.remit.diagram.Renames;
import dev.remit.model.Element;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Person;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Registers;
import dev.remit.model.Route;
import dev.remit.model.Vocabulary;
import dev.remit.model.VocabularyEntry;
import dev.remit.model.WorkCategory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which words two vocabularies do not share. A word that is gone and one that is new are one renamed if their titles are alike. */
final class VocabularyDiff {
    private final List<WordChange> changes = new ArrayList<>();
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, Map<String, String>> values = new HashMap<>();
    private final Map<String, String> obligations;

    VocabularyDiff(Vocabulary before, Vocabulary after) {
        values.put("role", words("role", before.roles(), after.roles(), VocabularyEntry::id, VocabularyEntry::title));
        values.put(
                "activity",
                words(
                        "activity",
                        before.activities(),
                        after.activities(),
                        VocabularyEntry::id,
                        VocabularyEntry::title));
        values.put("level", words("level", before.levels(), after.levels(), Level::id, Level::title));
        values.put(
                "category",
                words("work category", before.categories(), after.categories(), WorkCategory::id, WorkCategory::title));
        values.put("route", words("route", before.routes(), after.routes(), Route::id, Route::title));
        variables.putAll(words("fact", before.facts(), after.facts(), Fact::id, VocabularyDiff::title));
        obligations = words(
                "obligation", before.obligations(), after.obligations(), VocabularyEntry::id, VocabularyEntry::title);
        // Attributes and registers reach into conditions, permissions and populations: never taken to be renamed.
        words("project attribute", before.attributes(), after.attributes(), ProjectAttribute::id, each -> "");
        words("opt-out register", before.registers(), after.registers(), OptOutRegister::id, each -> "");
    }

    private <T> Map<String, String> words(
            String what, List<T> before, List<T> after, Function<T, ?> id, Function<T, String> title) {
        Map<String, String> gone = titles(before, id, title);
        Map<String, String> come = titles(after, id, title);
        titles(before, id, title).keySet().forEach(come::remove);
        titles(after, id, title).keySet().forEach(gone::remove);
        Map<String, String> renamed = new LinkedHashMap<>();
        gone.forEach((word, called) -> {
            List<String> alike = come.entrySet().stream()
                    .filter(each -> !called.isEmpty() && each.getValue().equals(called))
                    .map(Map.Entry::getKey)
                    .toList();
            boolean alone = gone.values().stream().filter(called::equals).count() == 1;
            if (alike.size() == 1 && alone) {
                renamed.put(word, alike.get(0));
                changes.add(new WordChange(what, Optional.of(word), Optional.of(alike.get(0))));
            } else {
                changes.add(new WordChange(sort(what, word), Optional.of(shown(word)), Optional.empty()));
            }
        });
        come.keySet().stream()
                .filter(word -> !renamed.containsValue(word))
                .forEach(word ->
                        changes.add(new WordChange(sort(what, word), Optional.empty(), Optional.of(shown(word)))));
        return renamed;
    }

    /** A fact by its title; the elements of a set have one title, and are told apart by what they are. */
    private static String title(Fact fact) {
        return fact.title() + fact.element().map(Element::value).orElse("");
    }

    private static String sort(String what, String word) {
        return Element.named(word)
                .map(element -> "element of " + what + " " + element.set())
                .orElse(what);
    }

    private static String shown(String word) {
        return Element.named(word).map(Element::value).orElse(word);
    }

    private static <T> Map<String, String> titles(List<T> declared, Function<T, ?> id, Function<T, String> title) {
        Map<String, String> titles = new LinkedHashMap<>();
        declared.forEach(each -> titles.put(id.apply(each).toString(), title.apply(each)));
        return titles;
    }

    List<WordChange> changes() {
        return List.copyOf(changes);
    }

    /** The new names of the old words. */
    Renames renames() {
        return new Renames(variables, values);
    }

    /** Registers in the words of the newer vocabulary. */
    Registers renamed(Registers registers) {
        Map<String, String> roles = values.getOrDefault("role", Map.of());
        if (roles.isEmpty() && variables.isEmpty()) {
            return registers;
        }
        Map<Id.Person, Person> people = new HashMap<>();
        registers
                .people()
                .forEach((id, person) -> people.put(
                        id,
                        new Person(
                                id,
                                person.name(),
                                person.roles().stream()
                                        .map(held -> new Person.HeldRole(
                                                new Id.Role(roles.getOrDefault(
                                                        held.role().value(),
                                                        held.role().value())),
                                                held.project(),
                                                held.period()))
                                        .toList(),
                                person.facts().stream()
                                        .map(held -> new Person.StandingFact(
                                                new Id.Fact(variables.getOrDefault(
                                                        held.fact().value(),
                                                        held.fact().value())),
                                                held.value(),
                                                held.project(),
                                                held.period()))
                                        .toList())));
        return new Registers(registers.projects(), people);
    }

    /** The new names of renamed obligations by their old names. */
    Map<String, String> obligations() {
        return Map.copyOf(obligations);
    }
}
