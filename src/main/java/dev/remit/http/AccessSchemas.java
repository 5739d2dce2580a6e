package dev.remit.http;

import static dev.remit.http.OpenApiSchemas.object;
import static dev.remit.http.OpenApiSchemas.read;
import static dev.remit.http.OpenApiSchemas.ref;
import static dev.remit.http.OpenApiSchemas.texts;

import dev.remit.json.JsonMembers;

/** The schemas of what AuthZEN has go over the wire, and of what Remit adds to it. */
final class AccessSchemas {
    private static final String ENTITY = """
            {"type":"object","required":[%s],"properties":{"type":{"type":"string"},"id":{"type":"string"},
             "properties":{"type":"object"}}}""";

    private static final String ACTION = """
            {"type":"object","required":["name"],"properties":{"name":{"type":"string"},"properties":{"type":"object"}}}""";

    private static final String IDENTITY = """
            {"type":"object","required":["id","version","meaning","registers"],"properties":{"id":{"type":"string"},
             "version":{"type":"string"},"meaning":{"type":"string"},"registers":{"type":"string"}}}""";

    private static final String REASON = "{\"type\":\"object\",\"properties\":{\"403\":{\"type\":\"string\"}}}";

    private static final String ACCESS_DECISION = """
            {"type":"object","required":["decision","context"],"properties":{"decision":{"type":"boolean"},
             "context":{"type":"object","required":["reason","remit"],"properties":{
              "reason":{"type":"string"},"reason_user":%1$s,"reason_admin":%1$s,
              "obligations":{"type":"array","items":{"type":"object","required":["id","type","properties"],"properties":{
               "id":{"type":"string"},"type":{"const":"custom"},
               "properties":{"type":"object","required":["duty"],"properties":{
                "duty":{"type":"string"},"title":{"type":"string"}}}}}},
              "remit":{"type":"object","required":["policy"],"properties":{
               "answer":{"enum":["PERMITTED","DENIED","UNDETERMINED"]},
               "grant":{"type":"object","required":["rule","category","route","role"],"properties":{
                "rule":{"type":"string"},%2$s,"role":{"type":"string"}}},
               "population":%3$s,
               "needs":{"type":"object","required":["duties","population"],"properties":{
                "duties":%4$s,"population":{"type":"object","additionalProperties":%4$s}}},
               "choices":{"type":"array","items":{"type":"object","properties":{%2$s}}},
               "missing":%4$s,"permittedIf":%5$s,"more":{"const":true},"changes":%6$s,"moreChanges":{"type":"boolean"},
               "ignored":%4$s,"record":{"type":"integer"},"error":%7$s,"policy":%8$s}}}}}}""".formatted(
                    REASON,
                    OpenApiSchemas.WAY,
                    ref("Population"),
                    OpenApiSchemas.TEXTS,
                    ref("PermittedIf"),
                    ref("Changes"),
                    ref("Error"),
                    ref("PolicyIdentity"));

    private static final String SEARCHED = """
            {"type":"object","required":["page","context","results"],"properties":{
             "page":{"type":"object","required":["next_token","count"],"properties":{
              "next_token":{"type":"string"},"count":{"type":"integer"}}},
             "context":{"type":"object","required":["remit"],"properties":{"reason":{"type":"string"},
              "remit":{"type":"object","required":["policy"],"properties":{
               "incomplete":{"const":true},"error":%s,"policy":%s}}}},
             "results":{"type":"array","items":{"type":"object","properties":{
              "type":{"type":"string"},"id":{"type":"string"},"name":{"type":"string"}}}}}}""".formatted(ref("Error"), ref("PolicyIdentity"));

    private AccessSchemas() {}

    static void addTo(JsonMembers all) {
        String type = "\"type\"";
        String whole = ENTITY.formatted("\"type\",\"id\"");
        String parts = "\"subject\":%s,\"action\":%s,\"resource\":%s,\"context\":{\"type\":\"object\"}";
        String evaluation = parts.formatted(whole, ACTION, whole);
        String page = ",\"page\":{\"type\":\"object\",\"properties\":{\"token\":{\"type\":\"string\"},"
                + "\"limit\":{\"type\":\"integer\",\"minimum\":0},\"properties\":{\"type\":\"object\"}}}";
        all.value("PolicyIdentity", read(IDENTITY));
        all.value("EvaluationRequest", read(object("\"subject\",\"action\",\"resource\"", evaluation)))
                .value(
                        "EvaluationsRequest",
                        read(object(
                                "",
                                parts.formatted(
                                                "{\"type\":\"object\"}",
                                                "{\"type\":\"object\"}",
                                                "{\"type\":\"object\"}")
                                        + ",\"evaluations\":{\"type\":\"array\",\"items\":{\"type\":\"object\"}},"
                                        + "\"options\":{\"type\":\"object\",\"properties\":{\"evaluations_semantic\":{\"enum\":"
                                        + "[\"execute_all\",\"deny_on_first_deny\",\"permit_on_first_permit\"]}}}")))
                .value(
                        "SubjectSearch",
                        read(object(
                                "\"subject\",\"action\",\"resource\"",
                                parts.formatted(ENTITY.formatted(type), ACTION, whole) + page)))
                .value(
                        "ResourceSearch",
                        read(object(
                                "\"subject\",\"action\",\"resource\"",
                                parts.formatted(whole, ACTION, ENTITY.formatted(type)) + page)))
                .value(
                        "ActionSearch",
                        read(object("\"subject\",\"resource\"", parts.formatted(whole, "{}", whole) + page)))
                .value("AccessDecision", read(ACCESS_DECISION))
                .value(
                        "AccessDecisions",
                        read("{\"anyOf\":[{\"$ref\":\"#/components/schemas/AccessDecision\"},"
                                + object(
                                        "\"evaluations\"",
                                        "\"evaluations\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/AccessDecision\"}}")
                                + "]}"))
                .value("SearchResult", read(SEARCHED))
                .value("Metadata", read(metadata()));
    }

    private static String metadata() {
        String endpoints = texts(
                "policy_decision_point",
                "access_evaluation_endpoint",
                "access_evaluations_endpoint",
                "search_subject_endpoint",
                "search_resource_endpoint",
                "search_action_endpoint");
        return object(
                "\"policy_decision_point\",\"access_evaluation_endpoint\"",
                endpoints + ",\"supported_obligations\":" + OpenApiSchemas.TEXTS);
    }
}
