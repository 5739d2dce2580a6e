package dev.remit.cli;

import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/** One verb of the command line. */
interface Verb {
    /** Everything went as it should, and the answer, where the verb gives one, is yes. */
    int OK = 0;
    /** The answer is no. */
    int NO = 1;
    /** There is no answer: the verb was not used as it should be, or has nothing to work on. */
    int MISUSE = 2;

    /** What people type. */
    String name();

    /** What it does, in one line. */
    String summary();

    /** How it is used, with every option and without the program's name. */
    String synopsis();

    /** What it accepts beside {@code --help}, in the order in which the help lists it. */
    List<ArgSpec> accepts();

    /** What the help says below the options: the exit codes, and an example that runs as it stands. */
    List<String> notes();

    /** Does it. */
    int run(Given given, Streams streams);
}
