/** Packed bundles: a policy in one file, with a manifest that says what it is and can be signed. */
@NullMarked
package dev.remit.live.pack;

import org.jspecify.annotations.NullMarked;
