package dev.remit.analyze.region;

import dev.remit.diagram.CompiledPolicy;
import dev.remit.diagram.Orders;
import dev.remit.model.Condition;
import dev.remit.model.PolicyPath;
import dev.remit.model.TooLargeException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The questions of one policy as sets, in a store that is replaced once it is full. Earlier results never use up the
 * room for later ones, and what does not fit in one order of the variables is tried in another. Not safe for use by
 * several threads.
 */
public final class QuestionSetStore {
    private final CompiledPolicy compiled;
    private QuestionSets sets;

    public QuestionSetStore(CompiledPolicy compiled) {
        this.compiled = compiled;
        sets = Orders.of(compiled, List.of()).fitting(regions -> new QuestionSets(compiled, regions));
    }

    /** How many nodes the store in use holds. */
    public int nodes() {
        return sets.regions().nodes();
    }

    /**
     * Runs work with sets of questions, and returns its result.
     *
     * @param work the work; may be run several times, each time with another store
     * @param about conditions that the work turns into sets
     * @param what what the work is for, named if it does not fit
     * @param paths the policy paths it concerns
     * @throws TooLargeException if it fits in no store
     */
    public <T> T fitting(
            Function<QuestionSets, T> work, List<Condition> about, Supplier<String> what, List<PolicyPath> paths) {
        try {
            return work.apply(sets);
        } catch (TooLargeException full) {
            return anew(work, about, what, paths);
        }
    }

    private <T> T anew(
            Function<QuestionSets, T> work, List<Condition> about, Supplier<String> what, List<PolicyPath> paths) {
        try {
            return Orders.of(compiled, about).fitting(regions -> {
                sets = new QuestionSets(compiled, regions);
                return work.apply(sets);
            });
        } catch (TooLargeException full) {
            sets = Orders.of(compiled, List.of()).fitting(regions -> new QuestionSets(compiled, regions));
            throw full.about(what.get(), paths, List.of());
        }
    }
}
