package dev.remit.decide;

import dev.remit.model.Element;
import dev.remit.model.Variable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of facts, or of project attributes, each with the variable it stands for, or with those of a set's elements. */
final class Names {
    private final String kind;
    private final QuestionFault.Code unknown;
    private final Map<String, Variable> single = new LinkedHashMap<>();
    private final Map<String, Map<String, Variable>> sets = new LinkedHashMap<>();

    /**
     * No names.
     *
     * @param kind what they are names of, such as "fact"
     * @param unknown the fault of a name that is none of these
     */
    Names(String kind, QuestionFault.Code unknown) {
        this.kind = kind;
        this.unknown = unknown;
    }

    void add(String id, Variable variable) {
        Optional<Element> element = Element.named(id);
        if (element.isPresent()) {
            sets.computeIfAbsent(element.get().set().intern(), none -> new LinkedHashMap<>())
                    .put(element.get().value(), variable);
        } else {
            single.put(id.intern(), variable);
        }
    }

    boolean contains(String name) {
        return single.containsKey(name) || sets.containsKey(name);
    }

    /** Every name, sets last. */
    Set<String> words() {
        Set<String> words = new LinkedHashSet<>(single.keySet());
        words.addAll(sets.keySet());
        return words;
    }

    /** Lays what is given over the values of a question; what is wrong with it goes to the faults. */
    void lay(String name, Given given, int[] values, List<QuestionFault> faults) {
        Variable variable = single.get(name);
        if (variable != null && given instanceof Given.Is is) {
            int place = variable.place(is.value());
            if (place < 0) {
                faults.add(UnknownWord.of(variable, is.value()));
            } else {
                values[variable.index()] = place;
            }
            return;
        }
        layOther(name, variable, given, values, faults);
    }

    private void layOther(
            String name, @Nullable Variable variable, Given given, int[] values, List<QuestionFault> faults) {
        Map<String, Variable> set = sets.get(name);
        if (set != null && given instanceof Given.Members members) {
            unknown(name, members.has(), set, faults);
            unknown(name, members.lacks(), set, faults);
            set.values().forEach(each -> {
                int place = given.place(each);
                values[each.index()] = place < 0 ? values[each.index()] : place;
            });
        } else if (set != null) {
            faults.add(new QuestionFault(
                            QuestionFault.Code.UNKNOWN_VALUE,
                            kind + " `" + name + "` is a set, and `" + given + "` is none",
                            Optional.of("say which elements it has"))
                    .inDeclared(name));
        } else if (variable != null) {
            faults.add(new QuestionFault(
                            QuestionFault.Code.UNKNOWN_VALUE,
                            kind + " `" + name + "` is one value, not a set",
                            Optional.of("say one of its values"))
                    .inDeclared(name));
        } else {
            faults.add(UnknownWord.of(unknown, kind, name, words()));
        }
    }

    private void unknown(String name, Set<String> elements, Map<String, Variable> set, List<QuestionFault> faults) {
        for (String each : elements) {
            if (!set.containsKey(each)) {
                faults.add(UnknownWord.of(
                        QuestionFault.Code.UNKNOWN_VALUE, "element of `" + name + "`", each, set.keySet()));
            }
        }
    }
}
