package dev.remit.cli;

import dev.remit.decide.Given;
import dev.remit.diagnostic.Words;
import dev.remit.model.Element;
import dev.remit.model.Fact;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The values of facts and attributes as options give them: {@code NAME}, {@code NAME=VALUE} or {@code SET=ONE,ANOTHER}. */
final class StatedValues {
    private final String option;
    private final String noun;
    private final Set<String> sets;
    private final boolean mayStandAlone;
    private final Map<String, Given> values = new LinkedHashMap<>();
    private final Map<String, List<String>> elements = new LinkedHashMap<>();

    private StatedValues(String option, String noun, Set<String> sets, boolean mayStandAlone) {
        this.option = option;
        this.noun = noun;
        this.sets = sets;
        this.mayStandAlone = mayStandAlone;
    }

    /** What {@code --fact} says; a fact without a value is true. */
    static Map<String, Given> facts(List<String> written, Vocabulary vocabulary) {
        Set<String> sets = vocabulary.facts().stream()
                .map(Fact::element)
                .flatMap(Optional::stream)
                .map(Element::set)
                .collect(Collectors.toSet());
        return new StatedValues("--fact", "fact", sets, true).read(written);
    }

    /** What {@code --attribute} says, beside what was said in a shorter way. */
    static Map<String, Given> attributes(List<String> written, Map<String, String> said, Vocabulary vocabulary) {
        Set<String> sets = vocabulary.attributes().stream()
                .map(ProjectAttribute::element)
                .flatMap(Optional::stream)
                .map(Element::set)
                .collect(Collectors.toSet());
        StatedValues stated = new StatedValues("--attribute", "attribute", sets, false);
        said.forEach(stated::add);
        return stated.read(written);
    }

    private Map<String, Given> read(List<String> written) {
        for (String each : written) {
            readOne(each);
        }
        elements.forEach((set, of) -> values.put(set, Given.exactly(of)));
        return values;
    }

    /** Reads one option: words with commas between them, where those after a set are further elements of it. */
    private void readOne(String written) {
        Optional<String> set = Optional.empty();
        for (String word : written.split(",", -1)) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                String name = word.substring(0, equals);
                set = Optional.of(name).filter(sets::contains);
                add(name, word.substring(equals + 1));
            } else if (equals < 0 && set.isPresent()) {
                add(set.get(), word);
            } else if (equals < 0 && mayStandAlone && !word.isEmpty()) {
                values.put(word, Given.is(true));
            } else {
                throw new UsageError(
                        "expected `" + option + "` to be a name and a value, found " + Words.quoted(word),
                        mayStandAlone ? "write it like `clearance=high`" : "write it like `kind=research`");
            }
        }
    }

    private void add(String name, String value) {
        if (sets.contains(name)) {
            List<String> of = elements.computeIfAbsent(name, none -> new ArrayList<>());
            if (!value.isEmpty()) {
                of.add(value);
            }
        } else if (values.put(name, Given.is(value)) != null) {
            throw new UsageError(noun + " " + Words.quoted(name) + " is given twice", Optional.empty());
        }
    }
}
