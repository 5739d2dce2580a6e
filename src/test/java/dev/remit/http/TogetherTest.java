package dev.remit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.decide.DecisionEvent;
import dev.remit.decide.DecisionRecorder;
import dev.remit.http.config.ServeSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Questions that come together are recorded at once, and none is answered before. */
class TogetherTest {
    private static final String ITEM = "{\"subject\":{\"type\":\"role\",\"id\":\"%s\"}}";
    private static final String BATCH =
            "{\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"level\",\"id\":\"draft\"},"
                    + "\"evaluations\":[%s]%s}";
    private static final String LINE = "{\"role\":\"author\",\"activity\":\"read\",\"level\":\"draft\"}\n";

    /** Keeps the number of events of each commit, and fails from some commit on. */
    private static final class Commits implements DecisionRecorder {
        private final List<Integer> sizes = new CopyOnWriteArrayList<>();
        private final int most;

        private Commits(int most) {
            this.most = most;
        }

        @Override
        public long record(List<DecisionEvent> events) {
            if (sizes.size() == most) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
            long first = sizes.stream().mapToInt(each -> each).sum();
            sizes.add(events.size());
            return first;
        }
    }

    private static TestServer serving(Commits commits) {
        PolicyBundle bundle = Remit.load(Path.of("policy/minimal"));
        return TestServer.of(bundle, ServeSettings.LOCAL, Optional.empty(), point -> point.recordedBy(commits));
    }

    private static String batch(int items, String options, String... roles) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            all.add(String.format(ITEM, roles[i % roles.length]));
        }
        return String.format(BATCH, String.join(",", all), options);
    }

    @Test
    void evaluationsAreOneCommit() {
        Commits commits = new Commits(10);
        try (TestServer server = serving(commits)) {
            String answer = server.json(Access.EVALUATIONS, batch(50, "", "author", "nobody"))
                    .json();

            // A decision and its enforcement for each author, and a mistake for each nobody.
            assertThat(commits.sizes).containsExactly(75);
            assertThat(answer).contains("\"record\":0,", "\"record\":3,", "\"record\":72,", "unknown-role");
            server.json(Access.EVALUATIONS, batch(2500, "", "author"));
            assertThat(commits.sizes).containsExactly(75, 2000, 2000, 1000);
        }
    }

    @Test
    void whatASemanticLeavesOutIsNotDecided() {
        Commits commits = new Commits(10);
        try (TestServer server = serving(commits)) {
            String options = ",\"options\":{\"evaluations_semantic\":\"permit_on_first_permit\"}";
            server.json(Access.EVALUATIONS, batch(2500, options, "author"));
            assertThat(commits.sizes).containsExactly(2);
        }
    }

    @Test
    void noItemOfACommitThatFailsIsAnswered() {
        Commits commits = new Commits(1);
        try (TestServer server = serving(commits)) {
            HttpResponse<String> answer = server.post(Access.EVALUATIONS, batch(2500, "", "author"));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).doesNotContain("decision\"");
        }
    }

    @Test
    void thereIsAMostOfEvaluations() {
        Commits commits = new Commits(100);
        try (TestServer server = serving(commits)) {
            HttpResponse<String> answer = server.post(Access.EVALUATIONS, batch(10_001, "", "author"));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("at most 10000");
            assertThat(commits.sizes).isEmpty();
        }
    }

    @Test
    void linesThatAreThereShareACommit() {
        Commits commits = new Commits(1000);
        try (TestServer server = serving(commits)) {
            String answers = server.post(Endpoints.DECIDE, LINE.repeat(1000), "Content-Type", "application/jsonl")
                    .body();

            assertThat(answers).hasLineCount(1000).contains("\"record\":999}");
            assertThat(commits.sizes.stream().mapToInt(each -> each).sum()).isEqualTo(1000);
            assertThat(commits.sizes).hasSizeLessThan(100).allMatch(each -> each <= 64);
        }
    }

    @Test
    void linesOfACommitThatFailsAreNotAnswered() {
        Commits commits = new Commits(2);
        try (TestServer server = serving(commits)) {
            List<String> answers = server.post(Endpoints.DECIDE, LINE.repeat(1000), "Content-Type", "application/jsonl")
                    .body()
                    .lines()
                    .toList();

            int recorded = commits.sizes.stream().mapToInt(each -> each).sum();
            assertThat(answers).hasSize(recorded + 1);
            assertThat(answers.get(recorded)).contains("\"code\":\"unrecorded\"", "\"line\":" + (recorded + 1));
        }
    }
}
