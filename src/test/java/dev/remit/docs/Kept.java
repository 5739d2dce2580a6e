package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Parts of pages that tests of other packages make. */
public final class Kept {
    private static final boolean UPDATE = Boolean.getBoolean("remit.update");

    private Kept() {}

    /** Fails if a page shows other lines after a mark; with {@code -Dremit.update=true}, writes them there instead. */
    public static void table(String page, String mark, List<String> lines) {
        try {
            List<String> now = Files.readAllLines(Path.of(page));
            int from = now.indexOf("<!-- " + mark + " -->");
            assertThat(from).as("the mark %s of %s", mark, page).isNotNegative();
            int to = from + now.subList(from, now.size()).indexOf("<!-- end -->");
            List<String> should = new ArrayList<>(now.subList(0, from + 1));
            should.add("");
            should.addAll(lines);
            should.add("");
            should.addAll(now.subList(to, now.size()));
            if (UPDATE && !should.equals(now)) {
                Files.write(Path.of(page), should);
            } else {
                assertThat(now).as("%s, which -Dremit.update=true would mend", page).isEqualTo(should);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
