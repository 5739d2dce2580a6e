package dev.remit.http.config;

import static java.util.Objects.requireNonNull;

import dev.remit.record.RecordSettings;
import java.nio.file.Path;

/**
 * The log of decisions.
 *
 * @param folder where its files are
 * @param settings how it is written
 */
public record LogSettings(Path folder, RecordSettings settings) {
    public LogSettings {
        requireNonNull(folder, "folder");
        requireNonNull(settings, "settings");
    }

    /** Whether nothing can be recorded about a person, since there are no keys for pseudonyms. */
    public boolean isWithoutPeople() {
        return settings.subjectKeys().isEmpty();
    }
}
