package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.Mode;
import dev.remit.model.Route;
import dev.remit.model.Rule;
import dev.remit.model.Stance;
import dev.remit.model.Vocabulary;
import dev.remit.source.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Settles which stances of a permit rule have an effect, and finds those that are missing, impossible or idle. */
final class StanceCheck {
    private final Diagnostics diagnostics;
    private final List<Id.Register> registers;
    private final Map<Id.Route, Route> routes;
    private final Set<Id.Level> withPatients = new HashSet<>();

    StanceCheck(Vocabulary vocabulary, List<Id.Register> registers, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.registers = registers;
        this.routes = Vocabulary.byId(vocabulary.routes(), Route::id);
        vocabulary.levels().stream().filter(Level::patientData).map(Level::id).forEach(withPatients::add);
    }

    /** The stances that have an effect, in the rule's own words or its work category's. */
    Map<Id.Register, Stance> settle(ReadRule read) {
        Map<Id.Register, Stance> effective = new HashMap<>();
        Rule rule = read.rule();
        boolean reachesPatients = rule.levels().stream().anyMatch(withPatients::contains);
        for (Id.Register register : registers) {
            Optional<Stance> own = Optional.ofNullable(rule.stances().get(register));
            Optional<Route> bearing = reachesPatients ? route(rule, register, mode -> true) : Optional.empty();
            if (bearing.isEmpty()) {
                own.ifPresent(stance -> reportIdle(read, register));
                continue;
            }
            Optional<Stance> stance =
                    own.or(() -> Optional.ofNullable(read.common().get(register)));
            Optional<Route> open = route(rule, register, StanceCheck::leavesNobodyOut);
            if (stance.isEmpty()) {
                reportMissing(read, register, bearing.get(), open);
            } else if (open.isPresent() && stance.get() != Stance.ALLOWED) {
                reportImpossible(read, register, stance.get(), open.get());
            }
            stance.ifPresent(each -> effective.put(register, each));
        }
        return effective;
    }

    private static boolean leavesNobodyOut(Mode mode) {
        return mode == Mode.UNFILTERED || mode == Mode.UNENFORCEABLE;
    }

    /** A route of the rule on which a register has a bearing, and a mode of some sort. */
    private Optional<Route> route(Rule rule, Id.Register register, Predicate<Mode> sort) {
        for (Id.Route each : rule.routes()) {
            Route route = routes.get(each);
            if (route != null) {
                Mode mode = route.modes().get(register);
                if (mode != null && mode != Mode.NOT_APPLICABLE && sort.test(mode)) {
                    return Optional.of(route);
                }
            }
        }
        return Optional.empty();
    }

    private void reportMissing(ReadRule rule, Id.Register register, Route bearing, Optional<Route> open) {
        List<String> words = Arrays.stream(Stance.values()).map(Stance::word).toList();
        String help = open.map(route -> told(route, register) + ", where they cannot be left out; write "
                        + Words.quoted("opt-outs: {" + register + ": allowed}") + " to say so aloud")
                .orElseGet(() -> told(bearing, register) + "; add " + Words.quoted("opt-outs: {" + register + ": ...}")
                        + " with " + Words.or(words));
        diagnostics.report(
                Code.MISSING_STANCE,
                rule.name(),
                "the rule does not say whether patients of " + quoted(register) + " can be included",
                help);
    }

    private void reportImpossible(ReadRule rule, Id.Register register, Stance stance, Route route) {
        Span own = rule.stances().get(register);
        diagnostics.report(
                Code.IMPOSSIBLE_STANCE,
                own == null ? rule.name() : own,
                told(route, register) + ", where " + Words.quoted(stance.word()) + " cannot be kept",
                own == null
                        ? "the work category says " + Words.quoted(stance.word()) + "; write "
                                + Words.quoted("opt-outs: {" + register + ": allowed}")
                                + " in the rule, or take the route out"
                        : "write `allowed` to say so aloud, or take the route out");
    }

    private void reportIdle(ReadRule rule, Id.Register register) {
        diagnostics.report(
                Code.IDLE_STANCE,
                rule.stances().getOrDefault(register, rule.name()),
                quoted(register) + " has no bearing on this rule",
                "delete it: no level of the rule holds patient data, or the register does not apply on its routes");
    }

    private static String told(Route route, Id.Register register) {
        Mode mode = route.modes().get(register);
        return quoted(route.id()) + " is " + Words.quoted(mode == null ? "" : mode.word()) + " for " + quoted(register);
    }

    private static String quoted(Id id) {
        return Words.quoted(id.value());
    }
}
