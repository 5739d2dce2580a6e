package dev.remit.http.mapping;

import static java.util.Objects.requireNonNull;

import dev.remit.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A value that is made from what is sent: data, no code. */
public sealed interface MappedValue {

    /** What was sent, by path. */
    @FunctionalInterface
    interface Inputs {
        /** What stands at a path such as {@code subject.properties.role}; empty if nothing was sent there. */
        Optional<JsonValue> at(String path);
    }

    /** The value; empty if what it is made from was not sent. */
    Optional<JsonValue> of(Inputs inputs);

    /** An input itself. */
    record Is(String input) implements MappedValue {
        public Is {
            requireNonNull(input, "input");
        }

        @Override
        public Optional<JsonValue> of(Inputs inputs) {
            return inputs.at(input);
        }
    }

    /** Whether two values are there and the same. */
    record Equals(MappedValue one, MappedValue other) implements MappedValue {
        public Equals {
            requireNonNull(one, "one");
            requireNonNull(other, "other");
        }

        @Override
        public Optional<JsonValue> of(Inputs inputs) {
            // Two things that are both unknown are not known to be the same.
            Optional<JsonValue> first = one.of(inputs).filter(each -> !(each instanceof JsonValue.Nothing));
            return Optional.of(new JsonValue.Truth(first.isPresent() && first.equals(other.of(inputs))));
        }
    }

    /** Whether an input is one of some values. */
    record In(String input, Set<String> values) implements MappedValue {
        public In {
            requireNonNull(input, "input");
            values = Set.copyOf(values);
        }

        @Override
        public Optional<JsonValue> of(Inputs inputs) {
            return Optional.of(new JsonValue.Truth(inputs.at(input)
                    .flatMap(MappedValue::word)
                    .filter(values::contains)
                    .isPresent()));
        }
    }

    /** Whether an input is there. */
    record Present(String input) implements MappedValue {
        public Present {
            requireNonNull(input, "input");
        }

        @Override
        public Optional<JsonValue> of(Inputs inputs) {
            return Optional.of(new JsonValue.Truth(inputs.at(input)
                    .filter(each -> !(each instanceof JsonValue.Nothing))
                    .isPresent()));
        }
    }

    /** Always the same value. */
    record Constant(JsonValue value) implements MappedValue {
        public Constant {
            requireNonNull(value, "value");
        }

        @Override
        public Optional<JsonValue> of(Inputs inputs) {
            return Optional.of(value);
        }
    }

    /** The first of some values that is there. */
    record FirstOf(List<MappedValue> values) implements MappedValue {
        public FirstOf {
            values = List.copyOf(values);
        }

        @Override
        public Optional<JsonValue> of(Inputs inputs) {
            return values.stream().flatMap(each -> each.of(inputs).stream()).findFirst();
        }
    }

    /** What an input stands for in a table; nothing if it does not stand there. */
    record Lookup(String input, Map<String, JsonValue> table) implements MappedValue {
        public Lookup {
            requireNonNull(input, "input");
            table = Collections.unmodifiableMap(new LinkedHashMap<>(table));
        }

        @Override
        public Optional<JsonValue> of(Inputs inputs) {
            return inputs.at(input).flatMap(MappedValue::word).flatMap(word -> Optional.ofNullable(table.get(word)));
        }
    }

    /** A text, number or truth as a word, to compare it with what stands in a mapping. */
    private static Optional<String> word(JsonValue value) {
        if (value instanceof JsonValue.Numeral numeral) {
            return Optional.of(numeral.digits());
        }
        return value instanceof JsonValue.Truth truth ? Optional.of(Boolean.toString(truth.truth())) : value.asText();
    }
}
