package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.DrawnRooms;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the table of rooms to the map that is held against the compiled classes. */
class RoomsTest {

    @Test
    void drawsTheRoomsOfTheMap() {
        List<String> drawn = Page.of("docs/internals/architecture.md").lines().stream()
                .filter(line -> line.startsWith("| `"))
                .map(RoomsTest::withoutProse)
                .toList();

        assertThat(drawn)
                .as("the rooms of the page, without what lives there")
                .containsExactlyElementsOf(
                        DrawnRooms.rows().stream().map(RoomsTest::row).toList());
    }

    private static String withoutProse(String line) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        return String.join(" | ", cells.get(1), cells.get(3), cells.get(4), cells.get(5));
    }

    private static String row(DrawnRooms.Row room) {
        return String.join(
                " | ",
                "`" + room.name() + "`",
                names(room.uses()),
                names(room.libraries()),
                room.isDoor() ? "yes" : "no");
    }

    private static String names(Iterable<String> names) {
        StringBuilder joined = new StringBuilder();
        names.forEach(name -> joined.append(joined.isEmpty() ? "" : ", ")
                .append('`')
                .append(name)
                .append('`'));
        return joined.toString();
    }
}
