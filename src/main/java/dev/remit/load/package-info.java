/**
 * From files to a checked policy, or to everything that is wrong with them.
 *
 * <p>Doors: {@link dev.remit.load.BundleSource} (where a bundle lies), {@link dev.remit.load.BundleLoader} (reads and
 * checks it), {@link dev.remit.load.OpenedBundle} (the same in two steps, for those who need its files in between) and
 * {@link dev.remit.load.LoadedBundle} (what comes of it).
 *
 * <p>Whatever people can write wrongly is told here, as diagnostics, all of it at once; what leaves this room is whole
 * and sound. It does not know how decisions are reached.
 */
@NullMarked
package dev.remit.load;

import org.jspecify.annotations.NullMarked;
