package dev.remit.node;

/**
 * A key of a mapping with its value.
 *
 * @param key the key
 * @param value the value
 */
public record Entry(Scalar key, Node value) {}
