package dev.remit.live.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The form of a packed bundle: a zip whose entries are sorted, not compressed and without times, so that equal contents are
 * equal bytes everywhere. Reading accepts exactly such bytes, so that nothing can be hidden in a pack.
 */
final class PackForm {
    /** The largest pack that is read, in bytes. */
    static final int LARGEST = 1 << 28;

    private static final int MOST_ENTRIES = 100_000;
    /** About as much as an entry takes beside its content. */
    private static final int ROOM = 300;

    /** How the header of an entry begins, and where in it are its parts: PKWARE's APPNOTE, 4.3.7. */
    private static final int ENTRY = 0x04034b50;

    private static final int METHOD = 8;
    private static final int SIZE = 18;
    private static final int NAME_SIZE = 26;
    private static final int NAME = 30;

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private PackForm() {}

    static byte[] write(SortedMap<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(entries.values().stream()
                .mapToInt(content -> content.length + ROOM)
                .sum());
        try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
            for (var each : entries.entrySet()) {
                zip.putNextEntry(entry(each.getKey(), each.getValue()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory does not fail", impossible);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    /**
     * The entries of a pack, by name.
     *
     * @throws RefusedPackException if the bytes are not those that {@link #write} makes of its entries
     */
    static SortedMap<String, byte[]> read(byte[] pack) throws RefusedPackException {
        if (pack.length > LARGEST) {
            throw new RefusedPackException("expected at most " + LARGEST + " bytes, found more");
        }
        SortedMap<String, byte[]> entries = entries(ByteBuffer.wrap(pack).order(ByteOrder.LITTLE_ENDIAN));
        if (entries.isEmpty()) {
            throw new RefusedPackException("expected a packed bundle, found something else");
        }
        if (!Arrays.equals(write(entries), pack)) {
            throw new RefusedPackException(
                    "it is not, byte for byte, what `remit pack` makes of its entries: it was cut off, or written by"
                            + " another program");
        }
        return Collections.unmodifiableSortedMap(entries);
    }

    /** The entries before the list of them at the end; what else is in the zip is held against them afterwards. */
    private static SortedMap<String, byte[]> entries(ByteBuffer zip) throws RefusedPackException {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        try {
            while (zip.remaining() >= Integer.BYTES && zip.getInt(zip.position()) == ENTRY) {
                int start = zip.position();
                int method = zip.getShort(start + METHOD);
                int size = zip.getInt(start + SIZE);
                byte[] name = new byte[Short.toUnsignedInt(zip.getShort(start + NAME_SIZE))];
                zip.position(start + NAME).get(name);
                zip.position(zip.position() + Short.toUnsignedInt(zip.getShort(start + NAME_SIZE + Short.BYTES)));
                String path = new String(name, UTF_8);
                check(path, method, entries);
                if (size < 0 || size > zip.remaining()) {
                    throw new BufferUnderflowException();
                }
                byte[] content = new byte[size];
                zip.get(content);
                entries.put(path, content);
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException | BufferUnderflowException cut) {
            throw new RefusedPackException("it ends before it is complete, or is no packed bundle");
        }
        return entries;
    }

    private static void check(String name, int method, SortedMap<String, byte[]> before) throws RefusedPackException {
        // What is compressed is refused unread, so that nothing small can become large.
        if (method != ZipEntry.STORED) {
            throw new RefusedPackException(
                    "its entry `" + name + "` is compressed, and those of a packed bundle are not");
        }
        if (name.startsWith("/")
                || name.contains("\\")
                || Arrays.asList(name.split("/", -1)).contains("..")) {
            throw new RefusedPackException("its entry `" + name + "` leads out of the bundle");
        }
        if (before.size() == MOST_ENTRIES) {
            throw new RefusedPackException("it has more than " + MOST_ENTRIES + " entries");
        }
        if (before.containsKey(name)) {
            throw new RefusedPackException("it has two entries of the name `" + name + "`");
        }
    }
}
