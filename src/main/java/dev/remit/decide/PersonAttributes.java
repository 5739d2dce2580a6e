package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A person as a {@link Directory} describes them: the roles held, and for each fact whether it holds, does not hold, or is
 * not known. A fact that is not mentioned is not known, unless the description is {@link #closed()}. Immutable; every
 * method returns a new description.
 *
 * @param roles the roles held at the moment asked about
 * @param facts what is known of facts: that they hold or not, which value they have, or which elements; those about a
 *     project are about the one asked about
 * @param isClosed whether every fact that is not mentioned is known not to hold, or to be what its declaration says
 */
public record PersonAttributes(Set<String> roles, Map<String, Given> facts, boolean isClosed) {

    public PersonAttributes {
        Set<String> copy = new LinkedHashSet<>();
        roles.forEach(role -> copy.add(requireNonNull(role, "role")));
        roles = Collections.unmodifiableSet(copy);
        facts = PersistentMap.copyOf(facts);
    }

    /** A person of whom the roles are known, and nothing else. */
    public static PersonAttributes inRoles(String... roles) {
        return inRoles(Arrays.asList(roles));
    }

    /** A person of whom the roles are known, and nothing else. */
    public static PersonAttributes inRoles(Collection<String> roles) {
        return new PersonAttributes(new LinkedHashSet<>(roles), Map.of(), false);
    }

    /** This person, of whom some facts are known to hold. */
    public PersonAttributes given(String... trueFacts) {
        return given(trueFacts, true);
    }

    /** This person, of whom some facts are known not to hold. */
    public PersonAttributes givenNot(String... falseFacts) {
        return given(falseFacts, false);
    }

    private PersonAttributes given(String[] words, boolean holds) {
        PersonAttributes more = this;
        for (String word : words) {
            more = more.given(word, holds);
        }
        return more;
    }

    /**
     * This person, of whom it is known whether a fact holds.
     *
     * @throws IllegalArgumentException if the opposite was said before
     */
    public PersonAttributes given(String fact, boolean holds) {
        return given(fact, Given.is(holds));
    }

    /** This person, of whom something is known of one fact. */
    public PersonAttributes given(String fact, Given given) {
        return new PersonAttributes(roles, PersistentMap.joined(facts, "fact", fact, given), isClosed);
    }

    /** This person, of whom it is known which value a fact has. */
    public PersonAttributes givenThat(String fact, String value) {
        return given(fact, Given.is(value));
    }

    /** This person, of whom a fact that is a set is known to have exactly some elements. */
    public PersonAttributes givenExactly(String fact, String... elements) {
        return given(fact, Given.exactly(List.of(elements)));
    }

    /** This person, of whom a fact that is a set is known to have some elements, and nothing is known of others. */
    public PersonAttributes givenHaving(String fact, String... elements) {
        return given(fact, Given.partly(List.of(elements), List.of()));
    }

    /** This person, of whom a fact that is a set is known to lack some elements, and nothing is known of others. */
    public PersonAttributes givenLacking(String fact, String... elements) {
        return given(fact, Given.partly(List.of(), List.of(elements)));
    }

    /**
     * This person, of whom every fact not mentioned is known not to hold; one with other values has what its declaration
     * says, or is not known.
     */
    public PersonAttributes closed() {
        return new PersonAttributes(roles, facts, true);
    }
}
