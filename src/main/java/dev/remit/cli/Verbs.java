package dev.remit.cli;

import static java.util.Objects.requireNonNull;

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
        VERBS.put("rulings", Rulings::new);
        VERBS.put("page", Page::new);
        VERBS.put("explore", Explore::new);
        VERBS.put("export", Export::new);
        VERBS.put("files", FileListing::new);
        VERBS.put("pack", Pack::new);
        VERBS.put("verify", VerifyPack::new);
        VERBS.put("watch", Watch::new);
        VERBS.put("replay", Replay::new);
        VERBS.put("words", WordListing::new);
        VERBS.put("serve", Serve::new);
        VERBS.put("schema", Schema::new);
        VERBS.put("completion", Completion::new);
        VERBS.put("help", Help::new);
    }

    private Verbs() {}

    /** The whole command line. */
    static CommandLine all() {
        CommandSpec program = program();
        VERBS.forEach((name, verb) -> program.addSubcommand(name, spec(verb.get())));
        VerbGroup.ALL.forEach((name, group) -> program.addSubcommand(name, spec(name, group)));
        return commandLine(program);
    }

    /** The command line that reads the given arguments: if they begin with a verb, no other verb is prepared. */
    static CommandLine reading(List<String> arguments) {
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        if (!VERBS.containsKey(first) && !VerbGroup.isFirst(first)) {
            return all();
        }
        CommandSpec program = program();
        Supplier<Verb> verb = VERBS.get(first);
        program.addSubcommand(
                first, verb == null ? spec(first, requireNonNull(VerbGroup.ALL.get(first), first)) : spec(verb.get()));
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

    private static CommandSpec spec(String name, VerbGroup group) {
        CommandSpec spec = CommandSpec.create().name(name).addOption(Option.help());
        group.verbs().forEach((second, verb) -> spec.addSubcommand(second, spec(verb.get())));
        spec.usageMessage()
                .customSynopsis(PROGRAM + " " + name + " VERB [OPTION...]")
                .header(group.summary())
                .synopsisHeading("%nUsage: ")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nVerbs:%n")
                .footer(
                        "",
                        "Every verb has --help, with an example.",
                        "",
                        "Example:",
                        "  " + PROGRAM + " " + group.example());
        return spec;
    }

    private static CommandSpec spec(Verb verb) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(verb).name(verb.name());
        verb.accepts().forEach(spec::add);
        verb.packs().options().forEach(spec::add);
        spec.add(Option.help());
        spec.usageMessage()
                .customSynopsis(PROGRAM + " " + verb.synopsis() + verb.packs().synopsis())
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
