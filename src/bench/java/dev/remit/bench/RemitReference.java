package dev.remit.bench;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.ReferenceInterpreter;
import dev.remit.model.Situation;
import java.util.List;
import org.openjdk.jmh.infra.Blackhole;

/** The slow and obvious interpreter that Remit's diagram is held to. */
final class RemitReference extends RemitContender {
    private ReferenceInterpreter reference;
    private Situation[] situations;

    @Override
    void ready(DecisionPoint point, List<Request> requests) {
        reference = new ReferenceInterpreter(point.policy());
        situations = requests.stream()
                .map(RemitQuestions::complete)
                .map(point::situation)
                .toArray(Situation[]::new);
    }

    @Override
    public boolean permits(int request) {
        return reference.decide(situations[request]).permitted();
    }

    @Override
    public void decide(int request, Blackhole sink) {
        sink.consume(reference.decide(situations[request]));
    }
}
