/**
 * Places in the files people write.
 *
 * <p>Doors: {@link dev.remit.source.SourceFile} (a named text), {@link dev.remit.source.Span} (a stretch of one) and
 * {@link dev.remit.source.SourceMap} (from a path of a policy, such as {@code rules.research-run}, to its span).
 *
 * <p>This room knows nothing of policies, YAML or diagnostics; everything else may point into it.
 */
@NullMarked
package dev.remit.source;

import org.jspecify.annotations.NullMarked;
