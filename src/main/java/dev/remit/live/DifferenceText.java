package dev.remit.live;

import dev.remit.check.BundleDiff;
import java.util.ArrayList;
import java.util.List;

/** A difference in the sentences of {@code remit diff --brief}. */
final class DifferenceText {
    /** So many lines are kept of a difference. */
    private static final int MOST = 500;

    private DifferenceText() {}

    static List<String> of(BundleDiff diff, String where) {
        if (diff.report().isEmpty()) {
            return List.of();
        }
        List<String> lines = diff.page("what is in force", where, List.of())
                .brief()
                .text()
                .stripTrailing()
                .lines()
                .toList();
        if (lines.size() <= MOST) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST));
        first.add("... and " + (lines.size() - MOST) + " more lines; `remit diff` gives all of them");
        return first;
    }
}
