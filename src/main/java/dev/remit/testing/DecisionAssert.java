package dev.remit.testing;

import dev.remit.decide.Answer;
import dev.remit.decide.Basis;
import dev.remit.decide.Decision;
import dev.remit.decide.Grant;
import dev.remit.decide.PopulationEntry;
import dev.remit.diagnostic.Words;
import dev.remit.model.Id;
import dev.remit.model.Treatment;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about one decision. Ids are those of the policy. Where several are allowed, exactly the given ones are
 * expected, in any order.
 */
@SuppressWarnings("exports") // of libraries that only users of this room have
public final class DecisionAssert extends AbstractAssert<DecisionAssert, Decision> {
    DecisionAssert(Decision actual) {
        super(actual, DecisionAssert.class);
    }

    /** Asserts that the answer is yes. */
    public DecisionAssert isPermitted() {
        return is(Answer.PERMITTED, "permitted");
    }

    /** Asserts that the answer is no, on any ground. */
    public DecisionAssert isDenied() {
        return is(Answer.DENIED, "denied");
    }

    /** Asserts that the answer is no because a rule forbids it. */
    public DecisionAssert isForbidden() {
        return restsOn(Basis.FORBIDDEN);
    }

    /** Asserts that the answer is no because nothing grants it. */
    public DecisionAssert isNotGranted() {
        return restsOn(Basis.NOT_GRANTED);
    }

    /** Asserts that the answer is no because the question describes an impossible state. */
    public DecisionAssert isInconsistent() {
        return restsOn(Basis.INCONSISTENT);
    }

    /** Asserts that the answer depends on what the question leaves out. */
    public DecisionAssert isUndetermined() {
        return is(Answer.UNDETERMINED, "undetermined");
    }

    /** Asserts that exactly these rules grant what is permitted, or forbid what is forbidden. */
    public DecisionAssert byRule(String... rules) {
        Set<String> deciding = new TreeSet<>();
        present().grants().stream().map(Grant::rule).forEach(rule -> deciding.add(rule.value()));
        present().forbiddenBy().forEach(rule -> deciding.add(rule.value()));
        return compare("decided by", rules, deciding);
    }

    /** Asserts that the permit has exactly these duties; none, if none are given. */
    public DecisionAssert withObligations(String... obligations) {
        return compare("with the obligations", obligations, words(present().obligations()));
    }

    /** Asserts that these are among the duties of the permit. */
    public DecisionAssert withObligationsIncluding(String... obligations) {
        Set<String> found = words(present().obligations());
        return found.containsAll(Arrays.asList(obligations))
                ? this
                : fails("with the obligations " + list(Arrays.asList(obligations)) + " among others", list(found));
    }

    /**
     * Asserts how the patients of an opt-out register are treated.
     *
     * @param register the register
     * @param outcome the treatment, such as {@code excluded-by-filter}
     * @throws IllegalArgumentException if there is no such treatment
     */
    public DecisionAssert withPopulation(String register, String outcome) {
        List<String> known =
                Arrays.stream(Treatment.values()).map(Treatment::word).toList();
        if (!known.contains(outcome)) {
            throw new IllegalArgumentException("outcome " + Words.quoted(outcome) + " does not exist"
                    + Words.didYouMean(outcome, known).map(help -> "; " + help).orElse(""));
        }
        Optional<String> found = Optional.ofNullable(present().population().get(new Id.Register(register)))
                .map(PopulationEntry::treatment)
                .map(Treatment::word);
        return found.equals(Optional.of(outcome))
                ? this
                : fails(
                        "with " + register + " " + outcome,
                        found.map(word -> register + " " + word).orElse("no word on " + register));
    }

    /** Asserts how the patients of an opt-out register are treated. */
    public DecisionAssert withPopulation(String register, Treatment outcome) {
        return withPopulation(register, outcome.word());
    }

    /** Asserts that the answer depends on exactly these unknowns. */
    public DecisionAssert missing(String... names) {
        return compare("missing", names, new TreeSet<>(present().missing()));
    }

    /** Asserts that the question breaks exactly these constraints. */
    public DecisionAssert violating(String... constraints) {
        return compare("violating", constraints, words(present().violates()));
    }

    /** Asserts that these clauses or rulings are among those behind the answer. */
    public DecisionAssert citing(String... clauses) {
        Set<String> found = words(present().clauses());
        return found.containsAll(Arrays.asList(clauses))
                ? this
                : fails("citing " + list(Arrays.asList(clauses)) + " among others", list(found));
    }

    private Decision present() {
        isNotNull();
        return actual;
    }

    private DecisionAssert is(Answer answer, String word) {
        return present().answer() == answer ? this : fails(word, found());
    }

    private DecisionAssert restsOn(Basis basis) {
        return present().basis() == basis ? this : fails("denied as " + basis.word(), found());
    }

    private String found() {
        return switch (actual.answer()) {
            case PERMITTED -> "permitted";
            case DENIED -> "denied as " + actual.basis().word();
            case UNDETERMINED -> "undetermined";
        };
    }

    private DecisionAssert compare(String what, String[] expected, Set<String> found) {
        Set<String> wanted = new TreeSet<>(Arrays.asList(expected));
        return wanted.equals(found) ? this : fails(what + " " + list(wanted), list(found));
    }

    private DecisionAssert fails(String expected, String found) {
        throw failure(
                "%nexpected  %s%nbut was   %s%n%n%s",
                expected, found, actual.explain().forAdministrator().stripTrailing());
    }

    private static Set<String> words(Collection<? extends Id> ids) {
        return ids.stream().map(Id::value).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String list(Collection<String> words) {
        return words.isEmpty() ? "none" : String.join(", ", words);
    }
}
