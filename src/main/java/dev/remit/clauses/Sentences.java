package dev.remit.clauses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a paragraph into sentences. */
final class Sentences {
    /** A stop with closing marks behind it, then space, then a character that can begin a sentence. */
    private static final Pattern END =
            Pattern.compile("[.!?]+[)\\]\"'”’»]*(?=\\s+[(\\[\"'“‘«]*[\\p{Lu}\\p{Lt}\\p{N}])");

    private static final Pattern LAST_WORD = Pattern.compile("\\S+$");
    private static final Pattern OPENERS = Pattern.compile("^[(\\[\"'“‘«]+");
    private static final Set<String> NEVER_LAST =
            Set.of("e.g.", "i.e.", "cf.", "vs.", "approx.", "dr.", "mr.", "mrs.", "ms.", "prof.");
    private static final Set<String> BEFORE_NUMBERS = Set.of("no.", "nos.", "art.", "para.", "p.", "pp.", "sec.");

    private Sentences() {}

    /**
     * A sentence with its place in the paragraph.
     *
     * @param start the index of its first character
     * @param text the sentence, without space around it
     */
    record Sentence(int start, String text) {}

    static List<Sentence> of(String paragraph) {
        List<Sentence> sentences = new ArrayList<>();
        Matcher end = END.matcher(paragraph);
        int start = 0;
        while (end.find()) {
            if (ends(paragraph.substring(start, end.end()), paragraph.substring(end.end()))) {
                add(sentences, paragraph, start, end.end());
                start = end.end();
            }
        }
        add(sentences, paragraph, start, paragraph.length());
        return sentences;
    }

    private static void add(List<Sentence> sentences, String paragraph, int start, int end) {
        String text = paragraph.substring(start, end);
        String stripped = text.strip();
        if (!stripped.isEmpty()) {
            sentences.add(new Sentence(start + text.indexOf(stripped), stripped));
        }
    }

    /** Whether a stop ends a sentence, rather than an abbreviation. */
    private static boolean ends(String before, String after) {
        Matcher word = LAST_WORD.matcher(before);
        String last =
                word.find() ? OPENERS.matcher(word.group()).replaceFirst("").toLowerCase(Locale.ROOT) : "";
        boolean number = Character.isDigit(after.strip().charAt(0));
        return !NEVER_LAST.contains(last) && !(number && BEFORE_NUMBERS.contains(last));
    }
}
