package dev.remit.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Remit;
import dev.remit.decide.QuestionFault;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the corpus {@code refused.txt}: what is no question gets no answer, and is told why. */
class RefusedQuestionsTest {
    private static final JsonDecisions DECISIONS = JsonDecisions.of(Library.BUNDLE.decisionPoint());

    static List<List<String>> corpus() throws IOException {
        return Library.paragraphs("refused.txt");
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void tellsWhatIsWrong(List<String> paragraph) {
        List<QuestionError> errors = refused(paragraph.get(2)).errors();

        assertThat(errors.stream().map(error -> error.code().id()).collect(Collectors.joining(" ")))
                .as(errors.toString())
                .isEqualTo(paragraph.get(0));
        assertThat(errors.get(0).help().orElse("-")).startsWith(paragraph.get(1));
    }

    @Test
    void hasAnExampleOfEveryCode() throws IOException {
        Set<ErrorCode> unshown = EnumSet.allOf(ErrorCode.class);
        for (List<String> paragraph : corpus()) {
            refused(paragraph.get(2)).errors().forEach(error -> unshown.remove(error.code()));
        }

        // The first two are about bytes and lengths, the library has questions without a project, and people can be
        // recorded; see below. What a caller may not ask is refused over HTTP alone. The others are mistakes of a
        // program: of its directory, or in what it says that it takes
        // care of.
        assertThat(unshown)
                .containsExactlyInAnyOrder(
                        ErrorCode.LINE_TOO_LONG,
                        ErrorCode.NOT_UTF_8,
                        ErrorCode.NO_STATE_WITHOUT_PROJECT,
                        ErrorCode.NO_SUBJECT_KEY,
                        ErrorCode.NOT_FOR_THIS_CALLER,
                        ErrorCode.CONTRADICTS_CLOSED_LIST,
                        ErrorCode.NOT_FOR_DIRECTORY,
                        ErrorCode.DIRECTORY_FAILED,
                        ErrorCode.UNKNOWN_OBLIGATION,
                        ErrorCode.UNKNOWN_OUTCOME);
    }

    @ParameterizedTest
    @EnumSource(QuestionFault.Code.class)
    void hasACodeForEveryFaultADecisionPointFinds(QuestionFault.Code fault) {
        assertThat(ErrorCode.of(fault).id()).isEqualTo(fault.id());
    }

    @Test
    void namesEachCodeOnceAsItsConstantIsCalled() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::id)).doesNotHaveDuplicates();
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(code.id().replace('-', '_')).isEqualToIgnoringCase(code.name());
        }
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] latin = "{\"role\":\"analyst\u00e9\"}".getBytes(ISO_8859_1);

        assertThat(codes(DECISIONS.decide(latin))).containsExactly(ErrorCode.NOT_UTF_8);
    }

    @Test
    void takesAMebibyteAndNotAByteMore() {
        String start = "{\"role\":\"analyst\",\"activity\":\"view\",\"level\":\"1\",\"id\":\"";
        String id = "x".repeat(JsonQuestions.LINE_LIMIT - start.length() - 2);

        assertThat(DECISIONS.decide((start + id + "\"}").getBytes(UTF_8)).id()).contains(id);
        assertThat(codes(DECISIONS.decide((start + id + "x\"}").getBytes(UTF_8))))
                .containsExactly(ErrorCode.LINE_TOO_LONG);
    }

    @Test
    void givesBackTheIdOfWhatItRefuses() {
        assertThat(refused("{\"role\":\"x\",\"id\":\"q1\"}").id()).contains("q1");
        assertThat(refused("{\"id\":\"q1\",\"role\":").id()).contains("q1");
        assertThat(refused("{\"id\":\"q1\",\"id\":\"q2\"}").id()).isEmpty();
        assertThat(refused("{\"id\":1}").id()).isEmpty();
        assertThat(refused("{\"facts\":{\"id\":\"q1\"}}").id()).isEmpty();
    }

    @Test
    void tellsFaultsInTheOrderOfTheQuestion() {
        List<QuestionError> errors = refused("{\"role\":\"analyst\",\"activity\":\"view\",\"level\":1,"
                        + "\"facts\":{\"zz\":true,\"yy\":true,\"xx\":false},\"optOuts\":{\"ww\":\"include\"}}")
                .errors();

        assertThat(errors.stream().map(each -> each.message().replaceAll("[^`]*`([^`]*)`.*", "$1")))
                .containsExactly("zz", "yy", "xx", "ww");
    }

    @Test
    void tellsNoMoreThanPeopleRead() {
        String many = "\"a\":1,".repeat(1_000);
        String longest = "x".repeat(100_000);

        List<QuestionError> errors =
                refused("{" + many.replace("a", "\u202e") + "\"role\":\"\"}").errors();
        List<QuestionError> unknown = refused("{\"role\":\"" + longest + "\",\"activity\":\"view\",\"level\":1}")
                .errors();

        assertThat(errors).hasSizeLessThanOrEqualTo(StrictJsonReader.MOST_ERRORS);
        assertThat(errors.toString()).doesNotContain("\u202e").contains("\\u202e");
        assertThat(unknown.get(0).message())
                .hasSizeLessThan(500)
                .startsWith("role `xxx")
                .endsWith("is not declared");
    }

    @Test
    void knowsPoliciesWithoutQuestionsAboutNoProject() {
        JsonDecisions decisions =
                JsonDecisions.of(Remit.load(Map.of("policy.yaml", """
                        remit: 1
                        policy: {id: p, version: "1", title: P}
                        vocabulary: {roles: {r: R}, activities: {a: A}, levels: {l: L}, project: {kind: [study, audit]}}
                        rules: [{id: x, permit: r, to: a, levels: l, when: {project.kind: study}}]
                        """)).decisionPoint());

        Reply reply = decisions.decide(
                "{\"role\":\"r\",\"activity\":\"a\",\"level\":\"l\",\"project\":null}".getBytes(UTF_8));

        assertThat(codes(reply)).containsExactly(ErrorCode.NO_STATE_WITHOUT_PROJECT);
    }

    @Test
    void needsALevelOnlyWhereThereAreSeveral() {
        JsonDecisions decisions =
                JsonDecisions.of(Remit.load(Map.of("policy.yaml", """
                        remit: 1
                        policy: {id: p, version: "1", title: P}
                        vocabulary: {roles: {r: R}, activities: {a: A}, levels: {l: L}}
                        rules: [{id: x, permit: r, to: a, levels: l}]
                        """)).decisionPoint());

        assertThat(decisions.decide("{\"role\":\"r\",\"activity\":\"a\"}".getBytes(UTF_8)))
                .isInstanceOf(Reply.Answered.class);
        assertThat(codes(decisions.decide("{}".getBytes(UTF_8))))
                .containsExactly(ErrorCode.INCOMPLETE_QUESTION, ErrorCode.INCOMPLETE_QUESTION);
    }

    @Test
    void refusesQuestionsAboutPeopleWhereTheyCannotBeRecorded() {
        JsonDecisions decisions = DECISIONS.takingPeople(() -> false);

        Reply reply = decisions.decide(
                "{\"id\":\"q1\",\"person\":\"alice\",\"activity\":\"view\",\"level\":\"1\"}".getBytes(UTF_8));

        assertThat(codes(reply)).containsExactly(ErrorCode.NO_SUBJECT_KEY);
        assertThat(reply.id()).contains("q1");
        assertThat(decisions.decide("{\"role\":\"analyst\",\"activity\":\"view\",\"level\":\"1\"}".getBytes(UTF_8)))
                .isInstanceOf(Reply.Answered.class);
    }

    @Test
    void isWrittenWithItsFirstErrorAndTheOthers() {
        Reply reply = new Reply.Refused(
                Optional.of("q"),
                List.of(
                        new QuestionError(
                                ErrorCode.UNKNOWN_ROLE, "role `x` is not declared", Optional.of("known: `y`")),
                        new QuestionError(ErrorCode.UNKNOWN_LEVEL, "level `x` is not declared", Optional.empty())));

        assertThat(ReplyWriter.write(reply))
                .isEqualTo(
                        "{\"id\":\"q\",\"error\":{\"code\":\"unknown-role\",\"message\":\"role `x` is not declared\","
                                + "\"help\":\"known: `y`\",\"others\":[{\"code\":\"unknown-level\","
                                + "\"message\":\"level `x` is not declared\",\"help\":null}]}}");
    }

    private static Reply.Refused refused(String text) {
        Reply reply = DECISIONS.decide(text.getBytes(UTF_8));
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        return (Reply.Refused) reply;
    }

    private static List<ErrorCode> codes(Reply reply) {
        return ((Reply.Refused) reply)
                .errors().stream().map(QuestionError::code).toList();
    }
}
