package dev.remit.http.access;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.PolicyIdentity;
import dev.remit.decide.Question;
import dev.remit.decide.RequestContext;
import dev.remit.decide.RoleDecisions;
import dev.remit.http.access.PageTokens.Place;
import dev.remit.http.access.Translation.Candidates;
import dev.remit.http.config.Caller;
import dev.remit.json.JsonMembers;
import dev.remit.json.JsonValue;
import dev.remit.json.JsonValue.Members;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers searches: for which subjects, resources or actions the caller would be let through. What a search finds, an evaluation of
 * the same request permits.
 */
public final class Searches {
    /** The most results of a page. */
    static final int MOST = 1000;
    /** The limit of a search that states none. */
    private static final int UNSTATED = -1;
    /** How many candidates are asked about, and recorded, at a time. */
    private static final int CHUNK = 100;

    private final AccessPolicy policy;
    private final Caller caller;
    private final RequestContext context;
    private final PageTokens tokens;
    private final InstantSource clock;

    /**
     * Answers a caller.
     *
     * @param context where the questions come from, for records
     * @param clock gives the instant of questions that state none
     */
    public Searches(
            AccessPolicy policy, Caller caller, RequestContext context, PageTokens tokens, InstantSource clock) {
        this.policy = requireNonNull(policy, "policy");
        this.caller = requireNonNull(caller, "caller");
        this.context = requireNonNull(context, "context");
        this.tokens = requireNonNull(tokens, "tokens");
        this.clock = requireNonNull(clock, "clock");
    }

    /** What a search is for. */
    public enum Kind {
        /** The subjects that may. */
        SUBJECT("subject"),
        /** The resources on which. */
        RESOURCE("resource"),
        /** The actions that. */
        ACTION("action");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Its name in requests and paths. */
        public String word() {
            return word;
        }
    }

    /**
     * The answer to a search.
     *
     * @throws NotARequestException if it is none, or goes on with a token that is not for it
     */
    public Members search(Kind kind, JsonValue body) throws NotARequestException {
        Members request = Evaluations.object(body);
        AccessRequest asked = AccessReader.read(request, Set.of(kind.word()));
        Members page = AccessReader.page(request);
        String query = query(kind, request, page);
        Place start = start(page, query);
        Candidates candidates = candidates(kind, asked);
        Run run = new Run(kind, asked, start);
        int next = run.find(candidates.ids());
        return answer(kind, asked, run, page(run.found, next, candidates, start, query), candidates);
    }

    private Candidates candidates(Kind kind, AccessRequest asked) {
        return switch (kind) {
            case SUBJECT -> policy.translation().subjects(asked.subject().type().orElse(""));
            case RESOURCE ->
                policy.translation().resources(asked.resource().type().orElse(""));
            case ACTION -> policy.translation().actions(asked.resource().type());
        };
    }

    /** All that a token is for: the endpoint, the caller, the request but for its token, and the policy. */
    private String query(Kind kind, Members request, Members page) {
        PolicyIdentity policyNow = policy.decisions().identity();
        return String.join(
                "\n",
                kind.word(),
                caller.name().orElse(""),
                request.with("page", page.without("token").without("limit"))
                        .sorted()
                        .json(),
                policyNow.digest(),
                policyNow.registers(),
                policyNow.assurance());
    }

    private Place start(Members page, String query) throws NotARequestException {
        Optional<Integer> limit = limit(page);
        Optional<JsonValue> said = page.member("token").filter(each -> !(each instanceof JsonValue.Nothing));
        if (said.isEmpty()) {
            return new Place(0, limit.orElse(UNSTATED), clock.instant());
        }
        Optional<Place> place = said.get().asText().flatMap(token -> tokens.place(token, query));
        if (place.isEmpty() || limit.filter(each -> each != place.get().limit()).isPresent()) {
            throw new NotARequestException("the page token is not for this request: begin the search again");
        }
        return place.get();
    }

    private static Optional<Integer> limit(Members page) throws NotARequestException {
        Optional<JsonValue> said = page.member("limit").filter(each -> !(each instanceof JsonValue.Nothing));
        if (said.isEmpty()) {
            return Optional.empty();
        }
        if (said.get() instanceof JsonValue.Numeral numeral && numeral.digits().matches("0|[1-9][0-9]*")) {
            String digits = numeral.digits();
            return Optional.of(digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits));
        }
        throw new NotARequestException("expected `page.limit` to be a whole number, found another value");
    }

    /** One search under way. */
    private final class Run {
        private final Kind kind;
        private final AccessRequest asked;
        private final Place start;
        private final int size;
        private final List<String> found = new ArrayList<>();
        private Optional<RefusedException> refused = Optional.empty();
        private boolean isAnswered;

        private Run(Kind kind, AccessRequest asked, Place start) {
            this.kind = kind;
            this.asked = asked;
            this.start = start;
            size = start.limit() == UNSTATED ? MOST : Math.min(MOST, start.limit());
        }

        /** Finds from a place on; returns the next candidate that would be found, or their number if there is none. */
        private int find(List<String> ids) {
            int next = Math.min(start.offset(), ids.size());
            while (next < ids.size()) {
                // One more than fit on the page, so that the last page is known to be the last.
                int end = Math.min(ids.size(), next + Math.min(CHUNK, size - found.size() + 1));
                for (boolean isThrough : through(ids.subList(next, end))) {
                    if (isThrough && found.size() == size) {
                        return next;
                    }
                    if (isThrough) {
                        found.add(ids.get(next));
                    }
                    next++;
                }
            }
            return next;
        }

        /** Whether the caller would be let through for each candidate; for one that makes no question it is not. */
        private List<Boolean> through(List<String> ids) {
            List<Optional<AccessPolicy.Asked>> questions =
                    ids.stream().map(this::asked).toList();
            List<RoleDecisions> all;
            try {
                all = policy.decisions()
                        .decideAll(questions.stream()
                                .flatMap(Optional::stream)
                                .map(each -> at(each.question(), start.at()))
                                .toList());
            } catch (InvalidQuestionException oneOfThem) {
                return questions.stream()
                        .map(each -> each.filter(this::isThrough).isPresent())
                        .toList();
            }
            List<Boolean> through = new ArrayList<>();
            int next = 0;
            for (Optional<AccessPolicy.Asked> each : questions) {
                through.add(each.isPresent()
                        && all.get(next++).preview(each.get().handled()).isPresent());
            }
            isAnswered |= next > 0;
            return through;
        }

        private Optional<AccessPolicy.Asked> asked(String id) {
            try {
                return Optional.of(policy.asked(about(kind, asked, id), caller, context));
            } catch (RefusedException no) {
                refused = Optional.of(no);
                return Optional.empty();
            }
        }

        private boolean isThrough(AccessPolicy.Asked question) {
            try {
                RoleDecisions answers = policy.decisions().decideEach(at(question.question(), start.at()));
                isAnswered = true;
                return answers.preview(question.handled()).isPresent();
            } catch (InvalidQuestionException invalid) {
                refused = Optional.of(AccessAnswers.refusal(invalid));
                return false;
            }
        }

        /** Why there was no question at all; empty if there was one. */
        private Optional<RefusedException> fault() {
            return isAnswered ? Optional.empty() : refused;
        }
    }

    private static Question at(Question question, Instant at) {
        return question.at().isPresent() ? question : question.at(at);
    }

    private static AccessRequest about(Kind kind, AccessRequest asked, String id) {
        return switch (kind) {
            case SUBJECT -> asked.withSubject(id);
            case RESOURCE -> asked.withResource(id);
            case ACTION -> asked.withAction(id);
        };
    }

    private JsonMembers page(List<String> found, int next, Candidates candidates, Place start, String query) {
        boolean isLast = next >= candidates.ids().size();
        return JsonMembers.of()
                .text("next_token", isLast ? "" : tokens.token(new Place(next, start.limit(), start.at()), query))
                .number("count", found.size());
    }

    private Members answer(Kind kind, AccessRequest asked, Run run, JsonMembers page, Candidates candidates) {
        List<JsonValue> results = new ArrayList<>();
        Optional<String> type =
                kind == Kind.SUBJECT ? asked.subject().type() : asked.resource().type();
        for (String id : run.found) {
            JsonMembers result = JsonMembers.of();
            results.add(
                    kind == Kind.ACTION
                            ? result.text("name", id).build()
                            : result.text("type", type).text("id", id).build());
        }
        JsonMembers remit = JsonMembers.of();
        if (!candidates.isComplete()) {
            remit.truth("incomplete", true);
        }
        JsonMembers context = JsonMembers.of();
        run.fault().ifPresent(refused -> {
            context.text("reason", refused.reason());
            remit.object(
                    "error",
                    JsonMembers.of()
                            .text("code", refused.reason())
                            .text("message", refused.text())
                            .text("help", refused.help()));
        });
        remit.object("policy", AccessAnswers.identity(policy.decisions().identity()));
        return JsonMembers.of()
                .object("page", page)
                .object("context", context.object("remit", remit))
                .value("results", new JsonValue.Items(results))
                .build();
    }
}
