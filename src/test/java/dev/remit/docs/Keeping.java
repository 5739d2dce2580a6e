package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Compares a page with what it should be, or, if asked to, makes it so. */
final class Keeping {
    private static final boolean UPDATE = Boolean.getBoolean("remit.update");

    private Keeping() {}

    /** Fails if the page on disk differs from the one given; with {@code -Dremit.update=true}, writes that one instead. */
    static void keep(Page now, Page should) {
        if (now.lines().equals(should.lines())) {
            return;
        }
        if (UPDATE) {
            now.write(should.lines());
            return;
        }
        int first = firstDifference(now.lines(), should.lines());
        assertThat(from(now, first))
                .as("%s from line %s, which -Dremit.update=true would mend", now, first + 1)
                .isEqualTo(from(should, first));
    }

    private static int firstDifference(List<String> some, List<String> others) {
        int first = 0;
        while (first < Math.min(some.size(), others.size()) && some.get(first).equals(others.get(first))) {
            first++;
        }
        return first;
    }

    private static List<String> from(Page page, int first) {
        return page.lines().subList(first, Math.min(first + 5, page.lines().size()));
    }
}
