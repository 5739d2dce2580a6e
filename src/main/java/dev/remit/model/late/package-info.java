/** Lists that are made when they are looked at, for policies that were compiled before. */
@NullMarked
package dev.remit.model.late;

import org.jspecify.annotations.NullMarked;
