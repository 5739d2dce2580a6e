/**
 * What is odd about a policy though not wrong: rules, conditions and words without effect.
 */
@NullMarked
package dev.remit.analyze.lint;

import org.jspecify.annotations.NullMarked;
