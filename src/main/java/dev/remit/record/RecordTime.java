package dev.remit.record;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The time of a record: UTC with six decimals, truncated. */
final class RecordTime {
    private static final String PATTERN = "0000-00-00T00:00:00.000000Z";
    private static final int NANOS_IN_MICRO = 1000;

    private RecordTime() {}

    static String text(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(PATTERN.length());
        digits(text, utc.getYear(), 4).append('-');
        digits(text, utc.getMonthValue(), 2).append('-');
        digits(text, utc.getDayOfMonth(), 2).append('T');
        digits(text, utc.getHour(), 2).append(':');
        digits(text, utc.getMinute(), 2).append(':');
        digits(text, utc.getSecond(), 2).append('.');
        return digits(text, utc.getNano() / NANOS_IN_MICRO, 6).append('Z').toString();
    }

    private static StringBuilder digits(StringBuilder text, int number, int length) {
        String digits = Integer.toString(number);
        return text.append("0".repeat(Math.max(0, length - digits.length()))).append(digits);
    }

    static boolean isTime(String text) {
        if (text.length() != PATTERN.length()) {
            return false;
        }
        for (int i = 0; i < PATTERN.length(); i++) {
            char c = text.charAt(i);
            boolean fits = PATTERN.charAt(i) == '0' ? c >= '0' && c <= '9' : c == PATTERN.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
