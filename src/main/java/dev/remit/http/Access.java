package dev.remit.http;

import dev.remit.http.access.Evaluations;
import dev.remit.http.access.NotARequestException;
import dev.remit.http.access.PageTokens;
import dev.remit.http.access.Searches;
import dev.remit.json.JsonMembers;
import dev.remit.json.JsonValue;
import dev.remit.json.JsonValueReader;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The endpoints of AuthZEN Authorization API 1.0. */
final class Access {
    static final String EVALUATION = "/access/v1/evaluation";
    static final String EVALUATIONS = "/access/v1/evaluations";
    static final String SEARCH = "/access/v1/search/";
    static final String METADATA = "/.well-known/authzen-configuration";

    private final Current current;
    private final PageTokens tokens;
    private final InstantSource clock;

    Access(Current current, PageTokens tokens, InstantSource clock) {
        this.current = current;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Answers a body. */
    @FunctionalInterface
    private interface Answering {
        JsonValue.Members answer(JsonValue body) throws NotARequestException;
    }

    HttpAnswer evaluation(Call call) throws UnavailableException {
        return answer(call, evaluations(call)::evaluation);
    }

    HttpAnswer evaluations(Call call, boolean several) throws UnavailableException {
        return several ? answer(call, evaluations(call)::evaluations) : evaluation(call);
    }

    private Evaluations evaluations(Call call) throws UnavailableException {
        return new Evaluations(current.now().access(), call.caller(), call.context());
    }

    HttpAnswer search(Searches.Kind kind, Call call) throws UnavailableException {
        Searches searches = new Searches(current.now().access(), call.caller(), call.context(), tokens, clock);
        return answer(call, body -> searches.search(kind, body));
    }

    private static HttpAnswer answer(Call call, Answering answering) {
        if (call.header("Content-Type").filter(Access::isJson).isEmpty()) {
            return HttpAnswer.text(400, "expected the content type `application/json`");
        }
        JsonValueReader.Read read = JsonValueReader.read(call.body());
        if (read.value().isEmpty()) {
            return HttpAnswer.text(400, read.fault().orElse("expected JSON"));
        }
        try {
            return HttpAnswer.json(answering.answer(read.value().get()));
        } catch (NotARequestException wrong) {
            return HttpAnswer.text(400, wrong.problem());
        }
    }

    /** Whether a content type is JSON in UTF-8. */
    static boolean isJson(String type) {
        return isType(type, List.of("application/json"));
    }

    static boolean isType(String type, List<String> types) {
        String[] parts = type.split(";", -1);
        if (types.stream().noneMatch(parts[0].strip()::equalsIgnoreCase)) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("charset") && !parameter.matches("charset=(?:utf-?8|\"utf-?8\")")) {
                return false;
            }
        }
        return true;
    }

    /** The metadata, under the address by which callers know this service; none without one. */
    static HttpAnswer metadata(Optional<String> publicUrl) {
        if (publicUrl.isEmpty()) {
            return HttpAnswer.problem(
                    404, "no-public-url", "there is no metadata, since no `public-url` is configured");
        }
        String url = publicUrl.get();
        return HttpAnswer.json(JsonMembers.of()
                        .text("policy_decision_point", url)
                        .text("access_evaluation_endpoint", url + EVALUATION)
                        .text("access_evaluations_endpoint", url + EVALUATIONS)
                        .text("search_subject_endpoint", url + SEARCH + Searches.Kind.SUBJECT.word())
                        .text("search_resource_endpoint", url + SEARCH + Searches.Kind.RESOURCE.word())
                        .text("search_action_endpoint", url + SEARCH + Searches.Kind.ACTION.word())
                        .texts("supported_obligations", List.of(Evaluations.OBLIGATION))
                        .build())
                .with("Cache-Control", "max-age=300");
    }
}
