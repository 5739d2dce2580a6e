package dev.remit.grammar;

import static dev.remit.grammar.Forms.declarations;
import static dev.remit.grammar.Forms.idsOrSets;
import static dev.remit.grammar.Forms.mapping;
import static dev.remit.grammar.Forms.optional;

/** The grammar of the section {@code sets}: lists of ids with names. */
final class SetGrammar {

    static final Shape.Key SETS = optional(
            "sets",
            mapping(
                    "a mapping of named sets",
                    sets("roles", Namespace.ROLE),
                    sets("activities", Namespace.ACTIVITY),
                    sets("levels", Namespace.LEVEL),
                    sets("work-categories", Namespace.CATEGORY),
                    sets("routes", Namespace.ROUTE)),
            "Names for lists of ids, to be used wherever such a list can stand");

    private SetGrammar() {}

    private static Shape.Key sets(String key, Namespace of) {
        return optional(
                key,
                declarations(
                        of.namedSets().orElseThrow(() -> new IllegalStateException("no sets of " + of.plural())),
                        idsOrSets(of),
                        "The members of a set"),
                "Named sets of " + of.plural());
    }
}
