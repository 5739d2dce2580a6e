package dev.remit.analyze.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.decide.GeneratedPolicies;
import dev.remit.diagram.CompiledPolicy;
import dev.remit.diagram.Variants;
import dev.remit.model.Id;
import dev.remit.model.Mode;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Policy;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.Stance;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edits on offer are exactly those that would load. What loads is said here once more, in other words. */
class MutantsTest {
    private static final int BUDGET = 100_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void offersNoEditThatTheLoaderWouldRefuse(long seed) {
        Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.SMALL);
        Variants variants = new Variants(CompiledPolicy.of(policy), BUDGET);
        for (Mutants.Made made : Mutants.of(policy, variants)) {
            Policy edited = made.compile().get().policy();
            for (Rule rule : edited.rules()) {
                boolean isEdited = !policy.rules().contains(rule)
                        || !policy.vocabulary()
                                .routes()
                                .equals(edited.vocabulary().routes());
                assertThat(!isEdited || loads(rule, edited.vocabulary()))
                        .as("seed %d, %s, which gives %s", seed, made.mutant(), rule)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void offersEveryEditOfASetThatLoads(long seed) {
        Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.LARGE);
        Set<String> expected = new TreeSet<>();
        policy.rules().forEach(rule -> expected.addAll(editsOfSets(rule, policy.vocabulary())));

        Set<String> offered = new TreeSet<>();
        Mutants.named(policy).stream()
                .map(Mutant::toString)
                .filter(each -> each.contains(": widen ") || each.contains(": narrow "))
                .filter(each -> dimensions(policy).stream().anyMatch(name -> each.contains(" " + name + " by ")))
                .forEach(offered::add);
        assertThat(offered).isEqualTo(expected);
    }

    private static List<String> dimensions(Policy policy) {
        return Space.of(policy.vocabulary()).dimensions().stream()
                .map(Variable::name)
                .toList();
    }

    private static List<String> editsOfSets(Rule rule, Vocabulary vocabulary) {
        List<String> edits = new ArrayList<>();
        for (Variable dimension : Space.of(vocabulary).dimensions()) {
            List<String> members =
                    rule.reach().set(dimension.kind()).stream().map(Id::value).toList();
            for (String value : dimension.values()) {
                TreeSet<String> changed = new TreeSet<>(members);
                boolean isNarrower = !changed.add(value) && changed.remove(value);
                Rule edited = rule.withReach(rule.reach().with(dimension.kind(), changed));
                if (!changed.isEmpty() && loads(withWidestStances(edited, vocabulary), vocabulary)) {
                    edits.add("rules." + rule.id() + ": " + (isNarrower ? "narrow " : "widen ") + dimension.name()
                            + " by " + value);
                }
            }
        }
        return edits;
    }

    /** The stances that the edit needs: those there are and, where one is missing, the widest; none that is idle. */
    private static Rule withWidestStances(Rule rule, Vocabulary vocabulary) {
        if (!rule.isPermit()) {
            return rule;
        }
        Map<Id.Register, Stance> stances = new TreeMap<>();
        for (OptOutRegister each : vocabulary.registers()) {
            if (!modes(rule, each.id(), vocabulary).isEmpty()) {
                stances.put(each.id(), rule.stances().getOrDefault(each.id(), Stance.ALLOWED));
            }
        }
        return rule.withStances(stances);
    }

    private static boolean loads(Rule rule, Vocabulary vocabulary) {
        for (OptOutRegister each : vocabulary.registers()) {
            Set<Mode> modes = rule.isPermit() ? modes(rule, each.id(), vocabulary) : Set.of();
            Stance stance = rule.stances().get(each.id());
            boolean mustBeAllowed = modes.contains(Mode.UNFILTERED) || modes.contains(Mode.UNENFORCEABLE);
            if (modes.isEmpty() != (stance == null) || (mustBeAllowed && stance != Stance.ALLOWED)) {
                return false;
            }
        }
        return true;
    }

    /** The modes that matter to a rule about a register. */
    private static Set<Mode> modes(Rule rule, Id.Register register, Vocabulary vocabulary) {
        Set<Mode> modes = EnumSet.noneOf(Mode.class);
        boolean isAboutPatients = vocabulary.levels().stream()
                .anyMatch(each -> each.patientData() && rule.reach().levels().contains(each.id()));
        vocabulary.routes().stream()
                .filter(each -> isAboutPatients && rule.reach().routes().contains(each.id()))
                .forEach(each -> modes.add(each.modes().getOrDefault(register, Mode.NOT_APPLICABLE)));
        modes.remove(Mode.NOT_APPLICABLE);
        return modes;
    }
}
