/**
 * The log of records: files in which changes can be detected.
 *
 * <p>This layer knows only the members of a record that the log itself writes: {@code v}, {@code seq}, {@code at},
 * {@code kind} and {@code prev}, which begin its line in this order and spelling. The other members come from the layer
 * above:
 *
 * <ul>
 *   <li>{@link dev.remit.record.RecordStore} is opened on a {@link dev.remit.record.DiskFolder} and appends {@link
 *       dev.remit.record.Draft}s. A draft is a kind and a function from the record's number to its other members as
 *       JSON. Drafts that are appended together get consecutive numbers and are written together, so that a record can
 *       refer to those before it. {@code append} returns when an answer may be given, and throws if none may.
 *   <li>After opening, {@link dev.remit.record.RecordStore#torn} returns the files that were put aside. The first
 *       append must contain, after {@code started}, a record of kind {@code recovered} that names each of them as a
 *       JSON text; a file that no such record names is returned again at the next opening.
 *   <li>The origin of checkpoints is the name of the key that signs them. The caller that begins a log also writes it
 *       into the first record; a log without a key has it only there.
 *   <li>A caller with a timer calls {@link dev.remit.record.RecordStore#checkpointIfDue}; without one, checkpoints are
 *       only signed when records are appended.
 *   <li>{@link dev.remit.record.LogReader} reads the records, {@link dev.remit.record.LogVerifier} finds changes and
 *       their places, {@link dev.remit.record.LogProver} proves one record.
 * </ul>
 */
@NullMarked
package dev.remit.record;

import org.jspecify.annotations.NullMarked;
