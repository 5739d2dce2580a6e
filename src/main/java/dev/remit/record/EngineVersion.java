package dev.remit.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of Remit, read from the jar it runs from. */
final class EngineVersion {
    private static final String NOTE = "/META-INF/maven/dev.remit/remit/pom.properties";

    private EngineVersion() {}

    static String of() {
        try (InputStream note = EngineVersion.class.getResourceAsStream(NOTE)) {
            if (note != null) {
                Properties properties = new Properties();
                properties.load(note);
                return properties.getProperty("version", "of no version");
            }
        } catch (IOException unreadable) {
            // As good as none.
        }
        return "straight from its classes";
    }
}
