package dev.remit.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the known words that an unknown one was probably meant to be.
 *
 * <p>Words are near if few letters must be added, dropped, changed or swapped with their neighbour: one in three at
 * most. Case does not count, nor whether words are joined by {@code -}, {@code _}, {@code .} or a space. A longer word
 * that begins with the unknown one is near as well. The nearest come first; equally near ones in alphabetical order. If
 * there are very many known words, none is near.
 *
 * <p>Opposites, such as {@code trained} and {@code untrained}, are never near, however few letters differ: advice must
 * not reverse what was meant.
 */
public final class Nearest {

    private static final int SHORTEST_PREFIX = 3;
    private static final List<String> NEGATIONS = List.of("un", "in", "im", "dis", "non", "non-", "not-", "no-");

    /** The most known words to search: the cost of a misspelt word must not grow with their number. */
    private static final int MOST_KNOWN = 4_096;

    private Nearest() {}

    /**
     * Finds the nearest word.
     *
     * @param word what was written
     * @param known the words that could have been meant
     * @return the nearest of them, or empty if none is near
     */
    public static Optional<String> to(String word, Collection<String> known) {
        List<String> two = all(word, known, 2);
        boolean isEither = two.size() == 2 && areOpposites(folded(two.get(0)), folded(two.get(1)));
        return isEither ? Optional.empty() : two.stream().findFirst();
    }

    /**
     * Finds the nearest words.
     *
     * @param word what was written
     * @param known the words that could have been meant
     * @param max the most words to return
     * @return the near ones, nearest first
     */
    public static List<String> all(String word, Collection<String> known, int max) {
        if (known.size() > MOST_KNOWN) {
            return List.of();
        }
        String written = folded(word);
        return known.stream()
                .map(candidate -> new Candidate(candidate, rank(written, folded(candidate))))
                .filter(candidate -> candidate.rank() < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt(Candidate::rank).thenComparing(Candidate::word))
                .map(Candidate::word)
                .distinct()
                .limit(max)
                .toList();
    }

    /**
     * The number of edits between two words; a larger number if the candidate only begins with the written word; the
     * largest if they are not near.
     */
    private static int rank(String written, String candidate) {
        if (areOpposites(written, candidate)) {
            return Integer.MAX_VALUE;
        }
        int longer = Math.max(written.length(), candidate.length());
        int allowed = longer / 3;
        if (longer - Math.min(written.length(), candidate.length()) <= allowed) {
            int edits = edits(written, candidate, allowed);
            if (edits <= allowed) {
                return edits;
            }
        }
        boolean begins = written.length() >= SHORTEST_PREFIX && candidate.startsWith(written);
        return begins ? 1_000 + candidate.length() : Integer.MAX_VALUE;
    }

    /** Whether two words are opposites: one is nearer to the other without its prefix that means "not". */
    private static boolean areOpposites(String one, String other) {
        return isNegation(one, other) || isNegation(other, one);
    }

    private static boolean isNegation(String longer, String plain) {
        int allowed = plain.length() / 3;
        for (String negation : NEGATIONS) {
            boolean isWhole = longer.startsWith(negation) && longer.length() > negation.length() + 1;
            if (isWhole) {
                int rest = edits(longer.substring(negation.length()), plain, allowed);
                if (rest <= allowed && rest < edits(longer, plain, longer.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Optimal string alignment: insert, delete, change, or swap two neighbours; stops early beyond the allowance. */
    private static int edits(String a, String b, int allowed) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int edits = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits = Math.min(edits, beforeLast[j - 2] + 1);
                }
                row[j] = edits;
                least = Math.min(least, edits);
            }
            if (least > allowed) {
                return least;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-').replace('.', '-');
    }

    private record Candidate(String word, int rank) {}
}
