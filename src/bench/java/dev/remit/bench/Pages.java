package dev.remit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Puts tables into a page, between {@code <!-- bench NAME -->} and {@code <!-- end -->}. */
final class Pages {
    private Pages() {}

    /** Exchanges the tables of a page for new ones. */
    static void rewrite(Path page, Map<String, String> tables) throws IOException {
        String text = Files.readString(page);
        for (Map.Entry<String, String> each : tables.entrySet()) {
            String begin = "<!-- bench " + each.getKey() + " -->";
            int from = text.indexOf(begin);
            int to = text.indexOf("<!-- end -->", from);
            if (from < 0 || to < 0) {
                throw new IllegalStateException(page + " has no place for the table " + each.getKey());
            }
            text = text.substring(0, from + begin.length()) + "\n\n" + each.getValue() + "\n\n" + text.substring(to);
        }
        Files.writeString(page, text);
    }
}
