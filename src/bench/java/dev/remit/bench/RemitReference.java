package dev.remit.bench;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.ReferenceInterpreter;
import dev.remit.model.Assignment;
import java.util.List;
import org.openjdk.jmh.infra.Blackhole;

/** The slow and obvious interpreter that Remit's diagram is held to. */
final class RemitReference extends RemitContender {
    private ReferenceInterpreter reference;
    private Assignment[] assignments;

    @Override
    void ready(DecisionPoint point, List<Request> requests) {
        reference = new ReferenceInterpreter(point.policy());
        assignments = requests.stream()
                .map(RemitQuestions::complete)
                .map(point::assignment)
                .toArray(Assignment[]::new);
    }

    @Override
    public boolean permits(int request) {
        return reference.decide(assignments[request]).permitted();
    }

    @Override
    public void decide(int request, Blackhole sink) {
        sink.consume(reference.decide(assignments[request]));
    }
}
