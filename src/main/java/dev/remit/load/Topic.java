package dev.remit.load;

import dev.remit.model.Condition;
import dev.remit.model.Domain;
import dev.remit.model.Element;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A fact or project attribute that conditions give values of.
 *
 * @param path its name in conditions
 * @param isOfProject whether it is an attribute
 * @param isSet whether it is a set
 * @param values the values it can have, or the elements, in the order declared
 */
record Topic(String path, boolean isOfProject, boolean isSet, List<Id.Value> values) {
    /** The value that says that there is nothing. */
    static final String NONE = "none";

    Topic {
        values = List.copyOf(values);
    }

    /** The topics of some declarations, by their paths. */
    static Map<String, Topic> of(Collection<ProjectAttribute> attributes, Collection<Fact> facts) {
        Map<String, Topic> topics = new LinkedHashMap<>();
        for (ProjectAttribute each : attributes) {
            String path = Variable.Kind.ATTRIBUTE.prefix() + each.id().value();
            add(topics, path, true, each.values());
        }
        facts.forEach(
                each -> add(topics, each.id().value(), false, each.domain().values()));
        return topics;
    }

    private static void add(Map<String, Topic> topics, String path, boolean isOfProject, List<Id.Value> values) {
        Element.named(path)
                .ifPresentOrElse(
                        element -> topics.merge(
                                element.set(),
                                new Topic(element.set(), isOfProject, true, List.of(new Id.Value(element.value()))),
                                Topic::and),
                        () -> topics.put(path, new Topic(path, isOfProject, false, values)));
    }

    private static Topic and(Topic set, Topic more) {
        List<Id.Value> elements = new ArrayList<>(set.values);
        elements.addAll(more.values);
        return new Topic(set.path, set.isOfProject, true, elements);
    }

    /** Whether it is simply true or false. */
    boolean isBoolean() {
        return !isSet && values.equals(ProjectAttribute.BOOLEAN);
    }

    /** Whether another has the same values, in whatever order. */
    boolean isLike(Topic other) {
        return values.size() == other.values.size() && values.containsAll(other.values);
    }

    /** The values that say that there is something. */
    List<Id.Value> somethings() {
        return values.stream().filter(each -> !each.value().equals(NONE)).toList();
    }

    /** Whether it has one of some values. */
    Condition is(Set<Id.Value> some) {
        String id = id();
        return isOfProject
                ? new Condition.AttributeIs(new Id.Attribute(id), some)
                : new Condition.FactIs(new Id.Fact(id), some);
    }

    /** Whether it is a set that has an element. */
    Condition has(Id.Value element) {
        String id = new Element(id(), element.value()).name();
        return isOfProject
                ? new Condition.AttributeIs(new Id.Attribute(id), Domain.ONLY_TRUE)
                : new Condition.FactIs(new Id.Fact(id), Domain.ONLY_TRUE);
    }

    private String id() {
        return isOfProject ? path.substring(Variable.Kind.ATTRIBUTE.prefix().length()) : path;
    }

    /** Its values as words. */
    List<String> words() {
        return values.stream().map(Id.Value::value).toList();
    }
}
