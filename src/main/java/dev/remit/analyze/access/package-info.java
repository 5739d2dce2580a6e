/**
 * Who may do what: every value of a dimension for which the rest of a question is permitted, with the conditions.
 */
@NullMarked
package dev.remit.analyze.access;

import org.jspecify.annotations.NullMarked;
