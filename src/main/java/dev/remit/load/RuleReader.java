package dev.remit.load;

import dev.remit.grammar.Fields;
import dev.remit.model.Condition;
import dev.remit.model.Effect;
import dev.remit.model.Id;
import dev.remit.model.PolicyPath;
import dev.remit.model.PolicyPath.Section;
import dev.remit.model.Reach;
import dev.remit.model.Rule;
import dev.remit.model.Stance;
import dev.remit.model.WorkCategory;
import dev.remit.node.Entry;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads rules, and the work categories they stand in. */
final class RuleReader {
    private static final String STANCES = "opt-outs";

    private final Reading reading;
    private final ConditionReader conditions;
    private final List<ReadRule> rules = new ArrayList<>();
    private final List<WorkCategory> categories = new ArrayList<>();

    RuleReader(Reading reading, ConditionReader conditions) {
        this.reading = reading;
        this.conditions = conditions;
    }

    /** Reads all rules of one file. */
    void read(Tree tree) {
        Fields file = Fields.of(tree.checked());
        for (Entry each : file.entries("work-categories")) {
            Optional<Id.Category> id =
                    reading.declared().categories.find(each.key().text());
            Optional<Fields> category = Fields.of(each.value());
            if (id.isPresent() && category.isPresent()) {
                reading.note(PolicyPath.of(id.get()), each);
                readCategory(id.get(), category.get(), ground(tree, each.key().text()));
            }
        }
        for (Fields each : file.mappings("rules")) {
            readRule(each, Optional.empty(), Map.of(), List.of());
        }
    }

    List<ReadRule> rules() {
        return rules;
    }

    List<WorkCategory> categories() {
        return categories;
    }

    /** All that a work category says, but for its rules. */
    private static List<Span> ground(Tree tree, String category) {
        List<Span> ground = new ArrayList<>();
        if (tree.written("work-categories", category).orElse(null) instanceof Mapping mapping) {
            for (Entry each : mapping.entries()) {
                if (!each.key().text().equals("rules")) {
                    ground.add(Reading.span(each));
                }
            }
        }
        return ground;
    }

    private void readCategory(Id.Category id, Fields category, List<Span> ground) {
        categories.add(new WorkCategory(
                id,
                reading.text(category, "title"),
                Reading.prose(category, "why"),
                Reading.prose(category, "what"),
                Reading.prose(category, "who"),
                Reading.prose(category, "when"),
                obligations(category),
                reading.references().citations(category.list("cites"))));
        Map<Id.Register, Stance> common = stances(category, new HashMap<>());
        List<Fields> inside = category.mappings("rules");
        if (!inside.isEmpty()) {
            reading.declared().categories.use(id);
        }
        inside.forEach(each -> readRule(each, Optional.of(id), common, ground));
    }

    private void readRule(
            Fields fields, Optional<Id.Category> category, Map<Id.Register, Stance> common, List<Span> categorySays) {
        Effect effect = fields.has("forbid") ? Effect.FORBID : Effect.PERMIT;
        boolean permits = !fields.has("forbid");
        Optional<Scalar> name = fields.scalar("id");
        name.ifPresent(each -> reading.declared().rules.declare(each, reading.diagnostics()));
        String id = reading.required(name.map(Scalar::text), "-");
        reading.note(Section.RULES.path(id), fields.span());
        reading.excuse(fields, fields.span());
        Map<Id.Register, Span> places = new HashMap<>();
        Placed when = fields.node("when")
                .map(node -> condition(id, node))
                .orElseGet(() -> Placed.leaf(Condition.ALWAYS, fields.span()));
        Rule rule = new Rule(
                new Id.Rule(id),
                effect,
                Reading.prose(fields, "title"),
                Reading.prose(fields, "because"),
                new Reach(
                        set(fields, effect.word(), reading.declared().roles, permits),
                        set(fields, "to", reading.declared().activities, permits),
                        set(fields, "levels", reading.declared().levels, permits),
                        category.map(only -> reading.shared().keep(Id.sorted(Set.of(only))))
                                .orElseGet(() -> set(fields, "in", reading.declared().categories, permits)),
                        set(fields, "via", reading.declared().routes, permits)),
                when.condition(),
                stances(fields, places),
                obligations(fields),
                reading.references().citations(fields.list("cites")));
        Span whole = fields.mapping().head();
        List<Span> ground = new ArrayList<>(categorySays);
        ground.add(fields.span());
        boolean isUnlimited = permits && !fields.has("to") && !fields.has("levels");
        rules.add(new ReadRule(rule, common, places, name.map(Scalar::head).orElse(whole), ground, when, isUnlimited));
    }

    private Placed condition(String rule, Node node) {
        reading.note(Section.RULES.path(rule).condition(), node.span());
        return conditions.read(node);
    }

    private <T extends Id> Set<T> set(Fields rule, String key, SymbolScope<T> names, boolean speaks) {
        return reading.references().set(names, rule.set(key), speaks);
    }

    private Set<Id.Obligation> obligations(Fields fields) {
        return reading.references().list(reading.declared().obligations, fields.list("obligations"));
    }

    private Map<Id.Register, Stance> stances(Fields fields, Map<Id.Register, Span> places) {
        Map<Id.Register, Stance> stances = new HashMap<>();
        for (Entry each : fields.entries(STANCES)) {
            Optional<Id.Register> register = reading.references().resolve(reading.declared().registers, each.key());
            if (register.isPresent() && each.value() instanceof Scalar word) {
                stances.put(register.get(), Reading.choice(word.text(), Stance.class));
                places.put(register.get(), Reading.span(each));
            }
        }
        return reading.shared().keep(Id.sorted(stances));
    }
}
