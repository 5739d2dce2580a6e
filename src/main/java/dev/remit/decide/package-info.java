/**
 * Questions and their answers: the decision point, what a decision says, why, and what would change it.
 *
 * <p>Doors: {@link dev.remit.decide.Question}, {@link dev.remit.decide.DecisionPoint},
 * {@link dev.remit.decide.Decision}, {@link dev.remit.decide.Explanation} and {@link dev.remit.decide.DecisionEvent}. The
 * same questions are answered a second time, naively, by {@link dev.remit.decide.ReferenceInterpreter}, to which tests hold
 * the compiled diagram. This room knows nothing of files, JSON or the command line, and reads no clock but the one it is
 * given.
 *
 * <p>A decision is a value with a receipt. From it to its reasons and on to words there is one way, and none back:
 *
 * <pre>
 * RoleDecisions
 *       |
 *   Decision ---------------+
 *       |                   |
 *    Reasons --+--&gt; Explanation --&gt; Wording       values in, words out
 *       |      |
 *   Findings   |                    NearestRules, Possibilities, SufficientReasons
 *       |      |
 *    Receipt --+--&gt; Issuer - - - &gt; Engine         softly: kept while somebody else keeps it
 * </pre>
 *
 * <p>{@code Findings} are what the engine finds, {@code Reasons} add what the policy says about it, and an {@code Explanation}
 * is all of it as data; {@code Wording} alone makes prose. {@code Enforcement} stands beside: it takes decisions, finds the
 * one grant, and tells the listeners that the {@code Issuer} knows.
 */
@NullMarked
package dev.remit.decide;

import org.jspecify.annotations.NullMarked;
