package dev.remit.testing;

import static java.util.Objects.requireNonNull;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.decide.DecisionPoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Builds a small policy in a test. The policy is written as YAML and loaded like any other, so its errors are reported
 * with the lines of {@link #yaml()}.
 *
 * <pre>{@code
 * DecisionPoint decisions = PolicyBuilder.policy()
 *         .roles("author", "reader").activities("read", "publish").levels("draft", "final").facts("read-by-another")
 *         .permit("authors-publish", rule -> rule.roles("author").to("publish").levels("final").when("read-by-another"))
 *         .forbid("drafts-stay", rule -> rule.to("publish").levels("draft"))
 *         .decisionPoint();
 * }</pre>
 *
 * <p>Immutable: every method returns a new one.
 */
public final class PolicyBuilder {
    private final Map<String, List<String>> vocabulary;
    private final List<String> rules;
    private final List<String> constraints;
    private final Map<String, String> files;

    private PolicyBuilder(
            Map<String, List<String>> vocabulary,
            List<String> rules,
            List<String> constraints,
            Map<String, String> files) {
        this.vocabulary = Collections.unmodifiableMap(vocabulary);
        this.rules = List.copyOf(rules);
        this.constraints = List.copyOf(constraints);
        this.files = Collections.unmodifiableMap(files);
    }

    /** An empty policy. It needs at least a role, an activity and a level. */
    public static PolicyBuilder policy() {
        return new PolicyBuilder(new LinkedHashMap<>(), List.of(), List.of(), new LinkedHashMap<>());
    }

    /** Declares roles. */
    public PolicyBuilder roles(String... ids) {
        return titled("roles", ids);
    }

    /** Declares activities. */
    public PolicyBuilder activities(String... ids) {
        return titled("activities", ids);
    }

    /** Declares data levels that hold patient data. */
    public PolicyBuilder levels(String... ids) {
        return titled("levels", ids);
    }

    /** Declares data levels that hold no patient data. */
    public PolicyBuilder levelsWithoutPatients(String... ids) {
        PolicyBuilder more = this;
        for (String id : ids) {
            more = more.declaring("levels", id + ": {title: " + id + ", patient-data: false}");
        }
        return more;
    }

    /** Declares facts that only the caller knows. */
    public PolicyBuilder facts(String... ids) {
        PolicyBuilder more = this;
        for (String id : ids) {
            more = more.declaring("facts", id + ": {title: " + id + ", known-from: caller, changed-by: requester}");
        }
        return more;
    }

    /** Declares obligations. */
    public PolicyBuilder obligations(String... ids) {
        return titled("obligations", ids);
    }

    /** Declares a project attribute with all the values it can have. */
    public PolicyBuilder attribute(String id, String... values) {
        return declaring("project", id + ": [" + String.join(", ", values) + "]");
    }

    /** Declares a project attribute that is true or false. */
    public PolicyBuilder attribute(String id) {
        return declaring("project", id + ": boolean");
    }

    /** Declares work categories; rules name the categories they permit something in. */
    public PolicyBuilder categories(String... ids) {
        return titled("work-categories", ids);
    }

    /** Declares an opt-out register that keeps a list of those who opted out. */
    public PolicyBuilder optOuts(String id) {
        return declaring("opt-outs", id + ": {title: " + id + ", list: " + id + ", keep: absent}");
    }

    /** Declares a route that states no modes for opt-outs. */
    public PolicyBuilder route(String id) {
        return titled("routes", id);
    }

    /**
     * Declares a route.
     *
     * @param id the route
     * @param modes for every opt-out register the mode, such as {@code {type-1: filtered}}
     */
    public PolicyBuilder route(String id, String modes) {
        return declaring("routes", id + ": {title: " + id + ", opt-outs: " + modes + "}");
    }

    /** Adds a permit, by default of everything for everybody. */
    public PolicyBuilder permit(String id, UnaryOperator<RuleBuilder> rule) {
        return ruling(rule.apply(new RuleBuilder(id, "permit")));
    }

    /** Adds a rule that forbids, by default everything for everybody. */
    public PolicyBuilder forbid(String id, UnaryOperator<RuleBuilder> rule) {
        return ruling(rule.apply(new RuleBuilder(id, "forbid")));
    }

    /**
     * Adds a constraint.
     *
     * @param id the constraint
     * @param given when it applies, as a condition in YAML
     * @param then what must hold then, as a condition in YAML
     */
    public PolicyBuilder constraint(String id, String given, String then) {
        List<String> more = new ArrayList<>(constraints);
        more.add("{id: " + id + ", if: " + given + ", then: " + then + "}");
        return new PolicyBuilder(vocabulary, rules, more, files);
    }

    /** Adds another file of the bundle, such as {@code projects.yaml} or {@code tests/one.yaml}. */
    public PolicyBuilder file(String name, String text) {
        Map<String, String> more = new LinkedHashMap<>(files);
        more.put(requireNonNull(name, "name"), requireNonNull(text, "text"));
        return new PolicyBuilder(vocabulary, rules, constraints, more);
    }

    private PolicyBuilder titled(String section, String... ids) {
        PolicyBuilder more = this;
        for (String id : ids) {
            more = more.declaring(
                    section, id + ": " + (section.equals("work-categories") ? "{title: " + id + "}" : id));
        }
        return more;
    }

    private PolicyBuilder declaring(String section, String declaration) {
        Map<String, List<String>> more = new LinkedHashMap<>(vocabulary);
        List<String> all = new ArrayList<>(more.getOrDefault(section, List.of()));
        all.add(declaration);
        more.put(section, List.copyOf(all));
        return new PolicyBuilder(more, rules, constraints, files);
    }

    private PolicyBuilder ruling(RuleBuilder rule) {
        List<String> more = new ArrayList<>(rules);
        more.add(rule.yaml());
        return new PolicyBuilder(vocabulary, more, constraints, files);
    }

    /** Renders the policy as YAML. */
    public String yaml() {
        StringBuilder text = new StringBuilder(
                "remit: 1\npolicy: {id: policy-of-a-test, version: \"1\", title: A policy of a test}\n");
        text.append("vocabulary:\n");
        vocabulary.forEach((section, declarations) -> {
            if (!section.equals("work-categories")) {
                text.append("  ").append(section).append(":\n");
                declarations.forEach(each -> text.append("    ").append(each).append('\n'));
            }
        });
        List<String> categories = vocabulary.getOrDefault("work-categories", List.of());
        if (!categories.isEmpty()) {
            text.append("work-categories:\n");
            categories.forEach(each -> text.append("  ").append(each).append('\n'));
        }
        list(text, "rules", rules);
        list(text, "constraints", constraints);
        return text.toString();
    }

    private static void list(StringBuilder text, String section, List<String> items) {
        if (!items.isEmpty()) {
            text.append(section).append(":\n");
            items.forEach(each -> text.append("  - ").append(each).append('\n'));
        }
    }

    /** The texts of all files of the bundle, by name. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("policy.yaml", yaml());
        texts.putAll(files);
        return texts;
    }

    /**
     * The bundle.
     *
     * @throws dev.remit.diagnostic.InvalidPolicyException with every fault found, if there is an error
     */
    public PolicyBundle bundle() {
        return Remit.load(texts());
    }

    /**
     * The decision point of the bundle.
     *
     * @throws dev.remit.diagnostic.InvalidPolicyException with every fault found, if there is an error
     */
    public DecisionPoint decisionPoint() {
        return bundle().decisionPoint();
    }
}
