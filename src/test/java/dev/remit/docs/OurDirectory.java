package dev.remit.docs;

import dev.remit.decide.Directory;
import dev.remit.decide.DirectoryAnswer;
import dev.remit.decide.PersonAttributes;
import dev.remit.decide.ProjectAttributes;
import java.util.Optional;

/** A service's own projects and people, as the guide for Java services shows it. */
final class OurDirectory implements Directory {
    @Override
    public DirectoryAnswer lookUp(Optional<String> person, Optional<String> project, Moment moment) {
        return new DirectoryAnswer(
                person.flatMap(id -> person(id, project)), project.flatMap(this::project), Optional.of("17"));
    }

    private Optional<PersonAttributes> person(String id, Optional<String> project) {
        return id.equals("u1")
                ? Optional.of(PersonAttributes.inRoles("researcher")
                        .given("named-on-project", project.isPresent())
                        .closed())
                : Optional.empty();
    }

    private Optional<ProjectAttributes> project(String id) {
        return id.equals("P-7")
                ? Optional.of(ProjectAttributes.of("kind", "audit")
                        .and("status", "active")
                        .and("legacy", false)
                        .permission("type-1", false)
                        .permission("national", false))
                : Optional.empty();
    }
}
