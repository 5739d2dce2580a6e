package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.json.JsonTree;
import dev.remit.model.Id;
import dev.remit.model.Project;
import dev.remit.model.Rule;
import dev.remit.record.RecordFolder;
import dev.remit.record.export.RecordFilter;
import dev.remit.record.export.UsedGrants;
import dev.remit.record.export.UsedGrants.Permission;
import dev.remit.record.export.UsedGrants.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit records unused}: what a policy permits and no record used. */
final class RecordsUnused implements Verb {
    @Override
    public String name() {
        return "unused";
    }

    @Override
    public String summary() {
        return "Lists the rules, grants and permissions of projects that no recorded answer rests on.";
    }

    @Override
    public String synopsis() {
        return "records unused DIR [BUNDLE] [--since WHEN] [--format text|json]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                RecordsDoor.folder(),
                Option.bundle(1, "BUNDLE", Bundle.WHERE),
                Option.word(RecordsDoor.SINCE, "WHEN", "From this day or instant on; days are those of UTC."),
                Option.format("text"));
    }

    @Override
    public PackUse packs() {
        return PackUse.COMPILED;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "What is listed is a question to those who keep the policy. Nothing is changed by it.",
                "Exit code: 0, or 2 if there is no log or no bundle.",
                "",
                "Example:",
                "  remit records unused docs/examples/records --since 2026-01-01");
    }

    /** What no record used. */
    private record Unused(List<String> rules, List<Way> ways, List<Permission> permissions) {}

    @Override
    public int run(Given given, Streams streams) {
        Given.Format format = given.format(Given.Format.TEXT);
        RecordFilter filter = new RecordFilter(new RecordFilter.Wanted(
                given.instantOrDay(RecordsDoor.SINCE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        RecordFolder folder = RecordsDoor.open(given);
        PolicyBundle bundle = Bundle.open(given.positional(1, "BUNDLE"), given);
        UsedGrants used = new UsedGrants();
        RecordsDoor.each(folder, streams, record -> {
            if (filter.includes(record)) {
                used.accept(record);
            }
        });
        Unused unused = unused(bundle, used);
        if (format == Given.Format.JSON) {
            streams.out().line(json(used.records(), unused));
        } else {
            text(used.records(), unused, bundle, streams.out());
        }
        return OK;
    }

    private static Unused unused(PolicyBundle bundle, UsedGrants used) {
        List<String> rules = new ArrayList<>();
        List<Way> ways = new ArrayList<>();
        for (Rule rule : bundle.policy().rules()) {
            String id = rule.id().value();
            if (!used.hasRule(id)) {
                rules.add(id);
            } else if (rule.isPermit()) {
                for (Optional<String> category : each(rule.reach().categories())) {
                    for (Optional<String> route : each(rule.reach().routes())) {
                        ways.add(new Way(id, category, route));
                    }
                }
            }
        }
        ways.removeIf(used::has);
        List<Permission> permissions = new ArrayList<>();
        for (Map.Entry<Id.Project, Project> project :
                bundle.registers().projects().entrySet()) {
            for (Id.Register register :
                    new TreeSet<>(project.getValue().permissions().keySet())) {
                Permission permission = new Permission(project.getKey().value(), register.value());
                if (!used.has(permission)) {
                    permissions.add(permission);
                }
            }
        }
        return new Unused(rules, ways, permissions);
    }

    private static List<Optional<String>> each(Set<? extends Id> ids) {
        return ids.isEmpty()
                ? List.of(Optional.empty())
                : ids.stream().map(id -> Optional.of(id.value())).toList();
    }

    private static void text(long records, Unused unused, PolicyBundle bundle, Output out) {
        out.say("answers: " + records);
        out.say("rules that no answer rests on: " + unused.rules.size() + " of "
                + bundle.policy().rules().size());
        unused.rules.forEach(rule -> out.say("  " + rule));
        out.say("ways of the other rules in which nothing was granted: " + unused.ways.size());
        unused.ways.forEach(way -> out.say("  " + way.rule()
                + way.category().map(category -> ", in " + category).orElse("")
                + way.route().map(route -> ", via " + route).orElse("")));
        out.say("permissions of projects by which nobody was included: " + unused.permissions.size());
        unused.permissions.forEach(each -> out.say("  " + each.project() + ": " + each.register()));
    }

    private static String json(long records, Unused unused) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("records", records);
        members.put("rules", unused.rules);
        members.put(
                "grants",
                unused.ways.stream()
                        .map(way -> {
                            Map<String, Object> grant = new LinkedHashMap<>();
                            grant.put("rule", way.rule());
                            way.category().ifPresent(category -> grant.put("category", category));
                            way.route().ifPresent(route -> grant.put("route", route));
                            return JsonTree.of(grant);
                        })
                        .toList());
        members.put(
                "permissions",
                unused.permissions.stream()
                        .map(each -> {
                            Map<String, Object> permission = new LinkedHashMap<>();
                            permission.put("project", each.project());
                            permission.put("register", each.register());
                            return JsonTree.of(permission);
                        })
                        .toList());
        return JsonTree.of(members).json();
    }
}
