/** Sets of questions as regions of independent conditions. Shared by the products of this room, and not exported. */
@NullMarked
package dev.remit.analyze.region;

import org.jspecify.annotations.NullMarked;
