/**
 * Policies that change under a running service: a source is watched, each new policy is judged by what it changes, and the
 * last good one stays in force. Start at {@link dev.remit.live.LivePolicy}.
 */
@NullMarked
package dev.remit.live;

import org.jspecify.annotations.NullMarked;
