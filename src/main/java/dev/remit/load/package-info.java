/**
 * From files to a checked policy, or to everything that is wrong with them.
 *
 * <p>A file on its way, with the type that has it at each step:
 *
 * <pre>
 *   BundleSource      where the files lie: a folder, a class path, texts, a tree of somebody else
 *        | read           every file there is, in one state of the place
 *   OpenedBundle      the files, each in its part; for those who need them before they are loaded
 *        | load           YAML, then the shape of it, by the grammar
 *   Trees             the files as trees, with what is written and what is sound in them
 *        | read           ids are declared first, then words are resolved, by Reading and the readers
 *   PolicyParts, RegisterParts
 *        | check          contradictions, stances, registers against constraints, unused words
 *   LoadedBundle      the policy, the registers, and where each part stands: whole and sound
 * </pre>
 *
 * <p>One level up, {@code dev.remit.PolicyBundle} is a loaded bundle that was compiled. Suites of tests and the sign-off are
 * no part of a policy: {@link dev.remit.load.SuiteFiles} and {@link dev.remit.load.SignOffFile} read them from the same
 * source.
 *
 * <p>Whatever people can write wrongly is reported here, as diagnostics, all of it at once. This room does not know how
 * decisions are reached.
 */
@NullMarked
package dev.remit.load;

import org.jspecify.annotations.NullMarked;
