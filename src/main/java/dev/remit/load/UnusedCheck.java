package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Fields;
import dev.remit.grammar.Namespace;
import dev.remit.model.Project;
import dev.remit.model.Route;
import dev.remit.node.Entry;
import dev.remit.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Warns of what is declared and never used. Clauses are traced elsewhere. Only for bundles without errors: a misspelt word would make the
 * right one look unused.
 */
final class UnusedCheck {
    /** The code that reports in another way that a word is not used. */
    private static final Map<Namespace, Code> SAME = Map.of(
            Namespace.ROLE, Code.ROLE_WITHOUT_ACCESS,
            Namespace.LEVEL, Code.LEVEL_WITHOUT_ACCESS,
            Namespace.FACT, Code.FACT_WITHOUT_EFFECT,
            Namespace.OBLIGATION, Code.OBLIGATION_NEVER_REACHED);

    private UnusedCheck() {}

    static void check(PolicyParts policy, RegisterParts registers, Reading reading) {
        SymbolTable declared = reading.declared();
        useWhatFollows(policy, registers, declared);
        Fields vocabulary = policy.source();
        useExcused(policy.written(), "rulings", declared.rulings);
        useExcused(vocabulary, "roles", declared.roles);
        useExcused(vocabulary, "activities", declared.activities);
        useExcused(vocabulary, "levels", declared.levels);
        useExcused(vocabulary, "routes", declared.routes);
        useExcused(vocabulary, "project", declared.attributes);
        useExcused(vocabulary, "facts", declared.facts);
        useExcused(vocabulary, "opt-outs", declared.registers);
        useExcused(vocabulary, "obligations", declared.obligations);
        for (SymbolScope<?> names : List.of(
                declared.roles,
                declared.activities,
                declared.levels,
                declared.categories,
                declared.routes,
                declared.attributes,
                declared.facts,
                declared.domains,
                declared.registers,
                declared.obligations,
                declared.conditions,
                declared.rulings)) {
            boolean isExcusable =
                    names != declared.categories && names != declared.conditions && names != declared.domains;
            names.forEachUnused((id, place) -> {
                if (!isOnPurpose(names.namespace(), place, reading)) {
                    report(names, id, place, isExcusable, reading);
                }
            });
        }
        declared.withSets()
                .values()
                .forEach(ids -> declared.setsOf(ids)
                        .ifPresent(
                                sets -> sets.forEachUnused((set, place) -> report(sets, set, place, false, reading))));
        if (!declared.clauses.isEmpty()) {
            declared.sources.forEachUnused((id, place) -> report(declared.sources, id, place, false, reading));
        }
    }

    /** Uses what the language itself brings. */
    private static void useWhatFollows(PolicyParts policy, RegisterParts registers, SymbolTable declared) {
        for (Route each : policy.vocabulary().routes()) {
            each.modes().values().forEach(mode -> mode.duties().forEach(declared.obligations::use));
        }
        if (!registers.projects().isEmpty()) {
            declared.attributes.use(Project.STATUS);
        }
    }

    /** Uses what says itself why it is not used. */
    private static <T> void useExcused(Fields parent, String section, SymbolScope<T> names) {
        for (Entry each : parent.entries(section)) {
            if (Fields.of(each.value())
                    .filter(fields -> fields.has("unused-because"))
                    .isPresent()) {
                names.find(each.key().text()).ifPresent(names::use);
            }
        }
    }

    private static void report(SymbolScope<?> names, Object id, Span place, boolean isExcusable, Reading reading) {
        reading.diagnostics()
                .report(
                        Code.UNUSED_DECLARATION,
                        place,
                        names.namespace().noun() + " " + Words.quoted(id.toString())
                                + " is declared, but nothing speaks of it",
                        isExcusable ? "use it, delete it, or say `unused-because`" : "use it, or delete it");
    }

    /** Nothing is permitted to a role that no rule names, and no answer hangs on such a fact: to say so is enough. */
    private static boolean isOnPurpose(Namespace kind, Span place, Reading reading) {
        return Optional.ofNullable(SAME.get(kind))
                .filter(code -> reading.isExcused(code, place))
                .isPresent();
    }
}
