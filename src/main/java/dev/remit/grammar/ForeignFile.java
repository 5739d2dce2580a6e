package dev.remit.grammar;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Nearest;
import dev.remit.node.ErrorNode;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import java.util.List;
import java.util.Optional;

/**
 * Recognises files of another system, such as a manifest or another policy language. Such a file does not state a
 * version of this language, has none of the keys that its kind of file requires, and at most half of its keys are
 * known. Any other file with errors gets its errors reported one by one.
 */
public final class ForeignFile {
    private static final String VERSION = "remit";

    private ForeignFile() {}

    /**
     * Whether a file belongs to another system.
     *
     * @param root what was written
     * @param file the kind of file it should be
     * @return true if no other error in it should be reported
     */
    public static boolean isForeign(Node root, FileShape file) {
        if (root instanceof ErrorNode) {
            return false;
        }
        if (!(root instanceof Mapping mapping)) {
            return true;
        }
        List<String> signs = signs(file);
        List<String> keys =
                mapping.entries().stream().map(entry -> entry.key().text()).toList();
        long known = keys.stream().filter(key -> isKnown(key, file)).count();
        return keys.stream().noneMatch(key -> Nearest.to(key, signs).isPresent()) && known * 2 <= keys.size();
    }

    /** The key of the version of the language, and the keys that a file of this kind must have. */
    private static List<String> signs(FileShape file) {
        return file.keys().keys().stream()
                .filter(key -> key.required() || key.name().equals(VERSION))
                .map(Shape.Key::name)
                .toList();
    }

    private static boolean isKnown(String key, FileShape file) {
        return file.keys().find(key).isPresent() || file.keys().elsewhere().containsKey(key);
    }

    /**
     * Reports a file of another system as one error.
     *
     * @param root what was written
     * @param file the kind of file it should be
     * @param diagnostics where it is reported
     */
    public static void report(Node root, FileShape file, Diagnostics diagnostics) {
        String kind = file.keys().what().replaceFirst("^an? ", "");
        diagnostics.report(
                Code.FOREIGN_FILE,
                root.head(),
                "this is not a Remit " + kind,
                Optional.of("its first line would be `remit: 1`"));
    }
}
