package dev.remit.bench;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Outcome;
import dev.remit.decide.PreparedQuestion;
import dev.remit.decide.ReferenceInterpreter;
import dev.remit.model.Assignment;
import java.util.List;
import org.openjdk.jmh.infra.Blackhole;

/** Remit asked by prepared questions that leave things out. What is expected of those, the reference interpreter says. */
final class RemitPartial extends RemitContender {
    private PreparedQuestion[] prepared;
    private ReferenceInterpreter reference;
    private Assignment[] assignments;

    @Override
    void ready(DecisionPoint point, List<Request> requests) {
        prepared = requests.stream()
                .map(RemitQuestions::partial)
                .map(point::prepare)
                .toArray(PreparedQuestion[]::new);
        assignments = requests.stream()
                .map(RemitQuestions::partial)
                .map(point::assignment)
                .toArray(Assignment[]::new);
        reference = new ReferenceInterpreter(point.policy());
    }

    @Override
    public boolean permits(int request) {
        return prepared[request].permitted();
    }

    @Override
    public void decide(int request, Blackhole sink) {
        sink.consume(prepared[request].outcome());
    }

    @Override
    public void verify(List<Request> requests) {
        for (int i = 0; i < requests.size(); i++) {
            Outcome expected = reference.decide(assignments[i]);
            if (!prepared[i].outcome().equals(expected)) {
                throw new IllegalStateException("a partial question is answered wrongly: " + requests.get(i));
            }
        }
    }
}
