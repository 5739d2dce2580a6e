/**
 * People: what the people of a register may do on a day, who could reach a project, and what they gain and lose as days
 * pass or registers change.
 */
@NullMarked
package dev.remit.analyze.people;

import org.jspecify.annotations.NullMarked;
