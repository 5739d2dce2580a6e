/** A compiled policy as plain tables, for programs that are no part of this library. Not exported from the module. */
@NullMarked
package dev.remit.analyze.export;

import org.jspecify.annotations.NullMarked;
