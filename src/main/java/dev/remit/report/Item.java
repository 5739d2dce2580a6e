package dev.remit.report;

import java.util.List;

/** A bullet, with the bullets below it. */
record Item(List<Run> runs, List<Item> below) {
    Item {
        runs = List.copyOf(runs);
        below = List.copyOf(below);
    }

    static Item of(String text) {
        return new Item(List.of(Run.plain(text)), List.of());
    }

    static Item of(String text, List<Item> below) {
        return new Item(List.of(Run.plain(text)), below);
    }
}
