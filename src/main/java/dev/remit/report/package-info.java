/**
 * Pages for people, made from a policy: the policy itself in sentences, who may do what, the trace to its sources, what
 * differs in a newer edition of them, and what differs between two policies; and regions of questions in words.
 *
 * <p>Doors: {@link dev.remit.report.PolicyPage}, {@link dev.remit.report.MatrixPage},
 * {@link dev.remit.report.MatrixText}, {@link dev.remit.report.DiffPage}, {@link dev.remit.report.words.RegionWords},
 * {@link dev.remit.report.TraceTable} and {@link dev.remit.report.DriftText}. The same policy gives the same bytes on every
 * machine, so that pages can be kept
 * under version control and compared. Nothing is decided here, and nothing is read or written but text in memory.
 */
@NullMarked
package dev.remit.report;

import org.jspecify.annotations.NullMarked;
