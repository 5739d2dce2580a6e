package dev.remit.cli;

import dev.remit.writing.Visible;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program {@code remit}: run with {@code --help} for its verbs. */
public final class Main {
    private Main() {}

    /** Runs one verb and ends the process with its exit code. */
    public static void main(String[] args) {
        int code = Verb.MISUSE;
        try {
            code = run(List.of(args), Streams.ofProcess());
        } finally {
            System.exit(code);
        }
    }

    /** Runs one verb; gives its exit code. */
    static int run(List<String> args, Streams streams) {
        try {
            try {
                return answer(args, streams);
            } finally {
                streams.out().flush();
            }
        } catch (Output.Failed failed) {
            streams.err().println("error: what was asked for cannot be written");
            return Verb.MISUSE;
        } catch (RuntimeException | VirtualMachineError broken) {
            // Never the exit code of a no, let alone of a yes.
            streams.err().println("error: broken invariant of ours, please report it with what follows");
            streams.err().trace(broken);
            return Verb.MISUSE;
        }
    }

    private static int answer(List<String> args, Streams streams) {
        CommandLine program = Verbs.reading(args);
        try {
            return answer(program.parseArgs(args.toArray(String[]::new)), streams);
        } catch (ParameterException unparsed) {
            return complain(Complaint.about(unparsed), unparsed.getCommandLine(), streams);
        }
    }

    private static int answer(ParseResult parsed, Streams streams) {
        ParseResult given = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        CommandLine command = given.commandSpec().commandLine();
        Ansi ansi = streams.out().hasColours() ? Ansi.ON : Ansi.OFF;
        if (given.isUsageHelpRequested()) {
            streams.out().line(command.getUsageMessage(ansi).stripTrailing());
            return Verb.OK;
        }
        if (given.isVersionHelpRequested()) {
            streams.out().line(Verbs.PROGRAM + " " + Version.of());
            return Verb.OK;
        }
        if (!(given.commandSpec().userObject() instanceof Verb verb)) {
            streams.err().println(command.getUsageMessage(Ansi.OFF).stripTrailing());
            return Verb.MISUSE;
        }
        try {
            return verb.run(new Given(given), streams);
        } catch (Misuse misuse) {
            return complain(misuse, command, streams);
        } catch (UnusableBundle unusable) {
            streams.err().println(unusable.bundle().frames());
            return Verb.MISUSE;
        }
    }

    private static int complain(Misuse misuse, CommandLine command, Streams streams) {
        streams.err().println("error: " + Visible.line(misuse.message()));
        misuse.help().ifPresent(help -> streams.err().println("  = help: " + Visible.line(help)));
        streams.err()
                .println("  = help: `" + command.getCommandSpec().qualifiedName() + " --help` lists what can be said");
        return Verb.MISUSE;
    }
}
