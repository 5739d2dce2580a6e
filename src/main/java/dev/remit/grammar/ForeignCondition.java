package dev.remit.grammar;

import dev.remit.diagnostic.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition in the notation of other languages, on one line with operators between its parts: {@code a and not b}.
 *
 * <p>It is read strictly. If each part is declared and only one meaning is possible, the help gives the condition as it
 * is written here. If "and" and "or" are mixed without brackets, or anything else is unclear, the help only describes
 * the notation.
 */
final class ForeignCondition {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(&&|&|\\|\\||\\||!|~|\\(|\\)|[A-Za-z0-9]+(?:[._:/-]+[A-Za-z0-9]+)*)");
    private static final Pattern COMPARING =
            Pattern.compile("[<>=]|(?i:\\b(?:matches|like|contains|between|in|is)\\b)");
    private static final String WAY = "write `{all: [...]}` around what must all hold, `{any: [...]}` if one of it is"
            + " enough, and `{not: ...}` around what must not";
    private static final String NO_COMPARING = "a condition compares nothing: it names a fact, or an attribute, with"
            + " `project.` before its name, and some of the values it can have";

    private final KnownWords known;
    private final List<String> tokens;
    private int next;

    private ForeignCondition(KnownWords known, List<String> tokens) {
        this.known = known;
        this.tokens = tokens;
    }

    /** Help with writing the condition here; empty if it has no words or signs of other languages. */
    static Optional<String> help(String text, KnownWords known) {
        if (!isForeign(text)) {
            return Optional.empty();
        }
        Optional<String> written = tokens(text).flatMap(tokens -> new ForeignCondition(known, tokens).whole());
        return written.map(here -> "write " + Words.whole(here))
                .or(() -> Optional.of(COMPARING.matcher(text).find() ? NO_COMPARING : WAY));
    }

    /** Whether a text has a word or sign that joins or negates conditions, so that no near word can replace it. */
    static boolean isForeign(String text) {
        return text.matches("(?s).*[!~&|<>=()*].*")
                || text.toLowerCase(Locale.ROOT).matches("(?s)(.*\\s)?(and|or|not|unless|without|is|in)(\\s.*)?");
    }

    private static Optional<List<String>> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text.strip());
        for (int at = 0; at < token.regionEnd(); at = token.end()) {
            if (!token.region(at, token.regionEnd()).lookingAt()) {
                return Optional.empty();
            }
            tokens.add(sign(token.group(1)));
        }
        return Optional.of(tokens);
    }

    private static String sign(String token) {
        return switch (token.toLowerCase(Locale.ROOT)) {
            case "and", "&&", "&" -> "&";
            case "or", "||", "|" -> "|";
            case "not", "!", "~" -> "!";
            default -> token;
        };
    }

    private Optional<String> whole() {
        Optional<String> read = joined();
        return next == tokens.size() ? read : Optional.empty();
    }

    /** Reads parts that are joined by "and" alone, or by "or" alone. */
    private Optional<String> joined() {
        List<String> parts = new ArrayList<>();
        Optional<String> part = single();
        String joint = "";
        while (part.isPresent() && (isNext("&") || isNext("|"))) {
            parts.add(part.get());
            String here = tokens.get(next++);
            if (!joint.isEmpty() && !here.equals(joint)) {
                return Optional.empty();
            }
            joint = here;
            part = single();
        }
        if (part.isEmpty() || parts.isEmpty()) {
            return part;
        }
        parts.add(part.get());
        return Optional.of((joint.equals("&") ? "{all: [" : "{any: [") + String.join(", ", parts) + "]}");
    }

    private Optional<String> single() {
        if (isNext("!")) {
            next++;
            return single().map(turned -> "{not: " + turned + "}");
        }
        if (isNext("(")) {
            next++;
            Optional<String> inside = joined();
            boolean isClosed = isNext(")");
            next++;
            return isClosed ? inside : Optional.empty();
        }
        if (next == tokens.size() || !known.isState(tokens.get(next))) {
            return Optional.empty();
        }
        return Optional.of(tokens.get(next++));
    }

    private boolean isNext(String sign) {
        return next < tokens.size() && tokens.get(next).equals(sign);
    }
}
