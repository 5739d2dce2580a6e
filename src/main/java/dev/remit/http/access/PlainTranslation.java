package dev.remit.http.access;

import dev.remit.diagnostic.Words;
import dev.remit.http.access.AccessRequest.Entity;
import dev.remit.json.JsonValue;
import dev.remit.model.Element;
import dev.remit.model.Fact;
import dev.remit.model.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes requests in the words of the policy: subjects are of type {@code role} or {@code person}, resources of type {@code level}
 * or {@code project}, and the name of the action is the activity.
 */
final class PlainTranslation implements Translation {
    private static final List<String> SUBJECTS = List.of("role", "person");
    private static final List<String> RESOURCES = List.of("level", "project");

    private final Listing listing;
    private final Set<String> facts = new HashSet<>();

    PlainTranslation(Vocabulary vocabulary, Listing listing) {
        this.listing = listing;
        for (Fact fact : vocabulary.facts()) {
            String id = fact.id().value();
            facts.add(id);
            facts.add(Element.owner(id));
        }
    }

    @Override
    public void translate(AccessRequest request, QuestionDraft draft) throws RefusedException {
        String type = request.subject().type().orElse("");
        if (!SUBJECTS.contains(type)) {
            throw unknownType("subject", type, SUBJECTS);
        }
        draft.say(type, new JsonValue.Text(request.subject().id().orElse("")));
        draft.say("activity", new JsonValue.Text(request.action().id().orElse("")));
        Entity resource = request.resource();
        String about = resource.type().orElse("");
        if (!RESOURCES.contains(about)) {
            throw unknownType("resource", about, RESOURCES);
        }
        draft.say(about, new JsonValue.Text(resource.id().orElse("")));
        String other = about.equals("level") ? "project" : "level";
        Optional<JsonValue> more = resource.properties().member(other);
        if (more.isPresent()) {
            draft.say(other, more.get());
        }
        properties("subject", request.subject(), Set.of(), draft);
        properties("action", request.action(), Set.of("category", "route"), draft);
        properties("resource", resource, Set.of(other), draft);
    }

    private void properties(String of, Entity entity, Set<String> parts, QuestionDraft draft) throws RefusedException {
        for (Map.Entry<String, JsonValue> each : entity.properties().members().entrySet()) {
            String key = each.getKey();
            if (parts.contains(key)) {
                draft.say(key, each.getValue());
            } else if (facts.contains(key)) {
                draft.fact(key, each.getValue());
            } else {
                draft.ignore(of + ".properties." + key);
            }
        }
    }

    static RefusedException unknownType(String of, String type, List<String> known) {
        return new RefusedException(
                "unknown-" + of + "-type",
                "there are no " + of + "s of type " + Words.quoted(type),
                Words.didYouMean(type, known).or(() -> Optional.of("known: " + Words.and(known))));
    }

    @Override
    public boolean isClosed() {
        return false;
    }

    @Override
    public Candidates subjects(String type) {
        return switch (type) {
            case "role" -> listing.roles();
            case "person" -> listing.people();
            default -> Candidates.NONE;
        };
    }

    @Override
    public Candidates resources(String type) {
        return switch (type) {
            case "level" -> listing.levels();
            case "project" -> listing.projects();
            default -> Candidates.NONE;
        };
    }

    @Override
    public Candidates actions(Optional<String> resourceType) {
        return resourceType.filter(RESOURCES::contains).isPresent() ? listing.activities() : Candidates.NONE;
    }
}
