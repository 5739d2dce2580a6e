package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A person as a {@link Directory} describes them: the roles held, and for each fact whether it holds, does not hold, or is
 * not known. A fact that is not mentioned is not known, unless the description is {@link #closed()}. Immutable; every
 * method returns a new description.
 *
 * @param roles the roles held at the moment asked about
 * @param facts facts known to hold or known not to hold; those about a project are about the one asked about
 * @param isClosed whether every fact that is not mentioned is known not to hold
 */
public record PersonAttributes(Set<String> roles, Map<String, Boolean> facts, boolean isClosed) {

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
        return new PersonAttributes(roles, PersistentMap.copyOf(facts).agreeing("fact", fact, holds), isClosed);
    }

    /** This person, of whom every fact not mentioned is known not to hold. */
    public PersonAttributes closed() {
        return new PersonAttributes(roles, facts, true);
    }

    /** Whether a fact is known to hold, or known not to; empty if it is not known. */
    Optional<Boolean> knows(String fact) {
        Boolean said = facts.get(fact);
        if (said == null) {
            return isClosed ? Optional.of(false) : Optional.empty();
        }
        return Optional.of(said);
    }
}
