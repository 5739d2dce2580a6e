package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A declared fact: something true or false of the person or the moment, or one of a short list of values. A fact that is a
 * set of values is a fact for each element.
 *
 * @param id the fact's name
 * @param title what a reader calls it; that of the set for an element
 * @param description a sentence for governance officers; empty if the policy gives none
 * @param domain the values it can have
 * @param knownFrom who can know it
 * @param about whether it is true of a person as such or of a person on one project
 * @param changedBy who could change it
 * @param mustBeSaid whether a closed question leaves it unknown
 */
public record Fact(
        Id.Fact id,
        String title,
        String description,
        Domain domain,
        KnownFrom knownFrom,
        About about,
        ChangedBy changedBy,
        MustBeSaid mustBeSaid) {
    public Fact {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(description, "description");
        requireNonNull(domain, "domain");
        requireNonNull(knownFrom, "knownFrom");
        requireNonNull(about, "about");
        requireNonNull(changedBy, "changedBy");
        requireNonNull(mustBeSaid, "mustBeSaid");
    }

    /** A fact that is true or false, and whose declaration says nothing about closed questions. */
    public Fact(Id.Fact id, String title, String description, KnownFrom knownFrom, About about, ChangedBy changedBy) {
        this(id, title, description, Domain.BOOLEAN, knownFrom, about, changedBy, MustBeSaid.UNMARKED);
    }

    /** This fact with another mark. */
    public Fact marked(MustBeSaid other) {
        return new Fact(id, title, description, domain, knownFrom, about, changedBy, other);
    }

    /** The element of a set that it stands for, if it stands for one. */
    public Optional<Element> element() {
        return Element.named(id.value());
    }

    /** Whether the register of people, or a directory in its place, says who has it; else only the calling service knows. */
    public boolean isRegistered() {
        return switch (knownFrom) {
            case REGISTER -> true;
            case CALLER -> false;
        };
    }

    /** Whether it is true of a person on one project, rather than of a person as such. */
    public boolean isAboutProject() {
        return switch (about) {
            case PROJECT -> true;
            case PERSON -> false;
        };
    }

    /**
     * Whether the register of people answers for it: one about a person on a project needs to know which project, or that
     * there is none.
     *
     * @param isProjectNamed whether a registered project, or none, was named
     */
    public boolean isRegistered(boolean isProjectNamed) {
        return isRegistered() && (isProjectNamed || !isAboutProject());
    }

    /** Where a fact is known from. */
    public enum KnownFrom {
        /** The people register. */
        REGISTER,
        /** Only the calling service. */
        CALLER
    }

    /** What a fact is true of. */
    public enum About {
        /** A person, whatever the project. */
        PERSON,
        /** A person on one project. */
        PROJECT
    }
}
