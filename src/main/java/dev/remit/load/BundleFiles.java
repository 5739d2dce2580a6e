package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a bundle, each in its part. Files that look as if they were meant to be read are warned about. */
final class BundleFiles {
    private static final List<String> FILES = List.of(
            Part.POLICY.place(),
            Part.PROJECTS.place(),
            Part.PEOPLE.place(),
            Part.CLAUSES.place(),
            Part.INVARIANTS.place(),
            SignOffFile.NAME);
    private static final List<String> FOLDERS = List.of(Part.RULES.place(), SuiteFiles.FOLDER);

    private final BundleSource source;
    private final Diagnostics diagnostics;
    private final SortedMap<String, SourceFile> files = new TreeMap<>();
    private final Set<Part> broken = EnumSet.noneOf(Part.class);

    private BundleFiles(BundleSource source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    static BundleFiles open(BundleSource source, Diagnostics diagnostics) {
        BundleFiles bundle = new BundleFiles(source, diagnostics);
        SortedSet<String> listed = new TreeSet<>(source.list(diagnostics));
        if (diagnostics.hasErrors()) {
            bundle.broken.addAll(EnumSet.allOf(Part.class));
        }
        for (String file : listed) {
            bundle.open(file);
        }
        if (bundle.of(Part.POLICY).isEmpty() && !bundle.broken.contains(Part.POLICY)) {
            bundle.reportWithoutPolicy(listed);
        }
        return bundle;
    }

    /** The files of one part, by name. */
    List<SourceFile> of(Part part) {
        List<SourceFile> found = new ArrayList<>();
        files.forEach((path, file) -> {
            if (part.holds(path)) {
                found.add(file);
            }
        });
        return found;
    }

    /** All files, by name. */
    List<SourceFile> all() {
        return List.copyOf(files.values());
    }

    /** All files, by their path in the bundle. */
    SortedMap<String, SourceFile> byPath() {
        return files;
    }

    /** Whether some file of a part is there, but could not be read. */
    boolean isBroken(Part part) {
        return broken.contains(part);
    }

    private void open(String file) {
        for (Part part : Part.values()) {
            if (part.holds(file)) {
                Optional<SourceFile> opened = source.open(file, diagnostics);
                if (opened.isPresent()) {
                    files.put(file, opened.get());
                } else {
                    broken.add(part);
                }
                return;
            }
        }
        warnOfUnread(file);
    }

    private void warnOfUnread(String file) {
        boolean isHidden = file.startsWith(".") || file.contains("/.");
        boolean isYaml = file.endsWith(".yaml") || file.endsWith(".yml");
        if (isHidden || FILES.contains(file)) {
            return;
        }
        boolean isInRules = file.startsWith(Part.RULES.place());
        if (isYaml && (isInRules || file.indexOf('/') < 0)) {
            diagnostics.report(
                    Code.UNKNOWN_FILE,
                    Span.startOf(source.nameOf(file)),
                    "this file is not read",
                    isInRules
                            ? Optional.of("rules are read from `rules/*.yaml`, not from folders below nor from `.yml`")
                            : Words.didYouMean(file, FILES));
        } else if (file.endsWith("/") && !FOLDERS.contains(file)) {
            Words.didYouMean(file, FOLDERS)
                    .ifPresent(help -> diagnostics.report(
                            Code.UNKNOWN_FILE, Span.startOf(source.nameOf(file)), "this folder is not read", help));
        }
    }

    private void reportWithoutPolicy(Set<String> listed) {
        broken.add(Part.POLICY);
        diagnostics.report(
                Code.MISSING_FILE,
                Span.startOf(source.nameOf(Part.POLICY.place())),
                "a bundle needs a file `policy.yaml`",
                Words.didYouMean(Part.POLICY.place(), listed));
    }
}
