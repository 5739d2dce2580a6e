package dev.remit.bench;

import java.util.Locale;
import java.util.OptionalDouble;

/** How numbers are written, so that nobody takes them for more exact than they are. */
final class Figures {
    /** Stands where nothing was measured. */
    static final String NONE = "";

    private Figures() {}

    /** A time in the unit that suits it. */
    static String time(OptionalDouble nanos) {
        if (nanos.isEmpty()) {
            return NONE;
        }
        double value = nanos.getAsDouble();
        if (value < 1e3) {
            return rounded(value) + " ns";
        }
        if (value < 1e6) {
            return rounded(value / 1e3) + " µs";
        }
        return value < 1e9 ? rounded(value / 1e6) + " ms" : rounded(value / 1e9) + " s";
    }

    /** A time given in milliseconds. */
    static String millis(OptionalDouble millis) {
        return millis.isEmpty() ? NONE : time(OptionalDouble.of(millis.getAsDouble() * 1e6));
    }

    /** A number with two or three figures that count. */
    static String number(OptionalDouble value) {
        return value.isEmpty() ? NONE : rounded(value.getAsDouble());
    }

    private static String rounded(double value) {
        if (value == 0) {
            return "0";
        }
        if (value >= 100) {
            double unit = Math.pow(10, Math.floor(Math.log10(value)) - 2);
            return String.format(Locale.ROOT, "%,.0f", Math.round(value / unit) * unit);
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.0f" : value >= 0.1 ? "%.1f" : "%.2f", value);
    }
}
