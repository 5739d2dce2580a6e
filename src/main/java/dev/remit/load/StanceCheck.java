package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.model.Id;
import dev.remit.model.Mode;
import dev.remit.model.Route;
import dev.remit.model.Rule;
import dev.remit.model.Stance;
import dev.remit.model.Vocabulary;
import dev.remit.source.Span;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds which stances of a permit rule have an effect, and reports those that are missing, impossible or idle. */
final class StanceCheck {
    private final Vocabulary vocabulary;
    private final List<Id.Register> registers;
    private final Diagnostics diagnostics;

    StanceCheck(Vocabulary vocabulary, List<Id.Register> registers, Diagnostics diagnostics) {
        this.vocabulary = vocabulary;
        this.registers = registers;
        this.diagnostics = diagnostics;
    }

    /** The stances that have an effect, in the rule's own words or its work category's. */
    Map<Id.Register, Stance> effective(ReadRule read) {
        Map<Id.Register, Stance> effective = new HashMap<>();
        Rule rule = read.rule();
        for (Id.Register register : registers) {
            Optional<Stance> own = Optional.ofNullable(rule.stances().get(register));
            Map<Route, Mode> bearing = vocabulary.bearing(rule.reach(), register);
            if (bearing.isEmpty()) {
                own.ifPresent(stance -> reportIdle(read, register));
                continue;
            }
            Optional<Stance> stance =
                    own.or(() -> Optional.ofNullable(read.common().get(register)));
            if (stance.isEmpty()) {
                reportMissing(read, register, bearing);
            } else {
                first(bearing, mode -> !mode.keeps(stance.get()))
                        .ifPresent(route -> reportImpossible(read, register, stance.get(), route));
            }
            stance.ifPresent(each -> effective.put(register, each));
        }
        return effective;
    }

    /** The first route, in the order of ids, with a mode of some sort. */
    private static Optional<Route> first(Map<Route, Mode> bearing, Predicate<Mode> sort) {
        return bearing.entrySet().stream()
                .filter(each -> sort.test(each.getValue()))
                .map(Map.Entry::getKey)
                .min(Comparator.comparing(Route::id));
    }

    private void reportMissing(ReadRule rule, Id.Register register, Map<Route, Mode> bearing) {
        List<String> words = Arrays.stream(Stance.values()).map(Stance::word).toList();
        String help = first(bearing, Mode::leavesNobodyOut)
                .map(route -> says(route, register) + ", where they cannot be left out; write "
                        + Words.quoted("opt-outs: {" + register + ": allowed}") + " to say so aloud")
                .orElseGet(() -> says(first(bearing, mode -> true).orElseThrow(), register) + "; add "
                        + Words.quoted("opt-outs: {" + register + ": ...}") + " with " + Words.or(words));
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
                says(route, register) + ", where " + Words.quoted(stance.word()) + " cannot be kept",
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

    private static String says(Route route, Id.Register register) {
        return quoted(route.id()) + " is " + Words.quoted(route.mode(register).word()) + " for " + quoted(register);
    }

    private static String quoted(Id id) {
        return Words.quoted(id.value());
    }
}
