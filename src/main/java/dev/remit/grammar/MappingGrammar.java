package dev.remit.grammar;

import static dev.remit.grammar.Forms.mapping;
import static dev.remit.grammar.Forms.oneOf;
import static dev.remit.grammar.Forms.optional;
import static dev.remit.grammar.Forms.required;
import static dev.remit.grammar.Forms.text;
import static dev.remit.grammar.Forms.truth;

import dev.remit.grammar.Shape.ByKey;
import dev.remit.grammar.Shape.Choice;
import dev.remit.grammar.Shape.Items;
import dev.remit.grammar.Shape.Named;
import dev.remit.grammar.Shape.Word;
import java.util.List;
import java.util.Optional;

/** The grammar of mappings: from the words of other systems to those of a policy. */
final class MappingGrammar {
    private static final Word INPUT = ServeGrammar.form(
            "an input such as `subject.id`, `action.name` or `resource.properties.owner`",
            "(?:subject|resource)\\.(?:type|id)|action\\.name|(?:subject|action|resource)\\.properties\\..+"
                    + "|context\\..+");

    /** A value: a mapping that says how it is made. */
    private static final Named VALUE = new Named("mapped-value", MappingGrammar::value);

    private static final Items TABLE = new Items(
            "a table",
            mapping(
                    "a row",
                    required("from", text(), "What is sent"),
                    required("to", text(), "What it stands for in the policy")),
            false);

    private static final Shape.Key AS_ID = optional("id", VALUE, "Its id in the policy. Left out: the id that is sent");

    private static final Items SUBJECTS = new Items(
            "a list of subject types",
            mapping(
                    "a subject type",
                    required("type", text(), "The type as it is sent"),
                    required("as", oneOf("role", "person"), "What it is in the policy"),
                    AS_ID),
            false);

    private static final Items RESOURCES = new Items(
            "a list of resource types",
            mapping(
                    "a resource type",
                    required("type", text(), "The type as it is sent"),
                    optional("as", oneOf("level", "project"), "What its id is in the policy. Left out: nothing"),
                    AS_ID,
                    optional("level", VALUE, "The data level, unless it is the id"),
                    optional("project", VALUE, "The project, unless it is the id")),
            false);

    private static final Items ACTIONS = new Items(
            "a list of actions",
            mapping(
                    "an action",
                    required("name", text(), "The name as it is sent"),
                    required("activity", text(), "The activity of the policy"),
                    optional(
                            "types",
                            new Items("a list of resource types", text(), true),
                            "Only for these resource types")),
            false);

    private static final Items PROPERTIES = new Items(
            "a list of properties",
            mapping(
                    "a property",
                    required(
                            "to",
                            ServeGrammar.form(
                                    "`category`, `route`, `facts.` and a fact, or `project.` and an attribute",
                                    "category|route|facts\\..+|project\\..+"),
                            "What it says in a question"),
                    required("value", VALUE, "The value"),
                    optional(
                            "over-register",
                            truth(),
                            "Whether a value that is sent stands over what the register says of the project. Left out: false")),
            false);

    private MappingGrammar() {}

    /** The shape of the file. */
    static FileShape file(Shape.Key version) {
        return new FileShape(
                "mapping.yaml",
                "A mapping from the words of another system to those of a policy",
                Optional.of("mapping"),
                mapping(
                        "a mapping",
                        version,
                        required("mapping", text(), "A title for people"),
                        required("subjects", SUBJECTS, "The types of subjects"),
                        required("actions", ACTIONS, "The actions"),
                        required("resources", RESOURCES, "The types of resources"),
                        optional("properties", PROPERTIES, "What is known of subject, action and resource"),
                        optional("closed", truth(), "Whether facts that are not said are false. Left out: false")));
    }

    private static ByKey value() {
        return new ByKey(
                "a value",
                List.of(
                        choice(required("is", INPUT, "The input itself")),
                        choice(required(
                                "equals",
                                new Items("a list of two values", VALUE, false),
                                "Whether two values are there and the same")),
                        choice(
                                required("in", INPUT, "Whether the input is one of some values"),
                                required("values", new Items("a list of values", text(), true), "The values")),
                        choice(required("present", INPUT, "Whether the input is there")),
                        choice(required("constant", text(), "Always the same value")),
                        choice(required(
                                "first-of",
                                new Items("a list of values", VALUE, false),
                                "The first of these values that is there")),
                        choice(
                                required("lookup", INPUT, "What the input stands for in a table"),
                                required("table", TABLE, "The table"))));
    }

    private static Choice choice(Shape.Key marker, Shape.Key... others) {
        Shape.Key[] keys = new Shape.Key[others.length + 1];
        keys[0] = marker;
        System.arraycopy(others, 0, keys, 1, others.length);
        return new Choice(marker.name(), mapping("a value", keys));
    }
}
