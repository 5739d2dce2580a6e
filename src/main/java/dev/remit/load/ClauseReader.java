package dev.remit.load;

import dev.remit.grammar.Fields;
import dev.remit.model.Clause;
import dev.remit.model.Id;
import dev.remit.model.PolicyPath.Section;
import dev.remit.node.Entry;
import dev.remit.node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the register of source clauses. */
final class ClauseReader {
    private ClauseReader() {}

    static List<Clause> read(Tree tree, Reading reading) {
        List<Clause> clauses = new ArrayList<>();
        for (Entry each : Fields.of(tree.checked()).entries("clauses")) {
            Optional<Fields> clause = Fields.of(each.value());
            reading.note(Section.CLAUSES.path(each.key().text()), each);
            clause.ifPresent(fields -> clauses.add(clause(each.key(), fields, reading)));
        }
        return clauses;
    }

    private static Clause clause(Scalar name, Fields clause, Reading reading) {
        Optional<Id.Source> document = clause.scalar("document")
                .flatMap(word -> reading.references().resolve(reading.declared().sources, word));
        return new Clause(
                new Id.Citation(name.text()),
                reading.required(document, new Id.Source("-")),
                reading.text(clause, "section"),
                reading.text(clause, "says"),
                kinds(clause),
                clause.text("fingerprint"),
                clause.text("unanswered-because"));
    }

    /** What the sentence does; after an error that keeps the register from being used, anything. */
    private static List<Clause.Kind> kinds(Fields clause) {
        List<Clause.Kind> kinds = clause.list("kind").stream()
                .map(word -> Reading.choice(word.text(), Clause.Kind.class))
                .toList();
        return kinds.isEmpty() ? List.of(Clause.Kind.BACKGROUND) : kinds;
    }
}
