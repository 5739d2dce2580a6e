package dev.remit.live.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The form of a packed bundle: a zip whose entries are sorted, not compressed and without times, so that equal contents are
 * equal bytes everywhere. Reading accepts exactly such bytes, so that nothing can be hidden in a pack.
 */
final class PackForm {
    /** The largest pack that is read, in bytes. */
    static final int LARGEST = 1 << 28;

    private static final int MOST_ENTRIES = 100_000;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private PackForm() {}

    static byte[] write(SortedMap<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
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
        SortedMap<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pack), UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                add(entry, zip, entries);
            }
        } catch (RefusedPackException refused) {
            throw refused;
        } catch (ZipException malformed) {
            throw new RefusedPackException("it is no zip, or one that was changed: " + malformed.getMessage());
        } catch (IOException | IllegalArgumentException cut) {
            throw new RefusedPackException("it ends before it is complete, or is no packed bundle");
        }
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

    private static void add(ZipEntry entry, ZipInputStream zip, SortedMap<String, byte[]> entries) throws IOException {
        String name = entry.getName();
        // What is compressed is refused unread, so that nothing small can become large.
        if (entry.getMethod() != ZipEntry.STORED) {
            throw new RefusedPackException(
                    "its entry `" + name + "` is compressed, and those of a packed bundle are not");
        }
        if (name.startsWith("/")
                || name.contains("\\")
                || Arrays.asList(name.split("/", -1)).contains("..")) {
            throw new RefusedPackException("its entry `" + name + "` leads out of the bundle");
        }
        if (entries.size() == MOST_ENTRIES) {
            throw new RefusedPackException("it has more than " + MOST_ENTRIES + " entries");
        }
        if (entries.put(name, zip.readAllBytes()) != null) {
            throw new RefusedPackException("it has two entries of the name `" + name + "`");
        }
    }
}
