package dev.remit.http.access;

import dev.remit.diagnostic.Words;
import dev.remit.http.access.AccessRequest.Entity;
import dev.remit.http.mapping.MappedValue;
import dev.remit.http.mapping.Mapping;
import dev.remit.http.mapping.Mapping.Property;
import dev.remit.json.JsonQuestions;
import dev.remit.json.JsonValue;
import dev.remit.model.Project;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes requests in the words of another system, by a mapping. What a register knows wins, unless the mapping says otherwise. */
final class MappedTranslation implements Translation {
    private final Mapping mapping;
    private final Listing listing;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Map<String, Project> projects = new LinkedHashMap<>();
    private final Set<String> inputs = new HashSet<>();

    MappedTranslation(Mapping mapping, Listing listing, ZoneId zone, InstantSource clock) {
        this.mapping = mapping;
        this.listing = listing;
        this.zone = zone;
        this.clock = clock;
        listing.registers()
                .ifPresent(all -> all.projectsByName().forEach((name, project) -> projects.put(name.value(), project)));
        mapping.properties().forEach(each -> inputs.addAll(each.inputs()));
    }

    @Override
    public void translate(AccessRequest request, QuestionDraft draft) throws RefusedException {
        String type = request.subject().type().orElse("");
        Mapping.Subject subject = mapping.subject(type)
                .orElseThrow(() -> PlainTranslation.unknownType(
                        "subject",
                        type,
                        mapping.subjects().stream().map(Mapping.Subject::type).toList()));
        draft.say(subject.isPerson() ? "person" : "role", id(subject.id(), request, "subject"));
        String about = request.resource().type().orElse("");
        Mapping.Resource resource = mapping.resource(about)
                .orElseThrow(() -> PlainTranslation.unknownType(
                        "resource",
                        about,
                        mapping.resources().stream().map(Mapping.Resource::type).toList()));
        String name = request.action().id().orElse("");
        Mapping.Action action = mapping.action(name, Optional.of(about))
                .orElseThrow(() -> new RefusedException(
                        "unknown-activity",
                        "there is no action " + Words.quoted(name) + " on " + Words.quoted(about),
                        Words.didYouMean(
                                name,
                                mapping.actions().stream()
                                        .map(Mapping.Action::name)
                                        .toList())));
        draft.say("activity", new JsonValue.Text(action.activity()));
        if (resource.level().isPresent()) {
            draft.say("level", id(resource.level().get(), request, "level"));
        }
        if (resource.project().isPresent()) {
            draft.say("project", id(resource.project().get(), request, "project"));
        }
        for (Property each : mapping.properties()) {
            say(each, request, draft);
        }
        overRegister(request, resource, draft);
        ignore("subject", request.subject(), draft);
        ignore("action", request.action(), draft);
        ignore("resource", request.resource(), draft);
    }

    private static JsonValue id(MappedValue value, AccessRequest request, String what) throws RefusedException {
        Optional<JsonValue> id = value.of(request).filter(each -> each.asText().isPresent());
        return id.orElseThrow(() -> new RefusedException(
                "unknown-" + what, "the mapping gives no " + what + " for this", Optional.empty()));
    }

    private static void say(Property property, AccessRequest request, QuestionDraft draft) throws RefusedException {
        Optional<JsonValue> value = property.value().of(request).filter(each -> !(each instanceof JsonValue.Nothing));
        if (value.isEmpty()) {
            return;
        }
        switch (property.target()) {
            case CATEGORY -> draft.say("category", value.get());
            case ROUTE -> draft.say("route", value.get());
            case FACT -> draft.fact(property.name(), value.get());
            case ATTRIBUTE -> draft.attribute(property.name(), value.get());
        }
    }

    /** Holds attributes that are sent against those of the register, or lets them stand over these where that was said. */
    private void overRegister(AccessRequest request, Mapping.Resource resource, QuestionDraft draft)
            throws RefusedException {
        Optional<Project> project = resource.project()
                .flatMap(each -> each.of(request))
                .flatMap(JsonValue::asText)
                .flatMap(name -> Optional.ofNullable(projects.get(name)));
        if (project.isEmpty()) {
            return;
        }
        RegisteredProject known = RegisteredProject.of(
                project.get().on(day(request)), listing.vocabulary().registers());
        Map<String, JsonValue> over = new LinkedHashMap<>();
        for (Property each : mapping.properties()) {
            Optional<JsonValue> value = each.target() == Mapping.Target.ATTRIBUTE
                    ? each.value().of(request).filter(one -> !(one instanceof JsonValue.Nothing))
                    : Optional.empty();
            if (value.isEmpty() || known.agrees(each.name(), value.get())) {
                continue;
            }
            if (!each.isOverRegister()) {
                throw new RefusedException(
                        "contradicts-register",
                        "project attribute `" + each.name() + "` is said to be other than the register has it",
                        Optional.of("leave it out: the register decides"));
            }
            over.put(each.name(), value.get());
        }
        if (!over.isEmpty()) {
            draft.describe(known.with(over));
        }
    }

    private LocalDate day(AccessRequest request) {
        Optional<Instant> stated = request.context()
                .object("remit")
                .flatMap(each -> each.text("at"))
                .flatMap(JsonQuestions::instant);
        return LocalDate.ofInstant(stated.orElseGet(clock::instant), zone);
    }

    private void ignore(String of, Entity entity, QuestionDraft draft) {
        for (String key : entity.properties().members().keySet()) {
            String path = of + ".properties." + key;
            if (inputs.stream().noneMatch(input -> input.equals(path) || input.startsWith(path + "."))) {
                draft.ignore(path);
            }
        }
    }

    @Override
    public boolean isClosed() {
        return mapping.isClosed();
    }

    @Override
    public Candidates subjects(String type) {
        return mapping.subject(type)
                .map(each -> each.id() instanceof MappedValue.Lookup lookup
                        ? new Candidates(List.copyOf(lookup.table().keySet()), true)
                        : isSent(each.id(), "subject.id")
                                ? each.isPerson() ? listing.people() : listing.roles()
                                : Candidates.UNLISTED)
                .orElse(Candidates.NONE);
    }

    @Override
    public Candidates resources(String type) {
        return mapping.resource(type).map(this::resources).orElse(Candidates.NONE);
    }

    private Candidates resources(Mapping.Resource resource) {
        Optional<MappedValue> id =
                resource.as().flatMap(as -> as == Mapping.As.LEVEL ? resource.level() : resource.project());
        if (id.isPresent() && id.get() instanceof MappedValue.Lookup lookup) {
            return new Candidates(List.copyOf(lookup.table().keySet()), true);
        }
        boolean isSent = id.filter(each -> isSent(each, "resource.id")).isPresent();
        return !isSent
                ? Candidates.UNLISTED
                : resource.as().orElseThrow() == Mapping.As.LEVEL ? listing.levels() : listing.projects();
    }

    private static boolean isSent(MappedValue value, String input) {
        return value.equals(new MappedValue.Is(input));
    }

    @Override
    public Candidates actions(Optional<String> resourceType) {
        return resourceType.flatMap(mapping::resource).isEmpty()
                ? Candidates.NONE
                : new Candidates(
                        mapping.actions().stream()
                                .filter(each -> each.isFor(resourceType))
                                .map(Mapping.Action::name)
                                .distinct()
                                .toList(),
                        true);
    }
}
