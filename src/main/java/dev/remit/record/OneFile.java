package dev.remit.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One file of a log, seen as a folder that holds nothing else but the frontier beside it. Checkpoints are of the whole log, and are
 * left aside. For reading only.
 *
 * @param path the file
 */
record OneFile(Path path) implements LogFolder {
    @Override
    public boolean isWholeLog() {
        return false;
    }

    @Override
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        String name = String.valueOf(path.getFileName());
        names.add(name);
        Segment.parse(name)
                .map(Segment::frontierName)
                .filter(frontier -> Files.isRegularFile(path.resolveSibling(frontier)))
                .ifPresent(names::add);
        return names;
    }

    @Override
    public InputStream read(String name) throws IOException {
        return Files.newInputStream(path.resolveSibling(name));
    }

    @Override
    public long size(String name) throws IOException {
        return Files.size(path.resolveSibling(name));
    }

    @Override
    public LogFile create(String name) throws LogException {
        throw readOnly();
    }

    @Override
    public LogFile extend(String name) throws LogException {
        throw readOnly();
    }

    @Override
    public void cut(String name, long size) throws LogException {
        throw readOnly();
    }

    @Override
    public void put(String name, byte[] bytes) throws LogException {
        throw readOnly();
    }

    @Override
    public void remove(String name) throws LogException {
        throw readOnly();
    }

    @Override
    public void forceNames() throws LogException {
        throw readOnly();
    }

    @Override
    public Closeable lock() throws LogException {
        throw readOnly();
    }

    private LogException readOnly() {
        return new LogException("`" + path + "` is one file of a log, which is only read");
    }
}
