package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.remit.decide.ProjectAttributes;
import dev.remit.decide.Question;
import dev.remit.decide.Sketch;
import dev.remit.model.Vocabulary;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.ParseResult;

class QuestionOptionsTest {
    private static final Vocabulary WORDS = new Sketch()
            .attribute("datasets[x]", "false", "true")
            .facts("f", "lists[a]", "lists[b]")
            .policy()
            .vocabulary();
    private static final Question PLAIN = Question.may("r").perform("a").onLevel("4");

    static List<Map.Entry<String, Question>> options() {
        return List.of(
                Map.entry("", PLAIN),
                Map.entry("--category c", PLAIN.in("c")),
                Map.entry("--category any", PLAIN.inAnyCategory()),
                Map.entry("--route x", PLAIN.via("x")),
                Map.entry("--route any", PLAIN.viaAnyRoute()),
                Map.entry("--project 156", PLAIN.forProject("156")),
                Map.entry("--no-project", PLAIN.withoutProject()),
                Map.entry("--kind k", PLAIN.forProject(ProjectAttributes.of("kind", "k"))),
                Map.entry("--status s", PLAIN.forProject(ProjectAttributes.of("status", "s"))),
                Map.entry("--legacy true", PLAIN.forProject(ProjectAttributes.of("legacy", "true"))),
                Map.entry("--legacy false", PLAIN.forProject(ProjectAttributes.of("legacy", "false"))),
                Map.entry(
                        "--attribute x=y,z=1 --attribute v=a=b",
                        PLAIN.forProject(
                                ProjectAttributes.of("x", "y").and("z", "1").and("v", "a=b"))),
                Map.entry(
                        "--permits t,n --not-permits m",
                        PLAIN.forProject(ProjectAttributes.UNKNOWN
                                .permission("t", true)
                                .permission("n", true)
                                .permission("m", false))),
                Map.entry(
                        "--kind k --attribute x=y --permits t",
                        PLAIN.forProject(
                                ProjectAttributes.of("kind", "k").and("x", "y").permission("t", true))),
                Map.entry("--fact f", PLAIN.given("f")),
                Map.entry("--fact f --fact g,h", PLAIN.given("f", "g", "h")),
                Map.entry("--fact f --fact f", PLAIN.given("f")),
                Map.entry("--fact f=high", PLAIN.givenThat("f", "high")),
                Map.entry(
                        "--fact f,g=high,h",
                        PLAIN.given("f").givenThat("g", "high").given("h")),
                Map.entry("--fact lists=a,b", PLAIN.givenExactly("lists", "a", "b")),
                Map.entry("--fact lists=a --fact lists=b", PLAIN.givenExactly("lists", "a", "b")),
                Map.entry("--fact lists=", PLAIN.givenExactly("lists")),
                Map.entry(
                        "--attribute kind=k,datasets=x,y,status=s",
                        PLAIN.forProject(ProjectAttributes.of("kind", "k")
                                .and("status", "s")
                                .andExactly("datasets", "x", "y"))),
                Map.entry("--attribute datasets=", PLAIN.forProject(ProjectAttributes.UNKNOWN.andExactly("datasets"))),
                Map.entry("--not-fact f,g", PLAIN.givenNot("f", "g")),
                Map.entry("--fact f --not-fact g", PLAIN.given("f").givenNot("g")),
                Map.entry("--closed", PLAIN.closed()),
                Map.entry("--include t,n", PLAIN.including("t", "n")),
                Map.entry("--exclude t --exclude n", PLAIN.excluding("t", "n")),
                Map.entry("--include t --exclude n", PLAIN.including("t").excluding("n")),
                Map.entry("--at 2026-11-22T10:00:00Z", PLAIN.at(Instant.parse("2026-11-22T10:00:00Z"))));
    }

    @ParameterizedTest
    @MethodSource("options")
    void putTheQuestionTheyStandFor(Map.Entry<String, Question> options) {
        assertThat(question("--role r --activity a --level 4 " + options.getKey()))
                .isEqualTo(options.getValue());
    }

    @Test
    void askAboutSeveralRolesOrAPerson() {
        Question several = Question.mayAnyOf("r", "s", "t").perform("a").onLevel("4");

        assertThat(question("--role r --role s,t --activity a --level 4")).isEqualTo(several);
        assertThat(question("--person p --activity a --level 4"))
                .isEqualTo(Question.mayPerson("p").perform("a").onLevel("4"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --activity a --level 4                                  | the question does not say who asks
                    --role r --level 4                                      | the question names no activity
                    --role r --person p --activity a --level 4              | `--role` and `--person` exclude each other
                    --role r,r --activity a --level 4                       | a role stands twice in `r` and `r`
                    --role r --activity a --level 4 --project 1 --no-project | `--project` and `--no-project` exclude each other
                    --role r --activity a --level 4 --project 1 --kind k    | `--project` and `--kind` exclude each other
                    --role r --activity a --level 4 --no-project --permits t | `--no-project` and `--permits` exclude each other
                    --role r --activity a --level 4 --attribute kind        | expected `--attribute` to be a name and a value, found `kind`
                    --role r --activity a --level 4 --attribute =k          | expected `--attribute` to be a name and a value, found `=k`
                    --role r --activity a --level 4 --kind k --attribute kind=l | attribute `kind` is given twice
                    --role r --activity a --level 4 --permits t --not-permits t | `--permits` and `--not-permits` both name `t`
                    --role r --activity a --level 4 --fact f --not-fact f   | `--fact` and `--not-fact` both name `f`
                    --role r --activity a --level 4 --include t --exclude t | `--include` and `--exclude` both name `t`
                    --role r --activity a --level 4 --at now                | expected `--at` to be a day or an instant, found `now`
                    --role r --activity a --level 4 --at 2026-11-31         | expected `--at` to be a day or an instant, found `2026-11-31`
                    """)
    void tellWhatCannotBeAsked(String arguments, String message) {
        assertThatExceptionOfType(UsageError.class)
                .isThrownBy(() -> question(arguments))
                .withMessage(message);
    }

    private static Question question(String options) {
        List<String> arguments = new ArrayList<>(List.of("ask"));
        List.of(options.split(" ")).stream().filter(word -> !word.isEmpty()).forEach(arguments::add);
        ParseResult parsed = Verbs.reading(arguments).parseArgs(arguments.toArray(String[]::new));
        return QuestionOptions.question(new Given(parsed.subcommand(), said -> {}), WORDS, ZoneOffset.UTC);
    }
}
