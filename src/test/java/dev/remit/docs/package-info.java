/**
 * Holds the documents to the truth: every example is loaded, run or compiled, every table compared, every link followed.
 *
 * <p>{@code mvn test -Dtest='dev.remit.docs.*Test' -Dremit.update=true} writes what examples really print, and the
 * tables, into the pages; whoever does so reads the difference before keeping it.
 */
@NullMarked
package dev.remit.docs;

import org.jspecify.annotations.NullMarked;
