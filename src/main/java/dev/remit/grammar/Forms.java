package dev.remit.grammar;

import dev.remit.grammar.Lexeme.Name;
import dev.remit.grammar.Shape.ByForm;
import dev.remit.grammar.Shape.Items;
import dev.remit.grammar.Shape.Keys;
import dev.remit.grammar.Shape.Named;
import dev.remit.grammar.Shape.OpenKeys;
import dev.remit.grammar.Shape.Word;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The basic forms that the grammar is built from. */
final class Forms {

    /** The word for everything. */
    static final String ANY = "any";

    /** The key for everything but a few. */
    static final String ALL_EXCEPT = "all-except";

    /** The key for what a set has. */
    static final String HAS = "has";

    private Forms() {}

    /** Elements of a set, or the one value of something that is none. */
    static Items elements(String... besides) {
        Word value = new Word(new Name(Spelling.VALUE, List.of(Namespace.VALUE), false, List.of(besides)));
        return new Items("a value or a list of values", value, true, true);
    }

    static Word text() {
        return new Word(new Lexeme.Text());
    }

    static Word day() {
        return new Word(new Lexeme.Day());
    }

    static Word truth() {
        return new Word(new Lexeme.Truth());
    }

    static Word oneOf(String... words) {
        return new Word(new Lexeme.OneOf(List.of(words)));
    }

    /** A new id. */
    static Name newId(Namespace of) {
        return new Name(of.spelling(), List.of(of), true, List.of());
    }

    /** The id of something declared elsewhere. */
    static Word idOf(Namespace... of) {
        return new Word(reference(of));
    }

    static Items idsOf(Namespace... of) {
        String plurals =
                String.join(" or ", List.of(of).stream().map(Namespace::plural).toList());
        return new Items("a list of " + plurals, idOf(of), true);
    }

    /** Ids, and names of sets of such ids. */
    static Items idsOrSets(Namespace of) {
        return new Items("a list of " + of.plural(), idOf(withNamedSets(of)), true);
    }

    private static Namespace[] withNamedSets(Namespace of) {
        return Stream.concat(Stream.of(of), of.namedSets().stream()).toArray(Namespace[]::new);
    }

    /** A set: one, several, all, or all but some. */
    static Named setOf(Namespace of) {
        String what = "a set of " + of.plural();
        Name one = reference(withNamedSets(of));
        Word word = new Word(new Name(one.spelling(), one.of(), false, List.of(ANY)));
        Items ids = idsOrSets(of);
        Keys allExcept = Forms.mapping(what, required(ALL_EXCEPT, ids, "Every one but these"));
        ByForm set = new ByForm(
                what,
                Optional.of(word),
                Optional.of(ids),
                Optional.of(allExcept),
                Optional.of("write one id, a list of them, `any`, or `{all-except: ...}`"));
        return new Named("set-of-" + of.plural().replace(' ', '-'), () -> set);
    }

    static Shape.Key required(String name, Shape shape, String description) {
        return new Shape.Key(name, true, shape, description);
    }

    static Shape.Key optional(String name, Shape shape, String description) {
        return new Shape.Key(name, false, shape, description);
    }

    static Keys mapping(String what, Shape.Key... keys) {
        return new Keys(what, List.of(keys), Optional.empty(), true, Map.of());
    }

    /** Declarations by their new ids. */
    static Keys declarations(Namespace of, Shape shape, String description) {
        OpenKeys open = new OpenKeys(newId(of), shape, description);
        return new Keys("a mapping of " + of.plural(), List.of(), Optional.of(open), true, Map.of());
    }

    /** Entries about things declared elsewhere, by id. */
    static Keys byId(String what, Namespace of, Shape shape, String description) {
        return new Keys(what, List.of(), Optional.of(new OpenKeys(reference(of), shape, description)), true, Map.of());
    }

    static Keys notEmpty(Keys keys) {
        return new Keys(keys.what(), keys.keys(), keys.open(), false, keys.elsewhere());
    }

    /** A title alone, or a mapping. */
    static ByForm titleOr(Keys mapping) {
        return new ByForm(
                "a title or a mapping with a `title`",
                Optional.of(text()),
                Optional.empty(),
                Optional.of(mapping),
                Optional.empty());
    }

    private static Name reference(Namespace... of) {
        return new Name(spelling(of[0]), List.of(of), false, List.of());
    }

    private static Spelling spelling(Namespace of) {
        return of == Namespace.FACT ? Spelling.WORD : of.spelling();
    }
}
