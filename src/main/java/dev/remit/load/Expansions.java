package dev.remit.load;

import dev.remit.grammar.Fields;
import dev.remit.grammar.Lexeme;
import dev.remit.grammar.Namespace;
import dev.remit.model.NamedSets;
import dev.remit.model.Variable;
import dev.remit.node.Entry;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What stands behind the names of sets and conditions of a bundle. Immutable once made. */
final class Expansions {
    private final NamedSets sets;
    private final Map<String, Node> conditions = new TreeMap<>();

    /**
     * Collects the named conditions.
     *
     * @param sets the named sets
     * @param policies the files that can name conditions
     */
    Expansions(NamedSets sets, List<Mapping> policies) {
        this.sets = sets;
        Set<String> facts = new HashSet<>();
        for (Mapping file : policies) {
            Fields fields = Fields.of(file);
            fields.fields("vocabulary")
                    .ifPresent(words -> words.entries("facts")
                            .forEach(each -> facts.add(each.key().text())));
            for (Entry each : fields.entries("conditions")) {
                conditions.putIfAbsent(each.key().text(), each.value());
            }
        }
        conditions.keySet().removeAll(facts); // Where both have a name, conditions mean the fact.
    }

    /** The condition behind a name; empty if no condition has it. */
    Optional<Node> condition(String name) {
        return Optional.ofNullable(conditions.get(name));
    }

    /** The members of the set behind a word, or the word itself. */
    List<String> members(Lexeme lexeme, String word) {
        if (lexeme instanceof Lexeme.Name name) {
            for (Namespace of : name.of()) {
                Optional<List<String>> members =
                        of.members().flatMap(ids -> kind(ids)).flatMap(kind -> sets.find(kind, word));
                if (members.isPresent()) {
                    return members.get();
                }
            }
        }
        return List.of(word);
    }

    private static Optional<Variable.Kind> kind(Namespace ids) {
        return Arrays.stream(Variable.Kind.values())
                .filter(kind -> kind.name().equals(ids.name()))
                .findFirst();
    }
}
