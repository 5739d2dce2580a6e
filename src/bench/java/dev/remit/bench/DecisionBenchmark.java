package dev.remit.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Times the decisions of one trial, after its contender has given every expected answer. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class DecisionBenchmark {
    static final int REQUESTS = 1_000;

    @Param("ARRAY/1")
    public String trial;

    private Contender contender;

    /** Loads what was written before, and checks all answers. */
    @Setup(Level.Trial)
    public void ready() throws Exception {
        Trial it = Trial.parse(trial);
        contender = it.entrant().contender();
        contender.load(it.workload(), it.folder());
        List<Request> requests = it.workload().requests();
        if (requests.size() != REQUESTS) {
            throw new IllegalStateException(requests.size() + " requests instead of " + REQUESTS);
        }
        contender.prepare(requests);
        contender.verify(requests);
    }

    /** What each thread has for itself: whom it asks, and whose turn it is. */
    @State(Scope.Thread)
    public static class Own {
        private Contender contender;
        private int next;

        /** Takes the contender as one thread asks it. */
        @Setup(Level.Trial)
        public void ready(DecisionBenchmark benchmark) {
            contender = benchmark.contender.own();
        }

        int turn() {
            next = next + 1 == REQUESTS ? 0 : next + 1;
            return next;
        }
    }

    /** All requests, one after the other. */
    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public void all(Own own, Blackhole sink) {
        Contender it = own.contender;
        for (int i = 0; i < REQUESTS; i++) {
            it.decide(i, sink);
        }
    }

    /** One request after the other, for contenders that would take too long for all. */
    @Benchmark
    public void one(Own own, Blackhole sink) {
        own.contender.decide(own.turn(), sink);
    }
}
