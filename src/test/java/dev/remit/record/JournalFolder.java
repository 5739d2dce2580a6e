package dev.remit.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Notes what is done to a folder, so that it can be done again up to any step. */
final class JournalFolder implements LogFolder {
    private final LogFolder folder;
    private final List<Deed> deeds = new ArrayList<>();

    JournalFolder(LogFolder folder) {
        this.folder = folder;
    }

    private interface Deed {
        void doTo(LogFolder folder) throws IOException;
    }

    /** Does all of it again, until the power is cut. */
    ForgetfulFolder again(ForgetfulFolder other) {
        try {
            for (Deed deed : deeds) {
                deed.doTo(other);
            }
        } catch (IOException noPower) {
            if (!other.isCut()) {
                throw new AssertionError("it failed without a reason", noPower);
            }
        }
        return other;
    }

    private void note(Deed deed) throws IOException {
        deed.doTo(folder);
        deeds.add(deed);
    }

    @Override
    public SortedSet<String> names() throws IOException {
        return folder.names();
    }

    @Override
    public InputStream read(String name) throws IOException {
        return folder.read(name);
    }

    @Override
    public long size(String name) throws IOException {
        return folder.size(name);
    }

    @Override
    public LogFile create(String name) throws IOException {
        note(other -> other.create(name).close());
        return extend(name);
    }

    @Override
    public LogFile extend(String name) {
        return new LogFile() {
            @Override
            public void write(byte[] bytes) throws IOException {
                note(other -> {
                    try (LogFile file = other.extend(name)) {
                        file.write(bytes);
                    }
                });
            }

            @Override
            public void force() throws IOException {
                note(other -> {
                    try (LogFile file = other.extend(name)) {
                        file.force();
                    }
                });
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void cut(String name, long size) throws IOException {
        note(other -> other.cut(name, size));
    }

    @Override
    public void put(String name, byte[] bytes) throws IOException {
        note(other -> other.put(name, bytes));
    }

    @Override
    public void remove(String name) throws IOException {
        note(other -> other.remove(name));
    }

    @Override
    public void forceNames() throws IOException {
        note(LogFolder::forceNames);
    }

    @Override
    public Closeable lock() throws IOException {
        return folder.lock();
    }
}
