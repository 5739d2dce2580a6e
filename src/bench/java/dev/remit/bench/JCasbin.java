package dev.remit.bench;

import com.googlecode.aviator.runtime.function.FunctionUtils;
import com.googlecode.aviator.runtime.type.AviatorBoolean;
import com.googlecode.aviator.runtime.type.AviatorObject;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.util.function.CustomFunction;

/**
 * jCasbin with one policy row for each rule. The matcher compares the environment first, so that a row of another one
 * costs one comparison; a set is a text of words between bars, and looked into by a function in Java, not by eval.
 */
final class JCasbin implements Contender {
    private static final String ANY = "*";

    private Enforcer enforcer;
    private Object[][] requests;

    /** The names of a row's columns after the environment. */
    private static List<String> columns() {
        return Stream.concat(
                        Arrays.stream(Field.values()).map(Field::word),
                        Arrays.stream(Flag.values()).map(Flag::word))
                .toList();
    }

    @Override
    public void write(Workload workload, Path folder) throws IOException {
        String names = "env, " + String.join(", ", columns());
        String matcher = columns().stream()
                .map(each -> "has(p." + each + ", r." + each + ")")
                .collect(Collectors.joining(" && ", "r.env == p.env && ", ""));
        Files.writeString(folder.resolve("model.conf"), """
                [request_definition]
                r = %s
                [policy_definition]
                p = %s, eft
                [policy_effect]
                e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
                [matchers]
                m = %s
                """.formatted(names, names, matcher));
        try (Writer out = Files.newBufferedWriter(folder.resolve("policy.csv"))) {
            for (Map.Entry<String, List<RuleRow>> each :
                    workload.rulesByEnvironment().entrySet()) {
                for (RuleRow rule : each.getValue()) {
                    out.write("p, " + each.getKey() + ", " + row(rule) + ", " + (rule.permit() ? "allow" : "deny")
                            + "\n");
                }
            }
        }
    }

    private static String row(RuleRow rule) {
        List<String> cells = new ArrayList<>();
        for (Field field : Field.values()) {
            List<String> words = rule.words().get(field);
            cells.add(words == null ? ANY : "|" + String.join("|", words) + "|");
        }
        for (Flag flag : Flag.values()) {
            Boolean must = rule.flags().get(flag);
            cells.add(must == null ? ANY : "|" + must + "|");
        }
        return String.join(", ", cells);
    }

    /** Whether a set, which is a text, holds a word that has bars on both sides. */
    private static final class Has extends CustomFunction {
        private static final long serialVersionUID = 1L;

        @Override
        public AviatorObject call(Map<String, Object> env, AviatorObject set, AviatorObject word) {
            String words = FunctionUtils.getStringValue(set, env);
            return AviatorBoolean.valueOf(words.equals(ANY) || words.contains(FunctionUtils.getStringValue(word, env)));
        }

        @Override
        public String getName() {
            return "has";
        }
    }

    @Override
    public void load(Workload workload, Path folder) {
        enforcer = new Enforcer(
                folder.resolve("model.conf").toString(),
                folder.resolve("policy.csv").toString(),
                false);
        enforcer.addFunction("has", new Has());
    }

    @Override
    public void prepare(List<Request> some) {
        requests = some.stream().map(JCasbin::request).toArray(Object[][]::new);
    }

    private static Object[] request(Request it) {
        List<Object> cells = new ArrayList<>();
        cells.add(it.environment());
        for (Field field : Field.values()) {
            cells.add("|" + it.word(field) + "|");
        }
        for (Flag flag : Flag.values()) {
            cells.add("|" + it.flag(flag) + "|");
        }
        return cells.toArray();
    }

    @Override
    public boolean permits(int request) {
        return enforcer.enforce(requests[request]);
    }
}
