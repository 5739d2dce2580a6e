package dev.remit.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.decide.Answer;
import dev.remit.decide.Basis;
import dev.remit.decide.Decision;
import dev.remit.decide.DecisionEvent;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Explanation;
import dev.remit.decide.Grant;
import dev.remit.decide.Handled;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.NotLetThroughException;
import dev.remit.decide.Outcome;
import dev.remit.decide.PreparedQuestion;
import dev.remit.decide.ProjectAttributes;
import dev.remit.decide.Question;
import dev.remit.decide.QuestionBuffer;
import dev.remit.decide.QuestionField;
import dev.remit.decide.RoleDecisions;
import dev.remit.decide.RoleGrant;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.load.BundleSource;
import dev.remit.model.Id;
import dev.remit.model.Treatment;
import dev.remit.writing.Wrapped;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code of the guide for Java services and of the readme, run. */
class EmbeddingTest {
    private static final Instant THEN = Instant.parse("2026-11-22T10:00:00Z");

    private final List<String> logged = new ArrayList<>();

    private void log(String line) {
        logged.add(line);
    }

    private static DecisionPoint decisions() {
        PolicyBundle bundle = Remit.load(Path.of("policy/opensafely"));
        DecisionPoint decisions = bundle.decisionPoint();
        return decisions.withClock(() -> THEN);
    }

    private static Decision decision() {
        DecisionPoint decisions = decisions();
        Decision decision = decisions.decide(Question.may("researcher")
                .perform("view")
                .onLevel("4")
                .forProject("156")
                .in("research-project")
                .via("secure-environment")
                .given("named-on-project", "secure-environment-access")
                .closed());
        return decision;
    }

    @Test
    void printsWhatTheFirstCommandOfTheReadmePrints() {
        String command =
                Page.of("README.md").blocks("console").get(0).lines().get(0).substring(2);

        String printed = printed(EmbeddingTest::firstQuestion);

        // The command line wraps, and says where the rest is.
        assertThat(Wrapped.at(100, printed.stripTrailing()).lines())
                .containsExactlyElementsOf(new Shell(true)
                        .run(command).stream()
                                .map(line -> line.replace(" clauses: --all", " clauses."))
                                .toList());
    }

    private static String printed(Runnable code) {
        PrintStream terminal = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            code.run();
        } finally {
            System.setOut(terminal);
        }
        return printed.toString(UTF_8);
    }

    private static void firstQuestion() {
        PolicyBundle bundle = Remit.load(Path.of("policy/opensafely"));
        Decision decision = bundle.decisionPoint()
                .decide(Question.may("researcher")
                        .perform("view")
                        .onLevel("4")
                        .forProject("156")
                        .given("named-on-project", "secure-environment-access")
                        .at(Instant.parse("2026-11-22T10:00:00Z")));

        System.out.println(decision.explain().forRequester());
    }

    @Test
    void namesTheArtefactOfThisBuild() {
        List<String> pom =
                Page.of("pom.xml").lines().stream().map(String::strip).toList();
        List<String> dependency = Page.of("docs/use/embedding.md").blocks("xml").get(0).lines().stream()
                .map(String::strip)
                .toList();

        assertThat(pom).containsSequence(dependency.subList(1, dependency.size() - 1));
    }

    @Test
    void loadsFromPathsTextsAndTheClassPath() {
        String text = Page.of("policy/minimal/policy.yaml").lines().stream()
                .map(line -> line + "\n")
                .reduce("", String::concat);

        assertThat(Remit.load(Map.of("policy.yaml", text, "tests/reports.yaml", ""))
                        .policy())
                .isEqualTo(Remit.load(Path.of("policy/minimal")).policy());
        assertThat(Remit.embedded("opensafely").policy())
                .isEqualTo(Remit.load(Path.of("policy/opensafely")).policy());
    }

    @Test
    void checksWithoutThrowing() {
        Checked<PolicyBundle> checked = Remit.check(BundleSource.at(Path.of("policy/minimal")));
        for (Diagnostic diagnostic : checked.diagnostics()) {
            log(diagnostic.span().file() + ":" + diagnostic.span().line() + " " + diagnostic.message());
        }

        assertThat(checked.hasErrors()).isFalse();
    }

    @Test
    void readsTheAnswer() {
        Decision decision = decision();
        decision.permitted(); // true only for PERMITTED
        decision.answer(); // PERMITTED, DENIED or UNDETERMINED
        decision.basis(); // GRANTED, FORBIDDEN, NOT_GRANTED, INCONSISTENT or MISSING_INFORMATION
        decision.grants(); // each rule that permits it, with category, route, duties and opted-out patients
        decision.obligations(); // the duties of all grants together
        decision.population(); // for each opt-out register the most restrictive entry of all grants
        decision.forbiddenBy(); // the forbid rules behind a no
        decision.nearest(); // for a no that nothing granted: the rules that came nearest, and what they lack
        decision.missing(); // for UNDETERMINED: the unknowns it hangs on
        decision.permittedIf(); // for UNDETERMINED: what would settle it

        assertThat(decision.answer()).isEqualTo(Answer.PERMITTED);
        assertThat(Basis.values()).hasSize(5);
    }

    @Test
    void letsThroughOnlyWhatIsHandled() {
        DecisionPoint decisions = decisions();
        Decision decision = decision();
        Handled handled = decisions.handling(Handled.duties("log-operation")
                .population("type-1", Treatment.SETTLED_UPSTREAM)
                .population("national", Treatment.SETTLED_UPSTREAM));

        Grant grant = decision.enforce(handled);

        grant.population().forEach((register, entry) -> {
            entry.treatment(); // what to do: EXCLUDED_BY_FILTER, INCLUDED, SETTLED_UPSTREAM, ...
            entry.list(); // which list to consult
            entry.keep(); // keep patients ABSENT from the list, or PRESENT on it
            entry.flag(); // the platform's own switch, where patients are included and there is one
        });

        assertThat(grant.population().keySet()).containsExactly(new Id.Register("national"), new Id.Register("type-1"));
        assertThatThrownBy(() -> decision.enforce(Handled.NOTHING))
                .isInstanceOf(NotLetThroughException.class)
                .hasMessageContaining("log-operation");
    }

    @Test
    void explains() {
        Decision decision = decisions()
                .decide(Question.may("researcher").perform("view").onLevel("3").forProject("156"));
        Explanation explanation = decision.explain();
        explanation.sentence(); // DENIED: a researcher may not view level 3 ...
        explanation.decisive(); // what decides: the rule or invariant, the clause or ruling, and a sentence
        explanation.forRequester(); // for whoever asked, in a dozen lines: no rules, no files
        explanation.forAdministrator(); // for whoever keeps the policy: everything
        explanation.changes(); // the smallest changes that would make it a yes, and who could make them

        assertThat(explanation.sentence()).startsWith("DENIED: a researcher may not view level 3 ");
        assertThat(explanation.forAdministrator()).contains("researchers-and-co-pilots-stay-at-arms-length");
        assertThat(explanation.forRequester()).doesNotContain("researchers-and-co-pilots-stay-at-arms-length");
    }

    @Test
    void asksAboutPeopleAndRoles() {
        DecisionPoint decisions = decisions();
        RoleDecisions answers = decisions.decideEach(
                Question.mayPerson("alice").perform("view").onLevel("4").forProject("156"));
        answers.permitted(); // whether any of her roles is permitted
        answers.answers(); // one decision for each role

        assertThat(answers.permitted()).isTrue();
        assertThat(decisions
                        .decideEach(Question.mayAnyOf("researcher", "co-pilot")
                                .perform("view")
                                .onLevel("4"))
                        .answers())
                .hasSize(2);
    }

    @Test
    void letsPeopleThroughInOneOfTheirRoles() {
        DecisionPoint decisions = decisions();
        Handled handled = decisions.handling(List.of("publish-code", "write-code-away-from-data"), Map.of());
        RoleDecisions answers = decisions.decideEach(Question.mayPerson("alice")
                .perform("write-code")
                .onLevel("none")
                .forProject("156")
                .inAnyCategory()
                .viaAnyRoute());

        RoleGrant through = answers.enforce(handled);
        through.role(); // the role to act in, and in no other
        through.grant(); // the grant to act under

        assertThat(through.role()).isEqualTo(new Id.Role("researcher"));
        assertThat(through.grant().obligations()).isNotEmpty();
    }

    @Test
    void takesProjectsAndPeopleFromElsewhere() {
        DecisionPoint decisions = decisions();
        ProjectAttributes project = ProjectAttributes.of("kind", "research")
                .and("status", "active")
                .and("legacy", false)
                .permission("type-1", false)
                .permission("national", true);
        DecisionPoint ours = decisions.withDirectory(new OurDirectory());

        Question question = Question.may("researcher")
                .perform("write-code")
                .onLevel("none")
                .given("named-on-project")
                .closed();
        assertThat(decisions.decide(question.forProject(project)).permitted()).isTrue();
        assertThat(decisions
                        .decide(question.forProject(
                                ProjectAttributes.of("kind", "research").and("status", "active")))
                        .answer())
                .isEqualTo(Answer.UNDETERMINED);
        RoleDecisions answers = ours.decideEach(
                Question.mayPerson("u1").perform("write-code").onLevel("none").forProject("P-7"));
        assertThat(answers.permitted()).isTrue();
        assertThat(answers.answers().get(0).policy().registers()).isEqualTo("revision:17");
    }

    @Test
    void preparesQuestions() {
        DecisionPoint decisions = decisions();
        PreparedQuestion prepared = decisions.prepare(Question.may("researcher")
                .perform("run-pipeline")
                .onLevel("1")
                .forProject("156")
                .given("named-on-project")
                .closed());
        prepared.permitted();
        prepared.outcome(); // answer, basis, grants, obligations, population: made once and shared
        prepared.decide(); // the decision, which remembers the question

        assertThat(prepared.permitted()).isTrue();
        assertThat(prepared.decide().permitted()).isTrue();
    }

    @Test
    void fillsInBuffers() {
        DecisionPoint decisions = decisions();
        QuestionField role = decisions.field("role");
        QuestionField activity = decisions.field("activity");
        QuestionField level = decisions.field("level");
        QuestionField named = decisions.field("named-on-project");
        QuestionBuffer buffer = decisions.buffer(); // one for each thread

        Outcome outcome = buffer.set(role, "researcher")
                .set(activity, "run-pipeline")
                .set(level, "1")
                .set(named, true)
                .forProject("156")
                .closed()
                .outcome();

        assertThat(outcome.permitted()).isTrue();
    }

    @Test
    void recordsEveryDecision() {
        DecisionPoint decisions = decisions();
        DecisionPoint recorded = decisions.withListener(event -> {
            if (event instanceof DecisionEvent.Decided decided) {
                log(decided.decision().at() + " " + decided.decision().answer() + " for "
                        + event.caller().orElse("-"));
            } else if (event instanceof DecisionEvent.Refused refused) {
                refused.refusals().forEach(each -> log("not let through: " + each.reason()));
            } else if (event instanceof DecisionEvent.Mistaken mistaken) {
                mistaken.faults()
                        .forEach(fault -> log("no answer: " + fault.code().id()));
            }
        });

        Decision decision = recorded.decide(Question.may("researcher")
                .perform("view")
                .onLevel("3")
                .by("airlock")
                .request("r-17"));
        assertThatThrownBy(() -> decision.enforce(Handled.NOTHING)).isInstanceOf(NotLetThroughException.class);
        assertThatThrownBy(() -> recorded.prepare(
                        Question.may("reseacher").perform("view").onLevel("3")))
                .isInstanceOf(InvalidQuestionException.class);

        assertThat(logged)
                .containsExactly(
                        "2026-11-22T10:00:00Z DENIED for airlock",
                        "not let through: DENIED: a researcher may not view level 3.",
                        "no answer: unknown-role");
    }

    @Test
    void saysWhichWordWasMeant() {
        DecisionPoint decisions = decisions();
        try {
            decisions.decide(Question.may("reseacher").perform("view").onLevel("4"));
        } catch (InvalidQuestionException mistake) {
            mistake.faults().forEach(fault -> log(fault.code().id() + ": " + fault));
        }

        Page page = Page.of("docs/use/embedding.md");
        Keeping.keep(page, page.rewritten(block -> block.language().equals("text") ? logged : block.lines()));
    }
}
