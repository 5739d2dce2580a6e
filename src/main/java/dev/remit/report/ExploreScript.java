package dev.remit.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The script of the page that answers: small files beside this class, put together in order. */
final class ExploreScript {
    private static final String FOLDER = "explore/";
    /** What answers from the tables of a policy, without a page. */
    private static final List<String> ANSWERING = List.of("10-sets.js", "20-ways.js", "25-nearest.js", "30-policy.js");

    /** What makes the page of it. */
    private static final List<String> PAGE = List.of(
            "40-words.js",
            "45-reasons.js",
            "50-elements.js",
            "60-ask.js",
            "70-overview.js",
            "80-written.js",
            "90-start.js");

    private ExploreScript() {}

    /** The whole script. */
    static String all() {
        return "\n(function () {\n'use strict';\n" + joined(ANSWERING) + joined(PAGE) + "})();\n";
    }

    /** The style of the page. */
    static String style() {
        return "\n" + read("page.css");
    }

    /** The functions that answer; they use nothing of a browser. */
    static String answering() {
        return joined(ANSWERING);
    }

    private static String joined(List<String> names) {
        StringBuilder joined = new StringBuilder();
        names.forEach(name -> joined.append(read(name)).append('\n'));
        return joined.toString();
    }

    /** The text of a file beside this class. */
    static String read(String name) {
        try (InputStream file = ExploreScript.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("the library has no file " + FOLDER + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
