package dev.remit.bench;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.PreparedQuestion;
import dev.remit.decide.Question;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.openjdk.jmh.infra.Blackhole;

/** Remit asked by questions whose words are resolved. */
final class RemitPrepared extends RemitContender {
    private final Function<Request, Question> asking;
    private final BiConsumer<PreparedQuestion, Blackhole> taking;
    private PreparedQuestion[] prepared;

    RemitPrepared(Function<Request, Question> asking, BiConsumer<PreparedQuestion, Blackhole> taking) {
        this.asking = asking;
        this.taking = taking;
    }

    @Override
    void ready(DecisionPoint point, List<Request> requests) {
        prepared = requests.stream().map(asking).map(point::prepare).toArray(PreparedQuestion[]::new);
    }

    @Override
    public boolean permits(int request) {
        return prepared[request].permitted();
    }

    @Override
    public void decide(int request, Blackhole sink) {
        taking.accept(prepared[request], sink);
    }
}
