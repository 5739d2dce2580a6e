package dev.remit.cli;

import dev.remit.model.Vocabulary;
import dev.remit.report.words.RegionWords;
import java.io.File;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The kinds of arguments that verbs accept, in picocli's terms. All values are read as plain text. */
final class Option {
    static final String FORMAT = "--format";
    static final String HELP = "--help";
    static final String IDS = "--ids";
    static final String TITLES = "--titles";
    static final String VERSION = "--version";

    private static final String BRIEF_VERSION = "-V";

    private Option() {}

    /** An option with one value. */
    static ArgSpec word(String name, String label, String... description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** An option with a file, so that shells complete its name. */
    static ArgSpec file(String name, String... description) {
        return path(name, "FILE", description);
    }

    /** An option with a file or a folder, by what it is to be. */
    static ArgSpec path(String name, String label, String... description) {
        return OptionSpec.builder(name)
                .type(File.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** An option with a file to write, by a short and a long name. */
    static ArgSpec output(String brief, String name, String... description) {
        return OptionSpec.builder(brief, name)
                .type(File.class)
                .paramLabel("FILE")
                .description(description)
                .build();
    }

    /** An option with one file or several, separated by spaces; each may have a word and {@code =} before it. */
    static ArgSpec files(String name, String... description) {
        return OptionSpec.builder(name)
                .arity("1..*")
                .type(List.class)
                .auxiliaryTypes(File.class)
                .paramLabel("FILE...")
                .hideParamSyntax(true)
                .description(description)
                .build();
    }

    /** An option with one value or several, which may be repeated. */
    static ArgSpec words(String name, String label, String... description) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .splitRegex(",")
                .paramLabel(label + "...")
                .hideParamSyntax(true)
                .description(description)
                .build();
    }

    /** An option with one value, which may be repeated; the value is never split. */
    static ArgSpec repeated(String name, String label, String... description) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** An option with one file, which may be repeated. */
    static ArgSpec repeatedFile(String name, String... description) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(File.class)
                .paramLabel("FILE")
                .description(description)
                .build();
    }

    /** An option without a value. */
    static ArgSpec flag(String name, String... description) {
        return OptionSpec.builder(name)
                .arity("0")
                .type(Boolean.class)
                .description(description)
                .build();
    }

    /** The option by which things are named by their titles, where ids are usual. */
    static ArgSpec titles() {
        return flag(TITLES, "Names things by their titles, for readers who know no ids.");
    }

    /** The option by which things are named by their titles, where that is usual. */
    static ArgSpec usualTitles() {
        return flag(TITLES, "Names things by their titles, as it does unless said otherwise.");
    }

    /** The option by which things are named by their ids, where titles are usual. */
    static ArgSpec ids() {
        return flag(IDS, "Names things by their ids instead of their titles.");
    }

    /** The option by which things are named by their ids, where that is usual. */
    static ArgSpec usualIds() {
        return flag(IDS, "Names things by their ids, as it does unless said otherwise.");
    }

    /**
     * Whether things are named by their titles.
     *
     * @param isUsual whether they are if nothing is said
     */
    static boolean byTitles(Given given, boolean isUsual) {
        if (given.flag(TITLES) && given.flag(IDS)) {
            throw new UsageError(
                    "`" + TITLES + "` does not go with `" + IDS + "`",
                    "say by which of the two things are to be named");
        }
        return given.flag(TITLES) || (isUsual && !given.flag(IDS));
    }

    /** The words for regions: titles if they were asked for, else ids. */
    static RegionWords words(Given given, Vocabulary vocabulary) {
        return byTitles(given, false) ? RegionWords.titles(vocabulary) : RegionWords.ids(vocabulary);
    }

    /** The parameter for the bundle. */
    static ArgSpec bundle(String... description) {
        return bundle(0, "BUNDLE", description);
    }

    /** The parameter for one of several bundles, by its place, counted from 0. */
    static ArgSpec bundle(int place, String label, String... description) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(place))
                .arity("0..1")
                .type(File.class)
                .paramLabel(label)
                .hideParamSyntax(true)
                .description(description)
                .build();
    }

    /** Words that stand by themselves, as many as there are. */
    static ArgSpec operands(String label, String... description) {
        return PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .hideParamSyntax(true)
                .description(description)
                .build();
    }

    static ArgSpec format(String usual) {
        return format(usual, "For people or for programs");
    }

    static ArgSpec format(String usual, String description) {
        return OptionSpec.builder(FORMAT)
                .type(String.class)
                .paramLabel("text|json")
                .completionCandidates(List.of("text", "json"))
                .description(description + "; " + usual + " unless said otherwise.")
                .build();
    }

    static OptionSpec help() {
        return OptionSpec.builder("-h", HELP)
                .arity("0")
                .type(Boolean.class)
                .usageHelp(true)
                .description("Shows this text.")
                .build();
    }

    /** Whether a word asks which Remit this is. */
    static boolean asksForVersion(String word) {
        return word.equals(BRIEF_VERSION) || word.equals(VERSION);
    }

    static OptionSpec version() {
        return OptionSpec.builder(BRIEF_VERSION, VERSION)
                .arity("0")
                .type(Boolean.class)
                .versionHelp(true)
                .description("Shows which Remit this is.")
                .build();
    }
}
