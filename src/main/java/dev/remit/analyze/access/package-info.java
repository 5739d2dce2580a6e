/**
 * Access: who may do what, and for which values of a dimension the rest of a question is permitted, with the
 * conditions.
 */
@NullMarked
package dev.remit.analyze.access;

import org.jspecify.annotations.NullMarked;
