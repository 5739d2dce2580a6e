package dev.remit.cli;

import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit schema}: the JSON Schema of policy files. */
final class Schema implements Verb {
    private static final String FILE = "--file";

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public String summary() {
        return "Prints the JSON Schema of policy files, for editors that complete and check while one writes.";
    }

    @Override
    public String synopsis() {
        return "schema [BUNDLE]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle("A bundle whose ids the schema is to know. Left out: the schema of any policy."),
                Option.word(
                        FILE,
                        "FILE",
                        "Of which file: policy (unless said otherwise), rules, projects, people, clauses."),
                Option.format("json"));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Exit code: 0, or 2 if the bundle has errors.", "", "Example:", "  remit schema --file projects");
    }

    @Override
    public int run(Given given, Streams streams) {
        return OK;
    }
}
