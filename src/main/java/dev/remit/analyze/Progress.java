package dev.remit.analyze;

/** Is called with how far a long piece of work has come. Called on the working thread. */
@FunctionalInterface
public interface Progress {
    /** Nobody listens. */
    Progress UNHEARD = (done, all) -> {};

    /**
     * Some of the work is done.
     *
     * @param done how many steps are done
     * @param all how many steps there are
     */
    void at(int done, int all);
}
