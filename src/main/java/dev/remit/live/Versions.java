package dev.remit.live;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares versions of policies: numbers in them by value, all else by its characters. */
final class Versions {
    private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");

    private Versions() {}

    static boolean isHigher(String version, String other) {
        return compare(parts(version), parts(other)) > 0;
    }

    private static int compare(List<String> some, List<String> others) {
        for (int i = 0; i < Math.min(some.size(), others.size()); i++) {
            int order = compare(some.get(i), others.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(some.size(), others.size());
    }

    private static int compare(String part, String other) {
        return isNumber(part) && isNumber(other)
                ? new BigInteger(part).compareTo(new BigInteger(other))
                : part.compareTo(other);
    }

    private static boolean isNumber(String part) {
        return Character.isDigit(part.charAt(0));
    }

    private static List<String> parts(String version) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(version);
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        return parts;
    }
}
