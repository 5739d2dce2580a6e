package dev.remit.record;

import java.util.List;

/**
 * What the check of a log found.
 *
 * @param first the number of the first record that is there
 * @param size the number after the last, which is how many there are since the beginning
 * @param covered how many of them a checkpoint vouches for
 * @param damage what was changed, by place; empty if the log is intact
 * @param remarks what else a reader should know, which is no damage
 */
record Verification(long first, long size, long covered, List<Finding> damage, List<String> remarks) {
    Verification {
        damage = List.copyOf(damage);
        remarks = List.copyOf(remarks);
    }

    boolean isIntact() {
        return damage.isEmpty();
    }
}
