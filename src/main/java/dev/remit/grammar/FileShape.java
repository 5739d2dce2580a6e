package dev.remit.grammar;

import dev.remit.grammar.Shape.Keys;
import java.util.Optional;

/**
 * A kind of file.
 *
 * @param path the path of such files in a bundle, such as {@code rules/*.yaml}
 * @param description its content, as a sentence without the full stop
 * @param marker the key that only such files have, if there is one
 * @param keys its shape
 */
public record FileShape(String path, String description, Optional<String> marker, Keys keys) {}
