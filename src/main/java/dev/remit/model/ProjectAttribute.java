package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A declared attribute that every project has. One that is a set is an attribute for each element.
 *
 * @param id the attribute's name, such as {@code kind}
 * @param title what a reader calls it; that of the set for an element
 * @param description a sentence for governance officers; empty if the policy gives none
 * @param domain the values it can have
 * @param changedBy who could change it
 */
public record ProjectAttribute(Id.Attribute id, String title, String description, Domain domain, ChangedBy changedBy) {

    /** The values of a boolean attribute. */
    public static final List<Id.Value> BOOLEAN = Domain.BOOLEAN.values();

    public ProjectAttribute {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(description, "description");
        requireNonNull(domain, "domain");
        requireNonNull(changedBy, "changedBy");
    }

    /** An attribute with a list of values. */
    public ProjectAttribute(
            Id.Attribute id, String title, String description, List<Id.Value> values, ChangedBy changedBy) {
        this(id, title, description, Domain.of(values), changedBy);
    }

    /** Its values in the order declared; {@code false} and {@code true} for a boolean attribute. */
    public List<Id.Value> values() {
        return domain.values();
    }

    /** Whether this attribute is simply true or false. */
    public boolean isBoolean() {
        return domain.isBoolean();
    }

    /** The element of a set that it stands for, if it stands for one. */
    public Optional<Element> element() {
        return Element.named(id.value());
    }

    /**
     * The value a question about no project has: {@code none}, or {@code false} for a boolean attribute. Empty if the
     * policy declares no {@code none}, so that it has no questions without a project.
     */
    public Optional<Id.Value> withoutProject() {
        Id.Value none = isBoolean() ? BOOLEAN.get(0) : new Id.Value("none");
        return values().contains(none) ? Optional.of(none) : Optional.empty();
    }
}
