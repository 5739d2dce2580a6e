package dev.remit.docs;

import dev.remit.decide.Directory;
import dev.remit.model.Id;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A service's own projects and people, as the guide for Java services shows it. */
final class OurDirectory implements Directory {
    @Override
    public Optional<ProjectState> project(String id, Moment moment) {
        return id.equals("P-7")
                ? Optional.of(new ProjectState(
                        Map.of(
                                new Id.Attribute("kind"), new Id.Value("audit"),
                                new Id.Attribute("status"), new Id.Value("active"),
                                new Id.Attribute("legacy"), new Id.Value("false")),
                        Map.of(new Id.Register("type-1"), false, new Id.Register("national"), false)))
                : Optional.empty();
    }

    @Override
    public Optional<PersonState> person(String id, Optional<String> project, Moment moment) {
        return id.equals("u1")
                ? Optional.of(new PersonState(
                        Set.of(new Id.Role("researcher")),
                        project.isPresent() ? Set.of(new Id.Fact("named-on-project")) : Set.of()))
                : Optional.empty();
    }
}
