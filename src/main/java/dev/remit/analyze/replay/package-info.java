/**
 * Deciding again what was answered before, under another policy: which answers turn round, and on which terms what stays permitted
 * is permitted then.
 */
@NullMarked
package dev.remit.analyze.replay;

import org.jspecify.annotations.NullMarked;
