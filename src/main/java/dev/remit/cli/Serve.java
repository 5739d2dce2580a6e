package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.decide.DecisionPoint;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Words;
import dev.remit.http.DecisionServer;
import dev.remit.http.Figures;
import dev.remit.http.FixedPolicy;
import dev.remit.http.Served;
import dev.remit.http.config.LogSettings;
import dev.remit.http.config.ServeSettings;
import dev.remit.http.mapping.MappingFile;
import dev.remit.record.LogException;
import dev.remit.record.RecordLog;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit serve}: the decision point over HTTP. */
final class Serve implements Verb {
    private static final String CONFIG = "--config";
    private static final String PORT = "--port";

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String summary() {
        return "Answers other services over HTTP until it is stopped.";
    }

    @Override
    public String synopsis() {
        return "serve [BUNDLE] [--config FILE] [--port PORT] [--records DIR [--subject-key FILE]"
                + " [--checkpoint-key FILE] [--origin NAME] [--written]]";
    }

    @Override
    public List<ArgSpec> accepts() {
        List<ArgSpec> accepts = new ArrayList<>(List.of(
                Option.bundle(Bundle.WHERE),
                Option.file(CONFIG, "The settings. Left out: this machine alone may ask, without credentials."),
                Option.word(PORT, "PORT", "The port to listen on; 0 for any that is free. Left out: 8181.")));
        accepts.addAll(RecordOptions.acceptedWithoutCaller());
        return accepts;
    }

    @Override
    public PackUse packs() {
        return PackUse.COMPILED;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "It answers AuthZEN requests under /access/v1, and questions as `remit decide` takes them at /v1/decide.",
                "What stands in --config is refused beside an option that says the same.",
                "Exit code: 0 stopped in order, or 143 after the signal SIGTERM; 2 not started.",
                "",
                "Example:",
                "  remit serve --port 8181");
    }

    @Override
    public int run(Given given, Streams streams) {
        // Jetty's way to log finds no logger, which is as we want it, and would say so.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Optional<ServeConfiguration> file = given.path(CONFIG).map(ServeConfiguration::open);
        ServeSettings settings = settings(given, file);
        Optional<SourceFile> mapping = settings.mapping().map(ServeConfiguration::text);
        try (Stopping stopping = Stopping.prepare()) {
            Work work = new Work(settings, new Figures(), file, mapping, streams, stopping);
            if (settings.policy().gate().isPresent()) {
                Packs.refuse(given, "settings with a `gate`", "say it there: `keys`, and `trust-compiled: true`");
                return ServedLive.serve(work);
            }
            PolicyBundle bundle = Bundle.open(settings.policy().source().map(Path::of), given);
            work.check(bundle);
            DecisionPoint heard = bundle.decisionPoint().withListener(work.figures());
            return settings.records().isPresent()
                    ? recorded(work, bundle, heard, settings.records().get())
                    : work.serve(fixed(work, bundle, heard));
        }
    }

    private static Served fixed(Work work, PolicyBundle bundle, DecisionPoint decisions) {
        return new FixedPolicy(bundle, decisions, work.streams().clock().instant());
    }

    private static int recorded(Work work, PolicyBundle bundle, DecisionPoint heard, LogSettings records) {
        try (RecordLog log = RecordLog.open(
                records.folder(),
                heard.identity(),
                records.settings(),
                work.streams().clock())) {
            work.figures().add("remit_records", "Records in the log", log::size);
            return work.serve(fixed(work, bundle, heard.recordedBy(log)));
        } catch (LogException unusable) {
            throw new UsageError(Words.visible(String.valueOf(unusable.getMessage())), Optional.empty());
        } catch (IOException failed) {
            throw unwritable(records, failed);
        }
    }

    static UsageError unwritable(LogSettings records, IOException failed) {
        return new UsageError("the log in `" + records.folder() + "` cannot be written: " + failed, Optional.empty());
    }

    private static ServeSettings settings(Given given, Optional<ServeConfiguration> file) {
        ServeSettings settings = file.map(ServeConfiguration::settings).orElse(ServeSettings.LOCAL);
        Optional<Path> bundle = given.bundle();
        if (bundle.isPresent()) {
            if (settings.policy().source().isPresent()) {
                throw new UsageError(
                        "the settings name a policy, and so does the command line", "leave one of them out");
            }
            settings = settings.serving(settings.policy().from(bundle.get().toString()));
        }
        Optional<LogSettings> records =
                RecordOptions.log(given).map(log -> new LogSettings(log.folder(), log.settings()));
        if (records.isPresent()) {
            if (settings.records().isPresent()) {
                throw new UsageError("the settings name a log, and so does the command line", "leave one of them out");
            }
            settings = settings.recording(records.get());
        }
        return given.word(PORT).map(Serve::port).map(settings::onPort).orElse(settings);
    }

    private static int port(String word) {
        if (word.matches("[0-9]{1,5}") && Integer.parseInt(word) < 1 << 16) {
            return Integer.parseInt(word);
        }
        throw new UsageError(
                "expected `--port` to be a number below 65536, found " + Words.quoted(word), Optional.empty());
    }

    /** What is served, and how. */
    record Work(
            ServeSettings settings,
            Figures figures,
            Optional<ServeConfiguration> file,
            Optional<SourceFile> mapping,
            Streams streams,
            Stopping stopping) {

        /** Refuses settings and mappings with words that a policy does not know. */
        void check(PolicyBundle bundle) {
            file.ifPresent(each -> each.check(bundle.decisionPoint()));
            mapping.ifPresent(each -> sound(MappingFile.read(each, bundle.decisionPoint()), each));
        }

        int serve(Served served) {
            DecisionServer.Parts parts = new DecisionServer.Parts(
                    served,
                    figures,
                    mapping,
                    () -> file.flatMap(each -> each.again(streams)),
                    file.map(ServeConfiguration::path),
                    streams.clock(),
                    line -> streams.err().println(line));
            try (DecisionServer server = DecisionServer.start(settings, parts)) {
                String what = served.bundle()
                        .map(bundle -> bundle.policy().header().id() + " "
                                + bundle.policy().header().version())
                        .orElse("no policy yet");
                streams.out()
                        .say("serving " + what + " at " + (settings.tls().isPresent() ? "https" : "http") + "://"
                                + settings.address() + ":" + server.port());
                streams.out().flush();
                stopping.await(streams);
                return OK;
            } catch (IOException failed) {
                throw new UsageError(
                        "it cannot listen at " + settings.address() + ", port " + settings.port() + ": "
                                + Words.visible(String.valueOf(failed.getMessage())),
                        "choose another port with `--port`, or stop what listens there");
            }
        }
    }

    static <T> T sound(Checked<T> checked, SourceFile file) {
        if (checked.value().isPresent()) {
            return checked.value().get();
        }
        throw faulty(checked.diagnostics(), file);
    }

    static UnusableBundle faulty(List<Diagnostic> faults, SourceFile file) {
        return new UnusableBundle(new Bundle(Checked.failed(faults), List.of(file)));
    }
}
