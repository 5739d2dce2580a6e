package dev.remit.bench;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.decide.DecisionPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What all ways of asking Remit have in common: the bundle. */
abstract class RemitContender implements Contender {
    private PolicyBundle bundle;

    @Override
    public final void write(Workload workload, Path folder) throws IOException {
        new RemitFiles(workload).write(folder);
    }

    @Override
    public final void load(Workload workload, Path folder) {
        bundle = Remit.load(folder);
    }

    @Override
    public final void prepare(List<Request> requests) {
        ready(bundle.decisionPoint(), requests);
    }

    /** Makes ready to ask a decision point some requests. */
    abstract void ready(DecisionPoint point, List<Request> requests);
}
