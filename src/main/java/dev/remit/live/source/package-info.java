/** Sources of policies that are watched: folders, packed files, revisions of git, and addresses on the web. */
@NullMarked
package dev.remit.live.source;

import org.jspecify.annotations.NullMarked;
