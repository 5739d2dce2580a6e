package dev.remit.cli;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit completion}: lets a shell complete verbs and options. */
final class Completion implements Verb {
    @Override
    public String name() {
        return "completion";
    }

    @Override
    public String summary() {
        return "Prints a script that lets bash or zsh complete verbs and options.";
    }

    @Override
    public String synopsis() {
        return "completion";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of();
    }

    @Override
    public List<String> notes() {
        return List.of(
                "The script completes a command called `remit`; in zsh, run `autoload bashcompinit; bashcompinit` first.",
                "Exit code: 0.",
                "",
                "Example:",
                "  remit completion > remit-completion.bash");
    }

    @Override
    public int run(Given given, Streams streams) {
        streams.out().line(AutoComplete.bash(Verbs.PROGRAM, Verbs.all()).stripTrailing());
        return OK;
    }
}
