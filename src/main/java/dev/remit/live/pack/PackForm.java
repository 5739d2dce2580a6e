package dev.remit.live.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
import java.util.zip.ZipException;
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
    private static final int SUM = 14;
    private static final int SIZE = 18;
    private static final int NAME_SIZE = 26;
    private static final int NAME = 30;

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private PackForm() {}

    static byte[] write(SortedMap<String, byte[]> entries) {
        int size = 0;
        SortedMap<String, Entry> summed = new TreeMap<>();
        for (var each : entries.entrySet()) {
            size += each.getValue().length + ROOM;
            CRC32 sum = new CRC32();
            sum.update(each.getValue());
            summed.put(each.getKey(), new Entry(each.getValue(), sum.getValue()));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
        try {
            write(summed, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory does not fail", impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes a pack.
     *
     * @throws ZipException if the sum of an entry is not that of its content
     */
    private static void write(SortedMap<String, Entry> entries, OutputStream bytes) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
            for (var each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(each.getValue().content.length);
                entry.setCrc(each.getValue().sum);
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(each.getValue().content);
                zip.closeEntry();
            }
        }
    }

    /** The content of an entry with the sum that is written before it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(byte[] content, long sum) {}

    /** A pack whose entries were found, and that was not yet held against what is written of them. */
    static final class Found {
        private final byte[] pack;
        private final SortedMap<String, Entry> entries;

        private Found(byte[] pack, SortedMap<String, Entry> entries) {
            this.pack = pack;
            this.entries = entries;
        }

        /** The contents, by name. */
        SortedMap<String, byte[]> contents() {
            SortedMap<String, byte[]> contents = new TreeMap<>();
            for (var each : entries.entrySet()) {
                contents.put(each.getKey(), each.getValue().content);
            }
            return Collections.unmodifiableSortedMap(contents);
        }

        /**
         * Holds the pack against what is written of its entries.
         *
         * @throws RefusedPackException if these are other bytes
         */
        void check() throws RefusedPackException {
            Comparing same = new Comparing(pack);
            try {
                write(entries, same);
            } catch (IOException wrongSum) {
                throw notAsPacked();
            }
            if (!same.isWhole()) {
                throw notAsPacked();
            }
        }

        private static RefusedPackException notAsPacked() {
            return new RefusedPackException(
                    "it is not, byte for byte, what `remit pack` makes of its entries: it was cut off, or written by"
                            + " another program");
        }
    }

    /** Compares what is written with bytes that are there. */
    private static final class Comparing extends OutputStream {
        private final byte[] expected;
        private int next;
        private boolean isSame = true;

        Comparing(byte[] expected) {
            this.expected = expected;
        }

        @Override
        public void write(int one) {
            isSame = isSame && next < expected.length && expected[next] == (byte) one;
            next++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            isSame = isSame
                    && length <= expected.length - next
                    && Arrays.equals(bytes, from, from + length, expected, next, next + length);
            next += length;
        }

        /** Whether exactly the expected bytes were written. */
        boolean isWhole() {
            return isSame && next == expected.length;
        }
    }

    /**
     * The contents of a pack, by name.
     *
     * @throws RefusedPackException if the bytes are not those that {@link #write} makes of its entries
     */
    static SortedMap<String, byte[]> read(byte[] pack) throws RefusedPackException {
        Found found = find(pack);
        found.check();
        return found.contents();
    }

    /**
     * Finds the entries of a pack.
     *
     * @throws RefusedPackException if they cannot be those of a pack
     */
    static Found find(byte[] pack) throws RefusedPackException {
        if (pack.length > LARGEST) {
            throw new RefusedPackException("expected at most " + LARGEST + " bytes, found more");
        }
        SortedMap<String, Entry> entries = entries(ByteBuffer.wrap(pack).order(ByteOrder.LITTLE_ENDIAN));
        if (entries.isEmpty()) {
            throw new RefusedPackException("expected a packed bundle, found something else");
        }
        return new Found(pack, entries);
    }

    /** The entries before the list of them at the end; what else is in the zip is held against them afterwards. */
    private static SortedMap<String, Entry> entries(ByteBuffer zip) throws RefusedPackException {
        SortedMap<String, Entry> entries = new TreeMap<>();
        try {
            while (zip.remaining() >= Integer.BYTES && zip.getInt(zip.position()) == ENTRY) {
                int start = zip.position();
                int method = zip.getShort(start + METHOD);
                long sum = Integer.toUnsignedLong(zip.getInt(start + SUM));
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
                entries.put(path, new Entry(content, sum));
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException | BufferUnderflowException cut) {
            throw new RefusedPackException("it ends before it is complete, or is no packed bundle");
        }
        return entries;
    }

    private static void check(String name, int method, SortedMap<String, Entry> before) throws RefusedPackException {
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
