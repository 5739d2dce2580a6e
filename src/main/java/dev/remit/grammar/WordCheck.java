package dev.remit.grammar;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.node.Characters;
import dev.remit.node.Comment;
import dev.remit.node.Scalar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks a single word or text. */
final class WordCheck {

    private static final String IN_QUOTES = "put the whole text in quotes; a comment goes on a line of its own";
    private static final List<String> YES = List.of("yes", "on", "true", "y", "t", "1");
    private static final List<String> NO = List.of("no", "off", "false", "n", "f", "0");

    private final Scalar scalar;
    private final Diagnostics diagnostics;

    private WordCheck(Scalar scalar, Diagnostics diagnostics) {
        this.scalar = scalar;
        this.diagnostics = diagnostics;
    }

    /** Whether the word has the form it must have; if not, that is reported. */
    static boolean passes(Scalar scalar, Lexeme lexeme, KnownWords known, Diagnostics diagnostics) {
        WordCheck check = new WordCheck(scalar, diagnostics);
        return lexeme instanceof Lexeme.Text
                ? check.isText() && check.isWhole()
                : check.isWord(lexeme, known) && check.isWholeWord();
    }

    private boolean isWord(Lexeme lexeme, KnownWords known) {
        if (lexeme instanceof Lexeme.Name name) {
            return NameCheck.passes(scalar, name, known, diagnostics);
        }
        if (lexeme instanceof Lexeme.OneOf words) {
            return isOneOf(words.words());
        }
        if (lexeme instanceof Lexeme.Day day) {
            return isDay(day);
        }
        if (lexeme instanceof Lexeme.Moment moment) {
            return isMoment(moment);
        }
        if (lexeme instanceof Lexeme.Truth) {
            return isTruth();
        }
        if (lexeme instanceof Lexeme.Version version) {
            return isVersion(version.number());
        }
        if (lexeme instanceof Lexeme.Undeclared) {
            return isText();
        }
        if (lexeme instanceof Lexeme.Form form) {
            return scalar.text().matches(form.pattern())
                    || fault(Code.WRONG_VALUE, expected(form.what()), Optional.empty());
        }
        return isZone();
    }

    private boolean isText() {
        if (!scalar.quoted() && scalar.text().startsWith("!")) {
            return fault(
                    Code.TAG,
                    Words.quoted(scalar.text()) + " would give this value a type",
                    Optional.of("quote it if it is part of a text"));
        }
        if (scalar.text().codePoints().allMatch(Characters::isBlank)) {
            return fault(Code.BAD_TEXT, "expected a text, found nothing that can be seen", Optional.empty());
        }
        return true;
    }

    /** Whether no comment cuts a text off; if one does, that is reported. People sign texts, so none may be cut. */
    private boolean isWhole() {
        scalar.comment()
                .ifPresent(comment -> diagnostics.report(
                        Code.TEXT_CUT_OFF,
                        comment.span(),
                        "the text " + Words.quoted(scalar.text()) + " ends here, since a comment begins with ` #`",
                        IN_QUOTES));
        return scalar.comment().isEmpty();
    }

    private boolean isWholeWord() {
        scalar.comment()
                .filter(Comment::isTight)
                .ifPresent(comment -> diagnostics.report(
                        Code.CLOSE_COMMENT,
                        comment.span(),
                        Words.quoted(scalar.text()) + " ends here, since a comment begins with ` #`",
                        "leave a space after the `#` of a comment"));
        return true;
    }

    private boolean isOneOf(List<String> words) {
        return words.contains(scalar.text())
                || fault(Code.WRONG_VALUE, expected(Words.or(words)), Words.didYouMean(scalar.text(), words));
    }

    private boolean isTruth() {
        String text = scalar.text();
        if (text.equals("true") || text.equals("false")) {
            return true;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        Optional<String> help = YES.contains(lower)
                ? Optional.of("write `true`")
                : NO.contains(lower) ? Optional.of("write `false`") : Optional.empty();
        return fault(Code.NOT_BOOLEAN, expected("`true` or `false`"), help);
    }

    private boolean isVersion(int number) {
        return scalar.text().equals(Integer.toString(number))
                || fault(
                        Code.UNSUPPORTED_VERSION,
                        expected("version `" + number + "` of the language"),
                        Optional.of("write `remit: " + number
                                + "`; if the file needs a later version, so does this program"));
    }

    private boolean isDay(Lexeme.Day day) {
        String text = scalar.text();
        if (!isWrittenAsDay(text)) {
            return fault(
                    Code.NOT_A_DATE, expected(day.what()), Optional.of("write year, month and day, joined by `-`"));
        }
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException impossible) {
            return fault(Code.IMPOSSIBLE_DATE, "there is no day " + scalar.form(), Optional.empty());
        }
    }

    private static boolean isWrittenAsDay(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean joint = i == 4 || i == 7;
            if (joint ? c != '-' : (c < '0' || c > '9')) {
                return false;
            }
        }
        return text.length() == 10;
    }

    private boolean isMoment(Lexeme.Moment moment) {
        if (!scalar.text().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")) {
            return fault(
                    Code.NOT_AN_INSTANT,
                    expected(moment.what()),
                    Optional.of("write day and time of day of the world's clock, joined by `T` and followed by `Z`"));
        }
        try {
            Instant.parse(scalar.text());
            return true;
        } catch (DateTimeException impossible) {
            return fault(Code.IMPOSSIBLE_DATE, "there is no instant " + scalar.form(), Optional.empty());
        }
    }

    private boolean isZone() {
        if (ZoneId.getAvailableZoneIds().contains(scalar.text())) {
            return true;
        }
        return fault(
                Code.UNKNOWN_TIME_ZONE,
                expected("a time zone"),
                Words.didYouMean(scalar.text(), ZoneId.getAvailableZoneIds())
                        .or(() -> Optional.of("write its name, such as `Europe/London`")));
    }

    private String expected(String what) {
        return "expected " + what + ", found " + scalar.form();
    }

    private boolean fault(Code code, String message, Optional<String> help) {
        diagnostics.report(code, scalar.head(), message, help);
        return false;
    }
}
