package dev.remit.http;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.grammar.Fields;
import dev.remit.http.access.PageTokens;
import dev.remit.http.config.TlsFiles;
import dev.remit.node.Limits;
import dev.remit.node.Scalar;
import dev.remit.node.YamlReader;
import dev.remit.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the files that a configuration names and that are not there, or hold something else, each where it is named. */
public final class SettingsFiles {
    private static final String ADDRESS = "https?://.*";

    private final Path folder;
    private final Diagnostics faults = new Diagnostics();

    private SettingsFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * What is wrong with the files that are named.
     *
     * @param file the configuration, whatever else is wrong with it
     * @param folder the folder that the paths in it are relative to
     */
    public static List<Diagnostic> faults(SourceFile file, Path folder) {
        SettingsFiles files = new SettingsFiles(folder);
        YamlReader.read(file, Limits.USUAL, new Diagnostics())
                .flatMap(Fields::of)
                .ifPresent(files::check);
        return files.faults.sorted();
    }

    private void check(Fields file) {
        List<Scalar> named = new ArrayList<>(file.scalar("mapping").stream().toList());
        file.fields("policy").ifPresent(policy -> {
            // What is watched may come back: until then what is kept answers.
            if (!policy.has("gate")) {
                policy.scalar("source")
                        .filter(source -> !source.text().matches(ADDRESS) && !isThere(source))
                        .ifPresent(this::missing);
            }
            named.addAll(policy.list("keys"));
        });
        file.fields("records").ifPresent(records -> {
            named.addAll(records.scalar("subject-keys").stream().toList());
            named.addAll(records.scalar("checkpoint-key").stream().toList());
        });
        named.forEach(this::isFile);
        file.scalar("page-key").filter(this::isFile).ifPresent(this::pageKey);
        file.fields("tls").ifPresent(this::tls);
    }

    private Path path(Scalar named) {
        return folder.resolve(named.text());
    }

    private boolean isThere(Scalar named) {
        return Files.exists(path(named));
    }

    private void missing(Scalar named) {
        faults.report(
                Code.MISSING_FILE,
                named.head(),
                "there is no such file or folder",
                "paths are relative to this file; looked for `"
                        + path(named).toAbsolutePath().normalize() + "`");
    }

    private boolean isFile(Scalar named) {
        if (!isThere(named)) {
            missing(named);
            return false;
        }
        if (Files.isDirectory(path(named)) || !Files.isReadable(path(named))) {
            faults.report(
                    Code.UNREADABLE_FILE,
                    named.head(),
                    Files.isDirectory(path(named)) ? "expected a file, found a folder" : "this file may not be read");
            return false;
        }
        return true;
    }

    private void pageKey(Scalar named) {
        try {
            if (Files.size(path(named)) < PageTokens.KEY_BYTES) {
                unusable(named, "expected a secret of at least " + PageTokens.KEY_BYTES + " bytes, found fewer");
            }
        } catch (IOException failed) {
            missing(named);
        }
    }

    private void unusable(Scalar named, String message) {
        faults.report(Code.WRONG_VALUE, named.head(), message);
    }

    private void tls(Fields tls) {
        boolean isCertificate = holds(tls.scalar("certificate"), Tls::certificates);
        boolean isKey = holds(tls.scalar("key"), Tls::key);
        boolean areAuthorities = holds(tls.scalar("client-authorities"), Tls::certificates);
        if (isCertificate && isKey) {
            TlsFiles files = new TlsFiles(
                    path(tls.scalar("certificate").orElseThrow()),
                    path(tls.scalar("key").orElseThrow()),
                    areAuthorities ? tls.scalar("client-authorities").map(this::path) : Optional.empty());
            // Each by itself is what it should be; left is whether they belong together.
            holds(tls.scalar("key"), key -> Tls.of(files));
        }
    }

    /** Reads a file of keys. */
    @FunctionalInterface
    private interface Reading {
        Object read(Path file) throws IOException, GeneralSecurityException;
    }

    private boolean holds(Optional<Scalar> named, Reading reading) {
        if (named.isEmpty() || !isFile(named.get())) {
            return false;
        }
        try {
            reading.read(path(named.get()));
            return true;
        } catch (IOException | GeneralSecurityException unusable) {
            unusable(named.get(), String.valueOf(unusable.getMessage()));
            return false;
        }
    }
}
