package dev.remit.grammar;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
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

    private static final List<String> YES = List.of("yes", "on", "true", "y", "t", "1");
    private static final List<String> NO = List.of("no", "off", "false", "n", "f", "0");

    private final Scalar scalar;
    private final Diagnostics diagnostics;

    private WordCheck(Scalar scalar, Diagnostics diagnostics) {
        this.scalar = scalar;
        this.diagnostics = diagnostics;
    }

    /** Whether the word is as it must be; if not, that is reported. */
    static boolean passes(Scalar scalar, Lexeme lexeme, Diagnostics diagnostics) {
        if (lexeme instanceof Lexeme.Name name) {
            return NameCheck.passes(scalar, name, diagnostics);
        }
        WordCheck check = new WordCheck(scalar, diagnostics);
        if (lexeme instanceof Lexeme.Text) {
            return check.isText();
        }
        if (lexeme instanceof Lexeme.OneOf words) {
            return check.isOneOf(words.words());
        }
        if (lexeme instanceof Lexeme.Day day) {
            return check.isDay(day);
        }
        if (lexeme instanceof Lexeme.Moment moment) {
            return check.isMoment(moment);
        }
        if (lexeme instanceof Lexeme.Truth) {
            return check.isTruth();
        }
        if (lexeme instanceof Lexeme.Version version) {
            return check.isVersion(version.number());
        }
        return check.isZone();
    }

    private boolean isText() {
        if (scalar.text().codePoints().allMatch(WordCheck::isBlank)) {
            return fault(Code.BAD_TEXT, "expected a text, found only blanks", Optional.empty());
        }
        return true;
    }

    /** What a JSON Schema takes for white space: more than Java does. */
    private static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0xFEFF;
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
