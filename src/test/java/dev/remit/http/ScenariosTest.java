package dev.remit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.json.JsonValue;
import dev.remit.json.JsonValue.Members;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The public scenarios of AuthZEN, as policies with a mapping each. */
class ScenariosTest {
    private static final Path EXAMPLES = Path.of("docs/examples/authzen");
    private static final Map<String, String> USERS = Map.of(
            "rick", "CiRmZDA2MTRkMy1jMzlhLTQ3ODEtYjdiZC04Yjk2ZjVhNTEwMGQSBWxvY2Fs",
            "morty", "CiRmZDE2MTRkMy1jMzlhLTQ3ODEtYjdiZC04Yjk2ZjVhNTEwMGQSBWxvY2Fs",
            "summer", "CiRmZDI2MTRkMy1jMzlhLTQ3ODEtYjdiZC04Yjk2ZjVhNTEwMGQSBWxvY2Fs",
            "beth", "CiRmZDM2MTRkMy1jMzlhLTQ3ODEtYjdiZC04Yjk2ZjVhNTEwMGQSBWxvY2Fs",
            "jerry", "CiRmZDQ2MTRkMy1jMzlhLTQ3ODEtYjdiZC04Yjk2ZjVhNTEwMGQSBWxvY2Fs");
    private static final Map<String, String> MAILS = Map.of(
            "rick", "rick@the-citadel.com",
            "morty", "morty@the-citadel.com",
            "summer", "summer@the-smiths.com",
            "beth", "beth@the-smiths.com",
            "jerry", "jerry@the-smiths.com");

    private static TestServer serving(String scenario) {
        return TestServer.of(EXAMPLES.resolve(scenario), EXAMPLES.resolve(scenario + "-mapping.yaml"));
    }

    private static String todo(String user, String action, String type, String properties) {
        return "{\"subject\":{\"type\":\"user\",\"id\":\"" + USERS.get(user) + "\"},\"action\":{\"name\":\"" + action
                + "\"},\"resource\":{\"type\":\"" + type + "\",\"id\":\"1\"" + properties + "}}";
    }

    private static String owned(String owner) {
        return ",\"properties\":{\"ownerID\":\"" + MAILS.get(owner) + "\"}";
    }

    @Test
    void decidesTheToDoListAsItsRolesSay() {
        try (TestServer server = serving("todo")) {
            for (String user : USERS.keySet()) {
                boolean isEditor = !user.equals("beth") && !user.equals("jerry");
                String other = user.equals("morty") ? "summer" : "morty";
                assertThat(decision(server, todo(user, "can_read_user", "user", "")))
                        .isTrue();
                assertThat(decision(server, todo(user, "can_read_todos", "todo", "")))
                        .isTrue();
                assertThat(decision(server, todo(user, "can_create_todo", "todo", "")))
                        .as(user)
                        .isEqualTo(isEditor);
                for (String action : List.of("can_update_todo", "can_delete_todo")) {
                    assertThat(decision(server, todo(user, action, "todo", owned(user))))
                            .as(user + " " + action + " own")
                            .isEqualTo(isEditor);
                    assertThat(decision(server, todo(user, action, "todo", owned(other))))
                            .as(user + " " + action + " other")
                            .isEqualTo(user.equals("rick"));
                    assertThat(decision(server, todo(user, action, "todo", ""))).isEqualTo(user.equals("rick"));
                }
            }
            assertThat(decision(server, todo("rick", "can_read_user", "todo", "")))
                    .isFalse();
            assertThat(decision(server, todo("rick", "can_fly", "todo", ""))).isFalse();
        }
    }

    @Test
    void decidesTheFixtureOfTheCertification() {
        try (TestServer server = serving("certification")) {
            assertThat(decision(server, record("alice", "", "read", "", "record-1", "")))
                    .isTrue();
            assertThat(decision(server, record("alice", "", "write", "", "record-1", "")))
                    .isTrue();
            assertThat(decision(server, record("bob", "", "read", "", "record-1", "")))
                    .isTrue();
            assertThat(decision(server, record("bob", "", "write", "", "record-1", "")))
                    .isFalse();
            String archived = ",\"properties\":{\"status\":\"archived\"}";
            String admin = ",\"properties\":{\"role\":\"admin\"}";
            assertThat(decision(server, record("alice", "", "write", "", "record-2", archived)))
                    .isFalse();
            assertThat(decision(server, record("alice", "", "write", "", "record-1", archived)))
                    .isFalse();
            assertThat(decision(server, record("bob", admin, "write", "", "record-2", archived)))
                    .isTrue();
            assertThat(decision(
                            server, record("alice", "", "delete", ",\"properties\":{\"soft\":true}", "record-1", "")))
                    .isTrue();
            assertThat(decision(
                            server, record("alice", "", "delete", ",\"properties\":{\"soft\":false}", "record-1", "")))
                    .isFalse();
            assertThat(decision(server, record("alice", "", "delete", "", "record-1", "")))
                    .isFalse();
            String more = ",\"properties\":{\"department\":\"Sales\",\"role\":\"manager\"}";
            Members answer = server.json(
                    Access.EVALUATION,
                    record(
                            "alice",
                            more,
                            "read",
                            ",\"properties\":{\"method\":\"GET\"}",
                            "record-1",
                            ",\"properties\":" + "{\"status\":\"active\",\"owner\":\"bob\"}"));
            assertThat(answer.truth("decision")).contains(true);
            assertThat(answer.json())
                    .contains(
                            "\"ignored\":[\"subject.properties.department\",\"action.properties.method\",\"resource.properties.owner\"]");
        }
    }

    @Test
    void searchesTheFixtureOfTheCertification() {
        try (TestServer server = serving("certification")) {
            assertThat(ids(server, "subject", record("nobody", "", "read", "", "record-1", "")))
                    .containsExactly("alice", "bob");
            assertThat(ids(server, "resource", record("alice", "", "read", "", "any", "")))
                    .contains("record-1");
            String archived = ",\"properties\":{\"status\":\"archived\"}";
            String admin = ",\"properties\":{\"role\":\"admin\"}";
            assertThat(ids(server, "action", record("alice", "", "read", "", "record-1", "")))
                    .containsExactly("read", "write");
            assertThat(ids(server, "subject", record("x", "", "write", "", "record-2", archived)))
                    .doesNotContain("alice");
            assertThat(ids(server, "resource", record("bob", admin, "write", "", "x", "")))
                    .containsExactly("record-2");
            assertThat(ids(server, "action", record("bob", admin, "read", "", "record-2", archived)))
                    .containsExactly("read", "write");
            assertThat(ids(server, "action", record("nonexistent-user", "", "read", "", "record-1", "")))
                    .isEmpty();
            assertThat(
                            ids(
                                    server,
                                    "subject",
                                    "{\"subject\":{\"type\":\"spaceship\"},\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"record\",\"id\":\"record-1\"}}"))
                    .isEmpty();
        }
    }

    @Test
    void searchesRecordsByOwnerDepartmentAndRole() {
        List<String> users = List.of("alice", "bob", "carol", "dan", "erin", "felix");
        List<String> owners =
                IntStream.range(0, 20).mapToObj(i -> users.get(i % 6)).toList();
        Map<String, String> departments = Map.of(
                "alice",
                "Sales",
                "bob",
                "Legal",
                "carol",
                "Legal",
                "dan",
                "Finance",
                "erin",
                "Finance",
                "felix",
                "Accounting");
        List<String> of = Arrays.asList(
                ("Legal Legal Legal Accounting Legal Accounting Sales Legal Accounting Sales Accounting Legal Sales"
                                + " Accounting Finance Legal Legal Accounting Legal Accounting")
                        .split(" ", -1));
        try (TestServer server = serving("search")) {
            for (String user : users) {
                boolean isManager = user.equals("alice") || user.equals("dan");
                for (String action : List.of("view", "edit", "delete")) {
                    List<String> expected = IntStream.range(0, 20)
                            .filter(i -> owners.get(i).equals(user)
                                    || (action.equals("view")
                                            && (isManager || of.get(i).equals(departments.get(user))))
                                    || (action.equals("edit")
                                            && isManager
                                            && of.get(i).equals(departments.get(user))))
                            .mapToObj(i -> Integer.toString(101 + i))
                            .toList();
                    assertThat(ids(server, "resource", record(user, "", action, "", "x", "")))
                            .as(user + " " + action)
                            .containsExactlyElementsOf(expected);
                    for (int i = 0; i < 20; i += 7) {
                        String id = Integer.toString(101 + i);
                        boolean isThere = expected.contains(id);
                        assertThat(ids(server, "subject", record("x", "", action, "", id, ""))
                                        .contains(user))
                                .isEqualTo(isThere);
                        assertThat(ids(server, "action", record(user, "", "x", "", id, ""))
                                        .contains(action))
                                .isEqualTo(isThere);
                        assertThat(decision(server, record(user, "", action, "", id, "")))
                                .isEqualTo(isThere);
                    }
                }
            }
        }
    }

    private static String record(
            String user, String ofUser, String action, String ofAction, String id, String ofRecord) {
        return "{\"subject\":{\"type\":\"user\",\"id\":\"" + user + "\"" + ofUser + "},\"action\":{\"name\":\"" + action
                + "\"" + ofAction + "},\"resource\":{\"type\":\"record\",\"id\":\"" + id + "\"" + ofRecord + "}}";
    }

    private static boolean decision(TestServer server, String request) {
        return server.json(Access.EVALUATION, request).truth("decision").orElseThrow();
    }

    private static List<String> ids(TestServer server, String kind, String request) {
        List<JsonValue> results = new ArrayList<>(
                server.json(Access.SEARCH + kind, request).list("results").orElseThrow());
        return results.stream()
                .map(each -> (Members) each)
                .map(each -> each.text(kind.equals("action") ? "name" : "id").orElseThrow())
                .collect(Collectors.toList());
    }
}
