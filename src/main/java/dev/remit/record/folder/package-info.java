/** Folders that one process at a time writes to. */
@NullMarked
package dev.remit.record.folder;

import org.jspecify.annotations.NullMarked;
