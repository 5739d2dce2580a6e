package dev.remit.http.mapping;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.grammar.Fields;
import dev.remit.json.JsonValue;
import dev.remit.node.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the values of a mapping, and tells what is in them.
 *
 * @param faults what is wrong
 */
record ValueReader(Diagnostics faults) {
    /** The values that stand in the file themselves, among those that a value can be. */
    static List<JsonValue> constants(MappedValue value) {
        List<JsonValue> all = new ArrayList<>();
        constants(value, all);
        return all;
    }

    private static void constants(MappedValue value, List<JsonValue> into) {
        if (value instanceof MappedValue.Constant constant) {
            into.add(constant.value());
        } else if (value instanceof MappedValue.Lookup lookup) {
            into.addAll(lookup.table().values());
        } else if (value instanceof MappedValue.FirstOf first) {
            first.values().forEach(each -> constants(each, into));
        }
    }

    /** The inputs that a value is made from. */
    static Set<String> inputs(MappedValue value) {
        Set<String> all = new LinkedHashSet<>();
        inputs(value, all);
        return all;
    }

    private static void inputs(MappedValue value, Set<String> into) {
        if (value instanceof MappedValue.Is is) {
            into.add(is.input());
        } else if (value instanceof MappedValue.In in) {
            into.add(in.input());
        } else if (value instanceof MappedValue.Present present) {
            into.add(present.input());
        } else if (value instanceof MappedValue.Lookup lookup) {
            into.add(lookup.input());
        } else if (value instanceof MappedValue.Equals both) {
            inputs(both.one(), into);
            inputs(both.other(), into);
        } else if (value instanceof MappedValue.FirstOf first) {
            first.values().forEach(each -> inputs(each, into));
        }
    }

    /** The value at a key; empty if there is none. */
    Optional<MappedValue> of(Fields fields, String key) {
        return fields.fields(key).map(this::value);
    }

    private MappedValue value(Fields fields) {
        if (fields.has("is")) {
            return new MappedValue.Is(fields.text("is").orElse(""));
        }
        if (fields.has("equals")) {
            List<MappedValue> both =
                    fields.mappings("equals").stream().map(this::value).toList();
            if (both.size() != 2) {
                faults.report(
                        Code.WRONG_SHAPE,
                        MappingFile.span(fields, "equals"),
                        "expected two values in `equals`, found " + both.size(),
                        "write `equals: [{is: subject.id}, {is: resource.properties.owner}]`");
                return new MappedValue.FirstOf(List.of());
            }
            return new MappedValue.Equals(both.get(0), both.get(1));
        }
        if (fields.has("in")) {
            return new MappedValue.In(
                    fields.text("in").orElse(""),
                    fields.list("values").stream().map(Scalar::text).collect(Collectors.toSet()));
        }
        if (fields.has("present")) {
            return new MappedValue.Present(fields.text("present").orElse(""));
        }
        if (fields.has("constant")) {
            return new MappedValue.Constant(
                    fields.scalar("constant").map(ValueReader::json).orElse(new JsonValue.Nothing()));
        }
        if (fields.has("lookup")) {
            Map<String, JsonValue> table = new LinkedHashMap<>();
            for (Fields row : fields.mappings("table")) {
                row.scalar("to").ifPresent(to -> {
                    if (table.put(row.text("from").orElse(""), json(to)) != null) {
                        faults.report(
                                Code.DUPLICATE_ITEM,
                                MappingFile.span(row, "from"),
                                "this stands twice in the table",
                                "leave one out");
                    }
                });
            }
            return new MappedValue.Lookup(fields.text("lookup").orElse(""), table);
        }
        return new MappedValue.FirstOf(
                fields.mappings("first-of").stream().map(this::value).toList());
    }

    private static JsonValue json(Scalar scalar) {
        String text = scalar.text().strip();
        return !scalar.quoted() && (text.equals("true") || text.equals("false"))
                ? new JsonValue.Truth(text.equals("true"))
                : new JsonValue.Text(text);
    }
}
