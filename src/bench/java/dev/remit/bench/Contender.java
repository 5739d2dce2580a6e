package dev.remit.bench;

import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Something that answers the workload's requests, and is compared with others that do. Made ready in three steps, so that
 * each can be timed alone or left untimed; answers from several threads.
 */
interface Contender {

    /** Writes the policy into a folder, in the engine's own language and its fair form. Not timed. */
    default void write(Workload workload, Path folder) throws Exception {}

    /** Reads what was written, up to where it could answer. Timed as loading. */
    void load(Workload workload, Path folder) throws Exception;

    /** Puts requests in the form in which they are asked. Not timed. */
    void prepare(List<Request> requests) throws Exception;

    /** Answers a request: whether it is permitted. */
    boolean permits(int request);

    /** Answers a request and hands over all of the answer there is. */
    default void decide(int request, Blackhole sink) {
        sink.consume(permits(request));
    }

    /** Insists that every answer is the expected one. */
    default void verify(List<Request> requests) {
        for (int i = 0; i < requests.size(); i++) {
            if (permits(i) != requests.get(i).expected()) {
                throw new IllegalStateException(this + " answers wrongly: " + requests.get(i));
            }
        }
    }

    /** This contender for one thread alone; itself if threads may share it. */
    default Contender own() {
        return this;
    }
}
