package dev.remit.bench;

import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * What a process does whose start, loading or memory is measured: {@code Probe start|load TRIAL}. Each process does it
 * once, so that nothing is warm.
 */
public final class Probe {
    private static final double MEBI = 1 << 20;

    private Probe() {}

    public static void main(String... args) throws Exception {
        Trial trial = Trial.parse(args[1]);
        if (args[0].equals("start")) {
            start(trial);
        } else {
            load(trial);
        }
    }

    /** Says the first answer, and nothing else. */
    private static void start(Trial trial) throws Exception {
        Contender contender = trial.entrant().contender();
        contender.load(trial.workload(), trial.folder());
        contender.prepare(List.of(trial.workload().firstRequest()));
        System.out.println(contender.permits(0));
    }

    /** Says how many milliseconds loading took, and how many mebibytes it left on the heap. */
    private static void load(Trial trial) throws Exception {
        Contender contender = trial.entrant().contender();
        long usedBefore = used();
        long before = System.nanoTime();
        contender.load(trial.workload(), trial.folder());
        long after = System.nanoTime();
        System.out.println((after - before) / 1e6 + " " + (used() - usedBefore) / MEBI);
        contender.prepare(List.of(trial.workload().firstRequest()));
        contender.permits(0);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
