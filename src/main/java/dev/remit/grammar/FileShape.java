package dev.remit.grammar;

import dev.remit.grammar.Shape.Keys;
import java.util.Optional;

/**
 * One kind of file.
 *
 * @param path where such files stand in a bundle, such as {@code rules/*.yaml}
 * @param description what it holds, as a sentence without the full stop
 * @param teller the key that tells such a file from others, if it has one
 * @param keys what the file looks like
 */
public record FileShape(String path, String description, Optional<String> teller, Keys keys) {}
