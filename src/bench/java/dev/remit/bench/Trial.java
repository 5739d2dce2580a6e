package dev.remit.bench;

import java.nio.file.Path;

/**
 * One entrant on one workload.
 *
 * @param entrant who
 * @param workload on what
 */
record Trial(Entrant entrant, Workload workload) {
    static final Path FOLDER = Path.of(System.getProperty("bench.folder", "target/bench/work"));

    /** Where its policy is written. */
    Path folder() {
        return FOLDER.resolve(entrant.language() + "-" + workload);
    }

    /** Whether one request at a time is asked, because all of them would take too long. */
    boolean isSlow() {
        return entrant.group() == Entrant.Group.SLOW;
    }

    /** Whether two threads ask at once as well. */
    boolean isAlsoAskedByTwo() {
        return entrant.group() != Entrant.Group.SLOW
                && workload.environments() == 1
                && !workload.varied()
                && workload.projects() == 0;
    }

    /** Its name, such as {@code PREPARED/1000+varied}. */
    @Override
    public String toString() {
        return entrant + "/" + workload;
    }

    /** Reads a name. */
    static Trial parse(String name) {
        int slash = name.indexOf('/');
        return new Trial(Entrant.valueOf(name.substring(0, slash)), Workload.parse(name.substring(slash + 1)));
    }
}
