package dev.remit.live;

import java.nio.file.Path;
import java.util.List;

/**
 * Whom a live policy believes.
 *
 * @param first whether the first policy is accepted without one to compare it with
 * @param keys the files of the keys by one of which packed bundles have to be signed; none if they need not be
 * @param compiled whether the compiled part of a bundle that is so signed is used in place of its texts
 */
record Trust(boolean first, List<Path> keys, boolean compiled) {
    static final Trust NONE = new Trust(false, List.of(), false);

    Trust {
        keys = List.copyOf(keys);
    }
}
