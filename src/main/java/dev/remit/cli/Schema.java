package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.grammar.Grammar;
import dev.remit.json.BundleIds;
import dev.remit.json.SchemaWriter;
import dev.remit.load.OpenedBundle;
import dev.remit.load.WrittenWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit schema}: the JSON Schema of policy files. */
final class Schema implements Verb {
    private static final String OF = "--of";
    private static final String SERVE = "serve";
    private static final List<String> OTHERS = List.of(SERVE, "mapping");

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
        return "schema [BUNDLE] [--of serve|mapping] [--format text|json]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle("A bundle whose ids the schema offers. Left out: the schema of any bundle."),
                Option.word(
                        OF,
                        "FILE",
                        "The schema of another file: serve, the settings of `remit serve`, or mapping, the words of"
                                + " other systems."),
                Option.format("text", "On indented lines or on one"));
    }

    @Override
    public PackUse packs() {
        return PackUse.COMPILED;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "One schema serves all files of a bundle.",
                "For a bundle with errors, it knows the ids that could be read.",
                "Exit code: 0, or 2 if the bundle has errors.",
                "",
                "Example:",
                "  remit schema > policy-schema.json");
    }

    @Override
    public int run(Given given, Streams streams) {
        Optional<String> of = given.word(OF).map(word -> Given.oneOf(OF, word, OTHERS));
        if (of.isPresent() && given.bundle().isPresent()) {
            throw new UsageError("`" + OF + "` does not go with a bundle", "leave one of them out");
        }
        if (of.isEmpty() && given.bundle().isPresent()) {
            return ofBundle(given, streams);
        }
        Packs.refuse(given, "the schema of any bundle", "name the packed bundle whose ids it is to offer");
        print(of.map(Schema::ofFile).orElseGet(SchemaWriter::generic), given, streams);
        return OK;
    }

    /** Prints the schema of a bundle; of one with errors, that of what could be read, after saying what is wrong. */
    private static int ofBundle(Given given, Streams streams) {
        Bundle bundle = Bundle.check(given);
        if (bundle.checked().value().isPresent()) {
            print(of(bundle.sound(given)), given, streams);
            return OK;
        }
        if (bundle.files().isEmpty()) {
            throw new UnusableBundle(bundle);
        }
        WrittenWords words = OpenedBundle.of(Bundle.source(given)).words();
        given.say(bundle.frames());
        given.say("The bundle has errors. The schema knows the ids that could be read; where some could not, it"
                + " accepts any.");
        print(SchemaWriter.of(BundleIds.ofFaulty(words.vocabulary(), words.ids())), given, streams);
        return Ending.CODE;
    }

    private static void print(String schema, Given given, Streams streams) {
        boolean isText = given.format(Given.Format.TEXT) == Given.Format.TEXT;
        streams.out().line(isText ? schema.stripTrailing() : onOneLine(schema));
    }

    private static String ofFile(String kind) {
        return kind.equals(SERVE)
                ? SchemaWriter.of(Grammar.serveFile(), "Settings of a Remit decision point")
                : SchemaWriter.of(Grammar.mappingFile(), "Words of another system for a Remit decision point");
    }

    private static String of(PolicyBundle bundle) {
        return SchemaWriter.of(BundleIds.of(bundle.policy(), bundle.registers(), bundle.sets(), bundle.positions()));
    }

    /** The schema on one line. Line ends within strings are escaped, so all others only lay out the text. */
    private static String onOneLine(String schema) {
        return schema.lines().map(String::strip).collect(Collectors.joining());
    }
}
