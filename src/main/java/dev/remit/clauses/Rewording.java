package dev.remit.clauses;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which words of a sentence went and which came, word by word in their order.
 *
 * @param gone the words that went, each run of neighbours as one
 * @param come the words that came, each run of neighbours as one
 */
public record Rewording(List<String> gone, List<String> come) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern EDGES = Pattern.compile("^\\P{L}+|\\P{L}+$");

    /** Words that turn a sentence round, or narrow or widen whom it is about. */
    private static final Set<String> TURNING = Set.of(
            "not", "no", "never", "none", "nobody", "nor", "cannot", "without", "unless", "except", "only", "may",
            "must", "need", "any", "all");

    /**
     * Copies the lists.
     *
     * @param gone the words that went
     * @param come the words that came
     */
    public Rewording {
        gone = List.copyOf(gone);
        come = List.copyOf(come);
    }

    /**
     * Compares two editions of a sentence.
     *
     * @param before the sentence as it was
     * @param after the sentence as it is
     * @return the words that went and came
     */
    public static Rewording between(String before, String after) {
        List<String> was = words(before);
        List<String> is = words(after);
        int[][] common = new int[was.size() + 1][is.size() + 1];
        for (int i = was.size() - 1; i >= 0; i--) {
            for (int j = is.size() - 1; j >= 0; j--) {
                common[i][j] = was.get(i).equals(is.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        Runs gone = new Runs();
        Runs come = new Runs();
        int i = 0;
        int j = 0;
        while (i < was.size() || j < is.size()) {
            if (i < was.size() && j < is.size() && was.get(i).equals(is.get(j))) {
                gone.end();
                come.end();
                i++;
                j++;
            } else if (j == is.size() || (i < was.size() && common[i + 1][j] >= common[i][j + 1])) {
                gone.add(was.get(i));
                i++;
            } else {
                come.add(is.get(j));
                j++;
            }
        }
        return new Rewording(gone.done(), come.done());
    }

    private static List<String> words(String sentence) {
        return List.of(BLANKS.split(sentence.strip(), -1));
    }

    /** Whether a word that turns a sentence round is among those that went or came. */
    public boolean isTurned() {
        return !Collections.disjoint(plain(gone), TURNING) || !Collections.disjoint(plain(come), TURNING);
    }

    private static List<String> plain(List<String> runs) {
        return runs.stream()
                .flatMap(BLANKS::splitAsStream)
                .map(each -> EDGES.matcher(each).replaceAll("").toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Words that follow one another, joined. */
    private static final class Runs {
        private final List<String> runs = new ArrayList<>();
        private final List<String> run = new ArrayList<>();

        void add(String word) {
            run.add(word);
        }

        void end() {
            if (!run.isEmpty()) {
                runs.add(String.join(" ", run));
                run.clear();
            }
        }

        List<String> done() {
            end();
            return runs;
        }
    }
}
