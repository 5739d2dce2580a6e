package dev.remit.language;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.decide.Answer;
import dev.remit.decide.Decision;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.Question;
import dev.remit.decide.QuestionFault;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.fixture.reading.SuiteLoader;
import dev.remit.fixture.suite.Suite;
import dev.remit.fixture.suite.SuiteRunner;
import dev.remit.load.BundleSource;
import dev.remit.source.SourceFile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What a drawn bundle replies to a question of a row, as a text: an answer and what comes with it, or what is wrong. */
final class Reply {
    private final DrawnBundle drawn;
    private final Row row;
    private final boolean isThere;
    private final Checked<PolicyBundle> bundle;

    private Reply(DrawnBundle drawn, Row row, boolean isThere, Checked<PolicyBundle> bundle) {
        this.drawn = drawn;
        this.row = row;
        this.isThere = isThere;
        this.bundle = bundle;
    }

    /** Asks a bundle about a row that it has. */
    static Reply with(DrawnBundle drawn, Row row, PolicyBundle whole) {
        boolean isWhole = row != Row.FILES && row != Row.APPROVERS;
        return new Reply(
                drawn, row, true, isWhole ? Checked.of(whole, List.of()) : loaded(damaged(row, drawn.files())));
    }

    /** Asks a bundle about a row that was taken away. */
    static Reply without(DrawnBundle drawn, Row row) {
        return new Reply(drawn, row, false, loaded(damaged(row, drawn.without(row))));
    }

    private static Checked<PolicyBundle> loaded(Map<String, String> files) {
        return Remit.check(BundleSource.of(files));
    }

    /** The bundle, if it loads. */
    Checked<PolicyBundle> bundle() {
        return bundle;
    }

    /** The files as the question of some rows finds them. */
    private static Map<String, String> damaged(Row row, Map<String, String> files) {
        Map<String, String> some = new LinkedHashMap<>(files);
        if (row == Row.FILES) {
            some.remove(DrawnBundle.PROHIBITIONS);
        } else if (row == Row.APPROVERS) {
            some.computeIfPresent("projects.yaml", (name, text) -> text.replace("granted-by: Lead", "granted-by: Somebody"));
        }
        return some;
    }

    /** The reply to one of the questions of a row. */
    String to(int number) {
        if (bundle.hasErrors()) {
            return "refused: " + codes(bundle.diagnostics());
        }
        DecisionPoint decisions = bundle.orThrow().decisionPoint().withClock(() -> Instant.parse("2026-06-15T10:00:00Z"));
        SplittableRandom random = new SplittableRandom(drawn.random(row).nextLong() + number);
        try {
            return switch (row) {
                case AGAIN, EXPECT_ANY, EXPECT_ERROR -> suite(decisions, random);
                case ROLE_ON_PROJECT -> decisions.decideEach(question(random)).answers().stream().map(this::told).toList().toString();
                default -> told(decisions.decide(question(random)));
            };
        } catch (InvalidQuestionException mistake) {
            return mistake.faults().stream().map(QuestionFault::code).toList().toString();
        }
    }

    private static List<String> codes(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(each -> each.code().toString()).toList();
    }

    private String told(Decision decision) {
        String outcome = decision.outcome().toString() + decision.assumed();
        if (row == Row.REFUSAL) {
            return decision.explain().forRequester();
        }
        if (row == Row.FINAL) {
            return outcome + decision.explain().changes();
        }
        return decision.answer() == Answer.UNDETERMINED ? outcome + decision.missing() + decision.permittedIf() : outcome;
    }

    private Question question(SplittableRandom random) {
        String role = any(random, "reader", "editor", "admin");
        String activity = row == Row.FILES ? "plain" : row.activity();
        Question question = switch (row) {
            case ROLE_ON_PROJECT -> Question.mayPerson("ann");
            case FOREIGN_ID -> Question.may("Project.Admin/eu");
            default -> Question.may(role);
        };
        question = question.perform(activity);
        if (row != Row.SINGLE_LEVEL) {
            List<String> levels = drawn.levels(false);
            question = question.onLevel(levels.get(random.nextInt(levels.size())));
        }
        String project = any(random, "p1", "p2", "p3");
        question = question.forProject(row == Row.OTHER_NAMES ? "POS-1" : project);
        question = maybe(random, question, "named");
        question = maybe(random, question, "trained");
        question = maybe(random, question, "sealed");
        if (random.nextInt(3) > 0) {
            question = question.givenThat("clearance", any(random, "low", "mid", "high"));
        }
        if (random.nextInt(3) > 0) {
            question = question.givenThat("dataset", any(random, "ecds", "sus"));
        }
        if (random.nextInt(3) > 0) {
            question = question.givenThat("town", any(random, "north", "south", "none"));
        }
        if (row == Row.DERIVED || row == Row.DERIVED_FROM) {
            question = question.excluding("t1");
        }
        return random.nextInt(3) > 0 ? question.closed() : question;
    }

    private Question maybe(SplittableRandom random, Question question, String fact) {
        return switch (random.nextInt(4)) {
            case 0 -> question.given(fact);
            case 1 -> question.givenNot(fact);
            default -> question;
        };
    }

    private String suite(DecisionPoint decisions, SplittableRandom random) {
        String ask = "{role: " + any(random, "reader", "editor", "admin") + ", activity: " + row.activity()
                + ", level: raw, facts: {not: [named, sealed, trained]}, project: "
                + any(random, "p1", "p2") + ", at: \"2026-06-15T10:00:00Z\", closed: true}";
        String answer = any(random, "permitted", "denied");
        String cases = switch (row) {
            case AGAIN -> "  - {name: one, ask: " + ask + ", expect: " + answer + "}\n  - {name: two, ask: " + ask
                    + ", expect: " + answer + (isThere ? ", again: It is listed so" : "") + "}\n";
            case EXPECT_ANY -> "  - {name: one, ask: " + ask.replaceFirst("role: [a-z]+", "roles: [reader, admin]")
                    + (isThere ? ", expect-any: " + answer : ", expect-each: {reader: " + answer + ", admin: " + answer + "}") + "}\n";
            default -> "  - {name: one, ask: " + ask.replaceFirst("role: [a-z]+", "role: stranger") + ", expect: "
                    + (isThere ? "{error: unknown-role}" : answer) + "}\n";
        };
        Checked<List<Suite>> loaded = SuiteLoader.load(
                List.of(new SourceFile("tests/row.yaml", "remit: 1\nsuite: Rows\ncases:\n" + cases)),
                decisions,
                bundle.orThrow().registers());
        return codes(loaded.diagnostics())
                + loaded.value().map(suites -> SuiteRunner.run(suites, decisions).failures().size() + " fail").orElse("");
    }

    private static String any(SplittableRandom random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
