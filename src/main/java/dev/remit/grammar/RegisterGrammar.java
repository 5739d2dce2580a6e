package dev.remit.grammar;

import static dev.remit.grammar.Forms.byId;
import static dev.remit.grammar.Forms.day;
import static dev.remit.grammar.Forms.declarations;
import static dev.remit.grammar.Forms.idOf;
import static dev.remit.grammar.Forms.mapping;
import static dev.remit.grammar.Forms.oneOf;
import static dev.remit.grammar.Forms.optional;
import static dev.remit.grammar.Forms.required;
import static dev.remit.grammar.Forms.text;

import dev.remit.grammar.Lexeme.Name;
import dev.remit.grammar.Shape.ByForm;
import dev.remit.grammar.Shape.Items;
import dev.remit.grammar.Shape.Keys;
import dev.remit.grammar.Shape.OpenKeys;
import dev.remit.grammar.Shape.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The grammar of the registers of projects, people and clauses. */
final class RegisterGrammar {

    private static final Shape.Key FROM = optional("from", day(), "The first day it counts; from ever if left out");
    private static final Shape.Key UNTIL = optional("until", day(), "The last day it counts; for ever if left out");

    private static final Keys PERMISSION = mapping(
            "a permission",
            required("granted-by", text(), "Who gave the permission"),
            required("granted-on", day(), "The day it was given, which is the first day it counts"),
            required("reference", text(), "Where the decision is on record"),
            optional("until", day(), "The last day it counts; for ever if left out"));

    private static final Keys PROJECT = new Keys(
            "a project",
            List.of(
                    required("title", text(), "The name people know it by"),
                    optional("description", text(), "What it is about"),
                    optional("from", day(), "The first day; before it the project is not approved"),
                    optional("until", day(), "The last day; after it the project is finished"),
                    optional(
                            "permissions",
                            byId(
                                    "a mapping of opt-out registers to permissions",
                                    Namespace.REGISTER,
                                    PERMISSION,
                                    "The permission to include the patients of this register"),
                            "The permissions the project holds to include patients who opted out"),
                    optional(
                            "also",
                            new Items("a list of ids of projects", new Word(Forms.newId(Namespace.PROJECT)), true),
                            "Other names of the project, by any of which it is found; answers carry its id"),
                    OnPurpose.ON_PURPOSE),
            Optional.of(new OpenKeys(
                    new Name(Spelling.ATTRIBUTE_ID, List.of(Namespace.ATTRIBUTE), false, List.of()),
                    Forms.elements(),
                    "The value of an attribute, or the elements of one that is a set; every declared one is needed, except that a boolean left out is"
                            + " `false`, and a `status` left out follows from the dates")),
            true,
            Map.of());

    private static final Keys PERSON = mapping(
            "a person",
            required("name", text(), "The person's name"),
            required(
                    "roles",
                    dated(
                            "role",
                            "a list of roles",
                            required("role", idOf(Namespace.ROLE), "The role"),
                            optional(
                                    "project",
                                    idOf(Namespace.PROJECT),
                                    "The project it is bound to; held for every question if left out")),
                    "The hats the person can wear"),
            optional(
                    "facts",
                    dated(
                            "fact",
                            "a list of facts",
                            required("fact", idOf(Namespace.FACT), "The fact; one known from the register"),
                            optional(
                                    "is",
                                    new Word(new Name(Spelling.VALUE, List.of(Namespace.VALUE), false, List.of())),
                                    "The value it has, if it is one with values"),
                            optional(Forms.HAS, Forms.elements(), "All elements it has on these days, if it is a set"),
                            optional(
                                    "project",
                                    idOf(Namespace.PROJECT),
                                    "The project it is about, if the fact is about one")),
                    "What is true of the person; what is not listed is false, or what its declaration says if unsaid"),
            OnPurpose.ON_PURPOSE);

    private static final Keys CLAUSE = mapping(
            "a clause",
            required("document", idOf(Namespace.SOURCE), "The source document it stands in"),
            required("section", text(), "The section of the document"),
            required("says", text(), "What it says, in our words"),
            required(
                    "kind",
                    new Items(
                            "a kind or a list of kinds",
                            oneOf("permit", "forbid", "obligation", "condition", "definition", "background"),
                            true),
                    "What sort of statement it is; of one that does several things, all of them, the first one first"),
            optional("fingerprint", text(), "A digest of the original text, to notice when it changes"),
            optional(
                    "reread-because",
                    text(),
                    "Why the sentence is read as before though it has changed, as `--restamp` writes it"),
            optional("unanswered-because", text(), "Why no rule cites it"));

    static final Shape.Key PROJECTS =
            required("projects", declarations(Namespace.PROJECT, PROJECT, "A project"), "The projects by their ids");
    static final Shape.Key PEOPLE =
            required("people", declarations(Namespace.PERSON, PERSON, "A person"), "The people by their ids");
    static final Shape.Key CLAUSES =
            required("clauses", declarations(Namespace.CLAUSE, CLAUSE, "A clause"), "The clauses by their ids");

    private RegisterGrammar() {}

    /** A list of words, each of which can be a mapping with more keys. */
    private static Items dated(String noun, String what, Shape.Key... keys) {
        Shape.Key[] all = Arrays.copyOf(keys, keys.length + 2);
        all[keys.length] = FROM;
        all[keys.length + 1] = UNTIL;
        Keys mapping = mapping("a dated " + noun, all);
        ByForm item = new ByForm(
                "a " + noun + " or a mapping with a `" + noun + "`",
                Optional.of((Word) keys[0].shape()),
                Optional.empty(),
                Optional.of(mapping),
                Optional.empty());
        return new Items(what, item, true);
    }
}
