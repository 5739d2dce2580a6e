package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A declared attribute that every project has. One that is a set is an attribute for each element.
 *
 * @param id the attribute's name, such as {@code kind}
 * @param title what a reader calls it; that of the set for an element
 * @param description a sentence for governance officers; empty if the policy gives none
 * @param domain the values it can have
 * @param changedBy who could change it
 * @param trueOnlyFor for a boolean attribute with a closed list, the only projects of which it is true, by any of their
 *     names; empty for an attribute without a closed list
 * @param finals the values that a project does not leave again, so that no advice leads out of them
 */
public record ProjectAttribute(
        Id.Attribute id,
        String title,
        String description,
        Domain domain,
        ChangedBy changedBy,
        Optional<Set<Id.Project>> trueOnlyFor,
        Set<Id.Value> finals) {

    /** The values of a boolean attribute. */
    public static final List<Id.Value> BOOLEAN = Domain.BOOLEAN.values();

    public ProjectAttribute {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(description, "description");
        requireNonNull(domain, "domain");
        requireNonNull(changedBy, "changedBy");
        trueOnlyFor = trueOnlyFor.map(Sorted::set);
        if (trueOnlyFor.isPresent() && !domain.isBoolean()) {
            throw new IllegalArgumentException("trueOnlyFor: only a boolean attribute has a closed list");
        }
        finals = Sorted.set(finals);
    }

    /** An attribute without a closed list, whose values can all be left again. */
    public ProjectAttribute(
            Id.Attribute id, String title, String description, List<Id.Value> values, ChangedBy changedBy) {
        this(id, title, description, Domain.of(values), changedBy, Optional.empty(), Set.of());
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
     * The value that a closed list gives a project, whatever anybody says of it. Empty for an attribute without a closed
     * list.
     *
     * @param names every name of the project
     */
    public Optional<Id.Value> closedValue(Collection<Id.Project> names) {
        return trueOnlyFor.map(listed -> BOOLEAN.get(Collections.disjoint(listed, names) ? 0 : 1));
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
