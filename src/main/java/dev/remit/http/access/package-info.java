/** AuthZEN Authorization API 1.0: requests to questions, and decisions to answers. Knows nothing of HTTP. */
@NullMarked
package dev.remit.http.access;

import org.jspecify.annotations.NullMarked;
