package dev.remit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.decide.Decision;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Grant;
import dev.remit.decide.Question;
import dev.remit.decide.RequestContext;
import dev.remit.fixture.reading.SuiteLoader;
import dev.remit.fixture.suite.CaseResult;
import dev.remit.fixture.suite.RoleResult;
import dev.remit.fixture.suite.SuiteRunner;
import dev.remit.http.access.AccessPolicy;
import dev.remit.http.access.Evaluations;
import dev.remit.http.access.NotARequestException;
import dev.remit.http.config.Caller;
import dev.remit.json.JsonMembers;
import dev.remit.json.JsonQuestions;
import dev.remit.json.JsonValue;
import dev.remit.json.JsonValue.Members;
import dev.remit.json.JsonValueReader;
import dev.remit.model.Treatment;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Over every case of the shipped suite: a client is let through exactly if it takes care of all that is due. */
class HandlingTest {
    private static final Path FOLDER = Path.of("policy/opensafely");

    @Test
    void letsThroughExactlyWhoTakesCareOfEverythingThatIsDue() throws IOException, NotARequestException {
        PolicyBundle bundle = Remit.load(FOLDER);
        DecisionPoint decisions = bundle.decisionPoint();
        Evaluations evaluations = new Evaluations(
                AccessPolicy.of(
                        decisions, Optional.of(bundle.registers()), Optional.empty(), true, InstantSource.system()),
                Caller.ANYBODY,
                RequestContext.UNSTATED);
        JsonQuestions questions = JsonQuestions.of(decisions);
        int denials = 0;
        int permits = 0;
        int wanting = 0;
        for (Decision decision : decisions(bundle)) {
            if (!decision.permitted()) {
                denials++;
                if (denials % 5 > 0) {
                    continue;
                }
                assertThat(isThrough(evaluations, questions, decision, Members.NONE))
                        .isFalse();
                continue;
            }
            permits++;
            for (Grant grant : decision.grants()) {
                Members due = due(grant);
                assertThat(isThrough(evaluations, questions, decision, due))
                        .as("%s with %s", decision, due.json())
                        .isTrue();
            }
            boolean isAnythingFree = decision.grants().stream()
                    .anyMatch(grant -> less(due(grant)).isEmpty());
            assertThat(isThrough(evaluations, questions, decision, Members.NONE))
                    .isEqualTo(isAnythingFree);
            if (decision.grants().size() == 1) {
                for (Members less : less(due(decision.grants().get(0)))) {
                    wanting++;
                    assertThat(isThrough(evaluations, questions, decision, less))
                            .as("%s with %s", decision, less.json())
                            .isFalse();
                }
            }
        }
        assertThat(permits).isGreaterThan(100);
        assertThat(wanting).isGreaterThan(200);
    }

    private static List<Decision> decisions(PolicyBundle bundle) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> listed = Files.list(FOLDER.resolve("tests"))) {
            for (Path file : listed.sorted().toList()) {
                files.add(new SourceFile(file.toString(), Files.readString(file)));
            }
        }
        List<Decision> all = new ArrayList<>();
        SuiteRunner.run(
                        SuiteLoader.load(files, bundle.decisionPoint(), bundle.registers())
                                .orThrow(),
                        bundle.decisionPoint())
                .results()
                .map(CaseResult::answers)
                .flatMap(List::stream)
                .map(RoleResult::decision)
                .filter(each -> each.question().subject() instanceof Question.Subject.InRole)
                .forEach(all::add);
        return all;
    }

    /** Asks over AuthZEN what a case asks, with categories and routes said to be any where they were left out. */
    private static boolean isThrough(
            Evaluations evaluations, JsonQuestions questions, Decision decision, Members handles)
            throws NotARequestException {
        Members question =
                (Members) JsonValueReader.read(questions.write(Optional.empty(), Question.of(decision.assignment())))
                        .value()
                        .orElseThrow();
        JsonMembers remit = JsonMembers.of()
                .text("category", question.text("category").orElse("any"))
                .text("route", question.text("route").orElse("any"))
                .value("handles", handles)
                .text("at", decision.at().toString());
        for (String key : List.of("facts", "closed", "optOuts")) {
            question.member(key).ifPresent(value -> remit.value(key, value));
        }
        JsonMembers properties = JsonMembers.of();
        question.member("project").ifPresent(value -> properties.value("project", value));
        Members request = JsonMembers.of()
                .object(
                        "subject",
                        JsonMembers.of()
                                .text("type", "role")
                                .text("id", question.text("role").orElseThrow()))
                .object(
                        "action",
                        JsonMembers.of().text("name", question.text("activity").orElseThrow()))
                .object(
                        "resource",
                        JsonMembers.of()
                                .text("type", "level")
                                .text("id", question.text("level").orElseThrow())
                                .object("properties", properties))
                .object("context", JsonMembers.of().object("remit", remit))
                .build();
        Members answer = evaluations.evaluation(request);
        String state = answer.object("context")
                .flatMap(each -> each.object("remit"))
                .flatMap(each -> each.text("answer"))
                .orElse(answer.json());
        assertThat(state)
                .as("%s: %s", decision, request.json())
                .isEqualTo(decision.answer().name());
        return answer.truth("decision").orElseThrow();
    }

    private static Members due(Grant grant) {
        Map<String, JsonValue> population = new TreeMap<>();
        grant.population().forEach((register, entry) -> {
            if (entry.treatment() != Treatment.NOT_APPLICABLE) {
                population.put(
                        register.value(),
                        JsonValue.Items.ofTexts(List.of(entry.treatment().word())));
            }
        });
        return JsonMembers.of()
                .texts("duties", grant.obligations())
                .value("population", new Members(population))
                .build();
    }

    /** The same with one thing less, for each thing. */
    private static List<Members> less(Members due) {
        List<Members> all = new ArrayList<>();
        List<JsonValue> duties = due.list("duties").orElseThrow();
        for (JsonValue each : duties) {
            Set<String> left = new TreeSet<>();
            duties.stream()
                    .filter(other -> !other.equals(each))
                    .forEach(other -> left.add(other.asText().orElseThrow()));
            all.add(due.with("duties", JsonValue.Items.ofTexts(left)));
        }
        Members population = due.object("population").orElseThrow();
        for (String register : population.members().keySet()) {
            all.add(due.with("population", population.without(register)));
        }
        return all;
    }
}
