package dev.remit.live.pack;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The hashes of the entries of a pack. Those of large packs are taken beside the other work of reading one. */
final class EntryHashes {
    /** From this many bytes on, starting a thread takes less time than hashing. */
    private static final int LARGE = 1 << 20;

    private final FutureTask<Map<String, String>> hashes;

    private EntryHashes(FutureTask<Map<String, String>> hashes) {
        this.hashes = hashes;
    }

    /** Begins to take the hashes of some contents, by their names. */
    static EntryHashes of(SortedMap<String, byte[]> contents) {
        FutureTask<Map<String, String>> hashes = new FutureTask<>(() -> taken(contents));
        long size = 0;
        for (byte[] content : contents.values()) {
            size += content.length;
        }
        if (size < LARGE) {
            hashes.run();
        } else {
            Thread thread = new Thread(hashes, "remit-hashes");
            thread.setDaemon(true);
            thread.start();
        }
        return new EntryHashes(hashes);
    }

    private static Map<String, String> taken(SortedMap<String, byte[]> contents) {
        Map<String, String> taken = new HashMap<>();
        contents.forEach((name, content) -> taken.put(name, PackedBundle.hash(content)));
        return taken;
    }

    /** The hash of an entry; of one that is not there, a text that is no hash. Waits until all are taken. */
    String of(String name) {
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    return hashes.get().getOrDefault(name, "none");
                } catch (InterruptedException later) {
                    isInterrupted = true;
                }
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException("hashing does not fail", broken);
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
