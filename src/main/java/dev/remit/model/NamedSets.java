package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that a bundle gives to sets of ids, with their members. The policy itself holds the members alone, so these
 * names are no part of what it means.
 *
 * <p>Immutable and safe to share between threads.
 *
 * @param members for each {@linkplain Variable.Kind#isDimension dimension} with named sets, the members of each set by
 *     its name: ids, each once, with no names of other sets among them
 */
public record NamedSets(Map<Variable.Kind, Map<String, List<String>>> members) {
    private static final NamedSets NONE = new NamedSets(Map.of());

    public NamedSets {
        Map<Variable.Kind, Map<String, List<String>>> copy = new EnumMap<>(Variable.Kind.class);
        members.forEach((kind, sets) -> {
            Map<String, List<String>> named = new LinkedHashMap<>();
            sets.forEach((name, ids) -> named.put(name, List.copyOf(ids)));
            copy.put(kind, Collections.unmodifiableMap(named));
        });
        members = Collections.unmodifiableMap(copy);
    }

    /** No named sets. */
    public static NamedSets none() {
        return NONE;
    }

    /** The names of the sets of one kind of ids, in the order of the file. */
    public Set<String> names(Variable.Kind kind) {
        return of(kind).keySet();
    }

    /** The ids in a named set; empty if there is no set of this kind with this name. */
    public Optional<List<String>> find(Variable.Kind kind, String name) {
        return Optional.ofNullable(of(kind).get(requireNonNull(name, "name")));
    }

    private Map<String, List<String>> of(Variable.Kind kind) {
        return members.getOrDefault(requireNonNull(kind, "kind"), Map.of());
    }
}
