package dev.remit.decide;

import dev.remit.diagram.CompiledPolicy;
import dev.remit.diagram.Diagram;
import dev.remit.diagram.RuleIndex;
import dev.remit.model.Assignment;
import dev.remit.model.Invariant;
import dev.remit.model.PermissionMemory;
import dev.remit.model.Policy;
import dev.remit.model.Space;
import dev.remit.model.Upstream;
import dev.remit.source.SourceMap;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A policy compiled: everything a decision needs that does not change from question to question. */
final class Engine {
    /** What is said of a state that cannot be because it contradicts itself. */
    private static final Outcome CONTRADICTION = Outcome.denied(Basis.INCONSISTENT, List.of(), List.of());

    private final CompiledPolicy compiled;
    private final Policy policy;
    private final Space space;
    private final Diagram diagram;
    private final OutcomeTable table;
    // For each place where questions end, filled in when one first does. Outcomes are immutable: whoever finds one may
    // use it.
    private final @Nullable Outcome[] ends;
    private final @Nullable Outcome[] outcomes;
    private final SourceMap positions;
    private final LazyIdentity identity;
    private final Lexicon lexicon;
    private final int[] blank;
    private final Days days;
    private final Closing closing;
    private final List<Invariant> invariants;
    private final PermissionMemory memory;
    // Made when somebody first asks for them; several threads may each make one, and all make the same.
    private @Nullable PermitRuleIndex permitRules;
    private @Nullable Upstream upstream;
    private @Nullable Titles titles;
    private @Nullable Citations citations;

    Engine(
            CompiledPolicy compiled,
            List<Invariant> invariants,
            SourceMap positions,
            Supplier<PolicyIdentity> identity) {
        this.compiled = compiled;
        this.invariants = List.copyOf(invariants);
        policy = compiled.policy();
        space = compiled.space();
        diagram = compiled.diagram();
        this.positions = positions;
        this.identity = new LazyIdentity(identity);
        lexicon = new Lexicon(policy, space);
        blank = Assignment.open(space).values();
        days = new Days(policy.header().zone());
        closing = Closing.of(policy.vocabulary(), diagram);
        memory = new PermissionMemory(space);
        table = new OutcomeTable(policy);
        ends = new Outcome[diagram.ends()];
        outcomes = new Outcome[diagram.leaves().size()];
    }

    Outcome decide(int[] values) {
        int end = diagram.end(values);
        Outcome ready = ends[end];
        return ready != null ? ready : first(end);
    }

    /** The outcome where no question has ended so far; places with the same leaf, and all threads, get the same. */
    private Outcome first(int end) {
        synchronized (table) {
            int leaf = diagram.leafAt(end);
            Outcome made = outcomes[leaf];
            if (made == null) {
                made = table.outcome(diagram.leaves().get(leaf));
                outcomes[leaf] = made;
            }
            ends[end] = made;
            return made;
        }
    }

    /** The outcome of a question, which may say of a permission that it is held and nothing of the past. */
    Outcome decide(Assignment assignment) {
        int[] values = assignment.values();
        memory.fill(values);
        return memory.isContradicted(values) ? CONTRADICTION : decide(values);
    }

    boolean permits(int[] values) {
        return diagram.permits(values);
    }

    Lexicon lexicon() {
        return lexicon;
    }

    /** The values of a question that says nothing yet. */
    int[] blank() {
        return blank.clone();
    }

    PermitRuleIndex permitRules() {
        PermitRuleIndex made = permitRules;
        if (made == null) {
            made = new PermitRuleIndex(policy, rules());
            permitRules = made;
        }
        return made;
    }

    /** Every rule, permit or not, by what it reaches. */
    RuleIndex rules() {
        return compiled.rules();
    }

    /** The places of all rules. */
    BitSet everyRule() {
        BitSet every = new BitSet();
        every.set(0, policy.rules().size());
        return every;
    }

    /** Which patients can be in outputs. */
    Upstream upstream() {
        Upstream made = upstream;
        if (made == null) {
            made = Upstream.of(policy.vocabulary(), policy.rules());
            upstream = made;
        }
        return made;
    }

    /** What people call the words of the policy. */
    Titles titles() {
        Titles made = titles;
        if (made == null) {
            made = Titles.of(policy);
            titles = made;
        }
        return made;
    }

    /** The clauses and rulings of the policy by id. */
    Citations citations() {
        Citations made = citations;
        if (made == null) {
            made = new Citations(policy);
            citations = made;
        }
        return made;
    }

    /** What the policy must never or always do, as its bundle says. */
    List<Invariant> invariants() {
        return invariants;
    }

    /** What a closed question makes of what was not said. */
    Closing closing() {
        return closing;
    }

    /** What permissions that are held say of the past. */
    PermissionMemory memory() {
        return memory;
    }

    Days days() {
        return days;
    }

    CompiledPolicy compiled() {
        return compiled;
    }

    Policy policy() {
        return policy;
    }

    Space space() {
        return space;
    }

    Diagram diagram() {
        return diagram;
    }

    SourceMap positions() {
        return positions;
    }

    LazyIdentity lazyIdentity() {
        return identity;
    }

    PolicyIdentity identity() {
        return identity.identity();
    }
}
