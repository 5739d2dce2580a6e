/** People in words: what they may do on a day, who could reach a project, what ends, what changed. */
@NullMarked
package dev.remit.report.people;

import org.jspecify.annotations.NullMarked;
