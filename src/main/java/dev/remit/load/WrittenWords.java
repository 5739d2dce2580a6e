package dev.remit.load;

import dev.remit.grammar.Namespace;
import dev.remit.model.Element;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The words that a bundle declares, as far as they could be read, whether it has errors or not. Nothing can be decided
 * by them: they are for those who write the bundle.
 *
 * @param vocabulary the words with their titles; a faulty one may be missing, or have an empty title
 * @param ids the ids of each kind of which every declaration could be read; of others nothing can be said
 */
@SuppressWarnings("exports") // only rooms of this module read what is not sound
public record WrittenWords(Vocabulary vocabulary, Map<Namespace, List<String>> ids) {

    /** Copies the ids. */
    public WrittenWords {
        ids = Map.copyOf(ids);
    }

    static WrittenWords of(PolicyParts policy, Reading reading) {
        SymbolTable declared = reading.declared();
        Map<Namespace, List<String>> ids = new EnumMap<>(Namespace.class);
        List<SymbolScope<?>> scopes = new ArrayList<>(declared.all());
        scopes.removeAll(List.of(declared.rules, declared.constraints, declared.domains));
        scopes.add(declared.projects);
        scopes.stream().filter(SymbolScope::isComplete).forEach(scope -> ids.put(scope.namespace(), scope.sound()));
        for (SymbolScope<?> members : declared.withSets().values()) {
            boolean mayLackSets = declared.setsOf(members).stream().anyMatch(sets -> !sets.isComplete());
            if (mayLackSets) {
                ids.remove(members.namespace());
            }
        }
        Collection<ProjectAttribute> attributes = PolicyParts.wellShaped(
                        policy.vocabulary().attributes(), policy.source(), reading)
                .values();
        Collection<Fact> facts = PolicyParts.wellShapedFacts(policy.vocabulary().facts(), policy.source(), reading)
                .values();
        removeUnlessAll(Namespace.ATTRIBUTE, attributes, ProjectAttribute::id, ids);
        removeUnlessAll(Namespace.FACT, facts, Fact::id, ids);
        return new WrittenWords(policy.vocabulary(), ids);
    }

    /** Leaves a kind of words open of whose values some could not be read. */
    private static <T> void removeUnlessAll(
            Namespace kind, Collection<T> read, Function<T, ? extends Id> id, Map<Namespace, List<String>> ids) {
        Collection<String> whole = new HashSet<>();
        read.forEach(each -> whole.add(Element.owner(id.apply(each).value())));
        if (!whole.containsAll(ids.getOrDefault(kind, List.of()))) {
            ids.remove(kind);
        }
    }
}
