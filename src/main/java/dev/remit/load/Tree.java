package dev.remit.load;

import dev.remit.node.Entry;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import java.util.Optional;

/**
 * One file as a tree.
 *
 * @param written everything in it, faults included; it shows which names are there
 * @param checked what has the right shape: what is read
 */
record Tree(Mapping written, Mapping checked) {

    /** The value at the end of some keys, as it was written. */
    Optional<Node> written(String... keys) {
        Node node = written;
        for (String key : keys) {
            Optional<Entry> entry = node instanceof Mapping mapping ? mapping.find(key) : Optional.empty();
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            node = entry.get().value();
        }
        return Optional.of(node);
    }

    /**
     * Whether a section that is not there may only have gone astray: the mapping it belongs in is missing, or has keys
     * that mean nothing there, one of which may have been meant.
     */
    boolean mayHaveLost(String... keys) {
        Node all = written;
        Node sound = checked;
        for (String key : keys) {
            if (!(all instanceof Mapping mapping && sound instanceof Mapping known)
                    || mapping.entries().size() != known.entries().size()) {
                return true;
            }
            Optional<Entry> next = mapping.find(key);
            Optional<Entry> nextKnown = known.find(key);
            if (next.isEmpty() || nextKnown.isEmpty()) {
                return !key.equals(keys[keys.length - 1]);
            }
            all = next.get().value();
            sound = nextKnown.get().value();
        }
        return false;
    }
}
