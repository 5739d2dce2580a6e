package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Remit;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.InvalidPolicyException;
import dev.remit.model.DatedRegisters;
import dev.remit.model.Id;
import dev.remit.model.Person;
import dev.remit.model.Policy;
import dev.remit.model.Project;
import dev.remit.model.Registers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds who is found to break a constraint, and since when, to looking at every entry on every day. */
class RegisterCheckTest {
    private static final Policy POLICY = DatedRegisters.policy();
    private static final String CONSTRAINTS = """
            constraints:
              - {id: audits, if: project.permissions.withdrawn, then: {project.kind: audit}}
              - {id: early, if: {project.status: not-approved}, then: {project.kind: study}}
              - {id: running, if: named, then: {project.status: [active, finished]}}
              - {id: trained-first, if: named, then: trained}
            """;
    /** The first part breaks a constraint unless the second is there. */
    private static final Map<String, BiPredicate<Map<String, String>, Boolean>> BROKEN = broken();

    private static Map<String, BiPredicate<Map<String, String>, Boolean>> broken() {
        Map<String, BiPredicate<Map<String, String>, Boolean>> broken = new LinkedHashMap<>();
        broken.put(
                "audits",
                (state, ofPerson) -> !ofPerson
                        && is(state, "project.permissions.withdrawn", "true")
                        && is(state, "project.kind", "study"));
        broken.put(
                "early",
                (state, ofPerson) ->
                        !ofPerson && is(state, "project.status", "not-approved") && is(state, "project.kind", "audit"));
        broken.put(
                "running",
                (state, ofPerson) ->
                        ofPerson && is(state, "named", "true") && is(state, "project.status", "not-approved"));
        broken.put(
                "trained-first",
                (state, ofPerson) -> ofPerson && is(state, "named", "true") && is(state, "trained", "false"));
        return broken;
    }

    private static boolean is(Map<String, String> state, String name, String value) {
        return value.equals(state.get(name));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void findsWhoBreaksAConstraintAndSinceWhen(long block) {
        int found = 0;
        for (long seed = block * 100; seed < block * 100 + 12; seed++) {
            Registers registers = DatedRegisters.of(seed);
            Map<String, String> files = new HashMap<>(DatedRegisters.files(registers));
            files.put("policy.yaml", DatedRegisters.POLICY + CONSTRAINTS);

            Set<String> told = told(files);

            assertThat(told).as("seed %d: %s", seed, files).isEqualTo(expected(registers));
            found += told.size();
        }
        assertThat(found).isGreaterThan(20);
    }

    private static Set<String> told(Map<String, String> files) {
        try {
            Remit.load(files);
            return Set.of();
        } catch (InvalidPolicyException refused) {
            Set<String> told = new TreeSet<>();
            for (Diagnostic each : refused.diagnostics()) {
                if (each.isError()) {
                    assertThat(each.code()).isEqualTo(Code.CONSTRAINT_BROKEN);
                    told.add(each.message().replaceFirst(" before `.*`$", ""));
                }
            }
            return told;
        }
    }

    private static Set<String> expected(Registers registers) {
        Set<String> expected = new TreeSet<>();
        for (Project each : registers.projects().values()) {
            BROKEN.forEach((constraint, isBroken) -> first(
                            day -> isBroken.test(DatedRegisters.state(POLICY, each, day), false))
                    .ifPresent(when ->
                            expected.add("project `" + each.id() + "` breaks constraint `" + constraint + "`" + when)));
        }
        for (Person each : registers.people().values()) {
            BROKEN.forEach((constraint, isBroken) -> each.facts().stream()
                    .flatMap(fact -> fact.project().stream())
                    .flatMap(id -> first(day -> isBroken.test(state(registers, each, id, day), true))
                            .map(when -> "person `" + each.id() + "` on project `" + id + "` breaks constraint `"
                                    + constraint + "`" + when)
                            .stream())
                    .findFirst()
                    .ifPresent(expected::add));
        }
        return expected;
    }

    private static Map<String, String> state(Registers registers, Person person, Id.Project id, LocalDate day) {
        Project project = Optional.ofNullable(registers.projects().get(id)).orElseThrow();
        Map<String, String> state = new HashMap<>(DatedRegisters.state(POLICY, project, day));
        state.putAll(DatedRegisters.state(POLICY, person, Optional.of(id), day));
        return state;
    }

    /** Since when something is so, as the end of a sentence: empty if it was so before all changes. */
    private static Optional<String> first(Predicate<LocalDate> isSo) {
        List<LocalDate> days = DatedRegisters.days();
        return days.stream()
                .filter(isSo)
                .findFirst()
                .map(day -> day.equals(days.get(0)) ? "" : " from `" + day + "` on");
    }
}
