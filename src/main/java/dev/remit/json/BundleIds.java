package dev.remit.json;

import dev.remit.grammar.Namespace;
import dev.remit.model.Clause;
import dev.remit.model.Domain;
import dev.remit.model.Element;
import dev.remit.model.Fact;
import dev.remit.model.Header;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.NamedSets;
import dev.remit.model.OptOutRegister;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Registers;
import dev.remit.model.Route;
import dev.remit.model.Ruling;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import dev.remit.model.VocabularyEntry;
import dev.remit.model.WorkCategory;
import dev.remit.source.SourceMap;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Collects the ids that a loaded bundle declares. Kinds of which it declares none are left out, and so are not
 * restricted.
 */
public final class BundleIds {
    private final Map<Namespace, List<String>> ids = new EnumMap<>(Namespace.class);
    private final Map<Namespace, Map<String, String>> titles = new EnumMap<>(Namespace.class);

    private BundleIds() {}

    /**
     * The ids of a bundle.
     *
     * @param sets the named sets, which the policy itself no longer has
     * @param positions gives the names of conditions, which the policy itself no longer has
     */
    public static DeclaredIds of(Policy policy, Registers registers, NamedSets sets, SourceMap positions) {
        BundleIds found = new BundleIds();
        found.words(policy.vocabulary());
        found.put(Namespace.ROLE_SET, sets.names(Variable.Kind.ROLE));
        found.put(Namespace.ACTIVITY_SET, sets.names(Variable.Kind.ACTIVITY));
        found.put(Namespace.LEVEL_SET, sets.names(Variable.Kind.LEVEL));
        found.put(Namespace.CATEGORY_SET, sets.names(Variable.Kind.CATEGORY));
        found.put(Namespace.ROUTE_SET, sets.names(Variable.Kind.ROUTE));
        found.put(Namespace.CONDITION, positions.below(PolicyPath.Section.CONDITIONS));
        found.put(Namespace.RULING, policy.rulings(), Ruling::id);
        found.put(Namespace.CLAUSE, policy.clauses(), Clause::id);
        found.put(Namespace.SOURCE, policy.header().sources(), Header.SourceDocument::id);
        found.put(Namespace.PROJECT, registers.projectsByName().keySet(), id -> id);
        found.title(Namespace.RULING, policy.rulings(), Ruling::id, Ruling::title);
        found.title(Namespace.CLAUSE, policy.clauses(), Clause::id, Clause::says);
        found.title(
                Namespace.SOURCE, policy.header().sources(), Header.SourceDocument::id, Header.SourceDocument::title);
        return found.with(policy.vocabulary());
    }

    /**
     * The ids of a bundle with errors, as far as they could be read. Kinds that are left out are not restricted.
     *
     * @param read the words as far as they could be read, for titles and values
     * @param ids the ids of each kind of which all declarations could be read
     */
    public static DeclaredIds ofFaulty(Vocabulary read, Map<Namespace, List<String>> ids) {
        BundleIds found = new BundleIds();
        ids.forEach(found::put);
        return found.with(read);
    }

    private DeclaredIds with(Vocabulary words) {
        titles(words);
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (ProjectAttribute each : words.attributes()) {
            add(values, each.id().value(), each.domain());
        }
        Map<String, List<String>> facts = new LinkedHashMap<>();
        for (Fact each : words.facts()) {
            if (!each.domain().isBoolean() || each.element().isPresent()) {
                add(facts, each.id().value(), each.domain());
            }
        }
        return new DeclaredIds(ids, values, facts, titles);
    }

    private void titles(Vocabulary words) {
        title(Namespace.ROLE, words.roles(), VocabularyEntry::id, VocabularyEntry::title);
        title(Namespace.ACTIVITY, words.activities(), VocabularyEntry::id, VocabularyEntry::title);
        title(Namespace.LEVEL, words.levels(), Level::id, Level::title);
        title(Namespace.CATEGORY, words.categories(), WorkCategory::id, WorkCategory::title);
        title(Namespace.ROUTE, words.routes(), Route::id, Route::title);
        title(Namespace.ATTRIBUTE, words.attributes(), ProjectAttribute::id, ProjectAttribute::title);
        title(Namespace.FACT, words.facts(), Fact::id, Fact::title);
        title(Namespace.REGISTER, words.registers(), OptOutRegister::id, OptOutRegister::title);
        title(Namespace.OBLIGATION, words.obligations(), VocabularyEntry::id, VocabularyEntry::title);
    }

    /** Notes titles. The elements of a set have the title of the set, whose first one counts. */
    private <T> void title(
            Namespace kind, Collection<T> declared, Function<T, ? extends Id> id, Function<T, String> title) {
        Map<String, String> some = titles.computeIfAbsent(kind, none -> new LinkedHashMap<>());
        for (T each : declared) {
            if (!title.apply(each).isBlank()) {
                some.putIfAbsent(Element.owner(id.apply(each).value()), title.apply(each));
            }
        }
    }

    /** Adds the values of something, or an element to the set it belongs to. */
    private static void add(Map<String, List<String>> values, String id, Domain domain) {
        List<String> some = Element.named(id)
                .map(element -> List.of(element.value()))
                .orElseGet(() -> domain.isBoolean()
                        ? DeclaredIds.TRUTH
                        : domain.values().stream().map(Id::value).toList());
        values.merge(
                Element.owner(id),
                some,
                (one, more) -> Stream.concat(one.stream(), more.stream()).toList());
    }

    private void words(Vocabulary words) {
        put(Namespace.ROLE, words.roles(), VocabularyEntry::id);
        put(Namespace.ACTIVITY, words.activities(), VocabularyEntry::id);
        put(Namespace.LEVEL, words.levels(), Level::id);
        put(Namespace.CATEGORY, words.categories(), WorkCategory::id);
        put(Namespace.ROUTE, words.routes(), Route::id);
        put(Namespace.ATTRIBUTE, owners(words.attributes(), ProjectAttribute::id));
        put(Namespace.FACT, owners(words.facts(), Fact::id));
        put(Namespace.REGISTER, words.registers(), OptOutRegister::id);
        put(Namespace.OBLIGATION, words.obligations(), VocabularyEntry::id);
    }

    private static <T> List<String> owners(List<T> declared, Function<T, ? extends Id> id) {
        return declared.stream()
                .map(each -> Element.owner(id.apply(each).value()))
                .distinct()
                .toList();
    }

    private <T> void put(Namespace kind, Collection<T> declared, Function<T, ? extends Id> id) {
        put(kind, declared.stream().map(each -> id.apply(each).value()).toList());
    }

    private void put(Namespace kind, Collection<String> words) {
        if (!words.isEmpty()) {
            ids.put(kind, List.copyOf(words));
        }
    }
}
