package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.json.BundleIds;
import dev.remit.json.SchemaWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit schema}: the JSON Schema of policy files. */
final class Schema implements Verb {
    @Override
    public String name() {
        return "schema";
    }

    @Override
    public String summary() {
        return "Prints the JSON Schema of policy files, for editors.";
    }

    @Override
    public String synopsis() {
        return "schema [BUNDLE] [--format text|json]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle("A bundle whose ids the schema offers. Left out: the schema of any bundle."),
                Option.format("text", "On indented lines or on one"));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "One schema serves all files of a bundle.",
                "Exit code: 0, or 2 if the bundle has errors.",
                "",
                "Example:",
                "  remit schema > policy-schema.json");
    }

    @Override
    public int run(Given given, Streams streams) {
        Given.Format format = given.format(Given.Format.TEXT);
        String schema = given.bundle().isPresent() ? of(Bundle.open(given)) : SchemaWriter.generic();
        streams.out().line(format == Given.Format.TEXT ? schema.stripTrailing() : onOneLine(schema));
        return OK;
    }

    private static String of(PolicyBundle bundle) {
        return SchemaWriter.of(BundleIds.of(bundle.policy(), bundle.registers(), bundle.sets(), bundle.positions()));
    }

    /** The schema on one line. Line ends within strings are escaped, so all others only lay out the text. */
    private static String onOneLine(String schema) {
        return schema.lines().map(String::strip).collect(Collectors.joining());
    }
}
