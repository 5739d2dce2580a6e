package dev.remit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.json.JsonValue;
import dev.remit.json.JsonValue.Members;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The requirements of AuthZEN Authorization API 1.0 on several evaluations in a request, one row each, by the section that has
 * them. A row expects yeses and noes in order, one decision, or a status.
 */
class SeveralRequirementsTest {
    private static final String AUTHOR = "{'type':'role','id':'author'}";
    private static final String READER = "{'type':'role','id':'reader'}";
    private static final String READ = "{'name':'read'}";
    private static final String PUBLISH = "{'name':'publish'}";
    private static final String DRAFT = "{'type':'level','id':'draft'}";
    private static final String FINAL = "{'type':'level','id':'final'}";
    private static final String READ_BY_ANOTHER = "{'remit':{'facts':{'read-by-another':true}}}";
    private static final String NOT_READ = "{'remit':{'facts':{'read-by-another':false}}}";

    private static final TestServer SERVER = TestServer.of(Path.of("policy/minimal"));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static Arguments row(String requirement, String expected, String... members) {
        return Arguments.of(
                requirement, expected, "{" + String.join(",", members).replace('\'', '"') + "}");
    }

    private static String subject(String subject) {
        return "'subject':" + subject;
    }

    private static String action(String action) {
        return "'action':" + action;
    }

    private static String resource(String resource) {
        return "'resource':" + resource;
    }

    private static String context(String context) {
        return "'context':" + context;
    }

    private static String item(String... members) {
        return "{" + String.join(",", members) + "}";
    }

    private static String items(String... items) {
        return "'evaluations':[" + String.join(",", items) + "]";
    }

    private static String semantic(String word) {
        return "'options':{'evaluations_semantic':" + word + "}";
    }

    static Stream<Arguments> rows() {
        String all = items(item(resource(FINAL)), item(resource(DRAFT)), item(resource(FINAL)));
        String whole = item(subject(AUTHOR), action(READ), resource(DRAFT));
        String one = String.join(",", subject(AUTHOR), action(READ), resource(DRAFT));
        return Stream.of(
                row("7.1 without a list it is one", "decision true", one),
                row("7.1 with an empty list it is one", "decision true", one, items()),
                row("7.1 with a list of nothing it is one", "decision true", one, "'evaluations':null"),
                row("7.1 one that is none", "400", subject(AUTHOR), items()),
                row("7.1 no list at all", "400", one, "'evaluations':{}"),
                row("7.1 every item may be whole", "yes no", items(whole, whole.replace("author", "reader"))),
                row("7.1.1 an empty item is all defaults", "yes", one, items("{}")),
                row(
                        "7.1.1 a default subject",
                        "yes no",
                        subject(READER),
                        action(READ),
                        items(item(resource(FINAL)), item(resource(DRAFT)))),
                row(
                        "7.1.1 a default action",
                        "yes yes",
                        action(READ),
                        items(item(subject(AUTHOR), resource(DRAFT)), item(subject(READER), resource(FINAL)))),
                row(
                        "7.1.1 a default resource",
                        "yes no",
                        resource(DRAFT),
                        items(item(subject(AUTHOR), action(READ)), item(subject(READER), action(READ)))),
                row(
                        "7.1.1 a default context",
                        "yes no",
                        subject(AUTHOR),
                        action(PUBLISH),
                        context(READ_BY_ANOTHER),
                        items(item(resource(FINAL)), item(resource(FINAL), context(NOT_READ)))),
                row(
                        "7.1.1 another context takes its whole place",
                        "no",
                        subject(AUTHOR),
                        action(PUBLISH),
                        context(READ_BY_ANOTHER),
                        items(item(resource(FINAL), context("{}")))),
                row(
                        "7.1.1 another subject takes its whole place",
                        "no",
                        subject(AUTHOR),
                        action(READ),
                        resource(DRAFT),
                        items(item(subject("{'id':'author'}")))),
                row(
                        "7.1.1 what a default lacks, an item may have",
                        "yes no",
                        subject(AUTHOR),
                        action(READ),
                        resource("{}"),
                        items(item(resource(DRAFT)), "{}")),
                row("7.1.1 a default that is no object", "400", subject("'author'"), items(whole)),
                row("7.1.1 a context that is no object", "400", context("[]"), items(whole)),
                row("7.1.1 a context of nothing is none", "yes", context("null"), items(whole)),
                row(
                        "7.1.1 what nobody says is wanting",
                        "no yes",
                        subject(AUTHOR),
                        action(READ),
                        items("{}", item(resource(DRAFT)))),
                row(
                        "7.1.2 other options are passed over",
                        "yes",
                        one,
                        "'options':{'another_option':'value'}",
                        items("{}")),
                row("7.1.2 options are an object", "400", one, "'options':[]", items("{}")),
                row("7.1.2.1 by default all", "yes no yes", subject(READER), action(READ), all),
                row("7.1.2.1 all", "yes no yes", subject(READER), action(READ), all, semantic("'execute_all'")),
                row(
                        "7.1.2.1 up to the first no",
                        "yes no",
                        subject(READER),
                        action(READ),
                        all,
                        semantic("'deny_on_first_deny'")),
                row(
                        "7.1.2.1 up to the first failure",
                        "no",
                        subject(READER),
                        action(READ),
                        items("{}", item(resource(FINAL))),
                        semantic("'deny_on_first_deny'")),
                row(
                        "7.1.2.1 up to the first yes",
                        "yes",
                        subject(READER),
                        action(READ),
                        all,
                        semantic("'permit_on_first_permit'")),
                row(
                        "7.1.2.1 a failure is no yes",
                        "no no yes",
                        subject(READER),
                        action(READ),
                        items("{}", item(resource(DRAFT)), item(resource(FINAL)), item(resource(FINAL))),
                        semantic("'permit_on_first_permit'")),
                row("7.1.2.1 another word", "400", one, items("{}"), semantic("'EXECUTE_ALL'")),
                row("7.1.2.1 no word", "400", one, items("{}"), semantic("null")),
                row("7.2.1 an item that is no object", "no no yes", one, items("7", "[]", "{}")),
                row("7.2.1 an item of nothing", "no", one, items("null")),
                row(
                        "10.1.1 unknown members are passed over",
                        "yes",
                        one,
                        "'more':1",
                        items("{'evaluations':[],'options':1}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answersSeveral(String requirement, String expected, String body) {
        HttpResponse<String> answer = SERVER.post(Access.EVALUATIONS, body);

        if (expected.equals("400")) {
            assertThat(answer.statusCode()).as(requirement).isEqualTo(400);
            assertThat(answer.body()).isNotBlank().doesNotContain("decision\":");
            return;
        }
        assertThat(answer.statusCode()).as(requirement + answer.body()).isEqualTo(200);
        Members members = TestServer.members(answer.body());
        if (expected.startsWith("decision")) {
            assertThat(members.list("evaluations")).isEmpty();
            assertThat("decision " + members.truth("decision").orElseThrow()).isEqualTo(expected);
            return;
        }
        assertThat(members.member("decision")).isEmpty();
        List<JsonValue> all = members.list("evaluations").orElseThrow();
        assertThat(all.stream()
                        .map(each -> ((Members) each).truth("decision").orElseThrow() ? "yes" : "no")
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }
}
