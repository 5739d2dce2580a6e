package dev.remit.cli;

import dev.remit.diagnostic.Words;
import dev.remit.http.LiveServed;
import dev.remit.http.config.LogSettings;
import dev.remit.http.config.PolicySettings;
import dev.remit.live.LivePolicy;
import dev.remit.live.LiveSettings;
import dev.remit.live.LiveStatus;
import dev.remit.live.PolicySource;
import dev.remit.live.ReloadGate;
import dev.remit.record.RecordLog;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Serves a policy that changes while it is served. */
final class ServedLive {
    private ServedLive() {}

    static int serve(Serve.Work work) {
        try (LivePolicy live = LivePolicy.start(settings(work))) {
            live.status().bundle().ifPresent(work::check);
            return work.serve(new LiveServed(live));
        } catch (IOException failed) {
            throw new UsageError(
                    "the policy cannot be watched: " + Words.visible(String.valueOf(failed.getMessage())),
                    Optional.empty());
        }
    }

    private static LiveSettings settings(Serve.Work work) {
        PolicySettings policy = work.settings().policy();
        LiveSettings live = LiveSettings.of(source(policy.source().orElseThrow()))
                .gates(gate(policy.gate()), gate(policy.registersGate()))
                .polling(policy.poll())
                .heardBy(work.figures())
                .changesHeardBy(status -> {
                    work.figures().changed(status.state().name());
                    work.streams().err().println(line(status));
                });
        if (policy.maxAge().isPresent()) {
            live = live.maxAge(policy.maxAge().get());
        }
        if (policy.state().isPresent()) {
            live = live.keptIn(policy.state().get());
        }
        if (policy.isFirstTrusted()) {
            live = live.trustingFirst();
        }
        if (!policy.keys().isEmpty()) {
            live = live.signedBy(policy.keys().toArray(Path[]::new));
        }
        if (policy.isCompiledTrusted()) {
            live = live.trustingCompiled();
        }
        return work.settings().records().isPresent()
                ? recorded(live, work.settings().records().get(), work)
                : live;
    }

    /** A change of state in one line: what answers now and, if the source holds something else, why that does not. */
    private static String line(LiveStatus status) {
        String inForce = status.identity()
                .map(identity -> "in force is " + identity.id() + " " + identity.version())
                .orElse("nothing is in force");
        return "policy: " + status.state() + ", " + (status.answers() ? inForce : "nothing answers")
                + (status.reason().isEmpty() ? "" : ": " + status.reason());
    }

    private static LiveSettings recorded(LiveSettings live, LogSettings records, Serve.Work work) {
        AtomicReference<@Nullable RecordLog> opened = new AtomicReference<>();
        work.figures().add("remit_records", "Records in the log", () -> {
            RecordLog log = opened.get();
            return log == null ? 0 : log.size();
        });
        return live.recordedBy(first -> {
            RecordLog log = RecordLog.open(
                    records.folder(), first, records.settings(), work.streams().clock());
            opened.set(log);
            return log;
        });
    }

    private static PolicySource source(String source) {
        try {
            return source.matches("https?://.*")
                    ? PolicySource.at(URI.create(source))
                    : PolicySource.at(Path.of(source));
        } catch (IllegalArgumentException unusable) {
            throw new UsageError(
                    "the source of the policy cannot be used: " + Words.visible(String.valueOf(unusable.getMessage())),
                    Optional.empty());
        }
    }

    private static ReloadGate gate(Optional<String> word) {
        return ReloadGate.valueOf(word.orElse("signed").toUpperCase(Locale.ROOT));
    }
}
