package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * A project as a caller or a {@link Directory} describes it. What is not described is unknown. Immutable; every method
 * returns a new description, and saying two different things is an {@link IllegalArgumentException} at once.
 *
 * @param attributes what is said of each attribute, without the {@code project.} prefix: its value, or which elements it
 *     has
 * @param permissions for opt-out registers, whether the project holds their permission
 * @param permissionsEver for opt-out registers, whether the project holds their permission or has held it before; one that
 *     is held need not be repeated here
 */
public record ProjectAttributes(
        Map<String, Given> attributes, Map<String, Boolean> permissions, Map<String, Boolean> permissionsEver) {

    /** A project of which nothing is known. */
    public static final ProjectAttributes UNKNOWN = new ProjectAttributes(Map.of(), Map.of(), Map.of());

    public ProjectAttributes {
        attributes = PersistentMap.copyOf(attributes);
        permissions = PersistentMap.copyOf(permissions);
        permissionsEver = PersistentMap.copyOf(permissionsEver);
    }

    /** A project with one attribute known. */
    public static ProjectAttributes of(String attribute, String value) {
        return UNKNOWN.and(attribute, value);
    }

    /** This project with one more attribute known. */
    public ProjectAttributes and(String attribute, String value) {
        return and(attribute, Given.is(requireNonNull(value, "value")));
    }

    /** This project, of which more is given of one attribute. */
    public ProjectAttributes and(String attribute, Given given) {
        return new ProjectAttributes(
                PersistentMap.joined(attributes, "project attribute", attribute, given), permissions, permissionsEver);
    }

    /** This project, of which an attribute that is a set has exactly some elements. */
    public ProjectAttributes andExactly(String attribute, String... elements) {
        return and(attribute, Given.exactly(List.of(elements)));
    }

    /** This project, of which an attribute that is a set has some elements; nothing is said of others. */
    public ProjectAttributes andHaving(String attribute, String... elements) {
        return and(attribute, Given.partly(List.of(elements), List.of()));
    }

    /** This project, of which an attribute that is a set lacks some elements; nothing is said of others. */
    public ProjectAttributes andLacking(String attribute, String... elements) {
        return and(attribute, Given.partly(List.of(), List.of(elements)));
    }

    /** This project with one more boolean attribute known. */
    public ProjectAttributes and(String attribute, boolean value) {
        return and(attribute, Boolean.toString(value));
    }

    /** This project, known to hold or not to hold a register's permission. */
    public ProjectAttributes permission(String register, boolean held) {
        return new ProjectAttributes(
                attributes, PersistentMap.copyOf(permissions).agreeing("permission", register, held), permissionsEver);
    }

    /** This project, known to hold or to have held a register's permission, or never to have held it. */
    public ProjectAttributes everPermitted(String register, boolean ever) {
        return new ProjectAttributes(
                attributes,
                permissions,
                PersistentMap.copyOf(permissionsEver).agreeing("permission ever", register, ever));
    }
}
