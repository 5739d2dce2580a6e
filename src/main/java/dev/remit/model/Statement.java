package dev.remit.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Something that the files of a bundle say beyond what the policy and its registers mean, such as a title, a test case or
 * an invariant.
 *
 * @param path where it stands: the keys and ids on the way, without the file where that has no bearing on it
 * @param text what it says; what is no text by itself is written in full, in an order that no file decides
 */
public record Statement(List<String> path, String text) {
    public Statement {
        path = List.copyOf(path);
        requireNonNull(text, "text");
        if (path.isEmpty()) {
            throw new IllegalArgumentException("path: a statement stands somewhere");
        }
    }
}
