package dev.remit.record;

import java.util.List;

/**
 * The result of verifying a log.
 *
 * @param first the number of the first record that exists
 * @param size the number after the last record, which is the number of records since the beginning
 * @param covered the number of records that a checkpoint covers
 * @param damage the changes, by place; empty if the log is intact
 * @param remarks further remarks for readers, which are no damage
 */
public record Verification(long first, long size, long covered, List<Finding> damage, List<String> remarks) {
    public Verification {
        damage = List.copyOf(damage);
        remarks = List.copyOf(remarks);
    }

    /** Whether no change was found. */
    public boolean isIntact() {
        return damage.isEmpty();
    }
}
