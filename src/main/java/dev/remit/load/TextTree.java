package dev.remit.load;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Texts by their paths. A path may begin with {@code ./}; nothing else about it is mended. */
final class TextTree implements FileTree {
    private final Map<String, String> texts;

    TextTree(Map<String, String> texts) {
        this.texts = texts;
    }

    @Override
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (String path : texts.keySet()) {
            String plain = path.startsWith("./") ? path.substring(2) : path;
            // Of two texts for one path, neither may win: the one with the longer path is then in no known place.
            boolean isTaken = !plain.equals(path) && texts.containsKey(plain);
            entries.add(new Entry(isTaken ? path : plain, Kind.FILE, path));
        }
        return entries;
    }

    @Override
    public InputStream open(Entry entry) throws IOException {
        String text = texts.get(entry.real());
        if (text == null) {
            throw new FileNotFoundException(entry.path());
        }
        return new ByteArrayInputStream(bytes(text));
    }

    /** A text in UTF-8; half a character, which has no such form, becomes a byte that is none. */
    private static byte[] bytes(String text) {
        int sound = soundUntil(text);
        byte[] bytes = text.substring(0, sound).getBytes(StandardCharsets.UTF_8);
        if (sound < text.length()) {
            bytes = Arrays.copyOf(bytes, bytes.length + 1);
            bytes[bytes.length - 1] = (byte) 0xFF;
        }
        return bytes;
    }

    private static int soundUntil(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    return i;
                }
                i++;
            }
        }
        return text.length();
    }
}
