package dev.remit.load;

import static java.util.Objects.requireNonNull;

import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Fields;
import dev.remit.node.Limits;
import dev.remit.node.Mapping;
import dev.remit.node.Node;
import dev.remit.node.Scalar;
import dev.remit.node.YamlReader;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The list of a bundle's files in the header of its policy. With it, a file that is gone is noticed, and one that was
 * added without a word too.
 *
 * <p>It names every file but two: {@code policy.yaml}, in which it stands, and {@code sign-off.yaml}, which comes when the
 * rest is finished. Stateless.
 */
public final class FileList {
    private static final String KEY = "files";
    private static final String ANEW = "`remit files BUNDLE --write` writes the list anew";
    private static final Set<String> LEFT_OUT = Set.of(BundleSource.POLICY, SignOffFile.NAME);

    private FileList() {}

    /**
     * The files that a bundle has and its list must name.
     *
     * @param source where the bundle lies
     * @return their paths, sorted; or what is wrong with the files
     */
    public static Checked<List<String>> of(BundleSource source) {
        requireNonNull(source, "source");
        Diagnostics diagnostics = new Diagnostics();
        List<String> files = listable(OpenedBundle.of(source, diagnostics));
        return diagnostics.hasErrors() ? Checked.failed(diagnostics.sorted()) : Checked.of(files, diagnostics.sorted());
    }

    /**
     * The text of a policy with the list of its bundle's files in its header, and all else as it was written.
     *
     * @param policy the file {@code policy.yaml}
     * @param files the paths to list
     * @return the text, or what keeps the header from being read
     */
    public static Checked<String> write(SourceFile policy, List<String> files) {
        requireNonNull(policy, "policy");
        Diagnostics diagnostics = new Diagnostics();
        Optional<Mapping> header = header(policy, diagnostics);
        Optional<String> text = header.map(found -> FileListText.of(policy, found, List.copyOf(files)));
        boolean isRight = text.flatMap(written -> header(new SourceFile(policy.name(), written), diagnostics))
                .filter(found -> listed(Fields.of(found)).equals(files))
                .isPresent();
        if (!isRight && !diagnostics.hasErrors()) {
            diagnostics.report(
                    Code.MISSING_KEY,
                    Span.startOf(policy.name()),
                    "there is no header that the list of files could be written into",
                    "write `policy: {...}` first");
        }
        return diagnostics.hasErrors()
                ? Checked.failed(diagnostics.sorted())
                : Checked.of(text.orElseThrow(), diagnostics.sorted());
    }

    private static Optional<Mapping> header(SourceFile policy, Diagnostics diagnostics) {
        return YamlReader.read(policy, Limits.USUAL, diagnostics)
                .flatMap(Fields::of)
                .flatMap(fields -> fields.fields("policy"))
                .map(Fields::mapping)
                .filter(header -> !header.entries().isEmpty());
    }

    private static List<String> listed(Fields header) {
        return header.list(KEY).stream().map(each -> each.text().strip()).toList();
    }

    private static List<String> listable(OpenedBundle bundle) {
        return bundle.paths().stream().filter(path -> !LEFT_OUT.contains(path)).toList();
    }

    /** Holds the list, if there is one, against the files. */
    static void check(Trees trees, OpenedBundle bundle, Diagnostics diagnostics) {
        Optional<Fields> header = trees.of(Part.POLICY).stream()
                .findFirst()
                .flatMap(tree -> Fields.of(tree.checked()).fields("policy"));
        boolean isSound = header.flatMap(fields -> fields.node(KEY))
                .filter(list -> list.equals(written(trees)))
                .isPresent();
        if (!isSound) {
            return; // There is none, or its faults are reported already.
        }
        List<String> unlisted = new ArrayList<>(listable(bundle));
        for (Scalar each : header.orElseThrow().list(KEY)) {
            unlisted.remove(each.text().strip());
        }
        for (Scalar each : header.orElseThrow().list(KEY)) {
            checkListed(each, bundle, unlisted, diagnostics);
        }
        for (String path : unlisted) {
            diagnostics.report(
                    Code.UNLISTED_FILE,
                    Span.startOf(bundle.nameOf(path)),
                    "this file is not on the list of files in the header of the policy",
                    "add " + Words.whole(path) + " to `files` in `policy.yaml`; " + ANEW);
        }
    }

    private static void checkListed(
            Scalar listed, OpenedBundle bundle, List<String> unlisted, Diagnostics diagnostics) {
        String path = listed.text().strip();
        if (LEFT_OUT.contains(path)) {
            diagnostics.report(
                    Code.UNKNOWN_FILE,
                    listed.head(),
                    Words.quoted(path) + " is never listed",
                    path.equals(BundleSource.POLICY)
                            ? "delete it; it is the file in which the list stands"
                            : "delete it; `remit check --require-sign-off` notices if the sign-off is gone");
        } else if (!Layout.isMember(path)) {
            diagnostics.report(
                    Code.UNKNOWN_FILE,
                    listed.head(),
                    Words.quoted(path) + " is no place of a bundle's file",
                    Words.didYouMean(path, unlisted).or(() -> Optional.of(ANEW)));
        } else if (!bundle.holds(path)) {
            diagnostics.report(
                    Code.MISSING_FILE,
                    listed.head(),
                    "file " + Words.quoted(path) + " is listed and is not there",
                    Words.didYouMean(path, unlisted)
                            .or(() -> Optional.of("put it back; or, if it is gone for good, " + ANEW)));
        }
    }

    private static Node written(Trees trees) {
        return trees.of(Part.POLICY).stream()
                .findFirst()
                .flatMap(tree -> tree.written("policy", KEY))
                .orElseGet(() -> new Mapping(List.of(), Span.startOf("")));
    }
}
