package dev.remit.analyze.people;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.ValueRestriction;
import dev.remit.model.Id;
import java.util.List;

/**
 * What a person of the register may do on a day.
 *
 * @param person the person
 * @param name the person's name
 * @param may what is permitted, by role and projects; nothing if no role permits anything
 */
public record PersonAccess(Id.Person person, String name, List<Access> may) {
    public PersonAccess {
        requireNonNull(person, "person");
        requireNonNull(name, "name");
        may = List.copyOf(may);
    }

    /**
     * What a person may do in one role for some projects.
     *
     * @param role the role
     * @param projects the projects
     * @param permitted what is permitted, in the order of the vocabulary; at least one thing
     */
    public record Access(Id.Role role, ProjectSet projects, List<Permitted> permitted) {
        public Access {
            requireNonNull(role, "role");
            requireNonNull(projects, "projects");
            permitted = List.copyOf(permitted);
        }
    }

    /**
     * An activity on a level that is permitted.
     *
     * @param activity the activity
     * @param level the level
     * @param ways what must be chosen and shown besides what the registers say: any one of these lists will do, and all of
     *     it must hold
     */
    public record Permitted(Id.Activity activity, Id.Level level, List<List<ValueRestriction>> ways) {
        public Permitted {
            requireNonNull(activity, "activity");
            requireNonNull(level, "level");
            ways = ways.stream().map(List::copyOf).toList();
        }

        /** Whether nothing has to be shown, so that it hangs on no more than a choice of work category and route. */
        public boolean always() {
            return ways.stream()
                    .anyMatch(way ->
                            way.stream().allMatch(each -> each.about().kind().isChoice()));
        }
    }
}
