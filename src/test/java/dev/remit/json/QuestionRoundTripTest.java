package dev.remit.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.decide.Given;
import dev.remit.decide.ProjectAttributes;
import dev.remit.decide.Question;
import dev.remit.decide.Question.Choice;
import dev.remit.decide.Question.ProjectReference;
import dev.remit.decide.Question.Subject;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.model.OptOutRequest;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Vocabulary;
import dev.remit.model.VocabularyEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Reading what was written gives the same question, whatever it says. */
class QuestionRoundTripTest {
    private static final long SEED = 20261122;
    private static final int QUESTIONS = 5_000;
    private static final List<String> STRANGE = List.of(
            "", " ", "any one", "\"quoted\"", "back\\slash", "line\nend", "tab\t", "\u0000", "é", "😀", "\u202e");

    private final Vocabulary words = Library.BUNDLE.policy().vocabulary();
    private final JsonQuestions json = JsonQuestions.of(words);
    private final Random random = new Random(SEED);

    @Test
    void readsWhatWasWritten() {
        for (int i = 0; i < QUESTIONS; i++) {
            Optional<String> id = maybe(this::text);
            Question question = question();

            String text = json.write(id, question);
            ReadQuestion read = json.read(text.getBytes(UTF_8));

            assertThat(text.lines()).as("seed %s, question %s", SEED, i).hasSize(1);
            assertThat(read).as(text).isEqualTo(new ReadQuestion(id, Optional.of(question), List.of()));
        }
    }

    @Test
    void writesNothingThatWasNotSaid() {
        Question question = Question.may("analyst").perform("run").onLevel("1");

        assertThat(json.write(Optional.empty(), question))
                .isEqualTo("{\"role\":\"analyst\",\"activity\":\"run\",\"level\":\"1\"}");
        assertThat(json.write(
                        Optional.of("q1"),
                        Question.mayPerson("alice")
                                .perform("run")
                                .onLevel("1")
                                .inAnyCategory()
                                .via("pipeline")
                                .forProject(ProjectAttributes.of("kind", "study")
                                        .and("legacy", false)
                                        .permission("type-1", true))
                                .given("named")
                                .closed()
                                .including("type-1")
                                .at(Instant.EPOCH)))
                .isEqualTo("{\"id\":\"q1\",\"person\":\"alice\",\"activity\":\"run\",\"level\":\"1\","
                        + "\"category\":\"any\",\"route\":\"pipeline\","
                        + "\"project\":{\"kind\":\"study\",\"legacy\":false,\"permissions\":{\"type-1\":true}},"
                        + "\"facts\":{\"named\":true},\"closed\":true,\"optOuts\":{\"type-1\":\"include\"},"
                        + "\"at\":\"1970-01-01T00:00:00Z\"}");
    }

    @Test
    void readsIdsThatPeopleWriteAsNumbers() {
        Question question = json.read("{\"role\":\"analyst\",\"activity\":\"run\",\"level\":1,\"project\":156}")
                .question()
                .orElseThrow();

        assertThat(question.level()).contains("1");
        assertThat(question.project()).isEqualTo(new ProjectReference.Registered("156"));
    }

    @Test
    void readsInstantsWithAnOffsetAndWithFractions() {
        assertThat(JsonQuestions.instant("2026-11-22T11:00:00+01:00"))
                .isEqualTo(JsonQuestions.instant("2026-11-22T10:00:00Z"))
                .contains(Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(JsonQuestions.instant("2026-11-22T10:00:00.5Z")).contains(Instant.parse("2026-11-22T10:00:00.500Z"));
        assertThat(JsonQuestions.instant("2026-11-22T10:00:00")).isEmpty();
        assertThat(JsonQuestions.instant("-0001-11-22T10:00:00Z")).isEmpty();
        assertThat(JsonQuestions.instant("0000-01-01T00:00:00Z")).isEmpty();
        assertThat(JsonQuestions.instant("+10000-01-01T00:00:00Z")).isEmpty();
    }

    private Question question() {
        return new Question(
                subject(),
                Optional.of(text()),
                Optional.of(text()),
                choice(),
                choice(),
                project(),
                given(words.facts().stream().map(Fact::id).map(Id::value).toList()),
                random.nextBoolean(),
                wishes(),
                maybe(() -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000))));
    }

    private Subject subject() {
        return switch (random.nextInt(3)) {
            case 0 -> new Subject.InRole(text());
            case 1 -> new Subject.Registered(text());
            default ->
                new Subject.InAnyOf(words.roles().stream()
                        .map(VocabularyEntry::id)
                        .map(Id::value)
                        .toList());
        };
    }

    private Choice choice() {
        return switch (random.nextInt(3)) {
            case 0 -> new Choice(Optional.empty(), false);
            case 1 -> new Choice(Optional.empty(), true);
            default -> new Choice(Optional.of(text()), false);
        };
    }

    private ProjectReference project() {
        return switch (random.nextInt(4)) {
            case 0 -> new ProjectReference.Unsaid();
            case 1 -> new ProjectReference.None();
            case 2 -> new ProjectReference.Registered(text());
            default -> new ProjectReference.Described(described());
        };
    }

    private ProjectAttributes described() {
        Map<String, Given> attributes = new LinkedHashMap<>();
        for (ProjectAttribute each : words.attributes()) {
            if (random.nextBoolean()) {
                attributes.put(each.id().value(), each.isBoolean() ? Given.is(random.nextBoolean()) : Given.is(text()));
            }
        }
        return new ProjectAttributes(attributes, truths(registers()), truths(registers()));
    }

    private List<String> registers() {
        return words.registers().stream().map(OptOutRegister::id).map(Id::value).toList();
    }

    private Map<String, Boolean> truths(List<String> known) {
        Map<String, Boolean> truths = new LinkedHashMap<>();
        known.stream().filter(each -> random.nextBoolean()).forEach(each -> truths.put(each, random.nextBoolean()));
        STRANGE.stream()
                .filter(each -> random.nextInt(20) == 0)
                .forEach(each -> truths.put(each, random.nextBoolean()));
        return truths;
    }

    private Map<String, Given> given(List<String> known) {
        Map<String, Given> given = new LinkedHashMap<>();
        truths(known).forEach((fact, holds) -> given.put(fact, Given.is(holds)));
        return given;
    }

    private Map<String, OptOutRequest> wishes() {
        Map<String, OptOutRequest> wishes = new LinkedHashMap<>();
        truths(registers())
                .forEach((register, holds) ->
                        wishes.put(register, holds ? OptOutRequest.INCLUDE : OptOutRequest.EXCLUDE));
        return wishes;
    }

    private String text() {
        List<VocabularyEntry<Id.Role>> roles = words.roles();
        return random.nextInt(10) == 0
                ? STRANGE.get(random.nextInt(STRANGE.size()))
                : roles.get(random.nextInt(roles.size())).id().value();
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }
}
