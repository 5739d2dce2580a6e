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
    private final Fields routes;

    RouteCheck(Reading reading, Fields vocabulary) {
        this.reading = reading;
        routes = vocabulary;
    }

    void check() {
        for (Entry route : routes.entries("routes")) {
            if (reading.isWellShaped(route)) {
                reportMissingModes(route);
                reportMissingObligation(route);
                reportSources(route);
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
            Optional<Scalar> named = RouteReader.word(entry.value());
            if (named.isPresent()) {
                Scalar word = named.get();
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

    /** Outputs come from somewhere, and only from other ways. */
    private void reportSources(Entry route) {
        List<Node> sources = RouteReader.items(route.value());
        Optional<Entry> outputs = modes(route.value()).stream()
                .filter(each ->
                        RouteReader.mode(each.value()).filter(Mode::isOfOutputs).isPresent())
                .findFirst();
        boolean isSaid = Fields.of(route.value())
                .filter(fields -> fields.has("derived-from"))
                .isPresent();
        if (outputs.isPresent() && !isSaid) {
            reading.diagnostics()
                    .report(
                            Code.MISSING_SOURCE,
                            RouteReader.word(outputs.get().value())
                                    .orElseThrow()
                                    .head(),
                            "route " + Words.quoted(route.key().text())
                                    + " has outputs, and does not say where they come from",
                            "add `derived-from: [...]` with the routes that produce them, such as"
                                    + " `derived-from: [ROUTE, {route: ROUTE, when: project.ATTRIBUTE}]`");
        }
        if (outputs.isEmpty() && !sources.isEmpty()) {
            reading.diagnostics()
                    .report(
                            Code.IDLE_SOURCE,
                            sources.get(0).head(),
                            "route " + Words.quoted(route.key().text()) + " treats no register as `derived`, so that"
                                    + " nothing hangs on where its contents come from",
                            "leave `derived-from` out, or give a register the mode `derived`");
        }
        for (Node each : sources) {
            reportSource(route, each);
        }
    }

    private void reportSource(Entry route, Node source) {
        Optional<Scalar> name = RouteReader.name(source);
        name.filter(word -> isFreeOfPatients(word.text())).ifPresent(this::reportFreeOfPatients);
        if (name.isPresent() && name.get().text().equals(route.key().text())) {
            reading.diagnostics()
                    .report(
                            Code.SOURCE_OF_ITSELF,
                            name.get().head(),
                            "route " + Words.quoted(name.get().text()) + " cannot be a source of itself",
                            "name the routes on which its contents are produced");
        }
    }

    /** Whether no register has a bearing on a route, so that nobody can have been included there. */
    private boolean isFreeOfPatients(String route) {
        List<Entry> modes = routes.entries("routes").stream()
                .filter(each -> each.key().text().equals(route))
                .filter(reading::isWellShaped)
                .flatMap(each -> modes(each.value()).stream())
                .toList();
        return !modes.isEmpty()
                && modes.stream()
                        .allMatch(each -> RouteReader.mode(each.value())
                                .filter(mode -> !mode.hasBearing())
                                .isPresent());
    }

    private void reportFreeOfPatients(Scalar source) {
        reading.diagnostics()
                .report(
                        Code.IDLE_SOURCE,
                        source.head(),
                        "no register has a bearing on route " + Words.quoted(source.text())
                                + ", so that no patient can come from there",
                        "leave it out, or give the route the mode it has");
    }

    private static List<Entry> modes(Node route) {
        Optional<Fields> fields = Fields.of(route);
        return fields.map(each -> each.entries("opt-outs")).orElse(List.of());
    }
}
