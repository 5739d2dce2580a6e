package dev.remit.http;

import dev.remit.json.JsonMembers;
import dev.remit.json.JsonValue;
import dev.remit.json.JsonValueReader;

/** The schemas of what goes over the wire, for the description of the endpoints. */
final class OpenApiSchemas {
    private static final String POPULATION = """
            {"type":"object","additionalProperties":{"type":"object",
             "required":["outcome","list","keep","ifListMissing","flag"],"properties":{
              "outcome":{"type":"string"},"list":{"type":"string"},"keep":{"enum":["absent","present"]},
              "ifListMissing":{"const":"stop"},"flag":{"type":["string","null"]}}}}""";

    static final String TEXTS = "{\"type\":\"array\",\"items\":{\"type\":\"string\"}}";

    static final String WAY =
            "\"category\":{\"type\":[\"string\",\"null\"]},\"route\":{\"type\":[\"string\",\"null\"]}";

    private static final String PERMITTED_IF = """
            {"type":"array","items":{"type":"object","required":["category","route","facts","project","alsoTell"],"properties":{
             %s,"facts":{"type":"object"},"project":{"type":"object"},"alsoTell":%s}}}""".formatted(WAY, TEXTS);

    private static final String CHANGES = """
            {"type":"array","items":{"type":"array","items":{"type":"object","required":["about","values","by"],"properties":{
             "about":{"type":"string"},"values":{"type":"array"},"by":{"type":["string","null"]}}}}}""";

    private static final String FAULT = """
            "code":{"type":"string"},"message":{"type":"string"},"help":{"type":["string","null"]}""";

    /** The members of an answer in one role, as `remit decide` gives it. */
    private static final String DECISION =
            """
            "answer":{"enum":["PERMITTED","DENIED","UNDETERMINED"]},"permitted":{"type":"boolean"},
            "basis":{"enum":["granted","forbidden","not-granted","inconsistent","missing-information"]},
            "grants":{"type":"array","items":{"type":"object",
             "required":["rule","always","category","route","population","obligations"],
             "properties":{"rule":{"type":"string"},"always":{"type":"boolean"},%1$s,
              "population":%2$s,"obligations":%3$s}}},
            "obligations":%3$s,"population":%2$s,"forbiddenBy":%3$s,"violates":%3$s,
            "nearest":{"type":"array","items":{"type":"object","required":["rule","lacks"],"properties":{
             "rule":{"type":"string"},"lacks":%3$s}}},
            "missing":%3$s,"permittedIf":%4$s,"more":{"const":true},"clauses":%3$s,"assumed":{"type":"object"},
            "at":{"type":"string","format":"date-time"},
            "policy":{"type":"object","required":["id","version","digest","registers","assurance"],"properties":{
             "id":{"type":"string"},"version":{"type":"string"},"digest":{"type":"string"},
             "registers":{"type":"string"},"assurance":{"type":"string"}}},
            "record":{"type":"integer"},
            "explanation":{"type":"object","required":["sentence","decisive","rules","constraints","clauses","duties","grounds",
             "moreGrounds","changes","moreChanges"],"properties":{"sentence":{"type":"string"},"decisive":{"type":"object"},
             "rules":{"type":"array"},"constraints":{"type":"array"},"clauses":{"type":"array"},"duties":{"type":"array"},
             "grounds":{"type":"array"},"moreGrounds":{"type":"boolean"},"changes":%5$s,"moreChanges":{"type":"boolean"}}}""".formatted(WAY, ref("Population"), TEXTS, ref("PermittedIf"), ref("Changes"));

    private static final String DECIDED = """
            "answer","permitted","basis","grants","obligations","population","forbiddenBy","violates","nearest","missing",
            "permittedIf","clauses","assumed","at","policy\"""";

    private static final String QUESTION = """
            {"type":"object","required":["activity"],"additionalProperties":false,"properties":{
             "id":{"type":"string"},"role":{"type":"string"},"roles":%1$s,"person":{"type":"string"},
             "activity":{"type":"string"},"level":{"type":["string","integer"]},"category":{"type":"string"},
             "route":{"type":"string"},"project":{"type":["string","integer","object","null"]},"facts":{"type":"object"},
             "closed":{"type":"boolean"},"optOuts":{"type":"object","additionalProperties":{"enum":["include","exclude"]}},
             "at":{"type":"string","format":"date-time"},"explain":{"type":"boolean"}}}""".formatted(TEXTS);

    private static final String ERROR = """
            {"type":"object","required":["code","message"],"properties":{%s}}""".formatted(FAULT);

    private static final String WORDS = """
            {"type":"array","items":{"type":"object","required":["id","title"],"properties":{"id":{"type":"string"},
             "title":{"type":"string"},"description":{"type":"string"},"patientData":{"type":"boolean"},
             "registered":{"type":"boolean"},"mustBeSaid":{"type":"boolean"},"values":%1$s,"setOf":%1$s}}}""".formatted(TEXTS);

    private OpenApiSchemas() {}

    static JsonMembers all() {
        JsonMembers all = JsonMembers.of()
                .value("Question", read(QUESTION))
                .value("Population", read(POPULATION))
                .value("PermittedIf", read(PERMITTED_IF))
                .value("Changes", read(CHANGES))
                .value("Error", read(ERROR))
                .value("WordList", read(WORDS))
                .value(
                        "Answer",
                        read("{\"oneOf\":[{\"$ref\":\"#/components/schemas/AnswerInOneRole\"},"
                                + "{\"$ref\":\"#/components/schemas/AnswerInEachRole\"}]}"))
                .value("AnswerInOneRole", read(object("\"id\"," + DECIDED, nullable("id") + "," + DECISION)))
                .value(
                        "AnswerInEachRole",
                        read(object(
                                "\"id\",\"person\",\"answers\",\"permitted\"",
                                nullable("id") + "," + nullable("person")
                                        + ",\"permitted\":{\"type\":\"boolean\"},\"answers\":{\"type\":\"array\",\"items\":"
                                        + object("\"role\"," + DECIDED, "\"role\":{\"type\":\"string\"}," + DECISION)
                                        + "}")))
                .value(
                        "Refused",
                        read(object(
                                "\"id\",\"error\"",
                                nullable("id") + ",\"error\":"
                                        + object(
                                                "\"code\",\"message\",\"help\"",
                                                FAULT
                                                        + ",\"line\":{\"type\":\"integer\"},\"others\":{\"type\":\"array\",\"items\":"
                                                        + object("\"code\",\"message\",\"help\"", FAULT) + "}"))))
                .value("Words", read(words()))
                .value(
                        "Standing",
                        read(object(
                                "\"state\",\"since\",\"reason\"",
                                texts("id", "version", "digest", "registers", "assurance", "since") + "," + STATE + ","
                                        + nullable("reason"))))
                .value(
                        "Readiness",
                        read(object(
                                "\"state\",\"since\",\"lastError\"",
                                STATE + "," + texts("since") + "," + nullable("lastError"))))
                .value("Liveness", read(object("\"status\"", "\"status\":{\"const\":\"live\"}")))
                .value(
                        "Problem",
                        read(object(
                                "\"type\",\"title\",\"status\",\"code\",\"detail\"",
                                texts("type", "title", "code", "detail") + ",\"status\":{\"type\":\"integer\"}")));
        AccessSchemas.addTo(all);
        return all;
    }

    private static final String STATE = "\"state\":{\"enum\":[\"LOADED\",\"STALE\",\"WAITING\",\"EXPIRED\"]}";

    private static String words() {
        StringBuilder members = new StringBuilder(texts("policy", "version"));
        for (String kind : new String[] {
            "roles", "activities", "levels", "categories", "routes", "facts", "attributes", "registers", "obligations"
        }) {
            members.append(",\"").append(kind).append("\":").append(ref("WordList"));
        }
        return object("\"policy\",\"version\"", members.toString());
    }

    static String ref(String name) {
        return "{\"$ref\":\"#/components/schemas/" + name + "\"}";
    }

    static String object(String required, String properties) {
        return "{\"type\":\"object\",\"required\":[" + required + "],\"properties\":{" + properties + "}}";
    }

    private static String nullable(String name) {
        return "\"" + name + "\":{\"type\":[\"string\",\"null\"]}";
    }

    static String texts(String... names) {
        StringBuilder all = new StringBuilder();
        for (String each : names) {
            all.append(all.isEmpty() ? "" : ",").append("\"").append(each).append("\":{\"type\":\"string\"}");
        }
        return all.toString();
    }

    static JsonValue read(String json) {
        return JsonValueReader.read(json)
                .value()
                .orElseThrow(() -> new IllegalStateException("broken invariant of ours: a schema is JSON: " + json));
    }
}
