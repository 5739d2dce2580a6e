package dev.remit.decide;

import dev.remit.model.Element;
import dev.remit.model.Fact;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Policy;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a policy, each with the variable it names; interned, since services mostly write them in their text. */
final class Lexicon {
    private final Names attributes = new Names("project attribute", QuestionFault.Code.UNKNOWN_ATTRIBUTE);
    private final Map<String, Variable> permissions = new LinkedHashMap<>();
    private final Map<String, Variable> ever = new LinkedHashMap<>();
    private final Map<String, Variable> wishes = new LinkedHashMap<>();
    private final Names facts = new Names("fact", QuestionFault.Code.UNKNOWN_FACT);
    private final Names registeredFacts = new Names("fact", QuestionFault.Code.UNKNOWN_FACT);
    private final List<RegisteredFact> registered = new ArrayList<>();

    private final List<ClosedAttribute> closed = new ArrayList<>();
    private final Set<String> obligations = new LinkedHashSet<>();

    /**
     * A fact that the register of people knows.
     *
     * @param fact the fact
     * @param name its name in questions: that of the set for an element
     * @param variable what it is in a question
     */
    record RegisteredFact(Fact fact, String name, Variable variable) {}

    /** An attribute that a closed list decides, for projects that have names. */
    record ClosedAttribute(ProjectAttribute attribute, Variable variable) {}

    Lexicon(Policy policy, Space space) {
        for (ProjectAttribute each : policy.vocabulary().attributes()) {
            attributes.add(each.id().value(), space.attribute(each.id()));
            if (each.trueOnlyFor().isPresent()) {
                closed.add(new ClosedAttribute(each, space.attribute(each.id())));
            }
        }
        for (OptOutRegister each : policy.vocabulary().registers()) {
            permissions.put(each.id().value().intern(), space.permission(each.id()));
            ever.put(each.id().value().intern(), space.everPermitted(each.id()));
            wishes.put(each.id().value().intern(), space.wish(each.id()));
        }
        policy.vocabulary()
                .obligations()
                .forEach(each -> obligations.add(each.id().value()));
        for (Fact each : policy.vocabulary().facts()) {
            Variable variable = space.fact(each.id());
            facts.add(each.id().value(), variable);
            if (each.isRegistered()) {
                registeredFacts.add(each.id().value(), variable);
                registered.add(new RegisteredFact(each, Element.owner(each.id().value()), variable));
            }
        }
    }

    /** Project attributes, by id. */
    Names attributes() {
        return attributes;
    }

    /** The attributes that closed lists decide. */
    List<ClosedAttribute> closed() {
        return closed;
    }

    /** What projects are permitted, by opt-out register. */
    Map<String, Variable> permissions() {
        return permissions;
    }

    /** What projects are or have ever been permitted, by opt-out register. */
    Map<String, Variable> everPermitted() {
        return ever;
    }

    /** What is asked about opted-out patients, by opt-out register. */
    Map<String, Variable> wishes() {
        return wishes;
    }

    /** Facts, by id. */
    Names facts() {
        return facts;
    }

    /** The facts that the register of people knows, each element of a set by itself. */
    List<RegisteredFact> registered() {
        return registered;
    }

    /** The facts that the register of people knows, by id. */
    Names registeredFacts() {
        return registeredFacts;
    }

    /** The duties that can come with a permit. */
    Set<String> obligations() {
        return obligations;
    }
}
