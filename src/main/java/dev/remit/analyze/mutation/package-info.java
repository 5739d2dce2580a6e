/** Mutation analysis: which single edits of a policy a suite of expectations would notice. */
@NullMarked
package dev.remit.analyze.mutation;

import org.jspecify.annotations.NullMarked;
