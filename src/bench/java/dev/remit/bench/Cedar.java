package dev.remit.bench;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Cedar through cedar-java, with a cached policy set. The role is the principal, the activity the action, and the
 * environment the resource, so that a policy's scope settles most; the rest is context. It needs no entities.
 */
final class Cedar implements Contender {
    private static final EntityTypeName ROLE = type("Role");
    private static final EntityTypeName ACTION = type("Action");
    private static final EntityTypeName ENVIRONMENT = type("Environment");
    private static final Entities NONE = new Entities();

    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
    private PolicySet policies;
    private AuthorizationRequest[] requests;

    private static EntityTypeName type(String name) {
        return EntityTypeName.parse(name).orElseThrow();
    }

    @Override
    public void write(Workload workload, Path folder) throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve("policy.cedar"))) {
            for (Map.Entry<String, List<RuleRow>> each :
                    workload.rulesByEnvironment().entrySet()) {
                for (RuleRow rule : each.getValue()) {
                    out.write(policy(rule, each.getKey()));
                }
            }
        }
    }

    private static String policy(RuleRow rule, String environment) {
        List<String> roles = rule.words().get(Field.ROLE);
        List<String> activities = rule.words().get(Field.ACTIVITY);
        String principal =
                roles == null || roles.size() > 1 ? "principal" : "principal == Role::\"" + roles.get(0) + "\"";
        String action = activities == null
                ? "action"
                : activities.stream()
                        .map(each -> "Action::\"" + each + "\"")
                        .collect(Collectors.joining(", ", "action in [", "]"));
        List<String> conditions = new ArrayList<>();
        if (roles != null && roles.size() > 1) {
            conditions.add(roles.stream()
                    .map(each -> "Role::\"" + each + "\"")
                    .collect(Collectors.joining(", ", "[", "].contains(principal)")));
        }
        for (Field field : List.of(Field.LEVEL, Field.CATEGORY, Field.KIND, Field.STATUS)) {
            List<String> words = rule.words().get(field);
            if (words != null && words.size() == 1) {
                conditions.add("context." + field.word() + " == \"" + words.get(0) + "\"");
            } else if (words != null) {
                conditions.add(words.stream()
                        .map(each -> "\"" + each + "\"")
                        .collect(Collectors.joining(", ", "[", "].contains(context." + field.word() + ")")));
            }
        }
        rule.flags().forEach((flag, must) -> conditions.add((must ? "" : "!") + "context." + flag.word()));
        return (rule.permit() ? "permit" : "forbid") + " (" + principal + ", " + action
                + ", resource == Environment::\"" + environment + "\")"
                + (conditions.isEmpty() ? "" : " when { " + String.join(" && ", conditions) + " }") + ";\n";
    }

    @Override
    public void load(Workload workload, Path folder) throws Exception {
        policies = PolicySet.parsePolicies(folder.resolve("policy.cedar"));
        policies.cache();
    }

    @Override
    public void prepare(List<Request> some) {
        requests = some.stream().map(Cedar::request).toArray(AuthorizationRequest[]::new);
    }

    private static AuthorizationRequest request(Request it) {
        Map<String, Value> context = new HashMap<>();
        for (Field field : List.of(Field.LEVEL, Field.CATEGORY, Field.KIND, Field.STATUS)) {
            context.put(field.word(), new PrimString(it.word(field)));
        }
        for (Flag flag : Flag.values()) {
            context.put(flag.word(), new PrimBool(it.flag(flag)));
        }
        return new AuthorizationRequest(
                new EntityUID(ROLE, it.role()),
                new EntityUID(ACTION, it.activity()),
                new EntityUID(ENVIRONMENT, it.environment()),
                context);
    }

    private AuthorizationResponse response(int request) {
        try {
            return engine.isAuthorized(requests[request], policies, NONE);
        } catch (AuthException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public boolean permits(int request) {
        return response(request).success.orElseThrow().isAllowed();
    }

    @Override
    public void decide(int request, Blackhole sink) {
        sink.consume(response(request));
    }
}
