package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.json.WordsWriter;
import dev.remit.report.WordList;
import dev.remit.writing.Visible;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit words}: the words of a policy with their titles, for people and for completion. */
final class WordListing implements Verb {
    private static final String OF = "--of";
    private static final String IDS = "--ids";
    private static final List<String> KINDS =
            Arrays.stream(WordList.Kind.values()).map(WordList.Kind::label).toList();

    @Override
    public String name() {
        return "words";
    }

    @Override
    public String summary() {
        return "Lists the words of a policy and the ids of its registers, with their titles.";
    }

    @Override
    public String synopsis() {
        return "words [BUNDLE] [--of KIND] [--ids] [--format text|json]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle(Bundle.WHERE),
                Option.word(OF, "KIND", "Lists one kind alone: " + String.join(", ", KINDS) + "."),
                Option.flag(IDS, "Lists the ids alone, one a line."),
                Option.format("text"));
    }

    @Override
    public PackUse packs() {
        return PackUse.COMPILED;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Questions and other verbs are written with ids. After facts and attributes stand their values.",
                "Exit code: 0 listed, 2 misuse or no bundle.",
                "",
                "Example:",
                "  remit words --of role");
    }

    @Override
    public int run(Given given, Streams streams) {
        Given.Format format = given.format(Given.Format.TEXT);
        Optional<WordList.Kind> kind = given.word(OF).map(WordListing::kind);
        PolicyBundle bundle = Bundle.open(given);
        WordList all = WordList.of(bundle.policy().vocabulary(), bundle.registers());
        WordList listed = kind.map(each -> new WordList(all.of(each))).orElse(all);
        if (format == Given.Format.JSON) {
            streams.out()
                    .line(WordsWriter.of(
                                    bundle.decisionPoint(),
                                    all,
                                    kind.map(List::of).orElse(List.of(WordList.Kind.values())))
                            .json());
        } else if (given.flag(IDS)) {
            listed.words().forEach(each -> streams.out().say(Visible.line(each.id())));
        } else {
            for (WordList.Kind each : WordList.Kind.values()) {
                say(each, listed.of(each), streams.out());
            }
        }
        return OK;
    }

    private static WordList.Kind kind(String word) {
        return WordList.Kind.values()[KINDS.indexOf(Given.oneOf(OF, word, KINDS))];
    }

    private static void say(WordList.Kind kind, List<WordList.Word> words, Output out) {
        if (words.isEmpty()) {
            return;
        }
        int width = words.stream()
                .mapToInt(each -> Visible.line(each.id()).length())
                .max()
                .orElse(0);
        out.say(kind.label());
        for (WordList.Word each : words) {
            String id = Visible.line(each.id());
            out.say("  " + id + " ".repeat(width - id.length() + 2) + Visible.line(each.title()) + values(each));
        }
    }

    private static String values(WordList.Word word) {
        String values = Visible.line(String.join(", ", word.values()));
        if (word.values().isEmpty() || values.equals("false, true")) {
            return "";
        }
        return word.isSet() ? " (a set of: " + values + ")" : " (" + values + ")";
    }
}
