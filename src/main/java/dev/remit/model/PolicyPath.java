package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The path to a part of a policy, its registers or its invariants, such as {@code rules.research-run},
 * {@code rules.research-run.when} or {@code vocabulary.facts.trained}. Paths compare by their text.
 *
 * @param section the section the part stands in
 * @param id the id of the part in its section; empty for the header, which is one part
 * @param steps the way on from there to a part of it, by keys and by places in lists; empty for the whole
 */
public record PolicyPath(Section section, String id, List<String> steps) implements Comparable<PolicyPath> {

    /** The header of the policy. */
    public static final PolicyPath HEADER = Section.HEADER.path("");

    public PolicyPath {
        requireNonNull(section, "section");
        requireNonNull(id, "id");
        steps = List.copyOf(steps);
    }

    /** The sections that parts with ids stand in. */
    public enum Section {
        HEADER("policy"),
        ROLES("vocabulary.roles"),
        ACTIVITIES("vocabulary.activities"),
        LEVELS("vocabulary.levels"),
        ROUTES("vocabulary.routes"),
        ATTRIBUTES("vocabulary.project"),
        FACTS("vocabulary.facts"),
        REGISTERS("vocabulary.opt-outs"),
        OBLIGATIONS("vocabulary.obligations"),
        RULINGS("rulings"),
        DOMAINS("domains"),
        SETS("sets"),
        CONDITIONS("conditions"),
        CATEGORIES("categories"),
        RULES("rules"),
        CONSTRAINTS("constraints"),
        INVARIANTS("invariants"),
        CLAUSES("clauses"),
        PROJECTS("projects"),
        PEOPLE("people");

        private final String text;

        Section(String text) {
            this.text = text;
        }

        /** The path to a part of this section by its id. */
        public PolicyPath path(String id) {
            return new PolicyPath(this, id, List.of());
        }

        /** The last word of its path, which is the key that a vocabulary has it under. */
        public String word() {
            return text.substring(text.lastIndexOf('.') + 1);
        }

        /** Whether its parts are words that the policy declares, work categories among them. */
        public boolean isOfWords() {
            return this == CATEGORIES || text.startsWith("vocabulary.");
        }
    }

    /** The path to a role. */
    public static PolicyPath of(Id.Role id) {
        return Section.ROLES.path(id.value());
    }

    /** The path to an activity. */
    public static PolicyPath of(Id.Activity id) {
        return Section.ACTIVITIES.path(id.value());
    }

    /** The path to a data level. */
    public static PolicyPath of(Id.Level id) {
        return Section.LEVELS.path(id.value());
    }

    /** The path to a route. */
    public static PolicyPath of(Id.Route id) {
        return Section.ROUTES.path(id.value());
    }

    /** The path to a fact; that of the set for an element. */
    public static PolicyPath of(Id.Fact id) {
        return Section.FACTS.path(Element.owner(id.value()));
    }

    /** The path to an opt-out register. */
    public static PolicyPath of(Id.Register id) {
        return Section.REGISTERS.path(id.value());
    }

    /** The path to an obligation. */
    public static PolicyPath of(Id.Obligation id) {
        return Section.OBLIGATIONS.path(id.value());
    }

    /** The path to a work category. */
    public static PolicyPath of(Id.Category id) {
        return Section.CATEGORIES.path(id.value());
    }

    /** The path to a rule. */
    public static PolicyPath of(Id.Rule id) {
        return Section.RULES.path(id.value());
    }

    /** The path to a constraint. */
    public static PolicyPath of(Id.Constraint id) {
        return Section.CONSTRAINTS.path(id.value());
    }

    /** The path to an invariant. */
    public static PolicyPath of(Id.Invariant id) {
        return Section.INVARIANTS.path(id.value());
    }

    /** The path to a project of the register. */
    public static PolicyPath of(Id.Project id) {
        return Section.PROJECTS.path(id.value());
    }

    /** The path to an attribute of projects. */
    public static PolicyPath of(Id.Attribute id) {
        return Section.ATTRIBUTES.path(id.value());
    }

    /** The path to a person of the register. */
    public static PolicyPath of(Id.Person id) {
        return Section.PEOPLE.path(id.value());
    }

    /** The path to a clause of the sources. */
    public static PolicyPath ofClause(Id.Citation id) {
        return Section.CLAUSES.path(id.value());
    }

    /** The path to a part of this part. */
    public PolicyPath then(String step) {
        List<String> further = new ArrayList<>(steps);
        further.add(step);
        return new PolicyPath(section, id, further);
    }

    /** The path to the condition of a rule. */
    public PolicyPath condition() {
        return then("when");
    }

    /** The path to what this is a part of; empty if it is no part of another. */
    public Optional<PolicyPath> whole() {
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(new PolicyPath(section, id, steps.subList(0, steps.size() - 1)));
    }

    /** Whether this is the path to the condition of a rule. */
    public boolean isCondition() {
        return section == Section.RULES && steps.equals(List.of("when"));
    }

    /** The path as it is written in reports: the section, the id and the steps with dots between them. */
    public String text() {
        StringBuilder text = new StringBuilder(section.text);
        if (!id.isEmpty()) {
            text.append('.').append(id);
        }
        steps.forEach(each -> text.append('.').append(each));
        return text.toString();
    }

    @Override
    public int compareTo(PolicyPath other) {
        // Ids may have dots, so two parts can be written alike.
        int byText = text().compareTo(other.text());
        int byId = byText == 0 ? id.compareTo(other.id) : byText;
        return byId == 0 ? section.compareTo(other.section) : byId;
    }

    @Override
    public String toString() {
        return text();
    }
}
