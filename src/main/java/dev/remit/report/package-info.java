/**
 * Pages for people, rendered from a policy: the policy itself in sentences, the access matrix, the trace to its
 * sources, the differences of newer editions of these, and the differences between two policies; and regions of
 * questions in words.
 *
 * <p>Doors: {@link dev.remit.report.PolicyPage}, {@link dev.remit.report.ExplorePage}, {@link
 * dev.remit.report.MatrixText}, {@link dev.remit.report.DiffPage}, {@link dev.remit.report.words.RegionWords}, {@link
 * dev.remit.report.TraceTable} and {@link dev.remit.report.DriftText}. The same policy gives the same bytes on every
 * machine, so that pages can be kept under version control and compared. Nothing is decided here, and this room does no
 * input or output.
 */
@NullMarked
package dev.remit.report;

import org.jspecify.annotations.NullMarked;
