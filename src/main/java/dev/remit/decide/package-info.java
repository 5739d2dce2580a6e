/**
 * Questions and their answers: the decision point, what a decision says, why, and what would change it.
 *
 * <p>Doors: {@link dev.remit.decide.Question}, {@link dev.remit.decide.DecisionPoint},
 * {@link dev.remit.decide.Decision} and {@link dev.remit.decide.Explanation}. The same questions are answered a second
 * time, naively, by {@link dev.remit.decide.ReferenceInterpreter}, to which tests hold the compiled diagram. This room
 * knows nothing of files, JSON or the command line, and reads no clock but the one it is given.
 */
@NullMarked
package dev.remit.decide;

import org.jspecify.annotations.NullMarked;
