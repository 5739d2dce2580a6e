package dev.remit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.PolicyBundle;
import dev.remit.analyze.Progress;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.PolicyIdentity;
import dev.remit.http.access.Searches;
import dev.remit.http.config.Right;
import dev.remit.json.BundleIds;
import dev.remit.json.JsonMembers;
import dev.remit.json.JsonValue;
import dev.remit.json.PageContents;
import dev.remit.json.SchemaWriter;
import dev.remit.json.WordsWriter;
import dev.remit.report.ExplorePage;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a server answers, endpoint by endpoint. */
final class Endpoints {
    static final String DECIDE = "/v1/decide";
    private static final String HTML = "text/html;charset=utf-8";

    private final Served served;
    private final Current current;
    private final Figures figures;
    private final Checkpoints checkpoints;
    private volatile @Nullable Page page;

    /** The page of one bundle, kept since it takes long to make. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Page(PolicyBundle of, byte[] html) {}

    /** Reads the newest checkpoint of the log. */
    @FunctionalInterface
    interface Checkpoints {
        /** The newest; empty if there is none. */
        Optional<String> newest() throws IOException;
    }

    Endpoints(Served served, Current current, Figures figures, Checkpoints checkpoints) {
        this.served = served;
        this.current = current;
        this.figures = figures;
        this.checkpoints = checkpoints;
    }

    /** All endpoints. */
    List<Route> routes(Access access, Optional<String> publicUrl) {
        List<Route> routes = new ArrayList<>(authzen("", access));
        String under = publicUrl.map(url -> URI.create(url).getPath()).orElse("");
        if (!under.isEmpty()) {
            // Something in front may take the path away, or leave it: what the metadata names is there in both cases.
            routes.addAll(authzen(under, access));
        }
        routes.add(get(Access.METADATA + under, call -> Access.metadata(publicUrl)));
        routes.add(new Route(
                DECIDE,
                "POST",
                Optional.of(Right.EVALUATION),
                "",
                Route.Form.PROBLEM,
                call -> HttpAnswer.problem(500, "internal", "questions are streamed")));
        routes.add(get("/v1/policy", Right.POLICY, "policy", this::policy));
        routes.add(get("/v1/schema", Right.POLICY, "schema", call -> schema()));
        routes.add(get("/v1/words", Right.POLICY, "words", call -> words()));
        routes.add(get("/v1/records/checkpoint", Right.RECORDS, "", call -> checkpoint()));
        routes.add(get("/v1/openapi.json", call -> HttpAnswer.json(OpenApi.document())));
        routes.add(get(
                "/health/live",
                call -> HttpAnswer.json(JsonMembers.of().text("status", "live").build())));
        routes.add(get("/health/ready", call -> ready()));
        routes.add(get(
                "/metrics",
                Right.METRICS,
                "metrics",
                call -> new HttpAnswer(200, "text/plain;version=0.0.4;charset=utf-8", figures.text(), Map.of())));
        routes.add(get("/", Right.POLICY, "page", call -> page()));
        return routes;
    }

    private static List<Route> authzen(String under, Access access) {
        List<Route> routes = new ArrayList<>();
        routes.add(authzen(under + Access.EVALUATION, Right.EVALUATION, access::evaluation));
        routes.add(authzen(under + Access.EVALUATIONS, Right.EVALUATION, call -> access.evaluations(call, true)));
        for (Searches.Kind kind : Searches.Kind.values()) {
            routes.add(authzen(under + Access.SEARCH + kind.word(), Right.SEARCH, call -> access.search(kind, call)));
        }
        return routes;
    }

    private static Route authzen(String path, Right right, Route.Endpoint endpoint) {
        return new Route(path, "POST", Optional.of(right), "", Route.Form.MESSAGE, endpoint);
    }

    private static Route get(String path, Right right, String openWord, Route.Endpoint endpoint) {
        return new Route(path, "GET", Optional.of(right), openWord, Route.Form.PROBLEM, endpoint);
    }

    private static Route get(String path, Route.Endpoint endpoint) {
        return new Route(path, "GET", Optional.empty(), "", Route.Form.PROBLEM, endpoint);
    }

    private HttpAnswer policy(Call call) {
        Served.Standing standing = served.standing();
        Optional<PolicyIdentity> identity =
                served.bundle().map(bundle -> bundle.decisionPoint().identity());
        JsonMembers json = JsonMembers.of();
        identity.ifPresent(each -> json.text("id", each.id().value())
                .text("version", each.version())
                .text("digest", each.digest())
                .text("registers", each.registers())
                .text("assurance", each.assurance()));
        json.text("state", standing.state())
                .text("since", standing.since().toString())
                .textOrNull("reason", standing.reason());
        JsonValue.Members members = json.build();
        String tag = "\"" + Integer.toHexString(members.hashCode()) + "-"
                + identity.map(each -> each.digest().replace("sha256:", "").substring(0, 16))
                        .orElse("none") + "\"";
        boolean isKnown = call.header("If-None-Match")
                .filter(known -> List.of(known.split("\\s*,\\s*", -1)).contains(tag) || known.equals("*"))
                .isPresent();
        HttpAnswer answer =
                isKnown ? new HttpAnswer(304, HttpAnswer.JSON, new byte[0], Map.of()) : HttpAnswer.json(members);
        return answer.with("ETag", tag).with("Cache-Control", "no-cache");
    }

    private PolicyBundle bundle() throws UnavailableException {
        return served.bundle().orElseThrow(() -> new UnavailableException("no policy is in force"));
    }

    private HttpAnswer schema() throws UnavailableException {
        PolicyBundle bundle = bundle();
        String schema =
                SchemaWriter.of(BundleIds.of(bundle.policy(), bundle.registers(), bundle.sets(), bundle.positions()));
        return new HttpAnswer(200, "application/schema+json", schema.getBytes(UTF_8), Map.of());
    }

    private HttpAnswer words() throws UnavailableException {
        return HttpAnswer.json(WordsWriter.of(current.now().decisions()));
    }

    private HttpAnswer checkpoint() {
        try {
            return checkpoints
                    .newest()
                    .map(note -> new HttpAnswer(200, HttpAnswer.TEXT, note.getBytes(UTF_8), Map.of()))
                    .orElseGet(() -> HttpAnswer.problem(404, "no-checkpoint", "there is no signed checkpoint"));
        } catch (IOException unreadable) {
            return HttpAnswer.problem(503, "unreadable", "the checkpoints cannot be read");
        }
    }

    private HttpAnswer ready() {
        Served.Standing standing = served.standing();
        JsonMembers json = JsonMembers.of()
                .text("state", standing.state())
                .text("since", standing.since().toString())
                .textOrNull("lastError", standing.lastError());
        HttpAnswer answer = HttpAnswer.json(json.build());
        return new HttpAnswer(standing.answers() ? 200 : 503, answer.type(), answer.body(), Map.of());
    }

    private HttpAnswer page() throws UnavailableException {
        PolicyBundle bundle = bundle();
        Page known = page;
        if (known == null || !known.of().equals(bundle)) {
            DecisionPoint unheard = bundle.decisionPoint().unheard();
            ExplorePage.Contents contents = PageContents.of(
                    unheard,
                    bundle.invariants(),
                    Optional.empty(),
                    Optional.empty(),
                    new ExplorePage.Approval.Unread());
            byte[] html = ExplorePage.of(contents, Progress.UNHEARD).getBytes(UTF_8);
            known = new Page(bundle, html);
            page = known;
        }
        return new HttpAnswer(200, HTML, known.html(), Map.of())
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; frame-ancestors 'none'");
    }
}
