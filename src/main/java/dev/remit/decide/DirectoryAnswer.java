package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a {@link Directory} knows of the person and the project of one question.
 *
 * @param person the person; empty if there is no such person, or if no person was asked about
 * @param project the project; empty if there is no such project, or if no project was asked about
 * @param revision names the state of the directory that this was read from, such as the number of a transaction; decisions
 *     carry it in place of a digest of registers
 * @param names every name of the project, the one that answers carry first, for closed lists; empty if it has none but the
 *     one asked about
 */
public record DirectoryAnswer(
        Optional<PersonAttributes> person,
        Optional<ProjectAttributes> project,
        Optional<String> revision,
        List<String> names) {
    /** Neither the person nor the project is known. */
    public static final DirectoryAnswer NOTHING =
            new DirectoryAnswer(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    private static final int LONGEST_REVISION = 200;

    public DirectoryAnswer {
        requireNonNull(person, "person");
        requireNonNull(project, "project");
        requireNonNull(revision, "revision");
        revision.ifPresent(DirectoryAnswer::check);
        names = List.copyOf(names);
        if (names.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("names: a name must not be blank");
        }
        if (project.isEmpty() && !names.isEmpty()) {
            throw new IllegalArgumentException("names: there is no project that has them");
        }
    }

    /** What is known of a person and of a project with one name. */
    public DirectoryAnswer(
            Optional<PersonAttributes> person, Optional<ProjectAttributes> project, Optional<String> revision) {
        this(person, project, revision, List.of());
    }

    /** This answer, about a project of these names, of which answers carry the first. */
    public DirectoryAnswer named(List<String> others) {
        return new DirectoryAnswer(person, project, revision, others);
    }

    /** What is known, by a directory that has no revisions. */
    public static DirectoryAnswer of(Optional<PersonAttributes> person, Optional<ProjectAttributes> project) {
        return new DirectoryAnswer(person, project, Optional.empty());
    }

    private static void check(String revision) {
        boolean isLine = revision.chars().noneMatch(Character::isISOControl);
        if (revision.isBlank() || revision.length() > LONGEST_REVISION || !isLine) {
            throw new IllegalArgumentException(
                    "revision: expected one line of 1 to " + LONGEST_REVISION + " characters");
        }
    }

    /** The state of the directory as decisions name it. */
    String registers() {
        return revision.map(text -> PolicyIdentity.REVISION + text).orElse(PolicyIdentity.UNSTATED);
    }
}
