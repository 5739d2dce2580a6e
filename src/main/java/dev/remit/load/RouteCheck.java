package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Fields;
import dev.remit.model.Id;
import dev.remit.model.Mode;
import dev.remit.node.Entry;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds routes that say too little about the opt-out registers. */
final class RouteCheck {
    private final Reading reading;

    RouteCheck(Reading reading) {
        this.reading = reading;
    }

    void check(Fields vocabulary) {
        for (Entry route : vocabulary.entries("routes")) {
            if (reading.isWellShaped(route)) {
                reportMissingModes(route);
                reportMissingObligation(route);
            }
        }
    }

    private void reportMissingModes(Entry route) {
        SymbolScope<Id.Register> registers = reading.declared().registers;
        if (!registers.isComplete()) {
            return;
        }
        List<String> named =
                modes(route.value()).stream().map(mode -> mode.key().text()).toList();
        for (String each : registers.words()) {
            if (!named.contains(each)) {
                reading.diagnostics()
                        .report(
                                Code.MISSING_MODE,
                                route.key().head(),
                                "route " + Words.quoted(route.key().text())
                                        + " does not say how it treats the patients of " + Words.quoted(each),
                                "add " + Words.quoted("opt-outs: {" + each + ": ...}")
                                        + ", with `not-applicable` if they cannot be among the data");
            }
        }
    }

    /** A mode may bring a duty of its own, so the policy must know it. */
    private void reportMissingObligation(Entry route) {
        SymbolScope<Id.Obligation> declared = reading.declared().obligations;
        if (!declared.isComplete()) {
            return;
        }
        for (Entry entry : modes(route.value())) {
            if (entry.value() instanceof Scalar word) {
                Mode.find(word.text()).map(Mode::duties).orElse(Set.of()).stream()
                        .filter(duty -> !declared.all().contains(duty))
                        .forEach(duty -> reading.diagnostics()
                                .report(
                                        Code.MISSING_OBLIGATION,
                                        word.head(),
                                        Words.quoted(word.text()) + " comes with the obligation "
                                                + Words.quoted(duty.value()) + ", which the vocabulary does not have",
                                        "declare " + Words.quoted(duty.value()) + " under `obligations`"));
            }
        }
    }

    private static List<Entry> modes(Node route) {
        Optional<Fields> fields = Fields.of(route);
        return fields.map(each -> each.entries("opt-outs")).orElse(List.of());
    }
}
