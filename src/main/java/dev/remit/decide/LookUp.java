package dev.remit.decide;

import dev.remit.model.Id;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one look-up of a question in a directory, which serves all roles.
 *
 * @param directory the directory
 * @param person the person asked about, if one is
 * @param project the project of the directory that is asked about, if one is
 * @param moment the moment asked about
 * @param known what the directory knows of them
 */
record LookUp(
        Directory directory,
        Optional<String> person,
        Optional<String> project,
        Directory.Moment moment,
        DirectoryAnswer known) {

    /** Looks up the person and the project that a question names. */
    static LookUp of(Directory directory, Question question, Directory.Moment moment) {
        Optional<String> person = question.subject() instanceof Question.Subject.Registered registered
                ? Optional.of(registered.person())
                : Optional.empty();
        Optional<String> project = question.project() instanceof Question.ProjectReference.Registered registered
                ? Optional.of(registered.id())
                : Optional.empty();
        return of(directory, person, project, moment);
    }

    /**
     * Looks up a person and a project.
     *
     * @throws DirectoryFailedException if the directory throws or does not keep to its contract
     */
    static LookUp of(Directory directory, Optional<String> person, Optional<String> project, Directory.Moment moment) {
        return new LookUp(directory, person, project, moment, known(directory, person, project, moment));
    }

    private static DirectoryAnswer known(
            Directory directory, Optional<String> person, Optional<String> project, Directory.Moment moment) {
        if (directory instanceof RegisterDirectory register) {
            // Its projects are laid over the question as numbers, and need no words.
            return person.isEmpty()
                    ? DirectoryAnswer.NOTHING
                    : DirectoryAnswer.of(register.person(person.get(), project, moment), Optional.empty());
        }
        return person.isEmpty() && project.isEmpty()
                ? DirectoryAnswer.NOTHING
                : asked(directory, person, project, moment);
    }

    private static DirectoryAnswer asked(
            Directory directory, Optional<String> person, Optional<String> project, Directory.Moment moment) {
        @Nullable DirectoryAnswer known;
        try {
            known = directory.lookUp(person, project, moment);
        } catch (RuntimeException thrown) {
            throw DirectoryFailedException.threw(directory, thrown);
        }
        if (known == null) {
            throw DirectoryFailedException.answered(directory, "null");
        }
        if (person.isEmpty() && known.person().isPresent()) {
            throw DirectoryFailedException.answered(directory, "a person, and was asked about none");
        }
        if (project.isEmpty() && known.project().isPresent()) {
            throw DirectoryFailedException.answered(directory, "a project, and was asked about none");
        }
        return known;
    }

    /** The person asked about, with what is known of them; empty if none was, or there is no such person. */
    Optional<Receipt.AskedAbout> askedAbout() {
        return person.isEmpty() || known.person().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Receipt.AskedAbout(person.get(), known.person().get()));
    }

    /** The name that answers carry of the project asked about, whichever it was asked by. */
    Optional<String> projectId() {
        if (directory instanceof RegisterDirectory register) {
            return project.map(name -> register.id(name).map(Id.Project::value).orElse(name));
        }
        return known.names().isEmpty() ? project : Optional.of(known.names().get(0));
    }

    /** A question about the project under the name that answers carry. */
    Question named(Question question) {
        Optional<String> id = projectId();
        return id.equals(project) ? question : question.forProject(id.orElseThrow());
    }

    /** The state of the directory as decisions name it; empty for the bundle's own registers, which have a digest. */
    Optional<String> registers() {
        return directory instanceof RegisterDirectory ? Optional.empty() : Optional.of(known.registers());
    }

    /** The state of a directory that was asked about nobody and nothing, as {@link #registers} names it. */
    static Optional<String> registersOf(Directory directory) {
        return directory instanceof RegisterDirectory ? Optional.empty() : Optional.of(PolicyIdentity.UNSTATED);
    }

    /** Lays the project asked about over the values of a question, if it is one of the bundle's registers. */
    boolean isLaid(int[] values) {
        return directory instanceof RegisterDirectory register
                && register.rows().lay(project.orElseThrow(), moment.day().toEpochDay(), values);
    }

    /** Says that a person or a project is not known, and nothing of those that are. */
    QuestionFault notKnown(QuestionFault.Code code, String what, String id) {
        String where = directory instanceof RegisterDirectory ? "in the register" : "known to the directory";
        return new QuestionFault(code, what + " `" + id + "` is not " + where, Optional.empty()).inUndeclared(id);
    }

    /** What was asked, as a noun. */
    String source() {
        return directory instanceof RegisterDirectory ? "register" : "directory";
    }
}
