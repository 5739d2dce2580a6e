package dev.remit.cli;

import dev.remit.diagnostic.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words the errors that picocli finds in arguments. */
final class Complaint {
    private Complaint() {}

    static UsageError about(ParameterException unparsed) {
        if (unparsed instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched.getUnmatched().get(0), unparsed.getCommandLine());
        }
        if (unparsed instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return new UsageError(name(missing.getMissing().get(0)) + " needs a value", Optional.empty());
        }
        if (unparsed instanceof OverwrittenOptionException overwritten) {
            return new UsageError(name(overwritten.getOverwritten()) + " is given twice", Optional.empty());
        }
        ArgSpec argument = unparsed.getArgSpec();
        return argument == null
                ? new UsageError(
                        Words.visible(String.valueOf(unparsed.getMessage())).replace('\'', '`'), Optional.empty())
                : new UsageError(name(argument) + " takes no value", Optional.empty());
    }

    private static UsageError unknown(String argument, CommandLine command) {
        if (argument.startsWith("-")) {
            String option = argument.replaceFirst("=.*", "");
            return new UsageError(
                    "option " + Words.quoted(option) + " is not known", Words.didYouMean(option, options(command)));
        }
        List<String> verbs = List.copyOf(command.getSubcommands().keySet());
        return verbs.isEmpty()
                ? new UsageError("there is one argument too many: " + Words.quoted(argument), "options begin with `--`")
                : new UsageError("verb " + Words.quoted(argument) + " is not known", Words.didYouMean(argument, verbs));
    }

    private static List<String> options(CommandLine command) {
        List<String> names = new ArrayList<>();
        command.getCommandSpec().options().forEach(each -> names.addAll(List.of(each.names())));
        return names;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? "option `" + option.longestName() + "`" : argument.paramLabel();
    }
}
