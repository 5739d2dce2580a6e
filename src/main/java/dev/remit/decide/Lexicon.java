package dev.remit.decide;

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
    private final Map<String, Variable> attributes = new LinkedHashMap<>();
    private final Map<String, Variable> permissions = new LinkedHashMap<>();
    private final Map<String, Variable> ever = new LinkedHashMap<>();
    private final Map<String, Variable> wishes = new LinkedHashMap<>();
    private final Map<String, Variable> facts = new LinkedHashMap<>();
    private final Map<String, RegisteredFact> registered = new LinkedHashMap<>();

    private final List<ClosedAttribute> closed = new ArrayList<>();
    private final Set<String> obligations = new LinkedHashSet<>();

    /** A fact that the register of people knows. */
    record RegisteredFact(Fact fact, Variable variable) {}

    /** An attribute that a closed list decides, for projects that have names. */
    record ClosedAttribute(ProjectAttribute attribute, Variable variable) {}

    Lexicon(Policy policy, Space space) {
        for (ProjectAttribute each : policy.vocabulary().attributes()) {
            attributes.put(each.id().value().intern(), space.attribute(each.id()));
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
            facts.put(each.id().value().intern(), variable);
            if (each.isRegistered()) {
                registered.put(each.id().value().intern(), new RegisteredFact(each, variable));
            }
        }
    }

    /** Project attributes, by id. */
    Map<String, Variable> attributes() {
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
    Map<String, Variable> facts() {
        return facts;
    }

    /** The facts that the register of people knows, by id. */
    Map<String, RegisteredFact> registered() {
        return registered;
    }

    /** The duties that can come with a permit. */
    Set<String> obligations() {
        return obligations;
    }
}
