/**
 * A tree of values with positions, read from YAML.
 *
 * <p>Doors, for other rooms of the library only (the package is not exported): {@link dev.remit.node.YamlReader} and
 * the sealed {@link dev.remit.node.Node}. SnakeYAML lives here and nowhere else. This room does not know what a policy
 * looks like; it knows text, words, lists and mappings.
 */
@NullMarked
package dev.remit.node;

import org.jspecify.annotations.NullMarked;
