package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Treatment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an enforcement point says it takes care of: the duties it carries out and the ways of treating opted-out
 * patients it can act on. Immutable; every method returns a new one.
 *
 * <p>Make it with {@link DecisionPoint#handling} when the service starts: its words are held against the policy there. One
 * that is not is held against it at each {@link Decision#enforce}.
 *
 * @param duties the obligations carried out, by id
 * @param treatments for each opt-out register, the treatments acted on
 */
public record Handled(Set<String> duties, Map<String, Set<Treatment>> treatments) {

    /** Nothing is taken care of. */
    public static final Handled NOTHING = new Handled(Set.of(), Map.of());

    public Handled {
        duties = Collections.unmodifiableSet(new TreeSet<>(duties));
        Map<String, Set<Treatment>> copy = new TreeMap<>();
        treatments.forEach((register, which) -> copy.put(requireNonNull(register, "register"), Set.copyOf(which)));
        treatments = Collections.unmodifiableMap(copy);
    }

    /** Takes care of some duties. */
    public static Handled duties(String... obligations) {
        return new Handled(new TreeSet<>(Arrays.asList(obligations)), Map.of());
    }

    /**
     * Also acts on some treatments of one opt-out register's patients.
     *
     * @throws IllegalArgumentException if the register was named before
     */
    public Handled population(String register, Treatment... which) {
        Map<String, Set<Treatment>> more = new TreeMap<>(treatments);
        if (more.put(requireNonNull(register, "register"), new TreeSet<>(Arrays.asList(which))) != null) {
            throw new IllegalArgumentException("register: `" + register + "` is named twice");
        }
        return new Handled(duties, more);
    }

    /**
     * What is taken care of, in words.
     *
     * @throws InvalidHandledException with every word that the policy does not know
     */
    static Handled of(
            Collection<String> duties, Map<String, ? extends Collection<String>> population, Lexicon lexicon) {
        List<QuestionFault> faults = new ArrayList<>();
        Map<String, Set<Treatment>> treatments = new TreeMap<>();
        population.forEach((register, words) -> {
            Set<Treatment> which = new TreeSet<>();
            words.forEach(word -> Treatment.of(word)
                    .ifPresentOrElse(
                            which::add,
                            () -> faults.add(UnknownWord.of(
                                    QuestionFault.Code.UNKNOWN_OUTCOME, "outcome", word, Treatment.words()))));
            treatments.put(register, which);
        });
        Handled handled = new Handled(new TreeSet<>(duties), treatments);
        faults.addAll(0, handled.faults(lexicon));
        return checked(handled, faults);
    }

    /**
     * This, if the policy knows all of its words.
     *
     * @throws InvalidHandledException with every word that the policy does not know
     */
    Handled checked(Lexicon lexicon) {
        return checked(this, faults(lexicon));
    }

    private static Handled checked(Handled handled, List<QuestionFault> faults) {
        if (!faults.isEmpty()) {
            throw new InvalidHandledException(faults);
        }
        return handled;
    }

    private List<QuestionFault> faults(Lexicon lexicon) {
        List<QuestionFault> faults = new ArrayList<>(0);
        for (String duty : duties) {
            if (!lexicon.obligations().contains(duty)) {
                faults.add(UnknownWord.of(QuestionFault.Code.UNKNOWN_OBLIGATION, "duty", duty, lexicon.obligations()));
            }
        }
        Set<String> registers = lexicon.permissions().keySet();
        for (String register : treatments.keySet()) {
            if (!registers.contains(register)) {
                faults.add(
                        UnknownWord.of(QuestionFault.Code.UNKNOWN_REGISTER, "opt-out register", register, registers));
            }
        }
        return faults;
    }

    /** Whether a duty is carried out. */
    boolean takesCareOf(String duty) {
        return duties.contains(duty);
    }

    /** Whether a treatment of an opt-out register's patients is acted on; what has no bearing needs nobody. */
    boolean actsOn(String register, Treatment treatment) {
        return treatment == Treatment.NOT_APPLICABLE
                || treatments.getOrDefault(register, Set.of()).contains(treatment);
    }
}
