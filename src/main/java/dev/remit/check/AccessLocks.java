package dev.remit.check;

import dev.remit.PolicyBundle;
import dev.remit.analyze.diff.AccessLock;
import dev.remit.diagnostic.Words;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Project;
import dev.remit.model.Registers;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads locks such as {@code levels 1-2 and routes direct}: a kind of word, then words of this kind separated by
 * commas. Two words with a dash between them mean all from the one to the other, in the order of the vocabulary; the name
 * of a set means what it contains in either bundle. An id with blanks or commas stands in double quotes.
 */
public final class AccessLocks {
    private static final Map<String, Variable.Kind> CHOICES = new TreeMap<>(Map.of(
            "roles", Variable.Kind.ROLE,
            "activities", Variable.Kind.ACTIVITY,
            "levels", Variable.Kind.LEVEL,
            "categories", Variable.Kind.CATEGORY,
            "routes", Variable.Kind.ROUTE));
    private static final String PERMISSIONS = "permissions";
    private static final String PROJECTS = "projects";
    private static final String PEOPLE = "people";
    private static final List<String> SORTS =
            List.of("roles", "activities", "levels", "categories", "routes", PERMISSIONS, PROJECTS, PEOPLE);

    private final Map<String, Set<String>> known = new TreeMap<>();
    private final Map<String, Map<String, Set<String>>> sets = new TreeMap<>();

    /** A reader that knows the words of both bundles. */
    public static AccessLocks of(PolicyBundle before, PolicyBundle after) {
        return new AccessLocks(before, after);
    }

    private AccessLocks(PolicyBundle before, PolicyBundle after) {
        SORTS.forEach(sort -> known.put(sort, new LinkedHashSet<>()));
        // The order of the newer bundle counts, so its words come first.
        add(after);
        add(before);
    }

    private void add(PolicyBundle bundle) {
        Vocabulary vocabulary = bundle.policy().vocabulary();
        Registers registers = bundle.registers();
        CHOICES.forEach((sort, kind) -> bundle.sets()
                .members()
                .getOrDefault(kind, Map.of())
                .forEach((name, ids) -> sets(sort)
                        .computeIfAbsent(name, none -> new LinkedHashSet<>())
                        .addAll(ids)));
        for (Variable each : Space.of(vocabulary).variables()) {
            CHOICES.forEach((sort, kind) -> {
                if (each.kind() == kind) {
                    words(sort).addAll(each.values());
                }
            });
        }
        vocabulary.registers().stream().map(OptOutRegister::id).map(Id::value).forEach(words(PERMISSIONS)::add);
        vocabulary
                .attributes()
                .forEach(each -> each.trueOnlyFor()
                        .ifPresent(
                                listed -> listed.forEach(id -> words(PROJECTS).add(id.value()))));
        for (Project each : registers.projects().values()) {
            Set<String> names = new LinkedHashSet<>();
            each.names().forEach(name -> names.add(name.value()));
            words(PROJECTS).addAll(names);
            names.forEach(name -> sets(PROJECTS)
                    .computeIfAbsent(name, none -> new LinkedHashSet<>())
                    .addAll(names));
        }
        registers.people().keySet().forEach(id -> words(PEOPLE).add(id.value()));
    }

    private Map<String, Set<String>> sets(String sort) {
        return sets.computeIfAbsent(sort, none -> new TreeMap<>());
    }

    private Set<String> words(String sort) {
        return known.getOrDefault(sort, Set.of());
    }

    /**
     * Reads a lock.
     *
     * @throws InvalidLockException if it is not written like one, or names what neither bundle has
     */
    @SuppressWarnings("exports") // only rooms of this module read differences
    public AccessLock read(String text) {
        Map<Variable.Kind, Set<String>> choices = new EnumMap<>(Variable.Kind.class);
        Map<String, Set<String>> others = new TreeMap<>();
        for (LockText.Part part : LockText.parts(text)) {
            String sort = part.sort();
            if (!SORTS.contains(sort)) {
                throw new InvalidLockException(
                        "expected `--locked` to begin with " + Words.or(SORTS) + ", found " + Words.quoted(sort),
                        Words.didYouMean(sort, SORTS).or(() -> Optional.of("write it like `--locked \"levels 1-2\"`")));
            }
            Set<String> meant = part.items().isEmpty() ? words(sort) : meant(sort, part.items());
            Variable.Kind kind = CHOICES.get(sort);
            if (kind == null) {
                others.computeIfAbsent(sort, none -> new LinkedHashSet<>()).addAll(meant);
            } else {
                choices.computeIfAbsent(kind, none -> new LinkedHashSet<>()).addAll(meant);
            }
        }
        return new AccessLock(
                text.strip(),
                choices,
                others.getOrDefault(PERMISSIONS, Set.of()),
                others.getOrDefault(PROJECTS, Set.of()),
                others.getOrDefault(PEOPLE, Set.of()));
    }

    private Set<String> meant(String sort, List<String> items) {
        Set<String> meant = new LinkedHashSet<>();
        for (String word : items) {
            Set<String> members = sets(sort).getOrDefault(word, Set.of());
            meant.addAll(members);
            if (words(sort).contains(word)) {
                meant.add(word);
            } else if (members.isEmpty()) {
                List<String> run = run(List.copyOf(words(sort)), word);
                if (run.isEmpty()) {
                    throw new InvalidLockException(
                            "`--locked` names " + Words.quoted(word) + ", which is none of the " + sort
                                    + " of either bundle",
                            Words.didYouMean(word, words(sort))
                                    .or(() -> Words.didYouMean(word, sets(sort).keySet())));
                }
                meant.addAll(run);
            }
        }
        return meant;
    }

    /** The words of a range; none if the text is not two words in this order with a dash between them. */
    private static List<String> run(List<String> words, String written) {
        for (int dash = written.indexOf('-'); dash >= 0; dash = written.indexOf('-', dash + 1)) {
            int from = words.indexOf(written.substring(0, dash).strip());
            int to = words.indexOf(written.substring(dash + 1).strip());
            if (from >= 0 && to >= from) {
                return new ArrayList<>(words.subList(from, to + 1));
            }
        }
        return List.of();
    }
}
