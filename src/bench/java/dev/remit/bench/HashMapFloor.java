package dev.remit.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A floor: a hash map from whole requests to answers, as a cache in front of a policy would be. It knows no others. */
final class HashMapFloor implements Contender {
    private final Map<Request, Boolean> answers = new HashMap<>();
    private Request[] requests;

    @Override
    public void load(Workload workload, Path folder) {
        workload.requests().forEach(each -> answers.put(each, each.expected()));
    }

    @Override
    public void prepare(List<Request> some) {
        requests = some.toArray(Request[]::new);
    }

    @Override
    public boolean permits(int request) {
        return answers.get(requests[request]);
    }
}
