package dev.remit.report;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values, as RFC 4180 has them. */
final class Csv {
    private Csv() {}

    /** A line, without a line end. */
    static String line(List<String> fields) {
        return fields.stream().map(Csv::field).collect(Collectors.joining(","));
    }

    private static String field(String text) {
        boolean isPlain = text.chars().noneMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
