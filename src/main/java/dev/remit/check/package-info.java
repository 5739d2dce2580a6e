/**
 * Checks of whole bundles: everything that can be found out about one before it is signed, as located diagnostics.
 *
 * <p>Doors: {@link dev.remit.check.Inspections} runs all inspections of a bundle and returns a {@link
 * dev.remit.check.Report}; {@link dev.remit.check.Inspection} is one of them, and users can add their own to the usual
 * ones. This room proves and runs nothing itself. It locates the findings of other rooms, removes those that are
 * declared to be on purpose, and reports declarations that match no finding.
 *
 * <p>{@link dev.remit.check.Approval} reads the approval of a bundle and says what it is worth, under {@link
 * dev.remit.check.ApprovalTerms} that the caller names, as an {@link dev.remit.check.ApprovalVerdict}.
 */
@NullMarked
package dev.remit.check;

import org.jspecify.annotations.NullMarked;
