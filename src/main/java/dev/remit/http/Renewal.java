package dev.remit.http;

import dev.remit.http.config.ServeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes up changes of the settings and of the keys for TLS while a server runs. What is faulty changes nothing. */
final class Renewal {
    private final DecisionServer.Parts parts;
    private final Optional<Tls> tls;
    private final RequestLog log;
    private final Consumer<ServeSettings> taken;
    private boolean isOpen;
    private String settingsMark;
    private String keysMark;

    /**
     * Begins to look.
     *
     * @param isOpen whether anybody may ask so far; credentials that are asked for are not given up while the server runs
     * @param taken takes what changed
     */
    Renewal(
            DecisionServer.Parts parts,
            Optional<Tls> tls,
            RequestLog log,
            boolean isOpen,
            Consumer<ServeSettings> taken) {
        this.parts = parts;
        this.isOpen = isOpen;
        this.tls = tls;
        this.log = log;
        this.taken = taken;
        settingsMark = settingsMark();
        keysMark = keysMark();
    }

    private String settingsMark() {
        return mark(parts.settingsFile().stream().toList());
    }

    private String keysMark() {
        return mark(tls.map(Tls::paths).orElse(List.of()));
    }

    /** Looks whether the files changed, and takes up what is in them. */
    synchronized void look() {
        String settings = settingsMark();
        if (!settings.equals(settingsMark)) {
            settingsMark = settings;
            renew(parts.again().get());
        }
        String keys = keysMark();
        if (!keys.equals(keysMark) && tls.isPresent()) {
            keysMark = keys;
            try {
                tls.get().renew();
                log.event("keys-renewed", "new connections use the keys for TLS that are there now");
            } catch (IOException faulty) {
                log.event("keys-faulty", String.valueOf(faulty.getMessage()));
            }
        }
    }

    private void renew(Optional<ServeSettings> fresh) {
        if (fresh.isEmpty()) {
            log.event("settings-faulty", "the settings stay as they were");
        } else if (!isOpen && fresh.get().callers().isEmpty()) {
            log.event(
                    "settings-faulty",
                    "without callers anybody could ask, which needs a restart; the settings stay as they were");
        } else {
            isOpen &= fresh.get().callers().isEmpty();
            taken.accept(fresh.get());
            log.event(
                    "settings-renewed",
                    "callers, open pages and the log are as the file says; all else needs a restart");
        }
    }

    void stopped(Exception failed) {
        log.event("stop-failed", DoorHandler.where(failed));
    }

    private static String mark(List<Path> files) {
        List<String> marks = new ArrayList<>();
        for (Path each : files) {
            try {
                marks.add(Files.getLastModifiedTime(each) + " " + Files.size(each));
            } catch (IOException unreadable) {
                marks.add("unreadable");
            }
        }
        return String.join("; ", marks);
    }
}
