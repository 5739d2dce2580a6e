package dev.remit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.analyze.CompleteQuestions;
import dev.remit.analyze.diff.AccessChange;
import dev.remit.analyze.diff.DiffReport;
import dev.remit.analyze.diff.PolicyDiff;
import dev.remit.analyze.mutation.EditedPolicies;
import dev.remit.analyze.replay.ReplayReport;
import dev.remit.decide.Answer;
import dev.remit.decide.Decision;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Directory;
import dev.remit.decide.DirectoryAnswer;
import dev.remit.decide.GeneratedPolicies;
import dev.remit.decide.GeneratedQuestions;
import dev.remit.decide.Outcome;
import dev.remit.decide.ProjectAttributes;
import dev.remit.decide.Question;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.Registers;
import dev.remit.model.Treatment;
import dev.remit.model.Variable;
import dev.remit.signing.SubjectKey;
import dev.remit.signing.SubjectKeys;
import dev.remit.source.SourceMap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deciding again from records is deciding the questions again, and what turns round lies in the difference of the policies. */
class RecordReplayTest {
    private static final int QUESTIONS = 60;
    private static final AtomicInteger FLIPS = new AtomicInteger();
    private static final AtomicInteger CHANGED = new AtomicInteger();

    private static DecisionPoint decisions(Policy policy) {
        return DecisionPoint.of(policy, Registers.EMPTY, SourceMap.empty(), () -> Instant.EPOCH);
    }

    /** The records of some questions to one policy, decided again by another. */
    private static final class Recorded {
        final Map<Long, Decision> answers = new TreeMap<>();
        final ReplayReport report;

        Recorded(DecisionPoint one, DecisionPoint other, List<Question> questions) throws IOException {
            ForgetfulFolder folder = new ForgetfulFolder();
            try (RecordLog log = RecordLog.open(
                    folder,
                    one.identity(),
                    RecordSettings.written(),
                    new LogKeys(Optional.empty(), Optional.empty()),
                    Logs.CLOCK)) {
                DecisionPoint recorded = one.recordedBy(log);
                for (Question question : questions) {
                    Decision answer = recorded.decide(question);
                    answers.put(answer.record().orElseThrow(), answer);
                }
            }
            Replayed replayed = RecordReplay.of(new RecordFolder(folder), other);
            report = replayed.report();
            List<String> backwards = new ArrayList<>(Logs.lines(folder));
            Collections.reverse(backwards);
            assertThat(RecordReplay.ofLines(backwards.iterator(), other).json()).hasSameSizeAs(replayed.json());
            assertThat(replayed.isSame()).isEqualTo(report.isEmpty());
            assertThat(replayed.flips()).hasSameSizeAs(report.flips());
            assertThat(replayed.changed()).hasSameSizeAs(report.changed());
        }

        Set<Long> flips() {
            Set<Long> seqs = new TreeSet<>();
            report.flips().forEach(flip -> flip.records().stream().forEach(seqs::add));
            return seqs;
        }

        Set<Long> changed() {
            Set<Long> seqs = new TreeSet<>();
            report.changed().forEach(change -> change.records().stream().forEach(seqs::add));
            return seqs;
        }
    }

    private static List<Question> questions(Policy policy, SplittableRandom random) {
        GeneratedQuestions generated = new GeneratedQuestions(policy, random.nextLong());
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            Question question = Question.of(generated.next());
            questions.add(random.nextBoolean() ? question.closed() : question);
        }
        // Some are asked twice.
        questions.addAll(questions.subList(0, 5));
        return questions;
    }

    @AfterAll
    static void sawMuchThatDiffers() {
        assertThat(FLIPS.get()).isGreaterThan(100);
        assertThat(CHANGED.get()).isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isDecidingEachQuestionAgain(long block) throws IOException {
        int flips = 0;
        int changed = 0;
        for (long seed = 100 * block; seed < 100 * block + 8; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.SMALL);
            DecisionPoint one = decisions(policy);
            List<Question> questions = questions(policy, random);
            for (Policy edited : edited(policy, random)) {
                DecisionPoint other = decisions(edited);
                Recorded replayed = new Recorded(one, other, questions);
                DiffReport difference = PolicyDiff.between(one, other);
                Set<Long> turned = new TreeSet<>();
                Set<Long> otherTerms = new TreeSet<>();
                replayed.answers.forEach((seq, was) -> {
                    Decision now = other.decide(was.question());
                    if (was.answer() != now.answer()) {
                        turned.add(seq);
                        assertLiesIn(difference, was, one, other, "seed, " + was.question());
                    } else if (!terms(was.outcome()).equals(terms(now.outcome()))) {
                        otherTerms.add(seq);
                    }
                });
                assertThat(replayed.flips()).as("seed %s", seed).isEqualTo(turned);
                assertThat(replayed.changed()).as("seed %s", seed).isEqualTo(otherTerms);
                assertThat(replayed.report.unknownWords()).isEmpty();
                assertThat(replayed.report.records()).isEqualTo(questions.size());
                flips += turned.size();
                changed += otherTerms.size();
            }
        }
        FLIPS.addAndGet(flips);
        CHANGED.addAndGet(changed);
    }

    private static List<Policy> edited(Policy policy, SplittableRandom random) {
        List<EditedPolicies.Edited> edits = EditedPolicies.of(policy, 100_000);
        List<Policy> edited = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            edited.add(edits.get(random.nextInt(edits.size())).policy().get());
        }
        return edited;
    }

    /** The terms of each way in which something is granted. */
    private static Map<Object, Set<Object>> terms(Outcome outcome) {
        Map<Object, Set<Object>> terms = new HashMap<>();
        outcome.grants().forEach(grant -> {
            Map<Id.Register, Treatment> population = new HashMap<>();
            grant.population().forEach((register, entry) -> population.put(register, entry.treatment()));
            population.values().removeIf(each -> each == Treatment.NOT_APPLICABLE);
            terms.computeIfAbsent(List.of(grant.category(), grant.route()), unused -> new HashSet<>())
                    .add(List.of(population, grant.obligations()));
        });
        return terms;
    }

    /** At least one complete question of those that a recorded one leaves possible is among those that differ. */
    private static void assertLiesIn(
            DiffReport difference, Decision was, DecisionPoint one, DecisionPoint other, String about) {
        if (was.question().isClosed() && !one.mustBeSaid().equals(other.mustBeSaid())) {
            // The policies read a closed question in two ways, which is no difference between complete questions.
            return;
        }
        assertThat(completions(was.assignment()))
                .as(about)
                .anyMatch(complete -> difference.changes().stream()
                        .filter(change -> change.kind() != AccessChange.Kind.REASON)
                        .anyMatch(change -> CompleteQuestions.holds(change.where(), complete)));
    }

    private static List<Assignment> completions(Assignment partial) {
        List<Assignment> completions = List.of(partial);
        for (Variable variable : partial.space().variables()) {
            if (partial.isOpen(variable)) {
                List<Assignment> more = new ArrayList<>();
                for (Assignment each : completions) {
                    for (int value = 0; value < variable.size(); value++) {
                        more.add(each.with(variable, value));
                    }
                }
                completions = more;
            }
        }
        return completions;
    }

    @Test
    void reportsWordsThatThePolicyDoesNotHave() throws IOException {
        DecisionPoint one = Office.bundle().decisionPoint();
        DecisionPoint other = Remit.load(Map.of("policy.yaml", """
            remit: 1
            policy: {id: office, version: "2", title: Who may read in the office}
            vocabulary:
              roles: {reader: Reader}
              activities: {read: Read}
              levels: {draft: Draft}
              routes: {desk: Desk}
              project: {status: {values: [active, none], changed-by: approver}}
            work-categories: {study: {title: Study}}
            rules:
              - {id: at-the-desk, permit: reader, to: read, levels: draft, in: study, via: desk}
            """)).decisionPoint();
        List<Question> questions = List.of(
                Office.may("clerk"),
                Office.may("reader").given("named"),
                Office.may("reader").given("named").forProject("p2"),
                Office.may("reader").given("named").via("phone"));

        ReplayReport report = new Recorded(one, other, questions).report;

        assertThat(report.records()).isEqualTo(4);
        assertThat(report.unknownWords())
                .extracting(each -> each.word() + " " + each.what() + " " + each.isDecided() + " "
                        + each.records().stream().boxed().toList())
                .containsExactlyInAnyOrder(
                        "clerk role false [1]",
                        "kind project attribute true [1, 2, 3, 4]",
                        "legacy project attribute true [1, 2, 3, 4]",
                        "type-1 opt-out register true [1, 2, 3, 4]",
                        "named fact true [2, 3, 4]",
                        "finished value of project.status false [3]",
                        "phone route false [4]");
        assertThat(report.undecided()).isEqualTo(3);
        assertThat(report.onOtherTerms()).isEqualTo(1);
        assertThat(report.changed())
                .hasSize(2)
                .allSatisfy(change -> assertThat(change.records().stream()).containsExactly(2L));
        assertThat(report.flips()).isEmpty();
    }

    @Test
    void takesFactsThatOnlyTheOtherPolicyHasAsUnknownOrFalse() throws IOException {
        DecisionPoint one = Office.bundle().decisionPoint();
        Map<String, String> texts = new HashMap<>(Office.texts());
        texts.computeIfPresent(
                "policy.yaml",
                (name, text) -> text.replace(
                                "obligations: {log:",
                                "  signed: {title: Signed, known-from: caller, changed-by: requester}\n"
                                        + "  obligations: {log:")
                        .replace("{all: [named, ", "{all: [named, signed, "));
        DecisionPoint other = Remit.load(texts).decisionPoint();
        Question open = Office.may("reader").given("named");

        ReplayReport report = new Recorded(one, other, List.of(open, open.closed())).report;

        assertThat(report.flips())
                .extracting(flip -> flip.records().stream().boxed().toList() + " " + flip.from() + " " + flip.to())
                .containsExactlyInAnyOrder(
                        "[1] " + Answer.PERMITTED + " " + Answer.UNDETERMINED,
                        "[2] " + Answer.PERMITTED + " " + Answer.DENIED);
        assertThat(report.flips()).allSatisfy(flip -> {
            assertThat(flip.asked().project()).hasValue("p1");
            assertThat(flip.before()).containsExactly("at-the-desk");
            assertThat(flip.change().orElseThrow().kind()).isEqualTo(AccessChange.Kind.LOST);
        });
    }

    /** A closed list of the other policy may name the project by its id, or by another name that its register has for it. */
    @ParameterizedTest
    @ValueSource(strings = {"p1", "once-p1"})
    void asksTheClosedListsOfTheOtherPolicyAboutTheProject(String listed) throws IOException {
        DecisionPoint one = Office.bundle().decisionPoint();
        Map<String, String> texts = new HashMap<>(Office.texts());
        texts.computeIfPresent(
                "policy.yaml",
                (name, text) -> text.replace(
                                "legacy: {values: boolean, changed-by: approver}",
                                "legacy: {values: boolean, true-only-for: [" + listed + "]}")
                        .replace("{all: [named, ", "{all: [named, {not: project.legacy}, "));
        texts.computeIfPresent(
                "projects.yaml",
                (name, text) ->
                        text.replaceAll(", legacy: (true|false)", "").replaceFirst("p1: \\{", "p1: {also: once-p1, "));
        DecisionPoint other = Remit.load(texts).decisionPoint();
        Question named = Office.may("reader").given("named");
        Question described =
                named.forProject(ProjectAttributes.of("status", "active").and("legacy", false));

        ReplayReport report = new Recorded(one, other, List.of(named, described)).report;

        assertThat(report.flips())
                .extracting(flip -> flip.records().stream().boxed().toList() + " " + flip.to())
                .containsExactly("[1] DENIED");
    }

    /** Questions that differ in nothing but the project are decided once, and still reported for each project, whatever its id. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tellsProjectsApartThatAreAskedAboutInTheSameWay(boolean isListed) throws IOException {
        List<String> ids = List.of("p1", "p-2", "ns:3", "a\"b", "c\\d", "\u00e9\u4e2d");
        Directory everything = (person, project, moment) -> DirectoryAnswer.of(
                Optional.empty(),
                project.map(id -> ProjectAttributes.of("status", "active")
                        .and("kind", "research")
                        .and("legacy", false)));
        DecisionPoint one = Office.bundle().decisionPoint().withDirectory(everything);
        Map<String, String> texts = new HashMap<>(Office.texts());
        texts.keySet().retainAll(Set.of("policy.yaml"));
        texts.computeIfPresent(
                "policy.yaml",
                (name, text) -> isListed
                        ? text.replace(
                                        "legacy: {values: boolean, changed-by: approver}",
                                        "legacy: {values: boolean, true-only-for: [p-2, \"ns:3\"]}")
                                .replace("{all: [named, ", "{all: [named, {not: project.legacy}, ")
                        : text.replace("{all: [named, ", "{all: [{not: named}, "));
        DecisionPoint other = Remit.load(texts).decisionPoint();
        List<Question> questions = new ArrayList<>();
        ids.forEach(id -> questions.add(Office.may("reader").given("named").forProject(id)));
        questions.addAll(questions.subList(0, 3));

        ReplayReport report = new Recorded(one, other, questions).report;

        assertThat(report.flips())
                .extracting(flip -> flip.asked().project().orElseThrow() + " "
                        + flip.records().stream().boxed().toList())
                .containsExactlyInAnyOrderElementsOf(
                        isListed
                                ? List.of("p-2 [2, 8]", "ns:3 [3, 9]")
                                : List.of(
                                        "p1 [1, 7]",
                                        "p-2 [2, 8]",
                                        "ns:3 [3, 9]",
                                        "a\"b [4]",
                                        "c\\d [5]",
                                        "\u00e9\u4e2d [6]"));
    }

    /** What stands in a record is enough: under the same policy every answer is the same, of people with sets and values too. */
    @ParameterizedTest
    @ValueSource(strings = {"src/test/resources/dev/remit/values", "policy/opensafely"})
    void answersTheSameUnderTheSamePolicy(String path) throws IOException {
        PolicyBundle bundle = Remit.load(Path.of(path));
        DecisionPoint decisions = bundle.decisionPoint();
        LogKeys keys = new LogKeys(
                Optional.empty(),
                Optional.of(new SubjectKeys(
                        List.of(SubjectKey.generate("k1", LocalDate.parse("2020-01-01"), Optional.empty())))));
        ForgetfulFolder folder = new ForgetfulFolder();
        try (RecordLog log = RecordLog.open(folder, decisions.identity(), RecordSettings.written(), keys, Logs.CLOCK)) {
            DecisionPoint recorded = decisions.recordedBy(log);
            SplittableRandom random = new SplittableRandom(5);
            for (Id.Person person : bundle.registers().people().keySet()) {
                for (Id.Project project : bundle.registers().projects().keySet()) {
                    Question question = Question.mayPerson(person.value())
                            .perform(any(decisions.space().activity(), random))
                            .onLevel(any(decisions.space().level(), random))
                            .forProject(project.value())
                            .at(Instant.parse("2026-06-01T10:00:00Z"));
                    recorded.decideEach(question);
                    recorded.decideEach(question.closed());
                }
            }
        }

        Replayed replayed = RecordReplay.of(new RecordFolder(folder), decisions);

        assertThat(replayed.json()).contains("\"flips\":[],\"changed\":[],\"unknownWords\":[]");
        assertThat(replayed.answers()).isGreaterThan(4);
    }

    private static String any(Variable variable, SplittableRandom random) {
        return variable.values().get(random.nextInt(variable.size()));
    }

    @Test
    void saysWhereALogIsDamaged() throws IOException {
        ForgetfulFolder folder = Logs.log(20, 10);

        assertThatThrownBy(() -> RecordReplay.of(
                        new RecordFolder(folder), Office.bundle().decisionPoint()))
                .isInstanceOf(LogException.class)
                .hasMessageContaining("record 0 holds no answer");
    }
}
