package dev.remit.diagram;

import dev.remit.model.Space;
import java.util.List;

/**
 * The first three steps of a walk in one: where role, activity and level lead, which every question gives. Left out where
 * they have very many values together; the walk then takes these steps one by one.
 */
final class Entrance {
    private static final int MOST = 1 << 20;

    private final int top;
    private final int activities;
    private final int levels;
    private final int[] ways;

    private Entrance(int top, int activities, int levels, int[] ways) {
        this.top = top;
        this.activities = activities;
        this.levels = levels;
        this.ways = ways;
    }

    /** The entrance of a layout whose walks begin with a way. */
    static Entrance of(Space space, Layout layout, int top) {
        int[] sizes = List.of(space.role(), space.activity(), space.level()).stream()
                .mapToInt(each -> each.size())
                .toArray();
        long places = (long) sizes[0] * sizes[1] * sizes[2];
        int[] ways = new int[places <= MOST ? (int) places : 0];
        int[] given = new int[sizes.length];
        for (int place = 0; place < ways.length; place++) {
            given[0] = place / sizes[2] / sizes[1];
            given[1] = place / sizes[2] % sizes[1];
            given[2] = place % sizes[2];
            int way = top;
            while (way >= 0 && layout.variable(way) < given.length) {
                way = layout.next(way, given[layout.variable(way)]);
            }
            ways[place] = way;
        }
        return new Entrance(top, sizes[1], sizes[2], ways);
    }

    /** The way on for a question that gives role, activity and level. */
    int way(int[] values) {
        return ways.length == 0 ? top : ways[(values[0] * activities + values[1]) * levels + values[2]];
    }
}
