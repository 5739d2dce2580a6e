package dev.remit.http.access;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.NotLetThroughException;
import dev.remit.decide.RequestContext;
import dev.remit.decide.RoleGrant;
import dev.remit.http.config.Caller;
import dev.remit.json.JsonMembers;
import dev.remit.json.JsonValue;
import dev.remit.json.JsonValue.Members;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers access evaluations: one, or several in one request. A decision is true if and only if the caller is let through, under a
 * grant of which it takes care of everything.
 */
public final class Evaluations {
    private static final List<String> DEFAULTS = List.of("subject", "action", "resource", "context");

    private final AccessPolicy policy;
    private final Caller caller;
    private final RequestContext context;

    /**
     * Answers a caller.
     *
     * @param context where the questions come from, for records
     */
    public Evaluations(AccessPolicy policy, Caller caller, RequestContext context) {
        this.policy = requireNonNull(policy, "policy");
        this.caller = requireNonNull(caller, "caller");
        this.context = requireNonNull(context, "context");
    }

    /** What ends a request with several evaluations. */
    private enum Semantic {
        EXECUTE_ALL("execute_all"),
        DENY_ON_FIRST_DENY("deny_on_first_deny"),
        PERMIT_ON_FIRST_PERMIT("permit_on_first_permit");

        private final String word;

        Semantic(String word) {
            this.word = word;
        }

        static Semantic of(Members options) throws NotARequestException {
            Optional<JsonValue> said = options.member("evaluations_semantic");
            if (said.isEmpty()) {
                return EXECUTE_ALL;
            }
            for (Semantic each : values()) {
                if (said.get().asText().filter(each.word::equals).isPresent()) {
                    return each;
                }
            }
            throw new NotARequestException("expected `options.evaluations_semantic` to be `execute_all`,"
                    + " `deny_on_first_deny` or `permit_on_first_permit`, found another value");
        }

        boolean endsAt(boolean decision) {
            return switch (this) {
                case EXECUTE_ALL -> false;
                case DENY_ON_FIRST_DENY -> !decision;
                case PERMIT_ON_FIRST_PERMIT -> decision;
            };
        }
    }

    /**
     * The answer to an access evaluation.
     *
     * @throws NotARequestException if it is none
     */
    public Members evaluation(JsonValue body) throws NotARequestException {
        return decide(AccessReader.evaluation(object(body)));
    }

    /**
     * The answers to several access evaluations, or to one if the request has no list of them.
     *
     * @throws NotARequestException if the request as a whole is none; what is wrong with one of several is its own answer
     */
    public Members evaluations(JsonValue body) throws NotARequestException {
        Members request = object(body);
        Optional<JsonValue> said = request.member("evaluations").filter(each -> !(each instanceof JsonValue.Nothing));
        if (said.isPresent() && !(said.get() instanceof JsonValue.Items)) {
            throw new NotARequestException(
                    "expected `evaluations` to be a list, found " + said.get().kind());
        }
        Semantic semantic = Semantic.of(AccessReader.optional(request, "options"));
        List<JsonValue> items = request.list("evaluations").orElse(List.of());
        if (items.isEmpty()) {
            return evaluation(body);
        }
        Map<String, JsonValue> defaults = new LinkedHashMap<>();
        for (String key : DEFAULTS) {
            Optional<JsonValue> value = request.member(key);
            if (value.isPresent() && !(value.get() instanceof Members)) {
                throw new NotARequestException("expected `" + key + "` to be an object, found "
                        + value.get().kind());
            }
            value.ifPresent(each -> defaults.put(key, each));
        }
        List<JsonValue> answers = new ArrayList<>();
        for (JsonValue item : items) {
            Members answer = item(item, defaults);
            answers.add(answer);
            if (semantic.endsAt(answer.truth("decision").orElse(false))) {
                break;
            }
        }
        return JsonMembers.of()
                .value("evaluations", new JsonValue.Items(answers))
                .build();
    }

    private Members item(JsonValue item, Map<String, JsonValue> defaults) {
        try {
            Map<String, JsonValue> whole = new LinkedHashMap<>(defaults);
            whole.putAll(object(item).members());
            return decide(AccessReader.evaluation(new Members(whole)));
        } catch (NotARequestException wrong) {
            return answers().refused(new RefusedException("bad-request", wrong.problem(), Optional.empty()));
        }
    }

    private AccessAnswers answers() {
        return new AccessAnswers(policy, caller.profile());
    }

    private Members decide(AccessRequest request) {
        AccessAnswers answers = answers();
        try {
            AccessPolicy.Asked asked = policy.asked(request, caller, context);
            try {
                RoleGrant through = policy.decisions().enforce(asked.question(), asked.handled());
                return answers.granted(through, asked);
            } catch (NotLetThroughException no) {
                return answers.denied(no, asked);
            } catch (InvalidQuestionException invalid) {
                return answers.refused(AccessAnswers.refusal(invalid));
            }
        } catch (RefusedException refused) {
            return answers.refused(refused);
        }
    }

    static Members object(JsonValue body) throws NotARequestException {
        if (body instanceof Members members) {
            return members;
        }
        throw new NotARequestException("expected an object, found " + body.kind());
    }
}
