package dev.remit.decide;

import dev.remit.model.ChangedBy;
import dev.remit.model.Condition;
import dev.remit.model.Domain;
import dev.remit.model.Element;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.MustBeSaid;
import dev.remit.model.Policy;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Rule;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Gives some generated policies a set of the levels, and lets some of their rules ask whether it has the one asked about. */
final class SetsOfLevels {
    /** What the set is called. */
    static final String NAME = "cleared";

    private final Policy policy;
    private final SplittableRandom random;

    private SetsOfLevels(Policy policy, SplittableRandom random) {
        this.policy = policy;
        this.random = random;
    }

    /** The policy, in one of five cases with such a set. */
    static Policy added(Policy policy, SplittableRandom random) {
        return random.nextInt(5) == 0 ? new SetsOfLevels(policy, random).added() : policy;
    }

    private Policy added() {
        Vocabulary words = policy.vocabulary();
        boolean ofProject = random.nextBoolean();
        List<ProjectAttribute> attributes = new ArrayList<>(words.attributes());
        List<Fact> facts = new ArrayList<>(words.facts());
        for (Level each : words.levels()) {
            String name = element(each);
            if (ofProject) {
                attributes.add(new ProjectAttribute(
                        new Id.Attribute(name),
                        NAME,
                        "",
                        Domain.ofElement(Optional.empty()),
                        ChangedBy.APPROVER,
                        Optional.empty(),
                        Set.of()));
            } else {
                facts.add(new Fact(
                        new Id.Fact(name),
                        NAME,
                        "",
                        Domain.ofElement(Optional.of(false)),
                        Fact.KnownFrom.CALLER,
                        Fact.About.PERSON,
                        ChangedBy.REQUESTER,
                        MustBeSaid.UNMARKED));
            }
        }
        Vocabulary more = new Vocabulary(
                words.roles(),
                words.activities(),
                words.levels(),
                words.categories(),
                words.routes(),
                attributes,
                facts,
                words.registers(),
                words.obligations());
        Condition has = hasLevel(ofProject);
        return Sketch.policy(
                more, policy.rules().stream().map(each -> asking(each, has)).toList(), policy.constraints());
    }

    private static String element(Level level) {
        return new Element(NAME, level.id().value()).name();
    }

    private Condition hasLevel(boolean ofProject) {
        List<Condition> cases = new ArrayList<>();
        for (Level each : policy.vocabulary().levels()) {
            Condition is = ofProject
                    ? new Condition.AttributeIs(new Id.Attribute(element(each)), Domain.ONLY_TRUE)
                    : new Condition.FactIs(new Id.Fact(element(each)), Domain.ONLY_TRUE);
            cases.add(new Condition.All(List.of(is, new Condition.LevelIs(Set.of(each.id())))));
        }
        return new Condition.AnyOf(cases);
    }

    private Rule asking(Rule rule, Condition has) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> rule.withWhen(new Condition.All(List.of(rule.when(), has)));
            case 2 -> rule.withWhen(new Condition.AnyOf(List.of(new Condition.Not(has), rule.when())));
            default -> rule;
        };
    }
}
