package dev.remit.signing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The state of a log at one moment (C2SP tlog-checkpoint): the text of a note that is signed.
 *
 * @param origin the name of the log
 * @param size the number of its records
 * @param root the root of the tree over its records
 * @param extensions further lines, without a meaning here
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (size < 0) {
            throw new IllegalArgumentException("a log does not have " + size + " records");
        }
        List<String> free = new ArrayList<>(extensions);
        free.add(origin);
        if (free.stream().anyMatch(line -> line.isEmpty() || line.indexOf('\n') >= 0)) {
            throw new IllegalArgumentException("the lines of a checkpoint are not empty");
        }
    }

    /** A checkpoint without further lines. */
    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** Reads the text of a note. */
    public static Checkpoint parse(String text) throws RejectedException {
        if (!text.endsWith("\n")) {
            throw new RejectedException("expected a checkpoint to end with a line end");
        }
        String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
        if (lines.length < 3 || Arrays.asList(lines).contains("")) {
            throw new RejectedException("expected a checkpoint: an origin, a size and a root, on three lines");
        }
        return new Checkpoint(
                lines[0],
                StrictText.number(lines[1], "the size in a checkpoint"),
                Hash.parseBase64(lines[2]),
                Arrays.asList(lines).subList(3, lines.length));
    }

    /** The text to be signed. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.base64())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
