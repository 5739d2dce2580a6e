package dev.remit.bench;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelParserFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CEL-Java with one program for all rules, on the runtime that plans, with variables resolved when they are needed. */
final class Cel implements Contender {
    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(Integer.MAX_VALUE)
            .maxParseRecursionDepth(5_000)
            .maxParseExpressionNodeCount(Integer.MAX_VALUE)
            .build();

    private Program program;
    private CelVariableResolver[] requests;

    @Override
    public void write(Workload workload, Path folder) throws IOException {
        Files.writeString(
                folder.resolve("policy.cel"),
                search(List.copyOf(workload.rulesByEnvironment().entrySet())));
    }

    /** Environments, which are in order, are found by halves: CEL has no look-up that leaves the rest alone. */
    private static String search(List<Map.Entry<String, List<RuleRow>>> environments) {
        if (environments.size() == 1) {
            return environment(environments.get(0).getKey(), environments.get(0).getValue());
        }
        int half = environments.size() / 2;
        return "(env < '" + environments.get(half).getKey() + "' ? "
                + search(environments.subList(0, half)) + " :\n"
                + search(environments.subList(half, environments.size())) + ")";
    }

    private static String environment(String id, List<RuleRow> rules) {
        return "(env == '" + id + "' && !(" + anyOf(rules.stream().filter(each -> !each.permit())) + ") && ("
                + anyOf(rules.stream().filter(RuleRow::permit)) + "))";
    }

    private static String anyOf(Stream<RuleRow> rules) {
        return rules.map(Cel::rule).collect(Collectors.joining(" || "));
    }

    private static String rule(RuleRow rule) {
        List<String> conditions = new ArrayList<>();
        rule.words()
                .forEach((field, words) -> conditions.add(
                        words.size() == 1
                                ? field.word() + " == '" + words.get(0) + "'"
                                : field.word()
                                        + words.stream()
                                                .map(each -> "'" + each + "'")
                                                .collect(Collectors.joining(", ", " in [", "]"))));
        rule.flags().forEach((flag, must) -> conditions.add((must ? "" : "!") + flag.word()));
        return "(" + String.join(" && ", conditions) + ")";
    }

    @Override
    public void load(Workload workload, Path folder) throws Exception {
        String text = Files.readString(folder.resolve("policy.cel"));
        CelAbstractSyntaxTree tree = workload.environments() == 1 ? checked(text) : parsed(text);
        program = CelRuntimeFactory.plannerRuntimeBuilder().build().createProgram(tree);
    }

    private static CelAbstractSyntaxTree checked(String text) throws CelValidationException {
        CelCompilerBuilder compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .addVar("env", SimpleType.STRING);
        Arrays.stream(Field.values()).forEach(each -> compiler.addVar(each.word(), SimpleType.STRING));
        Arrays.stream(Flag.values()).forEach(each -> compiler.addVar(each.word(), SimpleType.BOOL));
        return compiler.build().compile(text).getAst();
    }

    /** Without its types, the checking of which takes CEL-Java time that grows with the square of the text. */
    private static CelAbstractSyntaxTree parsed(String text) throws CelValidationException {
        return CelParserFactory.standardCelParserBuilder()
                .setOptions(OPTIONS)
                .build()
                .parse(text)
                .getAst();
    }

    @Override
    public void prepare(List<Request> some) {
        requests = some.stream().map(Cel::request).toArray(CelVariableResolver[]::new);
    }

    private static CelVariableResolver request(Request it) {
        Map<String, Optional<Object>> variables = new HashMap<>();
        variables.put("env", Optional.of(it.environment()));
        for (Field field : Field.values()) {
            variables.put(field.word(), Optional.of(it.word(field)));
        }
        for (Flag flag : Flag.values()) {
            variables.put(flag.word(), Optional.of(it.flag(flag)));
        }
        return name -> variables.getOrDefault(name, Optional.empty());
    }

    @Override
    public boolean permits(int request) {
        try {
            return (Boolean) program.eval(requests[request]);
        } catch (CelEvaluationException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
