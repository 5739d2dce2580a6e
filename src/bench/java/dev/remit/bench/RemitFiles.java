package dev.remit.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The workload as a Remit bundle. An environment is a route, since it is the way the data is reached and the asker's to
 * choose; what belongs to the project is a project attribute; the other booleans are facts.
 */
final class RemitFiles {
    private final Workload workload;
    private final boolean environmentIsRoute;
    private final Map<Field, List<String>> words;

    RemitFiles(Workload workload) {
        this(workload, true);
    }

    /** A bundle where the environment is a route or, for comparison, an attribute of the project. */
    RemitFiles(Workload workload, boolean environmentIsRoute) {
        this.workload = workload;
        this.environmentIsRoute = environmentIsRoute;
        words = workload.words();
    }

    /** Writes the bundle into a folder. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Writer out = Files.newBufferedWriter(folder.resolve("policy.yaml"))) {
            policy(out);
        }
        if (workload.projects() > 0) {
            try (Writer out = Files.newBufferedWriter(folder.resolve("projects.yaml"))) {
                projects(out);
            }
            try (Writer out = Files.newBufferedWriter(folder.resolve("people.yaml"))) {
                people(out);
            }
        }
    }

    private void policy(Writer out) throws IOException {
        out.write(
                "remit: 1\npolicy: {id: bench, version: \"1\", title: The workload of the benchmarks}\nvocabulary:\n");
        declare(out, "roles", words.get(Field.ROLE));
        declare(out, "activities", words.get(Field.ACTIVITY));
        declare(out, "levels", words.get(Field.LEVEL));
        if (environmentIsRoute) {
            declare(out, "routes", workload.environmentIds());
        }
        out.write("  project:\n");
        if (!environmentIsRoute) {
            out.write("    environment: [" + String.join(", ", workload.environmentIds()) + "]\n");
        }
        out.write("    kind: [" + String.join(", ", words.get(Field.KIND)) + "]\n");
        out.write("    status: [" + String.join(", ", words.get(Field.STATUS)) + "]\n");
        out.write("    type-1-permission: boolean\n    national-permission: boolean\n");
        out.write("  facts:\n");
        fact(out, "named", "register, about: project");
        fact(out, "secure", "register");
        fact(out, "approval", "register");
        fact(out, "includes-type-1", "caller");
        fact(out, "includes-national", "caller");
        out.write("work-categories:\n");
        for (String category : words.get(Field.CATEGORY)) {
            out.write("  " + category + ": {title: " + category + "}\n");
        }
        out.write("rules:\n");
        for (Map.Entry<String, List<RuleRow>> each :
                workload.rulesByEnvironment().entrySet()) {
            for (RuleRow rule : each.getValue()) {
                rule(out, rule, each.getKey());
            }
        }
    }

    private static void declare(Writer out, String what, List<String> ids) throws IOException {
        out.write("  " + what + ":\n");
        for (String id : ids) {
            out.write("    " + id + ": " + id + "\n");
        }
    }

    private static void fact(Writer out, String id, String knownFrom) throws IOException {
        out.write("    " + id + ": {title: " + id + ", known-from: " + knownFrom + ", changed-by: nobody}\n");
    }

    private void rule(Writer out, RuleRow rule, String environment) throws IOException {
        out.write("  - {id: " + rule.id() + "-" + environment);
        out.write(", " + (rule.permit() ? "permit" : "forbid") + ": " + set(rule, Field.ROLE));
        out.write(", to: " + set(rule, Field.ACTIVITY));
        out.write(", levels: " + set(rule, Field.LEVEL));
        out.write(", in: " + set(rule, Field.CATEGORY));
        List<String> conditions = new ArrayList<>();
        if (environmentIsRoute) {
            out.write(", via: " + environment);
        } else {
            conditions.add("{project.environment: " + environment + "}");
        }
        for (Field field : List.of(Field.KIND, Field.STATUS)) {
            if (rule.words().containsKey(field)) {
                conditions.add("{project." + field.word() + ": " + set(rule, field) + "}");
            }
        }
        rule.flags().forEach((flag, must) -> conditions.add(must ? name(flag) : "{not: " + name(flag) + "}"));
        if (!conditions.isEmpty()) {
            out.write(", when: {all: [" + String.join(", ", conditions) + "]}");
        }
        out.write("}\n");
    }

    private static String set(RuleRow rule, Field field) {
        List<String> words = rule.words().get(field);
        return words == null ? "any" : "[" + String.join(", ", words) + "]";
    }

    /** How the policy names a boolean. */
    static String name(Flag flag) {
        String kebab = flag.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (flag) {
            case TYPE_1_PERMISSION, NATIONAL_PERMISSION -> "project." + kebab;
            default -> kebab;
        };
    }

    private void projects(Writer out) throws IOException {
        out.write("remit: 1\nprojects:\n");
        for (Map.Entry<String, Workload.Project> each : workload.register().entrySet()) {
            Workload.Project project = each.getValue();
            out.write("  " + each.getKey() + ": {title: " + each.getKey() + ", kind: " + project.kind() + ", status: "
                    + project.status() + ", type-1-permission: " + project.type1Permission()
                    + ", national-permission: " + project.nationalPermission() + "}\n");
        }
    }

    /** For each request a person who is what the request says of whoever asks, and as many more as there are projects. */
    private void people(Writer out) throws IOException {
        out.write("remit: 1\npeople:\n");
        List<Request> requests = workload.requests();
        for (int i = 0; i < Math.max(requests.size(), workload.projects()); i++) {
            Request like = requests.get(i % requests.size());
            List<String> facts = new ArrayList<>();
            if (like.named()) {
                facts.add("{fact: named, project: " + like.project() + "}");
            }
            if (like.secure()) {
                facts.add("secure");
            }
            if (like.approval()) {
                facts.add("approval");
            }
            out.write("  " + person(i) + ": {name: " + person(i) + ", roles: " + like.role());
            out.write(facts.isEmpty() ? "}\n" : facts.stream().collect(Collectors.joining(", ", ", facts: [", "]}\n")));
        }
    }

    /** The id of the person who asks a request. */
    static String person(int request) {
        return "u" + request;
    }
}
