package dev.remit.writing;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes lines of comma-separated values in the form of RFC 4180, in which spreadsheets find no formulas. */
public final class CsvLine {
    /**
     * The beginnings of fields that some spreadsheet takes for formulas; full-width forms count as their plain ones.
     */
    private static final Pattern FORMULA = Pattern.compile("[\\s\\p{Z}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[,\"]");

    private CsvLine() {}

    /**
     * Writes a line.
     *
     * @param fields its fields; each is put on one line, behind an apostrophe if it would be read as a formula
     * @return the line, without a line end
     */
    public static String of(List<String> fields) {
        return fields.stream().map(CsvLine::field).collect(Collectors.joining(","));
    }

    private static String field(String raw) {
        String text = Visible.oneLine(Visible.onPage(raw));
        String guarded = FORMULA.matcher(text).lookingAt() ? "'" + text : text;
        return NEEDS_QUOTES.matcher(guarded).find() ? '"' + guarded.replace("\"", "\"\"") + '"' : guarded;
    }
}
