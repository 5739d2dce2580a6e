package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A declared opt-out register: a list about patients who said no, and how to act on it.
 *
 * @param id the register's name
 * @param title what a reader calls it
 * @param description a sentence for governance officers; empty if the policy gives none
 * @param list the list to consult
 * @param keep which patients stay when the filter applies
 * @param flag the platform's switch for including these patients, if it has one
 * @param permissionChangedBy who could give a project this register's permission
 * @param approvers who can grant a registered project this register's permission, as registers write it; empty if that is
 *     not laid down
 */
public record OptOutRegister(
        Id.Register id,
        String title,
        String description,
        String list,
        Keep keep,
        Optional<String> flag,
        ChangedBy permissionChangedBy,
        Set<String> approvers) {
    public OptOutRegister {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(description, "description");
        requireNonNull(list, "list");
        requireNonNull(keep, "keep");
        requireNonNull(flag, "flag");
        requireNonNull(permissionChangedBy, "permissionChangedBy");
        approvers = Collections.unmodifiableSortedSet(new TreeSet<>(approvers));
    }

    /** An opt-out register that does not lay down who can grant its permission. */
    public OptOutRegister(
            Id.Register id,
            String title,
            String description,
            String list,
            Keep keep,
            Optional<String> flag,
            ChangedBy permissionChangedBy) {
        this(id, title, description, list, keep, flag, permissionChangedBy, Set.of());
    }

    /** The list of patients used where a route names no other. */
    public PatientList patients() {
        return new PatientList(list, keep);
    }

    /** Which patients a filter keeps. A missing list always stops the run: it never includes everyone. */
    public enum Keep {
        /** A patient stays only if the list does not name them: the list is of those who opted out. */
        ABSENT("absent"),
        /** A patient stays only if the list names them: the list is of those who did not opt out. */
        PRESENT("present");

        private final String word;

        Keep(String word) {
            this.word = word;
        }

        /** The word used in policy files and answers. */
        public String word() {
            return word;
        }
    }
}
