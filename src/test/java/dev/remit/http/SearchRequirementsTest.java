package dev.remit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.json.JsonValue.Members;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The requirements of AuthZEN Authorization API 1.0 on searches, one row each, by the section that has them. A row expects what is
 * found, in order, or a status.
 */
class SearchRequirementsTest {
    private static final String ROLES = "{'subject':{'type':'role'},'action':{'name':'read'},"
            + "'resource':{'type':'level','id':'final'},'page':{}}";
    private static final String LEVELS =
            "{'subject':{'type':'role','id':'author'},'action':{'name':'read'}," + "'resource':{'type':'level'}}";
    private static final String ACTIONS =
            "{'subject':{'type':'role','id':'author'},'resource':{'type':'level','id':'final'},'context':{}}";
    private static final String READ_BY_ANOTHER = "{'remit':{'facts':{'read-by-another':true}}}";

    private static final TestServer SERVER = TestServer.of(Path.of("policy/minimal"));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static Arguments row(String requirement, String kind, String expected, String body) {
        return Arguments.of(requirement, kind, expected, body.replace('\'', '"'));
    }

    private static String page(String page) {
        return ROLES.replace("'page':{}", "'page':" + page);
    }

    static Stream<Arguments> rows() {
        String role = "'type':'role'";
        return Stream.of(
                row("8.2.1 a limit", "subject", "author ...", page("{'limit':1}")),
                row("8.2.1 a limit beyond all there is", "subject", "author reader", page("{'limit':123456789012345}")),
                row("8.2.1 a limit of none finds none", "subject", "...", page("{'limit':0}")),
                row("8.2.1 a limit is not negative", "subject", "400", page("{'limit':-1}")),
                row("8.2.1 a limit is whole", "subject", "400", page("{'limit':1.5}")),
                row("8.2.1 a limit is a number", "subject", "400", page("{'limit':'1'}")),
                row("8.2.1 a token is one of ours", "subject", "400", page("{'token':'abc'}")),
                row("8.2.1 a token is no empty text", "subject", "400", page("{'token':''}")),
                row("8.2.1 a token is a text", "subject", "400", page("{'token':7}")),
                row("8.2.1 properties are an object", "subject", "400", page("{'properties':7}")),
                row("8.2.1 properties may be there", "subject", "author reader", page("{'properties':{'sort':'id'}}")),
                row("8.2.1 unknown members are passed over", "subject", "author reader", page("{'size':1}")),
                row("8.2.1 a page is an object", "subject", "400", page("[]")),
                row("8.2.1 a page of nothing is none", "subject", "author reader", page("null")),
                row("8.4.1 the type is required", "subject", "400", ROLES.replace(role, "")),
                row(
                        "8.4.1 an id is passed over",
                        "subject",
                        "author reader",
                        ROLES.replace(role, role + ",'id':'reader'")),
                row("8.4.1 whatever it is", "subject", "author reader", ROLES.replace(role, role + ",'id':[null]")),
                row("8.4.1 properties are not", "subject", "400", ROLES.replace(role, role + ",'properties':7")),
                row("8.4.1 the action is required", "subject", "400", ROLES.replace("'action'", "'deed'")),
                row("8.4.1 the resource is whole", "subject", "400", ROLES.replace(",'id':'final'", "")),
                row("8.5.1 the type is required", "resource", "400", LEVELS.replace("{'type':'level'}", "{}")),
                row(
                        "8.5.1 an id is passed over",
                        "resource",
                        "draft final",
                        LEVELS.replace("'level'", "'level','id':'draft'")),
                row("8.5.1 the subject is whole", "resource", "400", LEVELS.replace(",'id':'author'", "")),
                row("8.5.1 the action is whole", "resource", "400", LEVELS.replace("'name':'read'", "")),
                row("8.6.1 no action is needed", "action", "read", ACTIONS),
                row("8.6.1 nor looked at", "action", "read", ACTIONS.replace("'context'", "'action':7,'context'")),
                row("8.6.1 the subject is whole", "action", "400", ACTIONS.replace(",'id':'author'", "")),
                row("8.6.1 the resource is whole", "action", "400", ACTIONS.replace(",'id':'final'", "")),
                row("8.6.1 the context counts", "action", "read publish", ACTIONS.replace("{}", READ_BY_ANOTHER)),
                row("8.6.1 the context is an object", "action", "400", ACTIONS.replace("{}", "1")),
                row("8.3 of an unknown type there are none", "subject", "", ROLES.replace("role", "spaceship")),
                row("8.3 on an unknown type nobody may", "subject", "", ROLES.replace("level", "moon")),
                row("8.3 of an unknown type there are none", "resource", "", LEVELS.replace("level", "moon")),
                row("8.3 an unknown subject may nothing", "resource", "", LEVELS.replace("author", "nobody")),
                row("8.3 an unknown subject may nothing", "action", "", ACTIONS.replace("author", "nobody")),
                row("8.3 on an unknown type one may nothing", "action", "", ACTIONS.replace("level", "moon")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void finds(String requirement, String kind, String expected, String body) {
        HttpResponse<String> answer = SERVER.post(Access.SEARCH + kind, body);

        if (expected.equals("400")) {
            assertThat(answer.statusCode()).as(requirement).isEqualTo(400);
            assertThat(answer.body()).isNotBlank().doesNotContain("results");
            return;
        }
        assertThat(answer.statusCode()).as(requirement + answer.body()).isEqualTo(200);
        Members members = TestServer.members(answer.body());
        String found = members.list("results").orElseThrow().stream()
                .map(each -> name(kind, (Members) each))
                .collect(Collectors.joining(" "));
        boolean isAll = members.object("page")
                .orElseThrow()
                .text("next_token")
                .orElseThrow()
                .isEmpty();
        assertThat(isAll ? found : (found + " ...").strip()).as(requirement).isEqualTo(expected);
    }

    private static String name(String kind, Members found) {
        assertThat(found.members().keySet()).isSubsetOf("type", "id", "name");
        assertThat(found.text("type").isPresent()).isNotEqualTo(kind.equals("action"));
        return found.text(kind.equals("action") ? "name" : "id").orElseThrow();
    }

    @Test
    void goesOnUnderTheSameLimitAlone() {
        String first = page("{'limit':0}").replace('\'', '"');
        String token = SERVER.json(Access.SEARCH + "subject", first)
                .object("page")
                .flatMap(page -> page.text("next_token"))
                .orElseThrow();

        for (String page : new String[] {"{'token':'%s'}", "{'token':'%s','limit':0}"}) {
            assertThat(SERVER.post(Access.SEARCH + "subject", body(page, token)).statusCode())
                    .isEqualTo(200);
        }
        for (String page :
                new String[] {"{'token':'%s','limit':1}", "{'token':'%s','limit':1000}", "{'token':'%s','size':1}"}) {
            assertThat(SERVER.post(Access.SEARCH + "subject", body(page, token)).statusCode())
                    .as(page)
                    .isEqualTo(400);
        }
    }

    private static String body(String page, String token) {
        return page(String.format(page, token)).replace('\'', '"');
    }

    @Test
    void saysHowMuchThereIsBeforeItSaysWhat() {
        String answer = SERVER.post(
                        Access.SEARCH + "subject", page("{'limit':1}").replace('\'', '"'))
                .body();

        assertThat(answer)
                .startsWith("{\"page\":{\"next_token\":\"")
                .containsSubsequence("\"count\":1", "\"results\":[");
    }
}
