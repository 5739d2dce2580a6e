package dev.remit.analyze.people;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Variable;

/**
 * Which part of what people may do is asked about.
 *
 * @param asked what is asked about; anything may be open. Facts known from the register of people are taken from there,
 *     whatever stands here. Attributes and permissions of projects select those that have them on the day
 * @param about the projects asked about
 */
public record PeopleFilter(Assignment asked, About about) {
    public PeopleFilter {
        requireNonNull(asked, "asked");
        requireNonNull(about, "about");
    }

    /** Which projects are asked about. */
    public sealed interface About {
        /** Every project of the register, and no project. */
        record Any() implements About {}

        /** No project. */
        record NoProject() implements About {}

        /** One project of the register, by its id. */
        record One(Id.Project project) implements About {
            public One {
                requireNonNull(project, "project");
            }
        }
    }

    /** A part of what people may do for every project of the register, and for none. */
    public static PeopleFilter of(Assignment asked) {
        return new PeopleFilter(asked, new About.Any());
    }

    /** The same for one project of the register, by its id. */
    public PeopleFilter on(Id.Project project) {
        return new PeopleFilter(asked, new About.One(project));
    }

    /** The same where there is no project. */
    public PeopleFilter withoutProject() {
        return new PeopleFilter(asked, new About.NoProject());
    }

    boolean includesNoProject() {
        return about instanceof About.Any || about instanceof About.NoProject;
    }

    boolean includes(Id.Project project) {
        return about instanceof About.Any
                || (about instanceof About.One one && one.project().equals(project));
    }

    /** Whether what is said about projects agrees with the state of one. */
    boolean agrees(Assignment state) {
        for (Variable each : asked.space().variables()) {
            if (each.kind().isOfProject()
                    && !asked.isOpen(each)
                    && !state.isOpen(each)
                    && asked.value(each) != state.value(each)) {
                return false;
            }
        }
        return true;
    }
}
