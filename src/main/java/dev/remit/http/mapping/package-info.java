/** The words of other systems as questions to a policy: read from {@code mapping.yaml}, as data. */
@NullMarked
package dev.remit.http.mapping;

import org.jspecify.annotations.NullMarked;
