package dev.remit.load;

import static java.util.Objects.requireNonNull;

import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.source.Span;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads every file of a bundle in one go: the policy, its suites of tests and its sign-off, as texts that belong together.
 * Stateless.
 */
public final class BundleFiles {
    private BundleFiles() {}

    /**
     * The text of each file of a bundle by its path in it; or what lies there that cannot be read or is no file of a bundle.
     *
     * @param source where the bundle lies
     * @return the texts, or the errors
     */
    public static Checked<SortedMap<String, String>> read(BundleSource source) {
        requireNonNull(source, "source");
        Diagnostics diagnostics = new Diagnostics();
        Contents contents = source.read(path -> Wanted.YES, diagnostics);
        if (!contents.members().contains(BundleSource.POLICY) && !diagnostics.hasErrors()) {
            diagnostics.report(
                    Code.MISSING_FILE,
                    Span.startOf(source.nameOf(BundleSource.POLICY)),
                    "a bundle needs a file `policy.yaml`",
                    Words.didYouMean(BundleSource.POLICY, contents.members()));
        }
        if (diagnostics.hasErrors()) {
            return Checked.failed(diagnostics.sorted());
        }
        SortedMap<String, String> texts = new TreeMap<>();
        contents.files().forEach((path, file) -> texts.put(path, file.text()));
        return Checked.of(Collections.unmodifiableSortedMap(texts), diagnostics.sorted());
    }
}
