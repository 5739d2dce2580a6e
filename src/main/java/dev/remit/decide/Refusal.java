package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;
import dev.remit.model.Treatment;
import java.util.Map;
import java.util.Set;

/**
 * Why an enforcement point must not let somebody through in one role.
 *
 * @param decision the decision that was to be enforced
 * @param why what stands in the way
 * @param duties the duties that nobody takes care of, of the grant that lacks least; none unless something is not handled
 * @param population the treatments of opted-out patients that nobody acts on, of that grant
 */
public record Refusal(Decision decision, Why why, Set<Id.Obligation> duties, Map<Id.Register, Treatment> population) {

    public Refusal {
        requireNonNull(decision, "decision");
        requireNonNull(why, "why");
        duties = Id.sorted(duties);
        population = Id.sorted(population);
    }

    /** What can stand in the way. */
    public enum Why {
        /** The answer is no permit. */
        NOT_PERMITTED("not-permitted"),
        /** The question neither states the work category or the route, nor says aloud that any will do. */
        SAY_WHICH_WAY("say-which-way"),
        /** No grant is one of which the caller takes care of all duties and acts on all population entries. */
        NOT_HANDLED("duties-not-handled"),
        /** The policy that answered is no longer in force. */
        OUTDATED("outdated");

        private final String id;

        Why(String id) {
            this.id = id;
        }

        /** The reason as tools see it. */
        public String id() {
            return id;
        }
    }

    static Refusal of(Decision decision, Why why) {
        return new Refusal(decision, why, Set.of(), Map.of());
    }

    /** The role in which nobody is let through. */
    public Id.Role role() {
        return decision.role();
    }

    /** Why, in one line. */
    public String reason() {
        return switch (why) {
            case NOT_PERMITTED -> Wording.sentence(decision.question(), decision.answer());
            case SAY_WHICH_WAY -> Wording.sayWhichWay(Enforcement.unstatedChoices(decision));
            case NOT_HANDLED -> Wording.notHandled(duties, population);
            case OUTDATED -> Wording.outdated(decision.policy());
        };
    }
}
