package dev.remit.record;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A folder in memory that behaves as badly as a disk may: what was not forced is lost at a loss of power, page by page and name
 * by name, in any order. The power can be cut at any byte that is written and at any force.
 */
final class ForgetfulFolder implements LogFolder {
    private static final int PAGE = 32;

    private final Map<String, Inode> names = new TreeMap<>();
    private final Map<String, Inode> forcedNames = new TreeMap<>();
    private final List<Binding> unforced = new ArrayList<>();
    private boolean isLocked;
    private boolean heedsForce = true;

    /** How much may still be done: each byte and each force takes one. */
    private long left = Long.MAX_VALUE;

    private static final class Inode {
        byte[] bytes = new byte[0];
        int forced;

        Inode of(byte[] content) {
            bytes = content;
            forced = content.length;
            return this;
        }
    }

    private record Binding(String name, Inode inode, boolean isMade) {
        void apply(Map<String, Inode> to) {
            if (isMade) {
                to.put(name, inode);
            } else {
                to.remove(name);
            }
        }
    }

    /** What of the unforced survives. */
    enum Survival {
        ALL,
        NOTHING,
        SOME_PAGES
    }

    ForgetfulFolder cutAfter(long steps) {
        left = steps;
        return this;
    }

    /** As if the calls to force were not in the code. */
    ForgetfulFolder ignoringForce() {
        heedsForce = false;
        return this;
    }

    boolean isCut() {
        return left < 0;
    }

    long steps(long of) {
        return of - left;
    }

    /** The folder as it is found after a loss of power. */
    ForgetfulFolder afterPowerLoss(Survival survival, Random random) {
        Map<String, Inode> found = new LinkedHashMap<>(forcedNames);
        for (Binding binding : unforced) {
            if (survives(survival, random)) {
                binding.apply(found);
            }
        }
        ForgetfulFolder after = new ForgetfulFolder();
        found.forEach((name, inode) -> after.set(name, content(inode, survival, random)));
        return after;
    }

    private static boolean survives(Survival survival, Random random) {
        return switch (survival) {
            case ALL -> true;
            case NOTHING -> false;
            case SOME_PAGES -> random.nextBoolean();
        };
    }

    private static byte[] content(Inode inode, Survival survival, Random random) {
        int unforcedBytes = inode.bytes.length - inode.forced;
        int length = switch (survival) {
            case ALL -> inode.bytes.length;
            case NOTHING -> inode.forced;
            case SOME_PAGES ->
                random.nextBoolean() ? inode.bytes.length : inode.forced + random.nextInt(unforcedBytes + 1);
        };
        byte[] content = Arrays.copyOf(inode.bytes, length);
        for (int page = inode.forced / PAGE; page * PAGE < length; page++) {
            if (!survives(survival, random)) {
                Arrays.fill(
                        content,
                        Math.min(length, Math.max(page * PAGE, inode.forced)),
                        Math.min(length, (page + 1) * PAGE),
                        (byte) 0);
            }
        }
        return content;
    }

    /** A folder with the same files, all forced. */
    ForgetfulFolder copy() {
        ForgetfulFolder copy = new ForgetfulFolder();
        names.forEach((name, inode) -> copy.set(name, inode.bytes.clone()));
        return copy;
    }

    byte[] bytes(String name) {
        return requireNonNull(names.get(name)).bytes;
    }

    ForgetfulFolder set(String name, byte[] content) {
        Inode inode = new Inode().of(content);
        names.put(name, inode);
        forcedNames.put(name, inode);
        return this;
    }

    ForgetfulFolder without(String name) {
        names.remove(name);
        forcedNames.remove(name);
        return this;
    }

    private void step() throws IOException {
        left--;
        if (left < 0) {
            throw new IOException("no power");
        }
    }

    private void bind(String name, Inode inode, boolean isMade) {
        Binding binding = new Binding(name, inode, isMade);
        binding.apply(names);
        unforced.add(binding);
    }

    private Inode inode(String name) throws IOException {
        Inode inode = names.get(name);
        if (inode == null) {
            throw new NoSuchFileException(name);
        }
        return inode;
    }

    @Override
    public SortedSet<String> names() {
        return new TreeSet<>(names.keySet());
    }

    @Override
    public InputStream read(String name) throws IOException {
        return new ByteArrayInputStream(inode(name).bytes);
    }

    @Override
    public long size(String name) throws IOException {
        return inode(name).bytes.length;
    }

    @Override
    public LogFile create(String name) throws IOException {
        step();
        if (names.containsKey(name)) {
            throw new FileAlreadyExistsException(name);
        }
        bind(name, new Inode(), true);
        return extend(name);
    }

    @Override
    public LogFile extend(String name) throws IOException {
        Inode inode = inode(name);
        return new LogFile() {
            @Override
            public void write(byte[] bytes) throws IOException {
                int written = (int) Math.min(bytes.length, Math.max(left, 0));
                int before = inode.bytes.length;
                inode.bytes = Arrays.copyOf(inode.bytes, before + written);
                System.arraycopy(bytes, 0, inode.bytes, before, written);
                left -= bytes.length;
                if (left < 0) {
                    throw new IOException("no power");
                }
            }

            @Override
            public void force() throws IOException {
                step();
                if (heedsForce) {
                    inode.forced = inode.bytes.length;
                }
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void cut(String name, long size) throws IOException {
        step();
        Inode inode = inode(name);
        inode.of(Arrays.copyOf(inode.bytes, (int) size));
    }

    @Override
    public void put(String name, byte[] bytes) throws IOException {
        step();
        Inode inode = new Inode();
        bind(name + ".new", inode, true);
        try (LogFile file = extend(name + ".new")) {
            file.write(bytes);
            file.force();
        }
        step();
        bind(name, inode, true);
        bind(name + ".new", inode, false);
        forceNames();
    }

    @Override
    public void remove(String name) throws IOException {
        step();
        bind(name, inode(name), false);
        forceNames();
    }

    @Override
    public void forceNames() throws IOException {
        step();
        if (heedsForce) {
            unforced.forEach(binding -> binding.apply(forcedNames));
            unforced.clear();
        }
    }

    @Override
    public Closeable lock() throws IOException {
        if (isLocked) {
            throw new LogException("another process writes");
        }
        isLocked = true;
        return () -> isLocked = false;
    }
}
