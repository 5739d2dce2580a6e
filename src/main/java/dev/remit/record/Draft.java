package dev.remit.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.LongFunction;

/**
 * A record that has no number yet. Its bytes are made before others have to wait, but for what depends on that number.
 *
 * @param kind its kind: lower-case letters and hyphens
 * @param before its other members, as JSON without braces and line ends; empty for none
 * @param between maps its number to what follows these
 * @param after what follows that
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Draft(String kind, byte[] before, LongFunction<String> between, byte[] after) {
    private static final LongFunction<String> NOTHING = seq -> "";

    Draft {
        if (kind.isEmpty() || !kind.chars().allMatch(RecordHead::isOfKind)) {
            throw new IllegalArgumentException("a kind of records is small letters and hyphens, not `" + kind + "`");
        }
        refuseControls(before);
        refuseControls(after);
    }

    /** A record whose members do not depend on its number. */
    static Draft of(String kind, String members) {
        return new Draft(kind, members.getBytes(UTF_8), NOTHING, new byte[0]);
    }

    /** A record with a text among its members that depends on its number. */
    static Draft of(String kind, String before, LongFunction<String> between, String after) {
        return new Draft(kind, before.getBytes(UTF_8), between, after.getBytes(UTF_8));
    }

    private static void refuseControls(byte[] members) {
        for (byte each : members) {
            if (each >= 0 && each < ' ') {
                throw new IllegalArgumentException("a record's members hold no control characters");
            }
        }
    }
}
