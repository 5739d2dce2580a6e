package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Fields;
import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.model.PolicyPath.Section;
import dev.remit.model.Project;
import dev.remit.model.ProjectAttribute;
import dev.remit.node.Entry;
import dev.remit.node.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads projects. */
final class ProjectReader {
    private static final List<String> KEYS =
            List.of("title", "description", "from", "until", "permissions", "also", "on-purpose");

    private final Reading reading;
    private final PeriodReader periods;
    private final Map<Id.Attribute, ProjectAttribute> attributes;
    private final Map<Id.Attribute, Set<Id.Value>> domains = new HashMap<>();
    private final PermissionReader permissions;
    private final List<String> words;
    private final ProjectSets sets;

    /**
     * A reader.
     *
     * @param attributes the attributes whose values can be relied on
     * @param permissions reads the permissions of projects
     */
    ProjectReader(Reading reading, Map<Id.Attribute, ProjectAttribute> attributes, PermissionReader permissions) {
        this.reading = reading;
        this.periods = new PeriodReader(reading.diagnostics());
        this.attributes = attributes;
        this.permissions = permissions;
        attributes.forEach((id, each) -> domains.put(id, new HashSet<>(each.values())));
        this.words = new ArrayList<>(reading.declared().attributes.words());
        words.addAll(KEYS);
        this.sets = new ProjectSets(reading, attributes.values());
    }

    /** One project of the register. */
    Project read(Entry entry) {
        Scalar name = entry.key();
        reading.note(Section.PROJECTS.path(name.text()), entry);
        Fields project = Fields.of(entry.value())
                .orElseThrow(() -> new IllegalStateException("checked to be a mapping: " + name.text()));
        reading.excuse(project, Reading.span(entry));
        Period period = periods.read(project, "from");
        Map<Id.Attribute, Id.Value> written = written(project);
        Set<Id.Project> also = project.list("also").stream()
                .map(each -> new Id.Project(each.text()))
                .collect(Collectors.toSet());
        Set<Id.Project> names = new HashSet<>(also);
        names.add(new Id.Project(name.text()));
        ClosedLists.lay(names, project, attributes.values(), written, reading);
        addLeftOut(written, entry, project.has("from"));
        checkDates(project);
        return new Project(
                reading.declared().projects.find(name.text()).orElseGet(() -> new Id.Project(name.text())),
                reading.text(project, "title"),
                Reading.prose(project, "description"),
                reading.shared().keep(Id.sorted(written)),
                period,
                permissions.read(project),
                also);
    }

    private Map<Id.Attribute, Id.Value> written(Fields project) {
        Map<Id.Attribute, Id.Value> values = new HashMap<>();
        for (Entry each : project.mapping().entries()) {
            Scalar key = each.key();
            if (KEYS.contains(key.text())) {
                continue;
            }
            Optional<Id.Attribute> attribute = reading.declared().attributes.find(key.text());
            if (attribute.isEmpty()) {
                reportUnknown(key);
            } else if (sets.isSet(attribute.get())) {
                reading.declared().attributes.use(attribute.get());
                values.putAll(sets.read(key, each.value()));
            } else if (attributes.containsKey(attribute.get())) {
                reading.declared().attributes.use(attribute.get());
                sets.single(key, each.value())
                        .flatMap(word -> value(key, word, attribute.get()))
                        .ifPresent(value -> values.put(attribute.get(), value));
            }
        }
        return values;
    }

    private void reportUnknown(Scalar key) {
        if (reading.declared().attributes.isComplete()) {
            reading.diagnostics()
                    .report(
                            Code.UNKNOWN_ATTRIBUTE,
                            key.head(),
                            "project attribute " + Words.quoted(key.text()) + " is not declared",
                            Words.didYouMean(key.text(), words));
        }
    }

    private Optional<Id.Value> value(Scalar key, Scalar word, Id.Attribute attribute) {
        Id.Value value = new Id.Value(word.text());
        if (domains.getOrDefault(attribute, Set.of()).contains(value)) {
            return Optional.of(reading.shared().keep(value));
        }
        UnknownValue.report(key.text(), word, domains.getOrDefault(attribute, Set.of()), reading.diagnostics());
        return Optional.empty();
    }

    /** What may be left out; what may not is reported, unless something else is wrong with the project. */
    private void addLeftOut(Map<Id.Attribute, Id.Value> values, Entry project, boolean begins) {
        List<String> missing = new ArrayList<>();
        for (ProjectAttribute each : attributes.values()) {
            boolean isActive =
                    begins && each.id().equals(Project.STATUS) && each.values().contains(Project.ACTIVE);
            if (values.containsKey(each.id())) {
                continue;
            }
            Optional<Id.Value> unsaid =
                    isActive ? Optional.of(Project.ACTIVE) : each.domain().ifUnsaid();
            if (unsaid.isPresent()) {
                values.put(each.id(), unsaid.get());
            } else if (each.element().isEmpty()
                    && Fields.of(project.value())
                            .filter(fields -> fields.has(each.id().value()))
                            .isEmpty()) {
                missing.add(each.id().value());
            }
        }
        if (!missing.isEmpty() && reading.isWellShaped(project)) {
            reading.diagnostics()
                    .report(
                            Code.MISSING_ATTRIBUTE,
                            project.key().head(),
                            "project " + Words.quoted(project.key().text()) + " does not say its "
                                    + Words.and(missing.stream().sorted().toList()));
        }
    }

    /** Dates lead to states, so the policy must know these states. */
    private void checkDates(Fields project) {
        ProjectAttribute status = attributes.get(Project.STATUS);
        boolean isDeclared =
                reading.declared().attributes.find(Project.STATUS.value()).isPresent();
        if ((status == null && isDeclared) || !reading.declared().attributes.isComplete()) {
            return;
        }
        List<Id.Value> known = status == null ? List.of() : status.values();
        checkDate(project, "from", Project.NOT_APPROVED, known);
        checkDate(project, "until", Project.FINISHED, known);
        if (known.contains(Project.FINISHED)
                && project.text(Project.STATUS.value())
                        .filter(Project.FINISHED.value()::equals)
                        .isPresent()) {
            checkDate(project, "until", Project.ACTIVE, known);
        }
    }

    private void checkDate(Fields project, String key, Id.Value needed, List<Id.Value> known) {
        Optional<Entry> date = project.mapping().find(key);
        if (date.isPresent() && !known.contains(needed)) {
            reading.diagnostics()
                    .report(
                            Code.DATES_WITHOUT_STATUS,
                            date.get().key().head(),
                            Words.quoted(key) + " makes a project " + Words.quoted(needed.value())
                                    + ", but the policy has no such status",
                            "declare the project attribute `status` with the values `not-approved`, `active` and"
                                    + " `finished`");
        }
    }
}
