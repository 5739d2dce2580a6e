/**
 * The decision point over HTTP: other services ask, in the words of AuthZEN or in those of {@code remit decide}.
 *
 * <p>Doors: {@link dev.remit.http.DecisionServer} and {@link dev.remit.http.Served}. Only this room knows Jetty; nothing uses it
 * but the command line.
 */
@NullMarked
package dev.remit.http;

import org.jspecify.annotations.NullMarked;
