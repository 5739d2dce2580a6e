package dev.remit.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * A floor: every answer there is as one bit of an array, found by ordinals that are known already. It explains nothing,
 * and says nothing about a request that leaves something open.
 */
final class ArrayFloor implements Contender {
    /** A request by ordinals: the words in the order of {@link Field}, the environment, and the booleans in one number. */
    private record Ordinals(
            int role, int activity, int level, int category, int kind, int status, int environment, int flags) {}

    private AnswerBits bits;
    private Ordinals[] requests;

    @Override
    public void load(Workload workload, Path folder) {
        bits = AnswerBits.of(workload);
    }

    @Override
    public void prepare(List<Request> some) {
        requests = some.stream().map(this::ordinals).toArray(Ordinals[]::new);
    }

    private Ordinals ordinals(Request request) {
        return new Ordinals(
                bits.role(request.role()),
                bits.activity(request.activity()),
                bits.level(request.level()),
                bits.category(request.category()),
                bits.kind(request.kind()),
                bits.status(request.status()),
                bits.environment(request.environment()),
                AnswerBits.flags(request));
    }

    @Override
    public boolean permits(int request) {
        Ordinals it = requests[request];
        return bits.permits(it.role, it.activity, it.level, it.category, it.kind, it.status, it.environment, it.flags);
    }
}
