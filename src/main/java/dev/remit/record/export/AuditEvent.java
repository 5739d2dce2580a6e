package dev.remit.record.export;

import dev.remit.json.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer as an AuditEvent of FHIR R4, with the codes that the IHE basic audit patterns give to authorization decisions. It does
 * not claim their profile, which requires a patient, a consent and a network address: records hold none of these.
 */
public final class AuditEvent {
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    private AuditEvent() {}

    /**
     * The resource for a record, as JSON on one line; empty for records of other kinds than answers.
     *
     * @param origin the name of the log
     */
    public static Optional<String> of(JsonTree record, String origin) {
        return record.text("kind").filter("decided"::equals).isPresent()
                ? Optional.of(JsonTree.of(resource(record, origin)).json())
                : Optional.empty();
    }

    private static Map<String, Object> resource(JsonTree record, String origin) {
        boolean isPermit = record.text("answer").filter("PERMITTED"::equals).isPresent();
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("resourceType", "AuditEvent");
        event.put("type", coding(DICOM, "110113", "Security Alert"));
        event.put(
                "subtype",
                List.of(coding(
                        "https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType",
                        "AuthZ-Role",
                        "Authorization Decision using only Roles")));
        event.put("action", "E");
        event.put("recorded", record.text("at").orElse(""));
        event.put("outcome", isPermit ? "0" : "8");
        event.put(
                "outcomeDesc",
                record.text("answer").orElse("") + ": " + record.text("basis").orElse(""));
        event.put("agent", agents(record));
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("observer", identified(origin));
        source.put("type", List.of(coding(TERMINOLOGY + "security-source-type", "6", "Security Server")));
        event.put("source", JsonTree.of(source));
        event.put("entity", List.of(entity(record)));
        return event;
    }

    private static List<JsonTree> agents(JsonTree record) {
        List<JsonTree> agents = new ArrayList<>();
        record.text("caller")
                .ifPresent(caller -> agents.add(
                        agent(codeable(DICOM, "110150", "Application"), identified(caller), false, Map.of())));
        Map<String, Object> role = Map.of(
                "role",
                List.of(JsonTree.of(
                        Map.of("text", record.object("question").text("role").orElse("")))));
        JsonTree who = record.text("subject")
                .map(AuditEvent::identified)
                .orElseGet(() -> JsonTree.of(Map.of("display", "somebody in this role")));
        agents.add(agent(
                codeable(TERMINOLOGY + "v3-ParticipationType", "IRCP", "information recipient"), who, true, role));
        JsonTree policy = record.object("policy");
        agents.add(agent(
                codeable(TERMINOLOGY + "extra-security-role-type", "authserver", "authorization server"),
                identified(policy.text("id").orElse("") + " "
                        + policy.text("version").orElse("") + " "
                        + policy.text("meaning").orElse("")),
                false,
                Map.of()));
        return agents;
    }

    private static JsonTree agent(JsonTree type, JsonTree who, boolean isRequestor, Map<String, Object> more) {
        Map<String, Object> agent = new LinkedHashMap<>();
        agent.put("type", type);
        agent.putAll(more);
        agent.put("who", who);
        agent.put("requestor", isRequestor);
        return JsonTree.of(agent);
    }

    private static JsonTree entity(JsonTree record) {
        JsonTree question = record.object("question");
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("what", identified("record " + record.number("seq").orElse(-1)));
        entity.put("type", coding(TERMINOLOGY + "audit-entity-type", "2", "System Object"));
        List<JsonTree> details = new ArrayList<>();
        for (String key : List.of("activity", "level", "category", "route", "project")) {
            question.text(key).ifPresent(value -> details.add(detail(key, value)));
        }
        RecordFilter.deciding(record).forEach(rule -> details.add(detail("rule", rule)));
        entity.put("detail", details);
        return JsonTree.of(entity);
    }

    private static JsonTree detail(String type, String value) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("type", type);
        detail.put("valueString", value);
        return JsonTree.of(detail);
    }

    private static JsonTree identified(String value) {
        return JsonTree.of(Map.of("identifier", JsonTree.of(Map.of("value", value))));
    }

    private static JsonTree codeable(String system, String code, String display) {
        return JsonTree.of(Map.of("coding", List.of(coding(system, code, display))));
    }

    private static JsonTree coding(String system, String code, String display) {
        Map<String, Object> coding = new LinkedHashMap<>();
        coding.put("system", system);
        coding.put("code", code);
        coding.put("display", display);
        return JsonTree.of(coding);
    }
}
