package dev.remit.json;

import dev.remit.analyze.export.PolicyTables;
import dev.remit.model.Clause;
import dev.remit.model.Condition;
import dev.remit.model.Constraint;
import dev.remit.model.Fact;
import dev.remit.model.Header;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.Mode;
import dev.remit.model.OptOutRegister;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Policy;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Route;
import dev.remit.model.Rule;
import dev.remit.model.Ruling;
import dev.remit.model.Space;
import dev.remit.model.Stance;
import dev.remit.model.Treatment;
import dev.remit.model.Upstream;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Writes what the numbers of a diagram stand for: its variables with their titles, its rules, and what these stand on. */
final class DiagramWords {
    private final PolicyTables tables;
    private final Policy policy;
    private final Vocabulary words;
    private final Space space;
    private final Upstream upstream;

    private DiagramWords(PolicyTables tables) {
        this.tables = tables;
        policy = tables.policy();
        words = policy.vocabulary();
        space = tables.space();
        upstream = Upstream.of(words, policy.rules());
    }

    static DiagramWords of(PolicyTables tables) {
        return new DiagramWords(tables);
    }

    /** Something with an id and a title. */
    private record Titled(Id id, String title, String description) {}

    void write(JsonText json) throws IOException {
        header(json);
        json.list("variables", space.variables(), each -> json.item(members -> variable(members, each)));
        json.list(
                "obligations",
                words.obligations(),
                each -> json.item(members -> titled(members, new Titled(each.id(), each.title(), each.description()))));
        json.list("rules", policy.rules(), each -> json.item(members -> rule(members, each)));
        if (!words.registers().isEmpty()) {
            json.object("admissible", DiagramWords::admissible);
        }
        json.list("constraints", policy.constraints(), each -> json.item(members -> constraint(members, each)));
        Set<Id.Citation> cited = new LinkedHashSet<>();
        policy.rules().forEach(each -> cited.addAll(each.cites()));
        policy.constraints().forEach(each -> cited.addAll(each.cites()));
        json.list(
                "clauses",
                policy.clauses().stream()
                        .filter(each -> cited.contains(each.id()))
                        .toList(),
                each -> json.item(members -> clause(members, each)));
        json.list(
                "rulings",
                policy.rulings().stream()
                        .filter(each -> cited.contains(each.id()))
                        .toList(),
                each -> json.item(members -> ruling(members, each)));
    }

    private void header(JsonText json) throws IOException {
        Header header = policy.header();
        json.object("header", members -> {
            members.text("title", header.title());
            members.text("notice", header.notice());
            members.text("owner", header.owner());
            members.text("approver", header.approver());
            members.text("zone", header.zone().getId());
        });
    }

    private void variable(JsonText json, Variable variable) throws IOException {
        json.text("name", variable.name());
        json.text("kind", variable.kind().name().toLowerCase(Locale.ROOT));
        switch (variable.kind()) {
            case ROLE -> values(json, words.roles(), each -> new Titled(each.id(), each.title(), each.description()));
            case ACTIVITY ->
                values(json, words.activities(), each -> new Titled(each.id(), each.title(), each.description()));
            case LEVEL -> {
                values(json, words.levels(), each -> new Titled(each.id(), each.title(), each.description()));
                json.list("patientData", words.levels(), (Level each) -> json.plain(each.patientData()));
            }
            case CATEGORY -> values(json, words.categories(), each -> new Titled(each.id(), each.title(), each.what()));
            case ROUTE -> {
                values(json, words.routes(), each -> new Titled(each.id(), each.title(), each.description()));
                if (!words.registers().isEmpty()) {
                    json.list("modes", words.routes(), each -> json.item(members -> modes(members, each)));
                }
            }
            case ATTRIBUTE -> attribute(json, variable);
            case FACT -> fact(json, variable);
            case PERMISSION, EVER, WISH -> register(json, variable);
        }
    }

    /** Makes of what is declared something with a title. */
    private interface Titling<T> {
        Titled of(T declared);
    }

    private static <T> void values(JsonText json, List<T> declared, Titling<T> titling) throws IOException {
        json.list("values", declared, each -> json.plain(titling.of(each).id().value()));
        json.list("titles", declared, each -> json.plain(titling.of(each).title()));
        json.list("descriptions", declared, each -> json.plain(titling.of(each).description()));
    }

    private void attribute(JsonText json, Variable variable) throws IOException {
        ProjectAttribute declared = words.attributes().stream()
                .filter(each -> each.id().value().equals(variable.id()))
                .findFirst()
                .orElseThrow();
        about(json, variable, declared.title(), declared.description());
        json.texts("values", variable.values());
        json.text("changedBy", declared.changedBy().word());
        if (!declared.finals().isEmpty()) {
            json.texts("final", declared.finals());
        }
        json.present("withoutProject", declared.withoutProject().map(Id.Value::value));
    }

    private void fact(JsonText json, Variable variable) throws IOException {
        Fact declared = words.facts().stream()
                .filter(each -> each.id().value().equals(variable.id()))
                .findFirst()
                .orElseThrow();
        about(json, variable, declared.title(), declared.description());
        json.texts("values", variable.values());
        json.text("changedBy", declared.changedBy().word());
        json.truth("registered", declared.isRegistered());
        json.truth("ofProject", declared.isAboutProject());
        json.present("ifUnsaid", tables.ifUnsaid(declared).map(Id.Value::value));
    }

    private static void about(JsonText json, Variable variable, String title, String description) throws IOException {
        json.text("title", title);
        json.text("description", description);
        if (variable.element().isPresent()) {
            json.text("set", variable.owner());
            json.text("element", variable.element().get().value());
        }
    }

    private void register(JsonText json, Variable variable) throws IOException {
        OptOutRegister declared = words.registers().stream()
                .filter(each -> each.id().value().equals(variable.id()))
                .findFirst()
                .orElseThrow();
        json.text("register", declared.id().value());
        json.text("title", declared.title());
        json.text("description", declared.description());
        json.texts("values", variable.values());
        switch (variable.kind()) {
            case PERMISSION -> {
                json.text("changedBy", declared.permissionChangedBy().word());
                json.text("withoutProject", "false");
            }
            case EVER -> {
                json.text("changedBy", "nobody");
                json.text("withoutProject", "false");
            }
            case ROLE, ACTIVITY, LEVEL, CATEGORY, ROUTE, ATTRIBUTE, FACT, WISH -> json.text("changedBy", "requester");
        }
    }

    private static void titled(JsonText json, Titled titled) throws IOException {
        json.text("id", titled.id().value());
        json.text("title", titled.title());
        if (!titled.description().isBlank()) {
            json.text("description", titled.description());
        }
    }

    private void rule(JsonText json, Rule rule) throws IOException {
        json.text("id", rule.id().value());
        json.truth("permit", rule.isPermit());
        json.text("title", rule.title());
        json.text("because", rule.because());
        json.texts("cites", rule.cites());
        json.object("reach", members -> {
            for (Variable each : space.dimensions()) {
                members.numbers(
                        each.name(),
                        rule.reach().set(each.kind()).stream()
                                .mapToLong(id -> each.place(id.value()))
                                .sorted()
                                .toArray());
            }
        });
        if (!rule.when().equals(Condition.ALWAYS)) {
            json.object("when", members -> condition(members, rule.when()));
        }
        if (!rule.stances().isEmpty()) {
            json.object("stances", members -> {
                for (Map.Entry<Id.Register, Stance> each : rule.stances().entrySet()) {
                    members.text(each.getKey().value(), each.getValue().word());
                }
            });
        }
    }

    /** What a route does about the patients of each opt-out register, and when they can be in its outputs. */
    private void modes(JsonText json, Route route) throws IOException {
        for (OptOutRegister each : words.registers()) {
            Mode mode = route.mode(each.id());
            json.object(each.id().value(), members -> {
                members.text("mode", mode.word());
                if (mode.isOfOutputs()) {
                    members.object("mayHold", condition -> condition(condition, upstream.mayHold(route, each.id())));
                }
            });
        }
    }

    /** For each mode and stance, whether a permit is admissible: by wish, by permission, and by what outputs may hold. */
    private static void admissible(JsonText json) throws IOException {
        for (Mode mode : Mode.values()) {
            json.object(mode.word(), stances -> {
                for (Stance stance : Stance.values()) {
                    stances.numbers(stance.word(), admissible(mode, stance));
                }
            });
        }
    }

    private static long[] admissible(Mode mode, Stance stance) {
        return Arrays.stream(OptOutRequest.values())
                .flatMap(asked -> Stream.of(false, true)
                        .flatMap(held -> Stream.of(false, true)
                                .map(mayHold -> Treatment.of(mode, stance, asked, held, mayHold)
                                        .isPresent())))
                .mapToLong(isAdmissible -> isAdmissible ? 1 : 0)
                .toArray();
    }

    private void constraint(JsonText json, Constraint constraint) throws IOException {
        json.text("id", constraint.id().value());
        json.text("because", constraint.because());
        json.object("if", members -> condition(members, constraint.given()));
        json.object("then", members -> condition(members, constraint.then()));
        json.texts("cites", constraint.cites());
    }

    private void condition(JsonText json, Condition condition) throws IOException {
        if (condition instanceof Condition.Leaf leaf) {
            Variable about = space.find(leaf.about()).orElseThrow();
            json.number("variable", about.index());
            json.numbers(
                    "values",
                    about.values().stream()
                            .filter(leaf.holdsWith()::contains)
                            .mapToLong(about::place)
                            .toArray());
        } else if (condition instanceof Condition.Not not) {
            json.object("not", members -> condition(members, not.condition()));
        } else {
            json.list(
                    condition instanceof Condition.All ? "all" : "any",
                    condition.parts(),
                    each -> json.item(members -> condition(members, each)));
        }
    }

    private static void clause(JsonText json, Clause clause) throws IOException {
        json.text("id", clause.id().value());
        json.text("section", clause.section());
        json.text("says", clause.says());
        json.texts("kinds", clause.kinds().stream().map(Clause.Kind::word).toList());
    }

    private static void ruling(JsonText json, Ruling ruling) throws IOException {
        json.text("id", ruling.id().value());
        json.text("title", ruling.title());
        json.text("description", ruling.description());
    }
}
