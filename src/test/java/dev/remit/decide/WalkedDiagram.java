package dev.remit.decide;

import dev.remit.diagram.CompiledPolicy;
import dev.remit.diagram.Diagram;
import dev.remit.model.Assignment;
import dev.remit.model.Policy;
import dev.remit.model.Space;
import java.util.List;

/** A policy's diagram with the outcomes at its leaves, as the decision point holds them, for tests. */
record WalkedDiagram(Diagram diagram, List<Outcome> outcomes) {

    static WalkedDiagram of(Policy policy) {
        Diagram diagram = CompiledPolicy.of(policy).diagram();
        OutcomeTable table = new OutcomeTable(policy);
        return new WalkedDiagram(
                diagram, diagram.leaves().stream().map(table::outcome).toList());
    }

    /** The same outcomes at the leaves of another diagram. */
    WalkedDiagram with(Diagram another) {
        return new WalkedDiagram(another, outcomes);
    }

    Space space() {
        return diagram.space();
    }

    Outcome decide(Assignment question) {
        return outcomes.get(diagram.find(question.values()));
    }
}
