/**
 * What differs between two policies and their registers: accesses gained, lost and changed, and which edits cause
 * them.
 */
@NullMarked
package dev.remit.analyze.diff;

import org.jspecify.annotations.NullMarked;
