package dev.remit.bench;

import java.nio.file.Path;
import java.util.List;

/** A floor: the array of bits again, after seven hash look-ups that turn a request's words into ordinals. */
final class StringArrayFloor implements Contender {
    private AnswerBits bits;
    private Request[] requests;

    @Override
    public void load(Workload workload, Path folder) {
        bits = AnswerBits.of(workload);
    }

    @Override
    public void prepare(List<Request> some) {
        requests = some.toArray(Request[]::new);
    }

    @Override
    public boolean permits(int number) {
        Request request = requests[number];
        return bits.permits(
                bits.role(request.role()),
                bits.activity(request.activity()),
                bits.level(request.level()),
                bits.category(request.category()),
                bits.kind(request.kind()),
                bits.status(request.status()),
                bits.environment(request.environment()),
                AnswerBits.flags(request));
    }
}
