package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Fields;
import dev.remit.model.Domain;
import dev.remit.model.Element;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.model.Person;
import dev.remit.model.PolicyPath.Section;
import dev.remit.node.Entry;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads people. */
final class PersonReader {
    private final Reading reading;
    private final PeriodReader periods;
    private final Map<Id.Fact, Fact> facts;

    /**
     * A reader.
     *
     * @param facts the facts whose declarations can be relied on
     */
    PersonReader(Reading reading, Map<Id.Fact, Fact> facts) {
        this.reading = reading;
        this.periods = new PeriodReader(reading.diagnostics());
        this.facts = facts;
    }

    /** One person of the register. */
    Person read(Entry entry) {
        Scalar name = entry.key();
        reading.note(Section.PEOPLE.path(name.text()), entry);
        Fields person = Fields.of(entry.value())
                .orElseThrow(() -> new IllegalStateException("checked to be a mapping: " + name.text()));
        reading.excuse(person, Reading.span(entry));
        Holdings holdings = new Holdings(reading.diagnostics());
        List<Person.HeldRole> roles = new ArrayList<>();
        person.nodes("roles").forEach(node -> role(node, holdings).ifPresent(roles::add));
        List<Person.StandingFact> facts = new ArrayList<>();
        person.nodes("facts").forEach(node -> facts.addAll(fact(node, holdings)));
        return new Person(
                reading.declared().people.find(name.text()).orElseGet(() -> new Id.Person(name.text())),
                reading.text(person, "name"),
                roles,
                facts);
    }

    private Optional<Person.HeldRole> role(Node node, Holdings holdings) {
        Optional<Scalar> word = word(node, "role");
        Optional<Id.Role> role = word.flatMap(each -> reading.references().resolve(reading.declared().roles, each));
        Optional<Scalar> bound = bound(node);
        Optional<Id.Project> project = project(bound);
        Period period = period(node);
        if (word.isEmpty() || role.isEmpty() || bound.isPresent() != project.isPresent()) {
            return Optional.empty();
        }
        holdings.add(role.get(), project, Domain.TRUE, word.get(), period);
        return Optional.of(new Person.HeldRole(role.get(), project, period));
    }

    private static Optional<Scalar> bound(Node node) {
        return Fields.of(node).flatMap(fields -> fields.scalar("project"));
    }

    private Optional<Id.Project> project(Optional<Scalar> word) {
        return word.flatMap(each -> reading.references().resolve(reading.declared().projects, each));
    }

    private List<Person.StandingFact> fact(Node node, Holdings holdings) {
        Optional<Scalar> word = word(node, "fact");
        Optional<Id.Fact> fact = word.flatMap(each -> reading.references().resolve(reading.declared().facts, each));
        Optional<Scalar> about = bound(node);
        Period period = period(node);
        if (word.isEmpty() || fact.isEmpty()) {
            return List.of();
        }
        List<Fact> declared = declared(fact.get());
        if (declared.isEmpty() || !fits(declared.get(0), word.get(), about)) {
            return List.of();
        }
        Map<Id.Fact, Id.Value> values = new FactValues(reading, declared).read(word.get(), node);
        Optional<Id.Project> project = project(about);
        if (about.isPresent() && project.isEmpty()) {
            return List.of();
        }
        if (!values.isEmpty()) {
            holdings.add(fact.get(), project, values, word.get(), period);
        }
        List<Person.StandingFact> held = new ArrayList<>();
        values.forEach((id, value) -> held.add(new Person.StandingFact(id, value, project, period)));
        return held;
    }

    /** The fact, or the elements of the set, of a name; none if their declaration cannot be relied on. */
    private List<Fact> declared(Id.Fact name) {
        return facts.values().stream()
                .filter(each -> Element.owner(each.id().value()).equals(name.value()))
                .toList();
    }

    /** Whether a fact may stand here, and stands with a project if and only if it is about one. */
    private boolean fits(Fact fact, Scalar word, Optional<Scalar> about) {
        boolean isAboutProject = fact.isAboutProject();
        if (!fact.isRegistered()) {
            report(
                    Code.CALLER_FACT,
                    word,
                    "fact " + Words.quoted(word.text()) + " is known from the caller, not from the register",
                    "take it out here, or declare it with `known-from: register`");
        } else if (isAboutProject && about.isEmpty()) {
            report(
                    Code.FACT_WITHOUT_PROJECT,
                    word,
                    "fact " + Words.quoted(word.text()) + " is about a person on a project; say which",
                    "write " + Words.quoted("{fact: " + word.text() + ", project: ...}"));
        } else if (!isAboutProject && about.isPresent()) {
            report(
                    Code.FACT_WITH_PROJECT,
                    about.get(),
                    "fact " + Words.quoted(word.text()) + " is about a person, whatever the project",
                    "take the project out, or declare the fact with `about: project`");
        } else {
            return true;
        }
        return false;
    }

    private void report(Code code, Scalar place, String message, String help) {
        reading.diagnostics().report(code, place.head(), message, help);
    }

    private Period period(Node node) {
        return Fields.of(node).map(fields -> periods.read(fields, "from")).orElse(Period.ALWAYS);
    }

    private static Optional<Scalar> word(Node node, String key) {
        return node instanceof Scalar word ? Optional.of(word) : Fields.of(node).flatMap(fields -> fields.scalar(key));
    }
}
