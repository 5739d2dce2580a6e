package dev.remit.grammar;

import static dev.remit.grammar.Forms.idOf;
import static dev.remit.grammar.Forms.notEmpty;
import static dev.remit.grammar.Forms.oneOf;
import static dev.remit.grammar.Forms.optional;
import static dev.remit.grammar.Forms.required;

import dev.remit.grammar.Lexeme.Name;
import dev.remit.grammar.Shape.ByForm;
import dev.remit.grammar.Shape.ByKey;
import dev.remit.grammar.Shape.Choice;
import dev.remit.grammar.Shape.Items;
import dev.remit.grammar.Shape.Keys;
import dev.remit.grammar.Shape.OpenKeys;
import dev.remit.grammar.Shape.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The grammar of questions that are expected to get an error. They have the keys of other questions, but name whatever they
 * like, and may lack the activity or the level.
 */
final class RefusedQuestionGrammar {
    private RefusedQuestionGrammar() {}

    static ByKey question() {
        return new ByKey(
                "a question",
                List.of(
                        of(required("role", word("a role"), "The role that asks")),
                        of(required(
                                "who",
                                idOf(Namespace.DESCRIBED_PERSON),
                                "A person of this suite: the role and facts described there")),
                        of(required(
                                "person", word("a person"), "The registered person that asks, in each of their roles")),
                        of(required("roles", list("a list of roles", "a role"), "The roles, each by itself"))));
    }

    private static Choice of(Shape.Key subject) {
        List<Shape.Key> keys = new ArrayList<>(List.of(
                subject,
                optional("activity", word("an activity"), "What is to be done"),
                optional("level", word("a level"), "The level of data it is to be done to")));
        for (Shape.Key each : AskGrammar.circumstances()) {
            keys.add(new Shape.Key(each.name(), false, free(each), each.description()));
        }
        return new Choice(subject.name(), new Keys("a question", keys, Optional.empty(), true, Map.of()));
    }

    /** The shape of a circumstance whose words need not be declared. */
    private static Shape free(Shape.Key key) {
        return switch (key.name()) {
            case "category", "route", "project" -> word(key.shape().what());
            case "facts" -> facts();
            case "opt-outs" -> wishes(key.shape().what());
            default -> key.shape();
        };
    }

    private static Word word(String what) {
        return new Word(new Lexeme.Undeclared(what));
    }

    private static Items list(String what, String item) {
        return new Items(what, word(item), true);
    }

    private static Items facts() {
        // The key is given as one that declares its id, so that nothing restricts it.
        OpenKeys valued = new OpenKeys(
                new Name(Spelling.WORD, List.of(Namespace.FACT), true, List.of()),
                AskGrammar.given(),
                "The value of a fact, or the elements of one that is a set");
        Keys otherwise = new Keys(
                "a mapping with `not`, `unknown` or a fact with values",
                List.of(
                        optional("not", list("a list of facts", "a fact"), "Facts that are false"),
                        optional(
                                AskGrammar.UNKNOWN,
                                list("a list of facts", "a fact"),
                                "Facts that are not known, whatever else is closed")),
                Optional.of(valued),
                true,
                Map.of());
        ByForm item = new ByForm(
                "a fact, `{fact: value}`, `{not: ...}` or `{unknown: ...}`",
                Optional.of(word("a fact")),
                Optional.empty(),
                Optional.of(notEmpty(otherwise)),
                Optional.empty());
        return new Items("a list of facts", item, true);
    }

    /** Wishes by register. The key is given as one that declares its id, so that nothing restricts it. */
    private static Keys wishes(String what) {
        Name register = new Name(Spelling.WORD, List.of(Namespace.REGISTER), true, List.of());
        return new Keys(
                what,
                List.of(),
                Optional.of(new OpenKeys(
                        register,
                        oneOf("include", "exclude"),
                        "Whether data with or without the patients of this register is asked for")),
                false,
                Map.of());
    }
}
