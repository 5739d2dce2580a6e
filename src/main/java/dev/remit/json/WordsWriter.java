package dev.remit.json;

import dev.remit.model.Header;
import dev.remit.report.WordList;

/** Writes the words of a policy as JSON, one object on one line, without a line end. */
public final class WordsWriter {
    private WordsWriter() {}

    /** The words, each with its kind, id and title. */
    public static String words(Header header, WordList list) {
        return JsonText.object(json -> {
            json.text("policy", header.id().value());
            json.text("version", header.version());
            json.list(
                    "words",
                    list.words(),
                    word -> json.item(each -> {
                        each.text("kind", word.kind().label());
                        each.text("id", word.id());
                        each.text("title", word.title());
                        if (!word.description().isEmpty()) {
                            each.text("description", word.description());
                        }
                        if (!word.values().isEmpty()) {
                            each.texts(word.isSet() ? "setOf" : "values", word.values());
                        }
                    }));
        });
    }
}
