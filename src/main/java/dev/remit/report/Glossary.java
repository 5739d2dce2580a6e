package dev.remit.report;

import dev.remit.model.Element;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.OptOutRegister;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Route;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import dev.remit.model.VocabularyEntry;
import dev.remit.model.WorkCategory;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The titles that readers see in place of ids, as plain texts. */
public final class Glossary {
    /** The most values to name as exceptions, if that is shorter. */
    private static final int EXCEPTIONS = 2;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final Vocabulary vocabulary;
    private final boolean isOfIds;
    private final Map<Id, String> titles = new LinkedHashMap<>();

    private Glossary(List<Vocabulary> vocabularies, boolean isOfIds) {
        this.vocabulary = vocabularies.get(vocabularies.size() - 1);
        this.isOfIds = isOfIds;
        vocabularies.forEach(this::add);
    }

    /** The titles of a policy. */
    public static Glossary of(Vocabulary vocabulary) {
        return new Glossary(List.of(vocabulary), false);
    }

    /** The titles of two vocabularies; those of the newer one take precedence. */
    static Glossary of(Vocabulary before, Vocabulary after) {
        return new Glossary(List.of(before, after), false);
    }

    /** The ids of two vocabularies in place of their titles, for readers who know these. */
    static Glossary ofIds(Vocabulary before, Vocabulary after) {
        return new Glossary(List.of(before, after), true);
    }

    private void add(Vocabulary declared) {
        name(declared.roles(), VocabularyEntry::id, VocabularyEntry::title);
        name(declared.activities(), VocabularyEntry::id, VocabularyEntry::title);
        name(declared.obligations(), VocabularyEntry::id, VocabularyEntry::title);
        name(declared.levels(), Level::id, Level::title);
        name(declared.categories(), WorkCategory::id, WorkCategory::title);
        name(declared.routes(), Route::id, Route::title);
        name(declared.attributes(), ProjectAttribute::id, ProjectAttribute::title);
        name(declared.facts(), Fact::id, Fact::title);
        name(declared.registers(), OptOutRegister::id, OptOutRegister::title);
    }

    private <T> void name(List<T> declared, Function<T, ? extends Id> id, Function<T, String> title) {
        declared.forEach(each -> {
            String line = isOfIds ? "" : title.apply(each).strip().replaceAll("\\s+", " ");
            titles.put(
                    id.apply(each),
                    line.isEmpty() ? Element.owner(id.apply(each).value()) : line);
        });
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The title of something declared. */
    String title(Id id) {
        return found(id);
    }

    /** The title for use within a sentence. */
    String within(Id id) {
        return isOfIds ? found(id) : lower(found(id));
    }

    private String found(Id id) {
        String title = titles.getOrDefault(id, id.value());
        return Element.named(id.value())
                .map(element -> title + " has " + element.value())
                .orElse(title);
    }

    /** The title of a fact or attribute; of an element, that of its set. */
    String titleOfSet(Id id) {
        return titles.getOrDefault(id, Element.owner(id.value()));
    }

    /** That a set has an element, or lacks it; empty if a variable stands for no element. */
    public Optional<String> membership(Variable variable, boolean isIn) {
        return variable.element()
                .map(element -> titleOfSet(id(variable)) + (isIn ? " has " : " lacks ") + element.value());
    }

    private static Id id(Variable variable) {
        return variable.kind() == Variable.Kind.FACT ? new Id.Fact(variable.id()) : new Id.Attribute(variable.id());
    }

    /** The name of a variable. */
    public String title(Variable variable) {
        return switch (variable.kind()) {
            case ATTRIBUTE -> title(new Id.Attribute(variable.id()));
            case PERMISSION, EVER, WISH -> title(register(variable));
            case FACT -> title(new Id.Fact(variable.name()));
            case ROLE, ACTIVITY, LEVEL, CATEGORY, ROUTE -> variable.name();
        };
    }

    /** The opt-out register that a permission, held now or ever, or a wish is about. */
    public static Id.Register register(Variable variable) {
        return new Id.Register(variable.id());
    }

    /** The name of a value of a variable; values of project attributes and facts have no titles and stay as they are. */
    public String value(Variable variable, String value) {
        return switch (variable.kind()) {
            case ROLE -> title(new Id.Role(value));
            case ACTIVITY -> title(new Id.Activity(value));
            case LEVEL -> level(new Id.Level(value));
            case CATEGORY -> title(new Id.Category(value));
            case ROUTE -> title(new Id.Route(value));
            case ATTRIBUTE, PERMISSION, EVER, FACT, WISH -> value;
        };
    }

    /** The name of a value for use within a sentence. */
    public String within(Variable variable, String value) {
        return switch (variable.kind()) {
            case ROLE -> within(new Id.Role(value));
            case ACTIVITY -> within(new Id.Activity(value));
            case CATEGORY -> within(new Id.Category(value));
            case ROUTE -> within(new Id.Route(value));
            case LEVEL, ATTRIBUTE, PERMISSION, EVER, FACT, WISH -> value(variable, value);
        };
    }

    /** A level with its title, unless the two are the same. */
    private String level(Id.Level level) {
        String title = within(level);
        return title.equals(level.value()) ? title : level.value() + " (" + title + ")";
    }

    /** Ids in the order of their declaration. */
    List<Id> declared(Collection<? extends Id> ids) {
        return titles.keySet().stream().filter(ids::contains).toList();
    }

    /** Titles within a sentence, joined by "or". */
    String either(Collection<? extends Id> ids) {
        return joined(declared(ids).stream().map(this::within).toList(), "or");
    }

    /** Values of a variable within a sentence, joined by "or"; for most of the values, the exceptions. */
    String either(Variable variable, List<String> values, String otherwise) {
        List<String> others = new ArrayList<>(variable.values());
        others.removeAll(values);
        boolean isShorter = others.size() <= EXCEPTIONS && others.size() + EXCEPTIONS < values.size();
        String words = joined(
                (isShorter ? others : values)
                        .stream().map(each -> within(variable, each)).toList(),
                "or");
        return isShorter ? otherwise + " but " + words : words;
    }

    /** A day for use in a sentence. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A number with commas where it is large. */
    public static String number(BigInteger count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Words joined by commas and, before the last, another word. */
    public static String joined(List<String> words, String last) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " " + last + " " + words.get(words.size() - 1);
    }

    /** A title without its initial capital, unless that belongs to a name written in capitals. */
    public static String lower(String title) {
        boolean isName = title.length() > 1 && Character.isUpperCase(title.charAt(1));
        return title.isEmpty() || isName ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    /** A sentence with an initial capital. */
    static String upper(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** A noun with its article. */
    static String indefinite(String noun) {
        return ("aeiou".indexOf(Character.toLowerCase(noun.charAt(0))) >= 0 ? "an " : "a ") + noun;
    }
}
