package dev.remit.bench;

import dev.remit.decide.Decision;
import dev.remit.decide.DecisionPoint;
import java.util.List;
import org.openjdk.jmh.infra.Blackhole;

/** Remit asked from the strings of a request: the question is made, asked and thrown away. */
final class RemitStrings extends RemitContender {
    private DecisionPoint decisions;
    private Request[] requests;

    @Override
    void ready(DecisionPoint point, List<Request> some) {
        decisions = point;
        requests = some.toArray(Request[]::new);
    }

    private Decision decision(int request) {
        return decisions.decide(RemitQuestions.complete(requests[request]));
    }

    @Override
    public boolean permits(int request) {
        return decision(request).permitted();
    }

    @Override
    public void decide(int request, Blackhole sink) {
        sink.consume(decision(request));
    }
}
