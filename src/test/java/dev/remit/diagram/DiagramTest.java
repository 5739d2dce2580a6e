package dev.remit.diagram;

import static dev.remit.decide.Sketch.all;
import static dev.remit.decide.Sketch.anyOf;
import static dev.remit.decide.Sketch.ask;
import static dev.remit.decide.Sketch.fact;
import static dev.remit.decide.Sketch.forbid;
import static dev.remit.decide.Sketch.is;
import static dev.remit.decide.Sketch.not;
import static dev.remit.decide.Sketch.permit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.decide.GeneratedPolicies;
import dev.remit.decide.GeneratedQuestions;
import dev.remit.decide.Sketch;
import dev.remit.model.Assignment;
import dev.remit.model.Condition;
import dev.remit.model.Policy;
import dev.remit.model.Rule;
import dev.remit.model.TooLargeException;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiagramTest {

    @Test
    void isASingleLeafWhereEveryQuestionHasOneAnswer() {
        Policy policy =
                new Sketch().roles("a", "b").facts("f").rules(permit("all")).policy();

        Diagram diagram = compile(policy);

        assertThat(diagram.nodeCount()).isZero();
        assertThat(diagram.depth()).isZero();
        assertThat(diagram.isLeaf(diagram.root())).isTrue();
        assertThat(diagram.leaves()).hasSize(1);
    }

    @Test
    void testsOnlyWhatMatters() {
        Policy policy = new Sketch()
                .roles("a", "b")
                .facts("matters", "cancels-out", "unused")
                .rules(
                        permit("one").by("a").when(all(fact("matters"), fact("cancels-out"))),
                        permit("two").by("a").when(all(fact("matters"), not(fact("cancels-out")))),
                        forbid("any-way").by("a").when(anyOf(fact("cancels-out"), not(fact("cancels-out")))))
                .policy();

        assertThat(tested(compile(policy))).containsExactly("role");
    }

    @Test
    void sharesEqualParts() {
        Policy policy = new Sketch()
                .roles("a", "b", "c", "d")
                .activities("x", "y", "z")
                .facts("f")
                .rules(permit("all").by("a", "b").when(fact("f")))
                .policy();

        assertThat(compile(policy).nodeCount())
                .as("the role and the fact, once each")
                .isEqualTo(2);
    }

    @Test
    void standsChoicesAboveAllKnowledgeAndNeverTestsTwice() {
        for (long seed = 0; seed < 100; seed++) {
            Diagram diagram = compile(GeneratedPolicies.policy(seed, GeneratedPolicies.Size.LARGE));
            for (int node : BrokenDiagrams.nodes(diagram)) {
                Variable above = diagram.variable(node);
                for (int edge = BrokenDiagrams.firstEdge(diagram, node); edge < above.size(); edge++) {
                    int child = diagram.child(node, edge);
                    assertThat(diagram.rank(child)).isGreaterThan(diagram.rank(node));
                    if (!diagram.isLeaf(child)) {
                        Variable below = diagram.variable(child);
                        assertThat(below.kind().isChoice() && !isSettledFirst(above))
                                .as("seed %s: %s above %s", seed, above.name(), below.name())
                                .isFalse();
                    }
                }
            }
            assertThat(diagram.depth())
                    .isLessThanOrEqualTo(diagram.space().variables().size());
        }
    }

    private static boolean isSettledFirst(Variable variable) {
        return variable.kind().compareTo(Variable.Kind.ROUTE) <= 0;
    }

    @Test
    void walksNoFurtherThanItsDepth() {
        for (long seed = 0; seed < 50; seed++) {
            Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.LARGE);
            Diagram diagram = compile(policy);
            GeneratedQuestions questions = new GeneratedQuestions(policy, seed);
            for (int i = 0; i < 50; i++) {
                Assignment question = questions.next();
                int steps = 0;
                int node = diagram.root();
                while (!diagram.isLeaf(node)) {
                    node = diagram.child(node, question.value(diagram.variable(node)));
                    steps++;
                }
                assertThat(steps).isLessThanOrEqualTo(diagram.depth());
                assertThat(diagram.find(question.values())).isEqualTo(~node);
            }
        }
    }

    @Test
    void leadsOpenChoicesAndUnknownsToDifferentSums() {
        Policy policy = new Sketch()
                .routes("left", "right")
                .facts("f")
                .rules(permit("left").via("left").when(fact("f")))
                .policy();
        Diagram diagram = compile(policy);

        assertThat(leaf(diagram, ask(policy, "route=left"))).isEqualTo(Leaf.Open.OPEN);
        assertThat(leaf(diagram, ask(policy, "f=true"))).isInstanceOf(Leaf.Granted.class);
        assertThat(leaf(diagram, ask(policy, "f=false"))).isInstanceOf(Leaf.Denied.class);
        assertThat(leaf(diagram, ask(policy))).isEqualTo(Leaf.Open.OPEN);
    }

    @Test
    void hasNoEdgeForWhatAQuestionMustSettle() {
        Policy policy =
                new Sketch().roles("a", "b").rules(permit("one").by("a")).policy();
        Diagram diagram = compile(policy);

        assertThatThrownBy(() -> diagram.child(diagram.root(), Assignment.OPEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("role");
    }

    @Test
    void comesOutTheSameForShuffledRulesAndParts() {
        for (long seed = 0; seed < 50; seed++) {
            Policy policy = GeneratedPolicies.policy(seed, GeneratedPolicies.Size.LARGE);
            List<Rule> rules = new ArrayList<>(policy.rules());
            Collections.reverse(rules);
            Diagram diagram = compile(policy);

            Diagram again = compile(Sketch.policy(policy.vocabulary(), rules, policy.constraints()));

            assertThat(again.numbers()).isEqualTo(diagram.numbers());
            assertThat(again.leaves()).isEqualTo(diagram.leaves());
            assertThat(again.root()).isEqualTo(diagram.root());
        }
    }

    @Test
    void fitsExactlyItsBudget() {
        Policy policy = tangled(4);
        int enough = new Compilation(policy, CompiledPolicy.ALLOWED).compiled().used();

        assertThat(new Compilation(policy, enough).compiled().diagram().numbers())
                .isEqualTo(compile(policy).numbers());
        assertThatThrownBy(() -> new Compilation(policy, enough - 1).compiled()).isInstanceOf(TooLargeException.class);
    }

    /** Rules that each hang on a fact of their own, so that every set of them is another answer. */
    private static Policy tangled(int rules) {
        Sketch sketch = new Sketch()
                .activities("here", "elsewhere")
                .attribute("status", "open", "closed")
                .rules(permit("elsewhere").to("elsewhere").when(is("status", "open")));
        for (int i = 0; i < rules; i++) {
            Condition when = fact("f" + i);
            sketch.facts("f" + i).rules(permit("tangled-" + i).to("here").when(when));
        }
        return sketch.policy();
    }

    private static Diagram compile(Policy policy) {
        return CompiledPolicy.of(policy).diagram();
    }

    private static Leaf leaf(Diagram diagram, Assignment question) {
        return diagram.leaves().get(diagram.find(question.values()));
    }

    private static Set<String> tested(Diagram diagram) {
        Set<String> names = new HashSet<>();
        for (int node : BrokenDiagrams.nodes(diagram)) {
            names.add(diagram.variable(node).name());
        }
        return names;
    }
}
