package dev.remit.bench;

import dev.remit.decide.Decision;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Question;
import java.util.List;
import java.util.function.Function;
import org.openjdk.jmh.infra.Blackhole;

/** Remit asked by questions in words, for decisions that can explain themselves. */
final class RemitDecision extends RemitContender {
    private final Function<Request, Question> asking;
    private DecisionPoint decisions;
    private Question[] questions;

    RemitDecision(Function<Request, Question> asking) {
        this.asking = asking;
    }

    @Override
    void ready(DecisionPoint point, List<Request> requests) {
        decisions = point;
        questions = requests.stream().map(asking).toArray(Question[]::new);
    }

    private Decision decision(int request) {
        return decisions.decide(questions[request]);
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
