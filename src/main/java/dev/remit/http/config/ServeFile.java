package dev.remit.http.config;

import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.grammar.Fields;
import dev.remit.grammar.Grammar;
import dev.remit.grammar.KnownWords;
import dev.remit.grammar.ShapeCheck;
import dev.remit.node.Limits;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.node.YamlReader;
import dev.remit.record.RecordSettings;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code serve.yaml}: everything that is wrong with it at once, each fault where it stands. */
public final class ServeFile {
    private final Path folder;
    private final Node written;
    private final Diagnostics faults;

    private ServeFile(Path folder, Node written, Diagnostics faults) {
        this.folder = folder;
        this.written = written;
        this.faults = faults;
    }

    /**
     * Reads a configuration.
     *
     * @param file the file
     * @param folder the folder that the paths in it are relative to
     */
    public static Checked<ServeSettings> read(SourceFile file, Path folder) {
        Diagnostics faults = new Diagnostics();
        Optional<ServeSettings> settings = YamlReader.read(file, Limits.USUAL, faults)
                .flatMap(root -> ShapeCheck.check(root, Grammar.serveFile(), KnownWords.none(), faults)
                        .map(fields -> new ServeFile(folder, root, faults).settings(fields)));
        return settings.isPresent() && !faults.hasErrors()
                ? Checked.of(settings.get(), faults.sorted())
                : Checked.failed(faults.sorted());
    }

    private ServeSettings settings(Fields file) {
        Optional<Fields> listen = file.fields("listen");
        List<Caller> callers = new CallerReader(written, faults).callers(file.mappings("callers"));
        Optional<TlsFiles> tls = file.fields("tls")
                .map(each -> new TlsFiles(
                        path(each, "certificate"),
                        path(each, "key"),
                        each.text("client-authorities").map(folder::resolve)));
        ServeSettings settings = new ServeSettings(
                listen.flatMap(each -> each.text("address")).orElse(ServeSettings.LOCAL.address()),
                listen.flatMap(each -> each.text("port")).map(Integer::parseInt).orElse(ServeSettings.LOCAL.port()),
                listen.map(each -> isTrue(each, "behind-proxy")).orElse(false),
                tls,
                callers,
                file.list("open").stream().map(Scalar::text).collect(Collectors.toSet()),
                file.fields("policy").map(this::policy).orElse(PolicySettings.EMBEDDED),
                file.fields("records").map(this::records),
                file.text("mapping").map(folder::resolve),
                file.fields("limits").map(ServeFile::limits).orElse(ServeLimits.USUAL),
                file.text("public-url"),
                file.text("page-key").map(folder::resolve),
                file.text("log").map(ServeFile::logged).orElse(ServeSettings.LOCAL.logged()));
        checkExposure(file, settings);
        checkAddress(file);
        checkCertificates(file, settings);
        return settings;
    }

    /** That nobody reaches it over a network without TLS and credentials unless that is said aloud. */
    private void checkExposure(Fields file, ServeSettings settings) {
        Span where = file.fields("listen")
                .flatMap(each -> each.node("address"))
                .map(Node::head)
                .orElseGet(() -> Span.startOf(file.span().file()));
        if (Loopback.isLoopback(settings.address()) || settings.isBehindProxy()) {
            return;
        }
        if (settings.tls().isEmpty()) {
            faults.report(
                    Code.MISSING_KEY,
                    where,
                    "an address that others reach needs `tls`",
                    "name certificate and key under `tls`, or say `behind-proxy: true` if something in front speaks TLS");
        }
        if (settings.callers().isEmpty()) {
            faults.report(
                    Code.MISSING_KEY,
                    where,
                    "an address that others reach needs `callers`",
                    "name each caller with its token or certificate, or say `behind-proxy: true` if something in front"
                            + " knows who calls");
        }
    }

    /** That the address under which callers know it is one, without dots that lead elsewhere. */
    private void checkAddress(Fields file) {
        file.scalar("public-url")
                .filter(each -> !isAddress(each.text()))
                .ifPresent(each -> faults.report(
                        Code.WRONG_VALUE,
                        each.head(),
                        "expected an address such as `https://pdp.example.org`, found " + each.form(),
                        "write `https://`, the name of the host and, if there are some, a port and a path"));
    }

    /** That a client certificate is one that the server takes at all. */
    private void checkCertificates(Fields file, ServeSettings settings) {
        if (settings.tls().flatMap(TlsFiles::clientAuthorities).isEmpty()) {
            file.mappings("callers").stream()
                    .flatMap(caller -> caller.list("certificates").stream().limit(1))
                    .forEach(
                            first -> faults.report(
                                    Code.MISSING_KEY,
                                    first.head(),
                                    "client certificates need `client-authorities` under `tls`",
                                    "name a file with the certificates that sign those of callers, or give the caller `tokens`"));
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text).parseServerAuthority();
            return address.getHost() != null && address.normalize().equals(address);
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private PolicySettings policy(Fields fields) {
        boolean isElsewhere = fields.text("source")
                .filter(source -> source.matches("https?://.*|.*\\.remit"))
                .isPresent();
        if (isElsewhere && !fields.has("gate")) {
            faults.report(
                    Code.MISSING_KEY,
                    fields.node("source").map(Node::head).orElse(fields.span()),
                    "a packed policy needs `gate`",
                    "say which changes of it are taken, such as `gate: signed`");
        }
        if (fields.has("gate") && !fields.has("source")) {
            faults.report(
                    Code.MISSING_KEY,
                    fields.node("gate").map(Node::head).orElse(fields.span()),
                    "a policy with a `gate` needs `source`",
                    "name what is watched");
        }
        if (!fields.has("gate")) {
            withoutGate(fields);
        }
        Optional<Fields> gates = fields.fields("gate");
        Optional<String> one = fields.scalar("gate").map(Scalar::text);
        return new PolicySettings(
                fields.text("source")
                        .map(source -> source.matches("https?://.*")
                                ? source
                                : folder.resolve(source).toString()),
                one.or(() -> gates.flatMap(each -> each.text("policy"))),
                one.or(() -> gates.flatMap(each -> each.text("registers"))),
                fields.text("poll").map(ServeFile::duration).orElse(PolicySettings.EMBEDDED.poll()),
                fields.text("max-age").map(ServeFile::duration),
                fields.text("state").map(folder::resolve),
                fields.has("first"),
                fields.list("keys").stream()
                        .map(each -> folder.resolve(each.text()))
                        .toList(),
                isTrue(fields, "trust-compiled"));
    }

    /** What is about changes says nothing of a policy that is read once, and must not seem to. */
    private void withoutGate(Fields fields) {
        for (String key : List.of("poll", "max-age", "state", "first", "keys", "trust-compiled")) {
            fields.node(key)
                    .ifPresent(node -> faults.report(
                            Code.MISSING_KEY,
                            node.head(),
                            "a policy with `" + key + "` needs `gate`",
                            "say which changes of it are taken, such as `gate: signed`"));
        }
    }

    private LogSettings records(Fields fields) {
        RecordSettings settings = fields.text("mode").filter("written"::equals).isPresent()
                ? RecordSettings.written()
                : RecordSettings.durable();
        settings = settings.signingEvery(
                fields.text("checkpoint-records").map(Long::parseLong).orElse(settings.everyRecords()),
                fields.text("checkpoint-every").map(ServeFile::duration).orElse(settings.every()));
        if (fields.has("subject-keys")) {
            settings = settings.withSubjectKeys(path(fields, "subject-keys"));
        }
        if (fields.has("checkpoint-key")) {
            settings = settings.signedBy(path(fields, "checkpoint-key"));
        }
        Optional<String> origin = fields.text("origin");
        return new LogSettings(path(fields, "folder"), origin.isPresent() ? settings.named(origin.get()) : settings);
    }

    private static ServeLimits limits(Fields fields) {
        return new ServeLimits(
                number(fields, "connections").orElse(ServeLimits.USUAL.connections()),
                number(fields, "threads").orElse(ServeLimits.USUAL.threads()),
                duration(fields, "idle").orElse(ServeLimits.USUAL.idle()),
                duration(fields, "header-time").orElse(ServeLimits.USUAL.headerTime()),
                duration(fields, "body-time").orElse(ServeLimits.USUAL.bodyTime()),
                duration(fields, "stop-time").orElse(ServeLimits.USUAL.stopTime()));
    }

    private Path path(Fields fields, String key) {
        return folder.resolve(fields.text(key).orElse(""));
    }

    private static Optional<Integer> number(Fields fields, String key) {
        return fields.text(key).map(Integer::parseInt);
    }

    private static Optional<Duration> duration(Fields fields, String key) {
        return fields.text(key).map(ServeFile::duration);
    }

    static boolean isTrue(Fields fields, String key) {
        return fields.truth(key).orElse(false);
    }

    private static ServeSettings.Logged logged(String word) {
        for (ServeSettings.Logged each : ServeSettings.Logged.values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return ServeSettings.LOCAL.logged();
    }

    private static Duration duration(String text) {
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
