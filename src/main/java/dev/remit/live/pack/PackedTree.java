package dev.remit.live.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.load.FileTree;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.SortedMap;

/**
 * The files of a packed bundle, all of which are members of a bundle.
 *
 * @param texts the text of each, by its path
 */
record PackedTree(SortedMap<String, String> texts) implements FileTree {
    @Override
    public List<Entry> entries() {
        return texts.keySet().stream().map(Entry::file).toList();
    }

    @Override
    public InputStream open(Entry entry) throws IOException {
        String text = texts.get(entry.path());
        if (text == null) {
            throw new FileNotFoundException(entry.path());
        }
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
