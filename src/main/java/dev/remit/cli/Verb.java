package dev.remit.cli;

import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/** One verb of the command line. */
interface Verb {
    /** The verb succeeded, and its answer, if it gives one, is yes. */
    int OK = 0;
    /** The answer is no. */
    int NO = 1;
    /** There is no answer: the verb was used wrongly, or has nothing to work on. */
    int MISUSE = 2;

    /** The name to type. */
    String name();

    /** A description of what it does, in one line. */
    String summary();

    /** Its usage with every option but those about packed bundles, without the program's name. */
    String synopsis();

    /** The arguments it accepts beside {@code --help} and those about packed bundles, in the order of the help. */
    List<ArgSpec> accepts();

    /** What it does with packed bundles, and so whether it accepts the options about them. */
    default PackUse packs() {
        return PackUse.NONE;
    }

    /** The help below the options: the exit codes, and an example that can be run unchanged. */
    List<String> notes();

    /** Runs the verb. */
    int run(Given given, Streams streams);
}
