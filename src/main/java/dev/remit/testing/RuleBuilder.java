package dev.remit.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Builds a rule of a small policy. As in a policy file, a rule covers every role, activity and so on, always, unless
 * restricted. Immutable.
 */
public final class RuleBuilder {
    private static final String EVERYONE = "any";

    private final String effect;
    private final Map<String, String> keys;

    RuleBuilder(String id, String effect) {
        this(effect, new LinkedHashMap<>(Map.of("id", id)));
        keys.put(effect, EVERYONE);
    }

    private RuleBuilder(String effect, Map<String, String> keys) {
        this.effect = effect;
        this.keys = keys;
    }

    /** Restricts the rule to these roles. */
    public RuleBuilder roles(String... ids) {
        return with(effect, list(ids));
    }

    /** Restricts the rule to these activities. */
    public RuleBuilder to(String... ids) {
        return with("to", list(ids));
    }

    /** Restricts the rule to these levels. */
    public RuleBuilder levels(String... ids) {
        return with("levels", list(ids));
    }

    /** Restricts the rule to these work categories. */
    public RuleBuilder in(String... ids) {
        return with("in", list(ids));
    }

    /** Restricts the rule to these routes. */
    public RuleBuilder via(String... ids) {
        return with("via", list(ids));
    }

    /** Adds a condition, as written in YAML: {@code named}, or {@code {all: [named, {not: late}]}}. */
    public RuleBuilder when(String condition) {
        return with("when", condition);
    }

    /** Adds stances, as written in YAML: {@code {type-1: never}}. */
    public RuleBuilder optOuts(String stances) {
        return with("opt-outs", stances);
    }

    /** Adds these duties. */
    public RuleBuilder obligations(String... ids) {
        return with("obligations", list(ids));
    }

    private RuleBuilder with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(keys);
        more.put(key, value);
        return new RuleBuilder(effect, more);
    }

    private static String list(String... ids) {
        return "[" + String.join(", ", ids) + "]";
    }

    String yaml() {
        return keys.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
