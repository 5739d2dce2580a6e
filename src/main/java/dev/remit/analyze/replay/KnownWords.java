package dev.remit.analyze.replay;

import dev.remit.decide.Given;
import dev.remit.decide.ProjectAttributes;
import dev.remit.decide.Question;
import dev.remit.decide.Question.ProjectReference;
import dev.remit.model.Element;
import dev.remit.model.Id;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Restricts questions to the words of a policy. A fact, an attribute or an opt-out register that a policy does not have means nothing
 * to it, and it decides without. Where it has the thing and not the value, or no such role, activity, level, work category or route,
 * there is nothing to decide.
 */
final class KnownWords {
    private final Map<String, Variable> variables = new HashMap<>();
    /** The variables by what people say them about: a set has one for each element. */
    private final Map<String, List<Variable>> owners = new HashMap<>();
    /** The values of these things, or the elements of a set. */
    private final Map<String, Set<String>> values = new HashMap<>();

    private final List<ProjectAttribute> closed;

    private final Function<String, List<Id.Project>> names;

    /**
     * Prepares to restrict.
     *
     * @param names every name of a project by one of them
     */
    KnownWords(Vocabulary vocabulary, Space space, Function<String, List<Id.Project>> names) {
        this.names = names;
        space.variables().forEach(each -> variables.put(each.name(), each));
        for (Variable each : space.variables()) {
            owners.computeIfAbsent(each.owner(), none -> new ArrayList<>()).add(each);
            values.computeIfAbsent(each.owner(), none -> new HashSet<>())
                    .addAll(each.element().map(Element::value).map(List::of).orElse(each.values()));
        }
        closed = vocabulary.attributes().stream()
                .filter(each -> each.trueOnlyFor().isPresent())
                .toList();
    }

    /**
     * A word that the policy does not have.
     *
     * @param isNeeded whether there is no answer without it
     */
    record Unknown(String word, String what, boolean isNeeded) {}

    /**
     * A question in the words of the policy.
     *
     * @param question the question without the words that mean nothing
     * @param unknown the words that the policy does not have
     */
    record Restricted(Question question, List<Unknown> unknown) {
        boolean isDecidable() {
            return unknown.stream().noneMatch(Unknown::isNeeded);
        }
    }

    /** The variables of a fact: one, or one for each element of a set. */
    List<Variable> fact(String fact) {
        return owners.getOrDefault(fact, List.of()).stream()
                .filter(each -> each.kind() == Variable.Kind.FACT)
                .toList();
    }

    /**
     * Restricts a question.
     *
     * @param project the id of its project, if there was one: closed lists of the policy decide by it, whatever was known
     */
    Restricted restrict(Question question, Optional<String> project) {
        List<Unknown> unknown = new ArrayList<>();
        if (question.subject() instanceof Question.Subject.InRole inRole) {
            dimension("role", Optional.of(inRole.role()), unknown);
        }
        dimension("activity", question.activity(), unknown);
        dimension("level", question.level(), unknown);
        dimension("category", question.category().word(), unknown);
        dimension("route", question.route().word(), unknown);
        return new Restricted(
                new Question(
                        question.subject(),
                        question.activity(),
                        question.level(),
                        question.category(),
                        question.route(),
                        project(question.project(), project, unknown),
                        checked(known(question.facts(), "", "fact", unknown), "", unknown),
                        question.isClosed(),
                        known(question.optOuts(), "optOuts.", "opt-out register", unknown),
                        question.at()),
                unknown);
    }

    private void dimension(String name, Optional<String> word, List<Unknown> unknown) {
        Variable variable = variables.get(name);
        if (word.isPresent() && (variable == null || variable.place(word.get()) < 0)) {
            unknown.add(new Unknown(word.get(), name, true));
        }
    }

    /** What the closed lists say of a project, each in turn; nothing of no project. */
    List<Id.Value> listed(Optional<String> project) {
        if (closed.isEmpty() || project.isEmpty()) {
            return List.of();
        }
        List<Id.Project> known = names.apply(project.get());
        return closed.stream()
                .map(each -> each.closedValue(known).orElseThrow())
                .toList();
    }

    private ProjectReference project(ProjectReference reference, Optional<String> id, List<Unknown> unknown) {
        if (!(reference instanceof ProjectReference.Described described)) {
            return reference;
        }
        Map<String, Given> attributes =
                known(described.attributes().attributes(), "project.", "project attribute", unknown);
        List<Id.Value> listed = listed(id);
        for (int i = 0; i < listed.size(); i++) {
            attributes.put(closed.get(i).id().value(), Given.is(listed.get(i).value()));
        }
        checked(attributes, "project.", unknown);
        return new ProjectReference.Described(new ProjectAttributes(
                attributes,
                known(described.attributes().permissions(), "project.permissions.", "opt-out register", unknown),
                known(
                        described.attributes().permissionsEver(),
                        "project.permissionsEver.",
                        "opt-out register",
                        unknown)));
    }

    /** What is given, each value and element of which was looked for among those of the policy. */
    private Map<String, Given> checked(Map<String, Given> given, String prefix, List<Unknown> unknown) {
        given.forEach((word, value) -> {
            Set<String> known = values.getOrDefault(prefix + word, Set.of());
            if (value instanceof Given.Members members) {
                Set<String> strange = new TreeSet<>(members.has());
                strange.addAll(members.lacks());
                strange.removeAll(known);
                strange.forEach(each -> unknown.add(new Unknown(each, "value of " + prefix + word, true)));
            } else if (!known.contains(value.toString())) {
                unknown.add(new Unknown(value.toString(), "value of " + prefix + word, true));
            }
        });
        return given;
    }

    private <V> Map<String, V> known(Map<String, V> said, String prefix, String what, List<Unknown> unknown) {
        if (said.isEmpty()) {
            return new HashMap<>();
        }
        Map<String, V> known = new LinkedHashMap<>();
        said.forEach((word, value) -> {
            if (owners.containsKey(prefix + word)) {
                known.put(word, value);
            } else if (unknown.stream()
                    .noneMatch(each -> each.word().equals(word) && each.what().equals(what))) {
                unknown.add(new Unknown(word, what, false));
            }
        });
        return known;
    }
}
