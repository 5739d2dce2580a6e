package dev.remit.decide;

import dev.remit.model.Treatment;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an enforcement point says it takes care of: the duties it carries out and the ways of treating opted-out
 * patients it can act on. Immutable; every method returns a new one.
 *
 * @param duties the obligations carried out, by id
 * @param treatments for each opt-out register, the treatments acted on
 */
public record Handled(Set<String> duties, Map<String, Set<Treatment>> treatments) {

    /** Nothing is taken care of. */
    public static final Handled NOTHING = new Handled(Set.of(), Map.of());

    public Handled {
        duties = Collections.unmodifiableSet(new TreeSet<>(duties));
        Map<String, Set<Treatment>> copy = new HashMap<>();
        treatments.forEach((register, which) -> copy.put(register, Set.copyOf(which)));
        treatments = Collections.unmodifiableMap(copy);
    }

    /** Takes care of some duties. */
    public static Handled duties(String... obligations) {
        return new Handled(Set.of(obligations), Map.of());
    }

    /** Also acts on some treatments of one opt-out register's patients. */
    public Handled population(String register, Treatment... which) {
        Map<String, Set<Treatment>> more = new HashMap<>(treatments);
        more.put(register, Set.of(which));
        return new Handled(duties, more);
    }

    /** What of a grant is not taken care of, in words; empty if everything is. */
    List<String> leftOver(Grant grant) {
        TreeSet<String> left = new TreeSet<>();
        grant.obligations().forEach(duty -> {
            if (!duties.contains(duty.value())) {
                left.add("duty `" + duty + "`");
            }
        });
        grant.population().forEach((register, entry) -> {
            boolean acted = treatments.getOrDefault(register.value(), Set.of()).contains(entry.treatment());
            if (entry.treatment() != Treatment.NOT_APPLICABLE && !acted) {
                left.add("`" + register + "` " + entry.treatment().word());
            }
        });
        return List.copyOf(left);
    }
}
