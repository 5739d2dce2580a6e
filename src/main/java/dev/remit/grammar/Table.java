package dev.remit.grammar;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The keys of one kind of mapping, for the language reference.
 *
 * @param place where such a mapping stands first, such as {@code policy.yaml: vocabulary.facts.*}
 * @param what the mapping in words
 * @param rows its keys, in the order of the language
 */
public record Table(String place, String what, List<Row> rows) {

    /**
     * Copies the rows.
     *
     * @param place where such a mapping stands first
     * @param what the mapping in words
     * @param rows its keys
     */
    public Table {
        rows = List.copyOf(rows);
    }

    /**
     * The table in Markdown.
     *
     * @return the lines of the table, each ending with a line end
     */
    public String markdown() {
        return "| key | | value | meaning |\n|---|---|---|---|\n"
                + rows.stream().map(Row::markdown).collect(Collectors.joining());
    }

    /**
     * One key.
     *
     * @param key the key, in backticks, or what it can be if it has no name
     * @param presence whether it is required, optional, or what it goes with
     * @param value what its value looks like
     * @param meaning what it means
     */
    public record Row(String key, String presence, String value, String meaning) {
        private String markdown() {
            return "| " + key + " | " + presence + " | " + value + " | " + meaning + " |\n";
        }
    }
}
