/**
 * Sets of questions as regions: conditions that are independent of one another. Shared by the products of this room,
 * and not exported.
 */
@NullMarked
package dev.remit.analyze.region;

import org.jspecify.annotations.NullMarked;
