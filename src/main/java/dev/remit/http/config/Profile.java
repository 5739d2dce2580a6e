package dev.remit.http.config;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller may ask, about whom, and what it takes care of.
 *
 * @param rights what it may ask
 * @param roles the roles it may ask about; empty for all
 * @param mayAskAboutPeople whether it may ask about people
 * @param mayStateInstant whether it may say which instant it asks about
 * @param anyCategory whether a question that names no work category asks about any of them
 * @param anyRoute whether a question that names no route asks about any of them
 * @param takenCare what it takes care of; empty if each request says so
 */
public record Profile(
        Set<Right> rights,
        Optional<Set<String>> roles,
        boolean mayAskAboutPeople,
        boolean mayStateInstant,
        boolean anyCategory,
        boolean anyRoute,
        Optional<TakenCare> takenCare) {

    /** The profile of whoever asks where nobody needs credentials. */
    public static final Profile OPEN =
            new Profile(EnumSet.allOf(Right.class), Optional.empty(), true, true, false, false, Optional.empty());

    public Profile {
        rights = Collections.unmodifiableSet(rights.isEmpty() ? EnumSet.noneOf(Right.class) : EnumSet.copyOf(rights));
        roles = roles.map(Set::copyOf);
        requireNonNull(takenCare, "takenCare");
    }

    /** Whether it allows to ask something. */
    public boolean allows(Right right) {
        return rights.contains(right);
    }

    /** Whether it allows to ask about a role. */
    public boolean allowsRole(String role) {
        return roles.map(each -> each.contains(role)).orElse(true);
    }
}
