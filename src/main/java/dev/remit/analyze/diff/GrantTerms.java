package dev.remit.analyze.diff;

import dev.remit.model.Id;
import dev.remit.model.Treatment;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The terms on which something is granted: which patients it reaches, and the duties that come with it.
 *
 * @param population for each opt-out register that has a bearing, how its patients are treated
 * @param duties the duties
 */
public record GrantTerms(Map<Id.Register, Treatment> population, Set<Id.Obligation> duties) {
    static final Comparator<GrantTerms> ORDER = Comparator.comparing(GrantTerms::toString);

    public GrantTerms {
        Map<Id.Register, Treatment> bearing = new HashMap<>(population);
        bearing.values().removeIf(each -> each == Treatment.NOT_APPLICABLE);
        population = Id.sorted(bearing);
        duties = Id.sorted(duties);
    }

    /** Whether these give nothing that others do not: every duty of theirs, and no patients treated less restrictively. */
    boolean isWithin(GrantTerms other) {
        Set<Id.Register> registers = new HashSet<>(population.keySet());
        registers.addAll(other.population.keySet());
        return duties.containsAll(other.duties)
                && registers.stream().allMatch(each -> treated(each).compareTo(other.treated(each)) <= 0);
    }

    /** How the patients of a register are treated. */
    public Treatment treated(Id.Register register) {
        return population.getOrDefault(register, Treatment.NOT_APPLICABLE);
    }

    static List<GrantTerms> inOrder(Collection<GrantTerms> terms) {
        return terms.stream().sorted(ORDER).toList();
    }

    /** The duties that come with all of some terms. */
    static Set<Id.Obligation> certain(Collection<GrantTerms> terms) {
        Set<Id.Obligation> certain = new TreeSet<>();
        terms.forEach(each -> certain.addAll(each.duties));
        terms.forEach(each -> certain.retainAll(each.duties));
        return certain;
    }

    @Override
    public String toString() {
        return population.entrySet().stream()
                        .map(each -> each.getKey() + ": " + each.getValue().word())
                        .collect(Collectors.joining(", "))
                + " with "
                + duties.stream().map(Id::value).collect(Collectors.joining(", "));
    }
}
