package dev.remit.grammar;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.node.Characters;
import dev.remit.node.HiddenCharacter;
import dev.remit.node.Scalar;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks the spelling of an id. Whether it is declared is for the loader to check. */
final class NameCheck {

    private static final int LONGEST_ADVICE = 40;

    private final Scalar scalar;
    private final Lexeme.Name name;
    private final KnownWords known;
    private final Diagnostics diagnostics;

    private NameCheck(Scalar scalar, Lexeme.Name name, KnownWords known, Diagnostics diagnostics) {
        this.scalar = scalar;
        this.name = name;
        this.known = known;
        this.diagnostics = diagnostics;
    }

    /** Whether the id is well spelled; if not, that is reported. */
    static boolean passes(Scalar scalar, Lexeme.Name name, KnownWords known, Diagnostics diagnostics) {
        return name.besides().contains(scalar.text()) || new NameCheck(scalar, name, known, diagnostics).passes();
    }

    private boolean passes() {
        String text = scalar.text();
        Spelling spelling = name.spelling();
        if (!spelling.fits(text)) {
            reportSpelling(text);
            return false;
        }
        if (spelling.length(text) > spelling.longest()) {
            report(
                    Code.BAD_ID,
                    "expected at most " + spelling.longest() + " characters, found " + spelling.length(text),
                    Optional.empty());
            return false;
        }
        Optional<Integer> hidden = spelling.firstHidden(text);
        if (hidden.isPresent()) {
            HiddenCharacter.report(scalar, hidden.get(), "id", diagnostics);
            return false;
        }
        if (spelling.reserved().contains(text)
                || (name.declares() && spelling.undeclarable().contains(text))) {
            report(Code.RESERVED_ID, expected(), Optional.of(reason(text)));
            return false;
        }
        return true;
    }

    private void reportSpelling(String text) {
        Optional<Integer> hidden = Characters.firstHidden(text);
        if (hidden.isPresent()) {
            HiddenCharacter.report(scalar, hidden.get(), "id", diagnostics);
            return;
        }
        report(Code.BAD_ID, expected(), Optional.of(help(text)));
    }

    /** Help with an id: the equivalent of a foreign word, or else a spelling. It never drops an operator. */
    private String help(String text) {
        if (name.besides().contains(Forms.ANY) && ForeignWords.isEverything(text)) {
            return "for every one there is, write `any`";
        }
        Optional<String> foreign =
                name.spelling() == Spelling.STATE ? ForeignCondition.help(text, known) : Optional.empty();
        String rule = "it is written in " + name.spelling().rule();
        return foreign.orElseGet(() -> respelled(text)
                .map(better -> rule + ": " + Words.quoted(better))
                .orElse(rule));
    }

    /** A well-spelled id that the author could have meant: a new one, or one that is declared. */
    private Optional<String> respelled(String text) {
        if (text.length() > LONGEST_ADVICE || ForeignCondition.isForeign(text)) {
            return Optional.empty();
        }
        String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        if (plain.chars().anyMatch(c -> c > 0x7F)) {
            return Optional.empty(); // Of another script, or a letter that only looks like one of ours.
        }
        String lower = plain.toLowerCase(Locale.ROOT);
        String joined = lower.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return Stream.of(plain, lower, joined)
                .filter(name.spelling()::accepts)
                .filter(better -> name.declares() || isTruth(better) || known.knows(name, better))
                .findFirst();
    }

    /** The values every boolean attribute has, without a declaration. */
    private boolean isTruth(String text) {
        return name.spelling() == Spelling.VALUE && List.of("true", "false").contains(text);
    }

    private String reason(String text) {
        if (text.equals(Forms.ANY)) {
            return reasonOfAny();
        }
        if (text.equals("unknown") || text.equals("unstated")) {
            return Words.quoted(text) + " is how answers call what a question leaves out";
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (name.spelling() == Spelling.VALUE
                && List.of("yes", "on", "y", "true").contains(lower)) {
            return "if it is true or false, write `true`";
        }
        if (name.spelling() == Spelling.VALUE
                && List.of("no", "off", "n", "false").contains(lower)) {
            return "if it is true or false, write `false`";
        }
        if (name.spelling().undeclarable().contains(text)) {
            return "choose another word: this one stands for several or for nothing where such words are listed";
        }
        if (!Spelling.WORD.reserved().contains(text)) {
            return name.spelling() == Spelling.ATTRIBUTE_ID
                    ? "choose another word: every project has a key of this name"
                    : name.spelling() == Spelling.FACT_ID
                            ? "every question has a part of this name"
                            : "choose another word: this one has a meaning of its own here";
        }
        return "choose another word: readers of YAML can take " + Words.quoted(text)
                + " for a truth value or for nothing";
    }

    private String reasonOfAny() {
        if (name.declares()) {
            return "`any` stands for every one there is";
        }
        return name.spelling() == Spelling.STATE
                ? "`any:` stands before a list of conditions of which one is enough"
                : "for every one, write `any` alone where a set is expected";
    }

    private String expected() {
        return "expected " + name.what() + ", found " + scalar.form();
    }

    private void report(Code code, String message, Optional<String> help) {
        diagnostics.report(code, scalar.head(), message, help);
    }
}
