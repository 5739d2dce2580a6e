package dev.remit.decide;

import dev.remit.model.Element;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Policy;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import dev.remit.model.VocabularyEntry;
import dev.remit.writing.Visible;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What people call the words of a policy: the titles of its roles, activities, levels, work categories, routes, project
 * attributes, facts, opt-out registers and obligations.
 *
 * @param byName the titles, by what sort of word it is and its id
 */
public record Titles(Map<String, String> byName) {
    private static final String DUTY = "DUTY";

    public Titles {
        byName = Map.copyOf(byName);
    }

    /** The titles of a policy. */
    public static Titles of(Policy policy) {
        Vocabulary words = policy.vocabulary();
        Map<String, String> titles = new HashMap<>();
        for (VocabularyEntry<?> each : words.roles()) {
            titles.put(key(Variable.Kind.ROLE.name(), each.id().value()), each.title());
        }
        for (VocabularyEntry<?> each : words.activities()) {
            titles.put(key(Variable.Kind.ACTIVITY.name(), each.id().value()), each.title());
        }
        words.levels()
                .forEach(each ->
                        titles.put(key(Variable.Kind.LEVEL.name(), each.id().value()), each.title()));
        words.categories()
                .forEach(each ->
                        titles.put(key(Variable.Kind.CATEGORY.name(), each.id().value()), each.title()));
        words.routes()
                .forEach(each ->
                        titles.put(key(Variable.Kind.ROUTE.name(), each.id().value()), each.title()));
        words.attributes()
                .forEach(each -> titles.put(
                        key(
                                Variable.Kind.ATTRIBUTE.name(),
                                Element.owner(each.id().value())),
                        each.title()));
        words.facts()
                .forEach(each -> titles.put(
                        key(Variable.Kind.FACT.name(), Element.owner(each.id().value())), each.title()));
        words.registers()
                .forEach(each ->
                        titles.put(key(Variable.Kind.WISH.name(), each.id().value()), each.title()));
        for (VocabularyEntry<?> each : words.obligations()) {
            titles.put(key(DUTY, each.id().value()), each.title());
        }
        return new Titles(titles);
    }

    private static String key(String sort, String id) {
        return sort + " " + id;
    }

    private String title(String sort, String id) {
        String title = byName.getOrDefault(key(sort, id), "");
        return title.isBlank() ? id : Visible.oneLine(title);
    }

    /** The title of a value of a dimension, as within a sentence; its id if it has none. */
    public String of(Variable.Kind dimension, String id) {
        return within(title(dimension.name(), id));
    }

    /** The title of an opt-out register, as within a sentence. */
    public String ofRegister(String id) {
        return of(Variable.Kind.WISH, id);
    }

    /** The title of a duty, as within a sentence. */
    public String ofDuty(String id) {
        return within(title(DUTY, id));
    }

    /** A text with a small first letter, unless it begins with a name or an abbreviation. */
    static String within(String text) {
        boolean isPlain = text.length() > 1
                && Character.isUpperCase(text.charAt(0))
                && (Character.isLowerCase(text.charAt(1)) || (text.charAt(1) == ' ' && text.charAt(0) == 'A'));
        return isPlain ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }

    /** A role with its article: {@code an output checker}. */
    public String someone(String role) {
        String title = of(Variable.Kind.ROLE, role);
        return (title.isEmpty() || "aeiouAEIOU".indexOf(title.charAt(0)) < 0 ? "a " : "an ") + title;
    }

    /** What is done to what: {@code view level 3 (study dataset)}. */
    public String deed(String activity, String level) {
        String done = of(Variable.Kind.ACTIVITY, activity);
        String title = of(Variable.Kind.LEVEL, level);
        boolean isNumbered = level.chars().allMatch(Character::isDigit);
        String numbered = "level " + level;
        String bare = title.replace(", " + numbered, "").strip();
        String what = !isNumbered
                ? title
                : bare.isEmpty() || bare.equals(level) || bare.equals(numbered)
                        ? numbered
                        : numbered + " (" + bare + ")";
        return done.indexOf(' ') < 0 ? done + " " + what : done + (isNumbered ? " on " + what : " (" + what + ")");
    }

    /** How something has to be, in words. */
    public String phrase(ValueRestriction needed) {
        Variable about = needed.about();
        String id = about.id();
        return switch (about.kind()) {
            case ROLE, ACTIVITY, LEVEL, CATEGORY, ROUTE ->
                about.name() + ": "
                        + needed.values().stream()
                                .map(each -> of(about.kind(), each))
                                .collect(Collectors.joining(" or "));
            case ATTRIBUTE, FACT -> stated(about, needed.values());
            case PERMISSION -> (isTrue(needed) ? "" : "not ") + "the project's permission for " + ofRegister(id);
            case EVER ->
                (isTrue(needed) ? "a project that has held" : "a project that has never held") + " the permission for "
                        + ofRegister(id);
            case WISH ->
                needed.values().stream().map(Titles::asking).collect(Collectors.joining(" or "))
                        + " opted-out patients (" + ofRegister(id) + ")";
        };
    }

    /** What a variable is about, by its name as {@link Decision#missing} lists it. */
    public String ofName(String name) {
        for (Variable.Kind kind : List.of(Variable.Kind.EVER, Variable.Kind.PERMISSION, Variable.Kind.ATTRIBUTE)) {
            if (name.startsWith(kind.prefix())) {
                String id = Element.owner(name.substring(kind.prefix().length()));
                return kind == Variable.Kind.ATTRIBUTE
                        ? of(kind, id)
                        : (kind == Variable.Kind.EVER
                                        ? "whether the project has ever held the permission for "
                                        : "the project's permission for ")
                                + ofRegister(id);
            }
        }
        return of(Variable.Kind.FACT, Element.owner(name));
    }

    private String stated(Variable about, List<String> values) {
        String owner = about.element().map(Element::set).orElse(about.id());
        String title = within(title(about.kind().name(), owner));
        if (about.element().isPresent() && values.size() == 1) {
            return title
                    + (values.get(0).equals("true") ? " has " : " lacks ")
                    + about.element().get().value();
        }
        return about.isBoolean() && values.size() == 1
                ? (values.get(0).equals("true") ? "" : "not so: ") + title
                : title + ": " + String.join(" or ", values);
    }

    private static boolean isTrue(ValueRestriction needed) {
        return needed.values().equals(List.of("true"));
    }

    private static String asking(String wish) {
        if (wish.equals(OptOutRequest.INCLUDE.word())) {
            return "ask to include";
        }
        return wish.equals(OptOutRequest.EXCLUDE.word()) ? "ask to leave out" : "say nothing about";
    }
}
