/**
 * A service of a data platform that asks a policy before it acts, and its tests: what a user of this library would write.
 *
 * <p>The page on testing shows these files, and a test of the documents holds it to them.
 */
@NullMarked
package dev.remit.example;

import org.jspecify.annotations.NullMarked;
