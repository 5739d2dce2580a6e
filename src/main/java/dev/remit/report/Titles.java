package dev.remit.report;

import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.OptOutRegister;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Route;
import dev.remit.model.Term;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import dev.remit.model.WorkCategory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What readers call the words of two vocabularies, as they are written; the newer one decides. */
final class Titles {
    /** So many values may be named as exceptions, if that is shorter. */
    private static final int EXCEPTIONS = 2;

    private final Map<Id, String> titles = new HashMap<>();

    Titles(Vocabulary before, Vocabulary after) {
        add(before);
        add(after);
    }

    private void add(Vocabulary vocabulary) {
        name(vocabulary.roles(), Term::id, Term::title);
        name(vocabulary.activities(), Term::id, Term::title);
        name(vocabulary.obligations(), Term::id, Term::title);
        name(vocabulary.levels(), Level::id, Level::title);
        name(vocabulary.categories(), WorkCategory::id, WorkCategory::title);
        name(vocabulary.routes(), Route::id, Route::title);
        name(vocabulary.attributes(), ProjectAttribute::id, ProjectAttribute::title);
        name(vocabulary.facts(), Fact::id, Fact::title);
        name(vocabulary.registers(), OptOutRegister::id, OptOutRegister::title);
    }

    private <T> void name(List<T> declared, Function<T, ? extends Id> id, Function<T, String> title) {
        declared.forEach(each -> titles.put(id.apply(each), title.apply(each)));
    }

    String title(Id id) {
        String title = titles.getOrDefault(id, "").strip().replaceAll("\\s+", " ");
        return title.isEmpty() ? id.value() : title;
    }

    String within(Id id) {
        return Glossary.lower(title(id));
    }

    /** What a variable is called. */
    String title(Variable variable) {
        return switch (variable.kind()) {
            case ATTRIBUTE -> title(new Id.Attribute(after(variable, "project.")));
            case PERMISSION -> title(register(variable));
            case WISH -> title(register(variable));
            case FACT -> title(new Id.Fact(variable.name()));
            case ROLE, ACTIVITY, LEVEL, CATEGORY, ROUTE -> variable.name();
        };
    }

    /** The opt-out register that a permission or a wish is about. */
    static Id.Register register(Variable variable) {
        return new Id.Register(
                after(variable, variable.kind() == Variable.Kind.WISH ? "optOuts." : "project.permissions."));
    }

    private static String after(Variable variable, String prefix) {
        return variable.name().substring(prefix.length());
    }

    /** The words for values of a variable, joined by "or"; of many, those that are not meant. */
    String either(Variable variable, List<String> values, String otherwise) {
        List<String> others = new ArrayList<>(variable.values());
        others.removeAll(values);
        boolean isShorter = others.size() <= EXCEPTIONS && others.size() + EXCEPTIONS < values.size();
        String words = Glossary.joined(
                (isShorter ? others : values)
                        .stream().map(each -> word(variable, each)).toList(),
                "or");
        return isShorter ? otherwise + " but " + words : words;
    }

    private String word(Variable variable, String value) {
        return switch (variable.kind()) {
            case ROLE -> within(new Id.Role(value));
            case ACTIVITY -> within(new Id.Activity(value));
            case LEVEL -> {
                String title = within(new Id.Level(value));
                yield title.equals(value) ? value : value + " (" + title + ")";
            }
            case CATEGORY -> title(new Id.Category(value));
            case ROUTE -> within(new Id.Route(value));
            case ATTRIBUTE, PERMISSION, FACT, WISH -> value;
        };
    }
}
