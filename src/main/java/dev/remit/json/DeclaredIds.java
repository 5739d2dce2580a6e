package dev.remit.json;

import dev.remit.grammar.Namespace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ids that a bundle declares, for a schema that suggests them.
 *
 * @param ids the ids of each kind; of a kind that is absent, any well-spelled id is valid
 * @param values the values of each project attribute, or its elements; {@code true} and {@code false} for a boolean one
 * @param facts the values, or the elements, of each fact that has any
 * @param titles what people call the ids of each kind, as far as it is known
 */
public record DeclaredIds(
        Map<Namespace, List<String>> ids,
        Map<String, List<String>> values,
        Map<String, List<String>> facts,
        Map<Namespace, Map<String, String>> titles) {

    /** The values of booleans. */
    static final List<String> TRUTH = List.of("true", "false");

    /**
     * Copies the maps.
     *
     * @param ids the ids of each kind
     * @param values the values of each attribute
     * @param facts the values of each fact that has any
     * @param titles what people call the ids
     */
    public DeclaredIds {
        ids = Map.copyOf(ids);
        titles = Map.copyOf(titles);
        values = new LinkedHashMap<>(values);
        facts = new LinkedHashMap<>(facts);
    }

    /**
     * Ids without titles.
     *
     * @param ids the ids of each kind
     * @param values the values of each attribute
     * @param facts the values of each fact that has any
     */
    public DeclaredIds(
            Map<Namespace, List<String>> ids, Map<String, List<String>> values, Map<String, List<String>> facts) {
        this(ids, values, facts, Map.of());
    }

    /**
     * No declarations, for the schema of any bundle.
     *
     * @return no ids
     */
    public static DeclaredIds none() {
        return new DeclaredIds(Map.of(), Map.of(), Map.of());
    }

    @Override
    public Map<String, List<String>> values() {
        return Collections.unmodifiableMap(values);
    }

    @Override
    public Map<String, List<String>> facts() {
        return Collections.unmodifiableMap(facts);
    }

    /**
     * What people call an id, or what a path of projects is about.
     *
     * @param kinds the kinds of which it can be the id; the first that has a title for it counts
     */
    Optional<String> title(List<Namespace> kinds, String word) {
        for (Namespace kind : kinds) {
            String id = kind == Namespace.ATTRIBUTE ? word.replaceFirst("^project\\.", "") : word;
            Optional<String> title =
                    Optional.ofNullable(titles.getOrDefault(kind, Map.of()).get(id));
            if (title.isPresent()) {
                return title;
            }
        }
        String register = word.replaceFirst("^project\\.permissions(-ever)?\\.", "");
        return register.equals(word) || !kinds.contains(Namespace.ATTRIBUTE)
                ? Optional.empty()
                : title(List.of(Namespace.REGISTER), register);
    }

    /** Every value of whatever has values; empty if none are known. */
    Optional<List<String>> anyValue() {
        List<String> all = Stream.concat(values.values().stream(), facts.values().stream())
                .flatMap(List::stream)
                .distinct()
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    /** What can be named as an element of a set: any value, and the facts that have values; empty if none are known. */
    Optional<List<String>> elementsOrFacts() {
        return anyValue()
                .map(all -> Stream.concat(all.stream(), facts.keySet().stream())
                        .distinct()
                        .toList());
    }

    /** What conditions give values of, each with its values; empty if it is not restricted. */
    Optional<Map<String, List<String>>> topics() {
        boolean areKnown = ids.containsKey(Namespace.FACT) || ids.containsKey(Namespace.ATTRIBUTE);
        if (!areKnown) {
            return Optional.empty();
        }
        Map<String, List<String>> topics = new LinkedHashMap<>(facts);
        paths().ifPresent(topics::putAll);
        return Optional.of(topics);
    }

    /**
     * The ids of several kinds, or empty if one of the kinds is not restricted. A bundle that has no named sets of a
     * kind restricts them to none.
     */
    Optional<List<String>> of(List<Namespace> kinds) {
        List<String> all = new ArrayList<>();
        for (Namespace kind : kinds) {
            List<String> some = ids.get(kind);
            if (some == null && kind.members().filter(ids::containsKey).isPresent()) {
                continue;
            }
            if (some == null) {
                return Optional.empty();
            }
            all.addAll(some);
        }
        return Optional.of(all);
    }

    /** The paths of projects in conditions, each with its values; empty if they are not restricted. */
    Optional<Map<String, List<String>>> paths() {
        if (!ids.containsKey(Namespace.ATTRIBUTE)) {
            return Optional.empty();
        }
        Map<String, List<String>> paths = new LinkedHashMap<>();
        values.forEach((attribute, some) -> paths.put("project." + attribute, some));
        ids.getOrDefault(Namespace.REGISTER, List.of()).forEach(register -> {
            paths.put("project.permissions." + register, TRUTH);
            paths.put("project.permissions-ever." + register, TRUTH);
        });
        return Optional.of(paths);
    }

    /** The names that a question can leave unknown; empty if they are not restricted. */
    Optional<List<String>> knowledge() {
        return of(List.of(Namespace.FACT))
                .flatMap(facts -> paths().map(paths -> {
                    List<String> all = new ArrayList<>(facts);
                    all.addAll(paths.keySet());
                    return all;
                }));
    }

    /** The words that can be conditions by themselves; empty if they are not restricted. */
    Optional<List<String>> states() {
        Optional<List<String>> named = of(List.of(Namespace.FACT, Namespace.CONDITION));
        if (named.isEmpty() || paths().isEmpty()) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(named.get());
        all.removeAll(facts.keySet());
        paths().get().forEach((path, some) -> {
            if (some.equals(TRUTH)) {
                all.add(path);
            }
        });
        return Optional.of(all);
    }
}
