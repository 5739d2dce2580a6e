package dev.remit.json;

import dev.remit.decide.Given;
import dev.remit.model.Element;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The forms in which the facts and attributes of a vocabulary are written. */
final class Topics {
    static final String HAS = "has";
    static final String LACKS = "lacks";

    private final Map<String, Form> facts = new HashMap<>();
    private final Map<String, Form> attributes = new HashMap<>();
    private final boolean hasOneLevel;

    /** The form of a value. */
    private enum Form {
        /** True or false. */
        TRUTH,
        /** One of a few values. */
        VALUE,
        /** A list of elements, or an object with what a set has and what it lacks. */
        SET,
        /** Any of these: the word is not declared. */
        UNKNOWN
    }

    Topics(Vocabulary vocabulary) {
        hasOneLevel = vocabulary.levels().size() == 1;
        vocabulary
                .facts()
                .forEach(each -> add(facts, each.id().value(), each.domain().isBoolean()));
        vocabulary
                .attributes()
                .forEach(
                        each -> add(attributes, each.id().value(), each.domain().isBoolean()));
    }

    Topics(Space space) {
        hasOneLevel = space.level().size() == 1;
        for (Variable each : space.variables()) {
            switch (each.kind()) {
                case FACT -> add(facts, each.id(), each.isBoolean());
                case ATTRIBUTE -> add(attributes, each.id(), each.isBoolean());
                case ROLE, ACTIVITY, LEVEL, CATEGORY, ROUTE, PERMISSION, EVER, WISH -> {}
            }
        }
    }

    private static void add(Map<String, Form> forms, String id, boolean isBoolean) {
        boolean isSet = Element.named(id).isPresent();
        forms.put(Element.owner(id), isSet ? Form.SET : isBoolean ? Form.TRUTH : Form.VALUE);
    }

    /** The keys that every question has, beside the one that says who asks; the only level may be left out. */
    List<String> needed() {
        return hasOneLevel ? List.of("activity") : List.of("activity", "level");
    }

    boolean hasFact(String name) {
        return facts.containsKey(name);
    }

    boolean hasAttribute(String name) {
        return attributes.containsKey(name);
    }

    /** The names of all attributes. */
    List<String> attributes() {
        return attributes.keySet().stream().sorted().toList();
    }

    /** Reads what is given of a fact; of one that is not declared in any form, so that it is found to be unknown. */
    Optional<Given> fact(StrictJsonReader json, String name) throws IOException {
        return read(json, "facts.", name, facts.getOrDefault(name, Form.UNKNOWN));
    }

    /** Reads what is given of a declared attribute. */
    Optional<Given> attribute(StrictJsonReader json, String name) throws IOException {
        return read(json, "project.", name, attributes.getOrDefault(name, Form.UNKNOWN));
    }

    private static Optional<Given> read(StrictJsonReader json, String whole, String name, Form form)
            throws IOException {
        return switch (form) {
            case TRUTH -> json.truth(whole, name).map(Given::is);
            case VALUE -> json.text("`" + whole + name + "`").map(Given.Is::new);
            case SET -> set(json, whole + name);
            case UNKNOWN -> {
                if (json.isList() || json.isObject()) {
                    yield set(json, whole + name);
                }
                yield json.isText()
                        ? json.text("`" + whole + name + "`").map(Given.Is::new)
                        : json.truth(whole, name).map(Given::is);
            }
        };
    }

    private static Optional<Given> set(StrictJsonReader json, String name) throws IOException {
        if (json.isList()) {
            return elements(json, name).map(Given::exactly);
        }
        if (!json.isObject()) {
            return json.wrongType("`" + name + "`", "a list of elements, or an object with `has` and `lacks`");
        }
        List<String> has = new ArrayList<>();
        List<String> lacks = new ArrayList<>();
        int before = json.errors().size();
        json.members("`" + name + "`", key -> {
            switch (key) {
                case HAS -> elements(json, name + "." + key).ifPresent(has::addAll);
                case LACKS -> elements(json, name + "." + key).ifPresent(lacks::addAll);
                default -> json.unknownKey(key, List.of(HAS, LACKS), Optional.empty());
            }
        });
        if (has.stream().anyMatch(lacks::contains)) {
            json.note(
                    ErrorCode.WRONG_VALUE,
                    "expected `" + name + "` to have an element or to lack it, found both",
                    Optional.of("say each element once"));
        }
        return json.errors().size() > before ? Optional.empty() : Optional.of(Given.partly(has, lacks));
    }

    private static Optional<List<String>> elements(StrictJsonReader json, String name) throws IOException {
        if (!json.isList()) {
            return json.wrongType("`" + name + "`", "a list of strings");
        }
        Set<String> elements = new LinkedHashSet<>();
        while (json.next()) {
            Optional<String> element = json.textOrWhole("each of `" + name + "`", "a string");
            if (element.isPresent() && !elements.add(element.get())) {
                json.note(
                        ErrorCode.DUPLICATE_ITEM,
                        "`" + element.get() + "` stands twice in `" + name + "`",
                        Optional.empty());
            }
            json.skip();
        }
        return Optional.of(List.copyOf(elements));
    }

    /** Writes what is given of facts. */
    void writeFacts(JsonText json, Map<String, Given> given) throws IOException {
        write(json, given, facts);
    }

    /** Writes what is given of attributes. */
    void writeAttributes(JsonText json, Map<String, Given> given) throws IOException {
        write(json, given, attributes);
    }

    private static void write(JsonText json, Map<String, Given> given, Map<String, Form> forms) throws IOException {
        for (Map.Entry<String, Given> each : given.entrySet()) {
            if (each.getValue() instanceof Given.Members members) {
                write(json, each.getKey(), members);
                continue;
            }
            String value = ((Given.Is) each.getValue()).value();
            boolean isWord = forms.getOrDefault(each.getKey(), Form.UNKNOWN) == Form.VALUE;
            boolean isTruth =
                    each.getValue().equals(Given.is(true)) || each.getValue().equals(Given.is(false));
            if (isTruth && !isWord) {
                json.truth(each.getKey(), Boolean.parseBoolean(value));
            } else {
                json.text(each.getKey(), value);
            }
        }
    }

    private static void write(JsonText json, String name, Given.Members members) throws IOException {
        if (members.isWhole()) {
            json.texts(name, members.has());
        } else {
            json.object(name, parts -> membership(parts, members.has(), members.lacks()));
        }
    }

    /** Writes what a set has and what it lacks; either is left out if there is nothing. */
    static void membership(JsonText json, Collection<String> has, Collection<String> lacks) throws IOException {
        if (!has.isEmpty()) {
            json.texts(HAS, has);
        }
        if (!lacks.isEmpty()) {
            json.texts(LACKS, lacks);
        }
    }
}
