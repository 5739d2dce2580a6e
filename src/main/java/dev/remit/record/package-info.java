/**
 * The log of records: files that show whether they were changed.
 *
 * <p>This is the lower half, which knows of a record only what the log itself says in it: {@code v}, {@code seq}, {@code at},
 * {@code kind} and {@code prev}, the first members of its line, which stand there in this order and spelling. What else a
 * record says is put on top of it:
 *
 * <ul>
 *   <li>{@link dev.remit.record.RecordStore} is opened on a {@link dev.remit.record.DiskFolder} and appends
 *       {@link dev.remit.record.Draft}s. A draft is a kind and a function from the record's number to its other members as
 *       JSON. Drafts that are appended together have numbers in a row and are written in one go, so that a record can name
 *       the ones before it. {@code append} returns when an answer may be given, and throws if none may.
 *   <li>After opening, {@link dev.remit.record.RecordStore#torn} are the files that were put aside. The first append is to
 *       hold, after {@code started}, a record of kind {@code recovered} that names each of them as a JSON text; a file that no
 *       such record names is returned again at the next opening.
 *   <li>The origin of checkpoints is the name of the key that signs them. Whoever begins a log writes it into the first
 *       record, too; a log without a key has it there alone.
 *   <li>Whoever has a timer calls {@link dev.remit.record.RecordStore#checkpointIfDue}; without one, checkpoints are signed as
 *       records come.
 *   <li>{@link dev.remit.record.LogReader} goes through the lines, {@link dev.remit.record.LogVerifier} says what was
 *       changed and where, {@link dev.remit.record.LogProver} proves one record.
 * </ul>
 */
@NullMarked
package dev.remit.record;

import org.jspecify.annotations.NullMarked;
