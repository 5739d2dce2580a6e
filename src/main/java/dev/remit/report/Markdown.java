package dev.remit.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page being written in Markdown, and the few idioms of it that pages share. */
final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>|]");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final StringBuilder text = new StringBuilder();

    /** A heading, with the blank line behind it. */
    Markdown heading(int depth, String heading) {
        return line("#".repeat(depth) + " " + heading).blank();
    }

    /** A paragraph, with the blank line behind it; nothing at all if it says nothing. */
    Markdown paragraph(String paragraph) {
        return paragraph.isBlank() ? this : line(paragraph).blank();
    }

    Markdown line(String line) {
        text.append(line).append('\n');
        return this;
    }

    Markdown blank() {
        return line("");
    }

    /** A table, with the blank line behind it; nothing at all if it has no rows. */
    Markdown table(List<String> heads, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        row(heads);
        line("|" + "---|".repeat(heads.size()));
        rows.forEach(this::row);
        return blank();
    }

    private void row(List<String> cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    /** What was written, with one line end at its end. */
    String text() {
        return text.toString().stripTrailing() + "\n";
    }

    /** Text of the policy, on one line, in which no character means anything to Markdown. */
    static String plain(String prose) {
        return escaped(prose.strip().replaceAll("\\s+", " "));
    }

    /** Text in which no character means anything to Markdown, with its blanks. */
    static String escaped(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }

    /** An id. */
    static String code(Object id) {
        return "`" + id + "`";
    }

    static String codes(Collection<?> ids) {
        return ids.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    /** A link to a heading of the same page that is nothing but an id. */
    static String linkTo(Object id) {
        return "[" + id + "](#" + id + ")";
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
