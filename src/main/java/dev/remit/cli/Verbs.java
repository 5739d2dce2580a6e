package dev.remit.cli;

import static java.util.Objects.requireNonNull;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The verbs, and the command lines that picocli reads them from. */
final class Verbs {
    static final String PROGRAM = "remit";

    private static final int WIDTH = 100;
    /** The verbs of one word, in the order of the help. */
    private static final List<String> NAMES = List.of(
            "ask",
            "decide",
            "check",
            "test",
            "who",
            "matrix",
            "diff",
            "prove",
            "clauses",
            "rulings",
            "page",
            "explore",
            "export",
            "files",
            "pack",
            "verify",
            "watch",
            "replay",
            "words",
            "serve",
            "schema",
            "completion",
            "help");

    private Verbs() {}

    /** The whole command line. */
    static CommandLine all() {
        CommandSpec program = program();
        NAMES.forEach(name -> program.addSubcommand(name, spec(verb(name))));
        VerbGroup.ALL.forEach((name, group) -> program.addSubcommand(name, spec(name, group)));
        return commandLine(program);
    }

    /** The command line that reads the given arguments: only those verbs are prepared
     * that can matter to them. */
    static CommandLine reading(List<String> arguments) {
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        if (arguments.size() == 1 && Option.asksForVersion(first)) {
            return commandLine(program());
        }
        boolean isVerb = NAMES.contains(first);
        if (!isVerb && !VerbGroup.isFirst(first)) {
            return all();
        }
        CommandSpec program = program();
        program.addSubcommand(
                first, isVerb ? spec(verb(first)) : spec(first, requireNonNull(VerbGroup.ALL.get(first), first)));
        return commandLine(program);
    }

    /** One verb: no class of another one is loaded for it. */
    private static Verb verb(String name) {
        return switch (name) {
            case "ask" -> new Ask();
            case "decide" -> new Decide();
            case "check" -> new Check();
            case "test" -> new Test();
            case "who" -> new Who();
            case "matrix" -> new Matrix();
            case "diff" -> new Diff();
            case "prove" -> new Prove();
            case "clauses" -> new Clauses();
            case "rulings" -> new Rulings();
            case "page" -> new Page();
            case "explore" -> new Explore();
            case "export" -> new Export();
            case "files" -> new FileListing();
            case "pack" -> new Pack();
            case "verify" -> new VerifyPack();
            case "watch" -> new Watch();
            case "replay" -> new Replay();
            case "words" -> new WordListing();
            case "serve" -> new Serve();
            case "schema" -> new Schema();
            case "completion" -> new Completion();
            case "help" -> new Help();
            default -> throw new IllegalArgumentException(name);
        };
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
