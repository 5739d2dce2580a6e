package dev.remit.cli;

import dev.remit.check.InvalidLockException;
import dev.remit.decide.ListenerFailedException;
import dev.remit.live.source.UnusableRevisionException;
import dev.remit.record.RecordLog;
import dev.remit.writing.Visible;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Finds the verb that was asked for, and runs it. */
final class Program {
    private Program() {}

    /** Runs one verb; returns its exit code. */
    static int run(List<String> args, Streams streams) {
        try {
            return answer(args, streams);
        } finally {
            streams.out().flush();
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
        ParseResult given = parsed;
        while (given.hasSubcommand()) {
            given = given.subcommand();
        }
        CommandLine command = given.commandSpec().commandLine();
        if (given.isUsageHelpRequested()) {
            Help.show(command, streams.out());
            return Verb.OK;
        }
        if (given.isVersionHelpRequested()) {
            streams.out().line(Verbs.PROGRAM + " " + RecordLog.engineVersion());
            return Verb.OK;
        }
        if (!(given.commandSpec().userObject() instanceof Verb verb)) {
            streams.err().println(command.getUsageMessage(Ansi.OFF).stripTrailing());
            return Verb.MISUSE;
        }
        try {
            return verb.run(new Given(given, streams.err()::println), streams);
        } catch (UsageError misuse) {
            return complain(misuse, command, streams);
        } catch (UnusableRevisionException unusable) {
            return complain(new UsageError(unusable.sentence(), unusable.help()), command, streams);
        } catch (InvalidLockException unread) {
            return complain(new UsageError(unread.sentence(), unread.help()), command, streams);
        } catch (ListenerFailedException unrecorded) {
            streams.err()
                    .println("error: an answer could not be recorded, so that none is given: "
                            + Visible.line(String.valueOf(unrecorded.getCause())));
            return Verb.MISUSE;
        } catch (UnusableBundle unusable) {
            streams.err().println(unusable.bundle().frames());
            return Verb.MISUSE;
        }
    }

    private static int complain(UsageError misuse, CommandLine command, Streams streams) {
        streams.err().println("error: " + Visible.line(misuse.message()));
        misuse.help().ifPresent(help -> streams.err().println("  = help: " + Visible.line(help)));
        streams.err()
                .println("  = help: `" + command.getCommandSpec().qualifiedName() + " --help` lists what can be said");
        return Verb.MISUSE;
    }
}
