package dev.remit.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The common workload: the rules of {@code policy.csv} once for each environment, and a thousand requests, of which the
 * i-th asks about environment i modulo their number.
 *
 * @param environments how many environments there are
 * @param varied whether each environment lacks one rule and has one widened; else all have the same rules
 * @param projects how many projects the register holds, for those who look them up
 */
record Workload(int environments, boolean varied, int projects) {
    private static final int SEED = 20_260_311;

    /** The requests with a hundred projects go with registers up to that size, the others with larger ones. */
    private static final int FEW_PROJECTS = 100;

    /** A registered project. */
    record Project(String kind, String status, boolean type1Permission, boolean nationalPermission) {}

    /** The number of rules, all environments together. */
    int rules() {
        return environments * (varied ? table().size() - 1 : table().size());
    }

    /** The rules of {@code policy.csv}. */
    static List<RuleRow> table() {
        return lines("policy.csv").map(RuleRow::read).toList();
    }

    /** The words the table and the requests use, by field, in order of appearance. */
    Map<Field, List<String>> words() {
        Map<Field, Set<String>> found = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            found.put(field, new LinkedHashSet<>());
        }
        table().forEach(rule ->
                rule.words().forEach((field, words) -> found.get(field).addAll(words)));
        asWritten().forEach(request -> found.forEach((field, words) -> words.add(request.word(field))));
        Map<Field, List<String>> words = new EnumMap<>(Field.class);
        found.forEach((field, some) -> words.put(field, List.copyOf(some)));
        return words;
    }

    /** The ids of the environments. */
    List<String> environmentIds() {
        return Stream.iterate(0, i -> i < environments, i -> i + 1)
                .map(i -> "e" + i)
                .toList();
    }

    /** The rules of each environment, by its id. */
    Map<String, List<RuleRow>> rulesByEnvironment() {
        List<RuleRow> table = table();
        Map<Field, List<String>> words = words();
        Random random = new Random(SEED);
        Map<String, List<RuleRow>> rules = new TreeMap<>();
        for (String environment : environmentIds()) {
            List<RuleRow> own = new ArrayList<>(table);
            if (varied) {
                own.remove(random.nextInt(own.size()));
                int wide = random.nextInt(own.size());
                own.set(wide, own.get(wide).widened(words, random));
            }
            rules.put(environment, List.copyOf(own));
        }
        return rules;
    }

    /** The requests; where environments vary, what is expected is found by trying one rule after the other. */
    List<Request> requests() {
        if (!varied) {
            return asWritten();
        }
        Map<String, List<RuleRow>> rules = rulesByEnvironment();
        return asWritten().stream()
                .map(each -> each.expecting(permits(rules.get(each.environment()), each)))
                .toList();
    }

    private static boolean permits(List<RuleRow> rules, Request request) {
        return rules.stream().noneMatch(each -> !each.permit() && each.applies(request))
                && rules.stream().anyMatch(each -> each.permit() && each.applies(request));
    }

    private List<Request> asWritten() {
        return lines(requestsFile())
                .map(line -> Request.read(line, environments))
                .toList();
    }

    /** The first request alone, for those who want to be quick. */
    Request firstRequest() {
        return Request.read(lines(requestsFile()).findFirst().orElseThrow(), environments);
    }

    private String requestsFile() {
        return projects > FEW_PROJECTS ? "requests-projects-100000.csv" : "requests.csv";
    }

    /** The registered projects by id: those the requests ask about, and seeded ones up to the number. */
    Map<String, Project> register() {
        Map<Field, List<String>> words = words();
        Map<String, Project> register = new TreeMap<>();
        for (Request each : asWritten()) {
            register.put(
                    each.project(),
                    new Project(each.kind(), each.status(), each.type1Permission(), each.nationalPermission()));
        }
        Random random = new Random(SEED);
        for (int i = 0; register.size() < projects; i++) {
            register.putIfAbsent(
                    "p" + i,
                    new Project(
                            any(words.get(Field.KIND), random),
                            any(words.get(Field.STATUS), random),
                            random.nextBoolean(),
                            random.nextBoolean()));
        }
        return register;
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static Stream<String> lines(String file) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Workload.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The name of a workload, such as {@code 1000}, {@code 1000+varied} or {@code 1+projects=100000}. */
    @Override
    public String toString() {
        return environments + (varied ? "+varied" : "") + (projects > 0 ? "+projects=" + projects : "");
    }

    /** Reads the name of a workload. */
    static Workload parse(String name) {
        String[] parts = name.split("\\+", -1);
        boolean varied = false;
        int projects = 0;
        for (int i = 1; i < parts.length; i++) {
            varied |= parts[i].equals("varied");
            projects = parts[i].startsWith("projects=") ? Integer.parseInt(parts[i].substring(9)) : projects;
        }
        return new Workload(Integer.parseInt(parts[0]), varied, projects);
    }
}
