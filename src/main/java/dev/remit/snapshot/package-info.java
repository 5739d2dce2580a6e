/**
 * A bundle as it stands once it is loaded, checked and compiled, kept in one file, so that a process that starts need
 * neither read YAML nor compile.
 */
@NullMarked
package dev.remit.snapshot;

import org.jspecify.annotations.NullMarked;
