package dev.remit.bench;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Question;
import java.util.List;
import org.openjdk.jmh.infra.Blackhole;

/** Remit asked about registered people and projects: roles and facts are looked up. */
final class RemitPerson extends RemitContender {
    private DecisionPoint decisions;
    private Question[] questions;

    @Override
    void ready(DecisionPoint point, List<Request> requests) {
        decisions = point;
        questions = requests.stream().map(RemitQuestions::ofRegisteredPerson).toArray(Question[]::new);
    }

    @Override
    public boolean permits(int request) {
        return decisions.decideEach(questions[request]).permitted();
    }

    @Override
    public void decide(int request, Blackhole sink) {
        sink.consume(decisions.decideEach(questions[request]));
    }
}
