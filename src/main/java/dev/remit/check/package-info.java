/**
 * Is a bundle sound: everything that can be found out about it before somebody signs it, as located diagnostics.
 *
 * <p>Doors: {@link dev.remit.check.Inspections} looks at a bundle in every way there is and gives a
 * {@link dev.remit.check.Report}; {@link dev.remit.check.Inspection} is one way of looking, so that others can be put
 * beside the usual ones. This room proves and runs nothing itself: it puts what the other rooms find where it belongs,
 * takes out what is said to be on purpose, and tells what is said to be so without need.
 */
@NullMarked
package dev.remit.check;

import org.jspecify.annotations.NullMarked;
