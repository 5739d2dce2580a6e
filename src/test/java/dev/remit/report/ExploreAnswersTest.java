package dev.remit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.analyze.export.PolicyTables;
import dev.remit.decide.Answer;
import dev.remit.decide.Basis;
import dev.remit.decide.Decision;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.GeneratedPolicies;
import dev.remit.decide.GeneratedQuestions;
import dev.remit.decide.Grant;
import dev.remit.decide.Outcome;
import dev.remit.decide.PermitCondition;
import dev.remit.decide.PopulationEntry;
import dev.remit.decide.Question;
import dev.remit.decide.ValueRestriction;
import dev.remit.diagram.CompiledPolicy;
import dev.remit.json.DiagramWriter;
import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Mode;
import dev.remit.model.OptOutRegister;
import dev.remit.model.OptOutRequest;
import dev.remit.model.PermissionMemory;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.model.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the script of the page to the engine: it must give the same answers to the same questions. */
class ExploreAnswersTest {
    private static final long SEED = 20_261_129;
    private static final int SHIPPED = 62_000;
    private static final int GENERATED_POLICIES = 14;
    private static final int GENERATED = 2_600;
    private static final int FURTHER = 2_000;
    private static final int BATCH = 5_000;

    /** Of each of six policies. */
    private static final int DENIALS = 340;

    /** Of each of six policies, at most. */
    private static final int OPEN = 200;

    /** What the questions met, over all policies. */
    private static final class Met {
        private final Map<Answer, Integer> answers = new EnumMap<>(Answer.class);
        private final Set<Mode> modes = EnumSet.noneOf(Mode.class);
        private final Set<OptOutRequest> wishes = EnumSet.noneOf(OptOutRequest.class);
        private final Set<String> idleRules = new TreeSet<>();
        private final Set<String> keptConstraints = new TreeSet<>();
        private int questions;
        private int rules;
        private int constraints;

        private Set<Id.Rule> acting = new TreeSet<>();
        private Set<Id.Constraint> broken = new TreeSet<>();

        void begin() {
            acting = new TreeSet<>();
            broken = new TreeSet<>();
        }

        void of(Decision decision, Vocabulary words) {
            questions++;
            answers.merge(decision.answer(), 1, Integer::sum);
            decision.grants().forEach(each -> acting.add(each.rule()));
            acting.addAll(decision.forbiddenBy());
            broken.addAll(decision.violates());
            if (decision.permitted()) {
                Assignment asked = decision.assignment();
                Space space = asked.space();
                boolean isAboutPatients =
                        words.levels().get(asked.value(space.level())).patientData();
                for (Grant grant : decision.grants()) {
                    words.routes().stream()
                            .filter(route -> grant.route().equals(Optional.of(route.id())))
                            .forEach(route -> modes.addAll(words.modes(Optional.of(route), isAboutPatients)));
                }
                for (OptOutRegister each : words.registers()) {
                    wishes.add(OptOutRequest.values()[asked.value(space.wish(each.id()))]);
                }
            }
        }

        void end(String name, DecisionPoint decisions) {
            decisions.policy().rules().stream()
                    .filter(each -> !acting.contains(each.id()))
                    .forEach(each -> idleRules.add(name + " " + each.id()));
            decisions.policy().constraints().stream()
                    .filter(each -> !broken.contains(each.id()))
                    .forEach(each -> keptConstraints.add(name + " " + each.id()));
            rules += decisions.policy().rules().size();
            constraints += decisions.policy().constraints().size();
        }

        int permittedOrOpen() {
            return questions - answers.getOrDefault(Answer.DENIED, 0);
        }

        @Override
        public String toString() {
            return questions + " questions: " + answers + "; " + (rules - idleRules.size()) + " of " + rules
                    + " rules granted or forbade, " + (constraints - keptConstraints.size()) + " of " + constraints
                    + " constraints were broken; modes " + modes + ", wishes " + wishes;
        }
    }

    @Test
    void answersAsTheEngineDoes() {
        Met met = new Met();

        for (String name : List.of("opensafely", "tutorial", "minimal")) {
            PolicyBundle bundle = Remit.load(Path.of("policy", name));
            compare(name, bundle.decisionPoint(), name.equals("opensafely") ? SHIPPED : GENERATED, met);
        }
        assertThat(met.idleRules)
                .as("rules of shipped policies that never acted; seed %d", SEED)
                .isEmpty();
        assertThat(met.keptConstraints)
                .as("constraints of shipped policies never broken")
                .isEmpty();
        for (int i = 0; i < GENERATED_POLICIES; i++) {
            DecisionPoint decisions = DecisionPoint.of(
                    CompiledPolicy.of(GeneratedPolicies.policy(SEED + i, GeneratedPolicies.Size.LARGE)));
            compare("generated " + i, decisions, GENERATED, met);
        }

        System.out.println(met);
        assertThat(met.questions).isGreaterThanOrEqualTo(100_000);
        assertThat(met.permittedOrOpen()).isGreaterThan(met.questions / 3);
        assertThat(met.modes).containsExactlyInAnyOrder(Mode.values());
        assertThat(met.wishes).containsExactlyInAnyOrder(OptOutRequest.values());
    }

    private static void compare(String name, DecisionPoint decisions, int number, Met met) {
        PolicyTables tables = PolicyTables.of(decisions);
        List<Assignment> questions = questions(decisions, tables, number, 8);
        met.begin();
        IdentityHashMap<Outcome, String> words = new IdentityHashMap<>();
        try (Browserless script = new Browserless(ExploreScript.answering(), DiagramWriter.write(tables))) {
            for (int from = 0; from < questions.size(); from += BATCH) {
                List<Assignment> batch = questions.subList(from, Math.min(from + BATCH, questions.size()));
                List<String> answers = script.ask(
                        "answers", batch.stream().map(Assignment::values).toList());
                for (int i = 0; i < batch.size(); i++) {
                    Decision decision = decisions.decide(Question.of(batch.get(i)));
                    met.of(decision, decisions.policy().vocabulary());
                    assertThat(answers.get(i))
                            .as("%s, seed %d: %s", name, SEED, batch.get(i))
                            .isEqualTo(words.computeIfAbsent(decision.outcome(), ExploreAnswersTest::words)
                                    + String.join(" ", decision.missing()));
                }
            }
        }
        met.end(name, decisions);
    }

    /** Half are made from rules, half lead to each outcome in turn, so that rare ones are met as often as common ones. */
    private static List<Assignment> questions(DecisionPoint decisions, PolicyTables tables, int number, int open) {
        GeneratedQuestions generated = new GeneratedQuestions(decisions.policy(), SEED);
        Descent descent = new Descent(tables, new SplittableRandom(SEED));
        List<Assignment> questions = new ArrayList<>();
        for (int i = 0; questions.size() < number; i++) {
            Assignment question = i % 2 == 0
                    ? generated.next()
                    : descent.to(i / 2 % tables.outcomes().size());
            // What is missing takes the engine a thousand times as long as the answer: one such question in many is
            // kept.
            if (i % open == 0 || decisions.unheard().outcome(question).answer() != Answer.UNDETERMINED) {
                questions.add(question);
            }
        }
        return questions;
    }

    /** Finds questions that lead to an outcome by a random way. */
    private static final class Descent {
        private final PolicyTables tables;
        private final SplittableRandom random;
        private final Space space;
        private final PermissionMemory memory;
        private final List<BitSet> reached = new ArrayList<>();

        Descent(PolicyTables tables, SplittableRandom random) {
            this.tables = tables;
            this.random = random;
            space = tables.space();
            memory = new PermissionMemory(space);
            for (int[] node : tables.nodes()) {
                BitSet here = new BitSet();
                for (int edge = 1; edge < node.length; edge++) {
                    here.or(ends(node[edge]));
                }
                reached.add(here);
            }
        }

        private BitSet ends(int way) {
            if (way >= 0) {
                return reached.get(way);
            }
            BitSet one = new BitSet();
            one.set(~way);
            return one;
        }

        Assignment to(int outcome) {
            int[] values = new int[space.variables().size()];
            for (Variable each : space.variables()) {
                boolean canBeOpen = each.kind().isChoice() || each.kind().isKnowledge();
                values[each.index()] =
                        canBeOpen && random.nextInt(3) > 0 ? Assignment.OPEN : random.nextInt(each.size());
            }
            int at = tables.root();
            while (at >= 0) {
                int[] node = tables.nodes().get(at);
                List<Integer> fitting = new ArrayList<>();
                for (int edge = 1; edge < node.length; edge++) {
                    if (ends(node[edge]).get(outcome)) {
                        fitting.add(edge);
                    }
                }
                int edge = fitting.isEmpty() ? 1 : fitting.get(random.nextInt(fitting.size()));
                Variable variable = space.variables().get(node[0]);
                values[node[0]] = edge > variable.size() ? Assignment.OPEN : edge - 1;
                at = node[edge];
            }
            memory.fit(values);
            memory.fill(values);
            return Assignment.of(space, values);
        }
    }

    @Test
    void findsTheChangesAndConditionsThatTheEngineFinds() {
        int changes = 0;
        int conditions = 0;
        int lacking = 0;
        List<DecisionPoint> policies = Stream.concat(
                        Stream.of(Remit.load(Path.of("policy/opensafely")).decisionPoint()),
                        Stream.iterate(0, i -> i + 1)
                                .limit(5)
                                .map(i -> DecisionPoint.of(CompiledPolicy.of(
                                        GeneratedPolicies.policy(SEED + i, GeneratedPolicies.Size.LARGE)))))
                .toList();
        for (DecisionPoint decisions : policies) {
            PolicyTables tables = PolicyTables.of(decisions);
            List<Decision> decided = questions(decisions, tables, FURTHER, 1).stream()
                    .map(each -> decisions.decide(Question.of(each)))
                    .toList();
            List<Decision> denied = first(decided, Answer.DENIED);
            List<Decision> open = first(decided, Answer.UNDETERMINED);
            try (Browserless script = new Browserless(ExploreScript.answering(), DiagramWriter.write(tables))) {
                List<String> ways = script.ask("changes", values(denied));
                for (int i = 0; i < denied.size(); i++) {
                    assertThat(ways.get(i))
                            .as("changes, seed %d: %s", SEED, denied.get(i).assignment())
                            .isEqualTo(changes(denied.get(i)));
                }
                List<String> nearest = script.ask("nearest", values(denied));
                for (int i = 0; i < denied.size(); i++) {
                    if (denied.get(i).basis() == Basis.NOT_GRANTED) {
                        assertThat(nearest.get(i))
                                .as("nearest, seed %d: %s", SEED, denied.get(i).assignment())
                                .isEqualTo(nearest(denied.get(i)));
                        lacking += nearest.get(i).isEmpty() ? 0 : 1;
                    }
                }
                List<String> settled = script.ask("conditions", values(open));
                for (int i = 0; i < open.size(); i++) {
                    assertThat(settled.get(i))
                            .as("conditions, seed %d: %s", SEED, open.get(i).assignment())
                            .isEqualTo(conditions(open.get(i)));
                }
            }
            changes += denied.size();
            conditions += open.size();
        }
        System.out.println(changes + " denials with their changes, " + lacking + " with the rules that came nearest, "
                + conditions + " open questions with their conditions");
        assertThat(changes).isGreaterThanOrEqualTo(FURTHER);
        assertThat(lacking).isGreaterThanOrEqualTo(FURTHER / 4);
        assertThat(conditions).isGreaterThanOrEqualTo(FURTHER / 4);
    }

    private static List<Decision> first(List<Decision> decided, Answer answer) {
        return decided.stream()
                .filter(each -> each.answer() == answer)
                .limit(answer == Answer.DENIED ? DENIALS : OPEN)
                .toList();
    }

    private static List<int[]> values(List<Decision> decided) {
        return decided.stream().map(each -> each.assignment().values()).toList();
    }

    private static String changes(Decision decision) {
        return decision.changes(Set.of()).stream()
                        .map(change -> phrase(change.steps().stream()
                                .map(step -> step.needed())
                                .toList()))
                        .collect(Collectors.joining("; "))
                + (decision.explain().moreChanges() ? " more" : "");
    }

    private static String nearest(Decision decision) {
        return decision.nearest().stream()
                .map(each -> each.rule() + " lacks " + phrase(each.lacks()))
                .collect(Collectors.joining("; "));
    }

    private static String conditions(Decision decision) {
        return decision.permittedIf().stream().map(ExploreAnswersTest::words).collect(Collectors.joining("; "))
                + (decision.hasMorePermitConditions() ? " more" : "");
    }

    private static String words(PermitCondition condition) {
        return condition.category().map(Id::value).orElse("") + ","
                + condition.route().map(Id::value).orElse("") + " " + phrase(condition.assumptions()) + " +"
                + String.join(" ", condition.alsoTell());
    }

    private static String phrase(List<ValueRestriction> so) {
        return so.stream()
                .map(each -> each.about().name() + ":" + String.join("|", each.values()))
                .collect(Collectors.joining(" "));
    }

    private static String words(Outcome outcome) {
        if (!outcome.permitted()) {
            return outcome.answer() + " " + outcome.basis().word() + " " + ids(outcome.forbiddenBy());
        }
        return "PERMITTED " + outcome.basis().word() + " ["
                + outcome.grants().stream().map(ExploreAnswersTest::words).collect(Collectors.joining("; ")) + "] {"
                + words(outcome.population()) + "} " + ids(outcome.obligations());
    }

    private static String words(Grant grant) {
        return grant.rule() + " " + grant.always() + " "
                + grant.category().map(Id::value).orElse("") + " "
                + grant.route().map(Id::value).orElse("") + " {" + words(grant.population()) + "} "
                + ids(grant.obligations());
    }

    private static String words(Map<Id.Register, PopulationEntry> population) {
        return population.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue().treatment().word() + "/"
                        + each.getValue().list() + "/" + each.getValue().keep().word() + "/stop/"
                        + each.getValue().flag().orElse("null"))
                .collect(Collectors.joining(" "));
    }

    private static String ids(Collection<? extends Id> ids) {
        return ids.stream().map(Id::value).collect(Collectors.joining(" "));
    }

    /** The test above would notice: a script that takes one edge for another gives other answers. */
    @Test
    void wouldNoticeAScriptThatGoesWrong() {
        DecisionPoint decisions = Remit.load(Path.of("policy/opensafely")).decisionPoint();
        PolicyTables tables = PolicyTables.of(decisions);
        List<Assignment> questions = questions(decisions, tables, FURTHER, 1);
        String right = "at = node[value < 0 ? node.length - 1 : value + 1];";
        String script = ExploreScript.answering();
        assertThat(script).contains(right);
        String wrong = script.replace(right, "at = node[value < 0 ? node.length - 2 : value + 1];");

        try (Browserless broken = new Browserless(wrong, DiagramWriter.write(tables))) {
            List<String> answers = broken.ask(
                    "answers", questions.stream().map(Assignment::values).toList());

            long different = 0;
            for (int i = 0; i < answers.size(); i++) {
                Decision decision = decisions.decide(Question.of(questions.get(i)));
                different +=
                        answers.get(i).equals(words(decision.outcome()) + String.join(" ", decision.missing())) ? 0 : 1;
            }
            assertThat(different).isGreaterThan(FURTHER / 10);
        }
    }
}
