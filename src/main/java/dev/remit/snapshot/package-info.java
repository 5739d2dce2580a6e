/**
 * Snapshots: loaded, checked and compiled bundles in one file each, so that a process can start without reading YAML or
 * compiling.
 */
@NullMarked
package dev.remit.snapshot;

import org.jspecify.annotations.NullMarked;
