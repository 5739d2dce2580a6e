package dev.remit;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The map of rooms as plain rows, for tests of other packages. */
public final class DrawnRooms {
    private DrawnRooms() {}

    /**
     * A room.
     *
     * @param name the package below {@code dev.remit}; {@code dev.remit} for that package itself
     * @param uses the rooms it may use
     * @param libraries packages of other people
     * @param isDoor whether it is exported
     */
    public record Row(String name, Set<String> uses, Set<String> libraries, boolean isDoor) {}

    /** The rooms from the ground up. */
    public static List<Row> rows() {
        return ArchitectureTest.rooms().stream()
                .map(room -> {
                    Set<String> uses = new TreeSet<>();
                    room.arrows().keySet().forEach(each -> uses.add(title(each)));
                    return new Row(title(room.name()), uses, room.libraries(), room.is(Room.Trait.DOOR));
                })
                .toList();
    }

    private static String title(String name) {
        return name.isEmpty() ? "dev.remit" : name;
    }
}
