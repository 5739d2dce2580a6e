/**
 * Regions of questions in words, for programs that show people what {@code dev.remit.analyze} finds.
 */
@NullMarked
package dev.remit.report.words;

import org.jspecify.annotations.NullMarked;
