package dev.remit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One room of the house: what it may use, and whether it is a door.
 *
 * @param name the package below {@code dev.remit}, empty for that package itself
 * @param arrows the rooms it may use, each with the only types it may name there (empty: all of them)
 * @param libraries packages of other people that no other room may use
 * @param traits what else is true of it
 */
record Room(String name, Map<String, Set<String>> arrows, Set<String> libraries, Set<Trait> traits) {

    /** What can be said of a room beside its arrows. */
    enum Trait {
        /** Exported to users of the library. */
        DOOR,
        /** Works on what it is handed: it knows no clock, file, network or environment. */
        PURE,
        /** Its public types are records, enums, sealed or final. */
        CLOSED,
        /** May talk to people on the standard streams and end the process. */
        TALKS
    }

    Room {
        arrows = new TreeMap<>(arrows);
        libraries = new TreeSet<>(libraries);
        traits = Set.copyOf(traits);
    }

    static Room room(String name, Trait... traits) {
        return new Room(name, Map.of(), Set.of(), Set.of(traits));
    }

    Room uses(String... rooms) {
        Map<String, Set<String>> more = new LinkedHashMap<>(arrows);
        for (String room : rooms) {
            more.put(room, Set.of());
        }
        return new Room(name, more, libraries, traits);
    }

    Room usesOnly(String room, String... types) {
        Map<String, Set<String>> more = new LinkedHashMap<>(arrows);
        more.put(room, Set.of(types));
        return new Room(name, more, libraries, traits);
    }

    Room with(String... packages) {
        Set<String> more = new TreeSet<>(libraries);
        more.addAll(Arrays.asList(packages));
        return new Room(name, arrows, more, traits);
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    String packageName() {
        return name.isEmpty() ? "dev.remit" : "dev.remit." + name;
    }

    /** Whether a package is of this room: its own, or one below it. */
    boolean holds(String packageOfType) {
        return packageOfType.equals(packageName())
                || (!name.isEmpty() && packageOfType.startsWith(packageName() + "."));
    }

    /** Whether this room may name a type of another room; types inside a type count as that type. */
    boolean mayUse(String room, String type) {
        Set<String> types = arrows.get(room);
        return room.equals(name) || (types != null && (types.isEmpty() || types.contains(type)));
    }

    @Override
    public String toString() {
        return name.isEmpty() ? "the root" : name;
    }
}
