package dev.remit.cli;

import dev.remit.diagnostic.Words;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit help}: the help of the program, or of a verb. */
final class Help implements Verb {
    private static final String VERB = "VERB";
    /** The least width that picocli takes. */
    private static final int NARROWEST = 55;

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String summary() {
        return "Shows the help of a verb.";
    }

    @Override
    public String synopsis() {
        return "help [VERB...]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(Option.operands(VERB + "...", "The verb, of one word or two. Left out: all verbs."));
    }

    @Override
    public List<String> notes() {
        return List.of("It is what the verb says to --help.", "Exit code: 0, or 2 if there is no such verb.", "", "Example:", "  remit help who");
    }

    @Override
    public int run(Given given, Streams streams) {
        CommandLine command = Verbs.all();
        for (String word : given.operands()) {
            CommandLine next = command.getSubcommands().get(word);
            if (next == null) {
                throw new UsageError(
                        "there is no verb " + Words.quoted(word),
                        Words.didYouMean(word, List.copyOf(command.getSubcommands().keySet()))
                                .or(() -> Optional.of("`remit help` lists the verbs")));
            }
            command = next;
        }
        show(command, streams.out());
        return OK;
    }

    /** Shows the help of a command, no wider than the terminal. */
    static void show(CommandLine command, Output out) {
        if (out.width() >= NARROWEST && out.width() < command.getUsageHelpWidth()) {
            command.setUsageHelpWidth(out.width());
        }
        out.line(command.getUsageMessage(out.hasColours() ? Ansi.ON : Ansi.OFF).stripTrailing());
    }
}
