/** Findings about policies that load but look wrong: rules, conditions and words without effect. */
@NullMarked
package dev.remit.analyze.lint;

import org.jspecify.annotations.NullMarked;
