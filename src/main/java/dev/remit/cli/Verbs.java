package dev.remit.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The verbs, and the command lines that picocli reads them from. */
final class Verbs {
    static final String PROGRAM = "remit";

    private static final int WIDTH = 100;
    private static final Map<String, Supplier<Verb>> VERBS = new LinkedHashMap<>();

    static {
        VERBS.put("ask", Ask::new);
        VERBS.put("decide", Decide::new);
        VERBS.put("check", Check::new);
        VERBS.put("test", Test::new);
        VERBS.put("who", Who::new);
        VERBS.put("matrix", Matrix::new);
        VERBS.put("diff", Diff::new);
        VERBS.put("prove", Prove::new);
        VERBS.put("clauses", Clauses::new);
        VERBS.put("page", Page::new);
        VERBS.put("files", FileListing::new);
        VERBS.put("schema", Schema::new);
        VERBS.put("completion", Completion::new);
    }

    private Verbs() {}

    /** The whole command line. */
    static CommandLine all() {
        CommandSpec program = program();
        VERBS.forEach((name, verb) -> program.addSubcommand(name, spec(verb.get())));
        return commandLine(program);
    }

    /** The command line that reads the given arguments: if they begin with a verb, no other verb is prepared. */
    static CommandLine reading(List<String> arguments) {
        Supplier<Verb> verb = arguments.isEmpty() ? null : VERBS.get(arguments.get(0));
        if (verb == null) {
            return all();
        }
        CommandSpec program = program();
        program.addSubcommand(arguments.get(0), spec(verb.get()));
        return commandLine(program);
    }

    private static CommandLine commandLine(CommandSpec program) {
        // It would write arguments to standard error unescaped.
        CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
        return new CommandLine(program).setExpandAtFiles(false).setUsageHelpWidth(WIDTH);
    }

    private static CommandSpec program() {
        CommandSpec program =
                CommandSpec.create().name(PROGRAM).addOption(Option.help()).addOption(Option.version());
        program.usageMessage()
                .customSynopsis(PROGRAM + " VERB [BUNDLE] [OPTION...]")
                .description("Who may do what to which data, and why: access policies as data.")
                .commandListHeading("%nVerbs:%n")
                .footer(
                        "",
                        "remit stands for: java -jar target/remit-cli.jar",
                        "Every verb has --help, with an example.",
                        "",
                        "Example:",
                        "  remit ask --role researcher --activity view --level 4 --project 156");
        return program;
    }

    private static CommandSpec spec(Verb verb) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(verb).name(verb.name());
        verb.accepts().forEach(spec::add);
        spec.add(Option.help());
        spec.usageMessage()
                .customSynopsis(PROGRAM + " " + verb.synopsis())
                .header(verb.summary())
                .sortOptions(false)
                .parameterListHeading("%n")
                .optionListHeading("%nOptions:%n")
                .footer(verb.notes().toArray(String[]::new))
                .synopsisHeading("%nUsage: ")
                .footerHeading("%n");
        return spec;
    }
}
