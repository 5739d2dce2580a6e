/**
 * A tree of values with positions, read from YAML.
 *
 * <p>Doors, for other rooms of the library only (the package is not exported): {@link dev.remit.node.YamlReader} and
 * the sealed {@link dev.remit.node.Node}. Only this room uses SnakeYAML. It knows text, words, lists and mappings, but
 * not the form of policies.
 */
@NullMarked
package dev.remit.node;

import org.jspecify.annotations.NullMarked;
