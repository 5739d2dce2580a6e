package dev.remit.http.access;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.DecisionPoint;
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
import java.util.function.Supplier;

/**
 * Answers access evaluations: one, or several in one request. A decision is true if and only if the caller is let through, under a
 * grant of which it takes care of everything.
 */
public final class Evaluations {
    /** The type of every obligation that is sent: what it is about, the policy says. */
    public static final String OBLIGATION = "custom";

    /** The most evaluations in one request. */
    static final int MOST = 10_000;

    /** The most evaluations that are recorded at once. */
    private static final int TOGETHER = 1_000;

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
        return decide(AccessReader.evaluation(object(body)), policy.decisions())
                .answer()
                .get();
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
        if (items.size() > MOST) {
            throw new NotARequestException("expected at most " + MOST + " evaluations, found " + items.size());
        }
        Map<String, JsonValue> defaults = new LinkedHashMap<>();
        for (String key : DEFAULTS) {
            Optional<JsonValue> value = request.member(key);
            if (value.isPresent() && value.get() instanceof Members) {
                defaults.put(key, value.get());
            } else if (value.isPresent() && !(key.equals("context") && value.get() instanceof JsonValue.Nothing)) {
                throw new NotARequestException("expected `" + key + "` to be an object, found "
                        + value.get().kind());
            }
        }
        return JsonMembers.of()
                .value("evaluations", new JsonValue.Items(answers(items, defaults, semantic)))
                .build();
    }

    /** What became of one evaluation. Its answer is made once it is recorded. */
    private record Item(boolean isThrough, Supplier<Members> answer) {}

    private List<JsonValue> answers(List<JsonValue> items, Map<String, JsonValue> defaults, Semantic semantic) {
        List<JsonValue> answers = new ArrayList<>();
        boolean isOver = false;
        for (int i = 0; i < items.size() && !isOver; i += TOGETHER) {
            List<JsonValue> some = items.subList(i, Math.min(items.size(), i + TOGETHER));
            List<Item> decided = policy.decisions().together(point -> decided(some, defaults, semantic, point));
            decided.forEach(each -> answers.add(each.answer().get()));
            isOver = semantic.endsAt(decided.get(decided.size() - 1).isThrough());
        }
        return answers;
    }

    private List<Item> decided(
            List<JsonValue> items, Map<String, JsonValue> defaults, Semantic semantic, DecisionPoint point) {
        List<Item> decided = new ArrayList<>();
        for (JsonValue each : items) {
            Item item = item(each, defaults, point);
            decided.add(item);
            if (semantic.endsAt(item.isThrough())) {
                break;
            }
        }
        return decided;
    }

    private Item item(JsonValue item, Map<String, JsonValue> defaults, DecisionPoint point) {
        try {
            Map<String, JsonValue> whole = new LinkedHashMap<>(defaults);
            whole.putAll(object(item).members());
            return decide(AccessReader.evaluation(new Members(whole)), point);
        } catch (NotARequestException wrong) {
            return refused(new RefusedException("bad-request", wrong.problem(), Optional.empty()));
        }
    }

    private Item refused(RefusedException refused) {
        return new Item(false, () -> answers().refused(refused));
    }

    private AccessAnswers answers() {
        return new AccessAnswers(policy, caller.profile());
    }

    private Item decide(AccessRequest request, DecisionPoint point) {
        try {
            AccessPolicy.Asked asked = policy.asked(request, caller, context);
            try {
                RoleGrant through = point.enforce(asked.question(), asked.handled());
                return new Item(true, () -> answers().granted(through, asked));
            } catch (NotLetThroughException no) {
                return new Item(false, () -> answers().denied(no, asked));
            } catch (InvalidQuestionException invalid) {
                return refused(AccessAnswers.refusal(invalid));
            }
        } catch (RefusedException refused) {
            return refused(refused);
        }
    }

    static Members object(JsonValue body) throws NotARequestException {
        if (body instanceof Members members) {
            return members;
        }
        throw new NotARequestException("expected an object, found " + body.kind());
    }
}
