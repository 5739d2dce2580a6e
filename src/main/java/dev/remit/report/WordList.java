package dev.remit.report;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Domain;
import dev.remit.model.Element;
import dev.remit.model.Id;
import dev.remit.model.Project;
import dev.remit.model.Registers;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a policy and the ids of its registers, with their titles, in the order of their declaration.
 *
 * @param words the words, kind by kind
 */
public record WordList(List<Word> words) {
    public WordList {
        words = List.copyOf(words);
    }

    /** What a word is a name of. */
    public enum Kind {
        ROLE("role", "roles"),
        ACTIVITY("activity", "activities"),
        LEVEL("level", "levels"),
        CATEGORY("category", "categories"),
        ROUTE("route", "routes"),
        ATTRIBUTE("attribute", "attributes"),
        FACT("fact", "facts"),
        OPT_OUT("opt-out", "registers"),
        OBLIGATION("obligation", "obligations"),
        PROJECT("project", "projects"),
        PERSON("person", "people");

        private final String label;
        private final String plural;

        Kind(String label, String plural) {
            this.label = label;
            this.plural = plural;
        }

        /** The kind as a list of such words is named. */
        public String plural() {
            return plural;
        }

        /** The kind as it is written. */
        public String label() {
            return label;
        }
    }

    /**
     * A word.
     *
     * @param kind what it is a name of
     * @param id the word itself
     * @param title the title, or the id where there is none
     * @param description what it means; empty if the policy does not say
     * @param values the values that a fact or an attribute can have, or the elements of one that is a set; none for
     *     others, and for what is true or false
     * @param isSet whether it is a set of its values
     */
    public record Word(Kind kind, String id, String title, String description, List<String> values, boolean isSet) {
        public Word {
            requireNonNull(kind, "kind");
            requireNonNull(id, "id");
            requireNonNull(title, "title");
            requireNonNull(description, "description");
            values = List.copyOf(values);
        }
    }

    /** The words of a policy, and the projects and people of its registers. */
    public static WordList of(Vocabulary vocabulary, Registers registers) {
        List<Word> words = new ArrayList<>();
        vocabulary.roles().forEach(each -> words.add(word(Kind.ROLE, each.id(), each.title(), each.description())));
        vocabulary
                .activities()
                .forEach(each -> words.add(word(Kind.ACTIVITY, each.id(), each.title(), each.description())));
        vocabulary.levels().forEach(each -> words.add(word(Kind.LEVEL, each.id(), each.title(), each.description())));
        vocabulary.categories().forEach(each -> words.add(word(Kind.CATEGORY, each.id(), each.title(), each.what())));
        vocabulary.routes().forEach(each -> words.add(word(Kind.ROUTE, each.id(), each.title(), each.description())));
        Map<String, Word> valued = new LinkedHashMap<>();
        vocabulary
                .attributes()
                .forEach(each ->
                        add(valued, Kind.ATTRIBUTE, each.id(), each.title(), each.description(), each.domain()));
        words.addAll(valued.values());
        valued.clear();
        vocabulary
                .facts()
                .forEach(each -> add(valued, Kind.FACT, each.id(), each.title(), each.description(), each.domain()));
        words.addAll(valued.values());
        vocabulary
                .registers()
                .forEach(each -> words.add(word(Kind.OPT_OUT, each.id(), each.title(), each.description())));
        vocabulary
                .obligations()
                .forEach(each -> words.add(word(Kind.OBLIGATION, each.id(), each.title(), each.description())));
        for (Project each : registers.projects().values()) {
            words.add(word(Kind.PROJECT, each.id(), each.title(), each.description()));
        }
        registers.people().values().forEach(each -> words.add(word(Kind.PERSON, each.id(), each.name(), "")));
        return new WordList(words);
    }

    /** The words of one kind. */
    public List<Word> of(Kind kind) {
        return words.stream().filter(each -> each.kind == kind).toList();
    }

    private static Word word(Kind kind, Id id, String title, String description) {
        return new Word(kind, id.value(), title.isEmpty() ? id.value() : title, description, List.of(), false);
    }

    /** Adds a fact or an attribute; of a set, an element to the word it belongs to. */
    private static void add(
            Map<String, Word> words, Kind kind, Id id, String title, String description, Domain domain) {
        String owner = Element.owner(id.value());
        String shown = title.isEmpty() ? owner : title;
        Element.named(id.value())
                .ifPresentOrElse(
                        element -> {
                            Word known = words.get(owner);
                            List<String> elements = new ArrayList<>(known == null ? List.of() : known.values);
                            elements.add(element.value());
                            words.put(owner, new Word(kind, owner, shown, description, elements, true));
                        },
                        () -> words.put(
                                owner,
                                new Word(
                                        kind,
                                        owner,
                                        shown,
                                        description,
                                        domain.isBoolean()
                                                ? List.of()
                                                : domain.values().stream()
                                                        .map(Id.Value::value)
                                                        .toList(),
                                        false)));
    }
}
