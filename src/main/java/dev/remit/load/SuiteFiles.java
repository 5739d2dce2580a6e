package dev.remit.load;

import static java.util.Objects.requireNonNull;

import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.List;

/**
 * Opens the suites of tests that lie in a bundle beside its policy, in {@code tests/*.yaml}. They are no part of the
 * policy: loading it leaves them aside, and they are read only to run them. Stateless.
 */
public final class SuiteFiles {
    private SuiteFiles() {}

    /**
     * The files of all suites, by name; or what is wrong with them, such as that there are none, or that one stands where
     * none is read from.
     *
     * @param source where the bundle lies
     * @return at least one file, or the errors
     */
    public static Checked<List<SourceFile>> open(BundleSource source) {
        requireNonNull(source, "source");
        Diagnostics diagnostics = new Diagnostics();
        Contents contents = source.read(path -> Wanted.when(path.startsWith(Layout.TESTS)), diagnostics);
        if (contents.files().isEmpty() && !diagnostics.hasErrors()) {
            diagnostics.report(
                    Code.EMPTY_SUITE,
                    Span.startOf(source.nameOf(BundleSource.POLICY)),
                    "this bundle has no suites of tests",
                    "write them as `tests/*.yaml`, in the folder of the policy");
        }
        return diagnostics.hasErrors()
                ? Checked.failed(diagnostics.sorted())
                : Checked.of(List.copyOf(contents.files().values()), diagnostics.sorted());
    }
}
