package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Fields;
import dev.remit.model.Condition;
import dev.remit.model.Id;
import dev.remit.model.Mode;
import dev.remit.model.OptOutRegister;
import dev.remit.model.PatientList;
import dev.remit.model.Route;
import dev.remit.node.Entry;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a route does about each opt-out register, and where its outputs come from. */
final class RouteReader {
    private final Reading reading;
    private final ConditionReader conditions;
    private final Map<Id.Register, OptOutRegister> registers;

    RouteReader(Reading reading, ConditionReader conditions, List<OptOutRegister> registers) {
        this.reading = reading;
        this.conditions = conditions;
        this.registers = new HashMap<>();
        registers.forEach(each -> this.registers.put(each.id(), each));
    }

    Route read(Id.Route id, Node node, Set<Id.Obligation> obligations) {
        Map<Id.Register, Mode> modes = new HashMap<>();
        Map<Id.Register, PatientList> lists = new HashMap<>();
        for (Entry each : entries(node, "opt-outs")) {
            Optional<Id.Register> register = reading.references().resolve(reading.declared().registers, each.key());
            mode(each.value()).ifPresent(mode -> register.ifPresent(named -> modes.put(named, mode)));
            register.map(registers::get)
                    .flatMap(declared -> list(each.value(), declared))
                    .ifPresent(list -> lists.put(register.get(), list));
        }
        return new Route(id, reading.title(node), Reading.description(node), modes, lists, sources(node), obligations);
    }

    private static List<Entry> entries(Node route, String key) {
        return Fields.of(route).map(fields -> fields.entries(key)).orElse(List.of());
    }

    /** The mode of an entry about a register; empty if it is written wrongly. */
    static Optional<Mode> mode(Node handling) {
        return word(handling).flatMap(word -> Mode.find(word.text()));
    }

    /** The word that names the mode. */
    static Optional<Scalar> word(Node handling) {
        return handling instanceof Scalar word
                ? Optional.of(word)
                : Fields.of(handling).flatMap(fields -> fields.scalar("mode"));
    }

    /** The list used on a route, if it is not used as the register says. */
    private Optional<PatientList> list(Node handling, OptOutRegister register) {
        return Fields.of(handling)
                .map(fields -> new PatientList(
                        fields.text("list").orElse(register.list()),
                        Reading.choice(fields, "keep", OptOutRegister.Keep.class, register.keep())))
                .filter(list -> !list.equals(register.patients()));
    }

    private List<Route.Source> sources(Node route) {
        List<Route.Source> sources = new ArrayList<>();
        for (Node each : items(route)) {
            source(each).ifPresent(sources::add);
        }
        return sources;
    }

    /** What a route is derived from, as written. */
    static List<Node> items(Node route) {
        return Fields.of(route)
                .flatMap(fields -> fields.node("derived-from"))
                .map(Fields::items)
                .orElse(List.of());
    }

    private Optional<Route.Source> source(Node item) {
        Optional<Scalar> word = name(item);
        Optional<Placed> when =
                Fields.of(item).flatMap(fields -> fields.node("when")).map(conditions::read);
        when.ifPresent(this::reportOthers);
        return word.flatMap(name -> reading.references().resolve(reading.declared().routes, name))
                .map(route ->
                        new Route.Source(route, when.map(Placed::condition).orElse(Condition.ALWAYS)));
    }

    /** Outputs of a project came from where they came whoever looks at them, so only the project counts. */
    private void reportOthers(Placed when) {
        when.condition()
                .leaves()
                .filter(leaf -> !(leaf instanceof Condition.AttributeIs))
                .findFirst()
                .ifPresent(leaf -> reading.diagnostics()
                        .report(
                                Code.NOT_ABOUT_PROJECT,
                                when.span(),
                                "expected a condition over project attributes, found " + Words.quoted(leaf.about()),
                                "say it of the project, such as `project.ATTRIBUTE`: where outputs came from does"
                                        + " not change with who looks at them"));
    }

    /** The word that names a source. */
    static Optional<Scalar> name(Node item) {
        return item instanceof Scalar word
                ? Optional.of(word)
                : Fields.of(item).flatMap(fields -> fields.scalar("route"));
    }
}
