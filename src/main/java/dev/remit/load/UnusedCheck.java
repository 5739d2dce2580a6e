package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Words;
import dev.remit.model.Clause;
import dev.remit.model.Id;
import dev.remit.model.Mode;
import dev.remit.model.Project;
import dev.remit.model.Route;
import dev.remit.model.Vocabulary;
import dev.remit.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Warns of what is declared though nothing speaks of it. Only for bundles without errors: a misspelt word would make the
 * right one look unused.
 */
final class UnusedCheck {
    private UnusedCheck() {}

    static void check(PolicyParts policy, RegisterParts registers, Reading reading) {
        Declared declared = reading.declared();
        useWhatFollows(policy, registers, declared);
        for (Names<?> names : List.of(
                declared.roles,
                declared.activities,
                declared.levels,
                declared.categories,
                declared.routes,
                declared.attributes,
                declared.facts,
                declared.registers,
                declared.obligations,
                declared.conditions,
                declared.rulings)) {
            names.forEachUnused((id, place) -> report(names, id, place, reading));
        }
        if (!declared.clauses.isEmpty()) {
            declared.sources.forEachUnused((id, place) -> report(declared.sources, id, place, reading));
            Set<Id> answered = answered(policy);
            declared.clauses.forEachUnused((id, place) -> {
                if (!answered.contains(id)) {
                    reading.diagnostics()
                            .report(
                                    Code.UNUSED_DECLARATION,
                                    place,
                                    "nothing puts clause " + Words.quoted(id.value()) + " into practice",
                                    "cite it in a rule, or say `unanswered-because`");
                }
            });
        }
    }

    /** What the language itself speaks of. */
    private static void useWhatFollows(PolicyParts policy, RegisterParts registers, Declared declared) {
        for (Route each : policy.vocabulary().routes()) {
            if (each.modes().containsValue(Mode.DECLARED)) {
                declared.obligations.use(Vocabulary.DECLARE_OPT_OUT_HANDLING);
            }
        }
        if (!registers.projects().isEmpty()) {
            declared.attributes.use(Project.STATUS);
        }
    }

    /** Clauses that ask for no rule, or say why there is none. */
    private static Set<Id> answered(PolicyParts policy) {
        Set<Id> answered = new HashSet<>();
        for (Clause each : policy.clauses()) {
            if (!each.kind().isNormative() || each.unansweredBecause().isPresent()) {
                answered.add(each.id());
            }
        }
        return answered;
    }

    private static void report(Names<?> names, Object id, Span place, Reading reading) {
        reading.diagnostics()
                .report(
                        Code.UNUSED_DECLARATION,
                        place,
                        names.namespace().noun() + " " + Words.quoted(id.toString())
                                + " is declared, but nothing speaks of it",
                        "use it, or delete it");
    }
}
