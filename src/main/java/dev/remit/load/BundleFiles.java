package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/** The files of a bundle, each in its part. */
final class BundleFiles {
    private final BundleSource source;
    private final Contents contents;
    private final Set<Part> broken = EnumSet.noneOf(Part.class);

    private BundleFiles(BundleSource source, Contents contents) {
        this.source = source;
        this.contents = contents;
    }

    static BundleFiles open(BundleSource source, Diagnostics diagnostics) {
        BundleFiles bundle = new BundleFiles(source, source.read(Part::isOfOne, diagnostics));
        for (Part part : Part.values()) {
            if (bundle.contents.faulty().stream().anyMatch(part::mayLack)) {
                bundle.broken.add(part);
            }
        }
        boolean isListed = !bundle.contents.members().isEmpty() || !diagnostics.hasErrors();
        if (!isListed) {
            bundle.broken.addAll(EnumSet.allOf(Part.class));
        } else if (!bundle.contents.members().contains(BundleSource.POLICY)) {
            bundle.reportWithoutPolicy(diagnostics);
        }
        return bundle;
    }

    /** The files of one part, by name. */
    List<SourceFile> of(Part part) {
        List<SourceFile> found = new ArrayList<>();
        contents.files().forEach((path, file) -> {
            if (part.holds(path)) {
                found.add(file);
            }
        });
        return found;
    }

    /** All files of the policy, by name. */
    List<SourceFile> all() {
        return List.copyOf(contents.files().values());
    }

    /** All files of the policy, by their path in the bundle. */
    SortedMap<String, SourceFile> byPath() {
        return contents.files();
    }

    /** The paths of all files of the bundle, suites of tests and approvals included. */
    SortedSet<String> members() {
        return contents.members();
    }

    /** Whether something of this name is there that is not as it should be, or should have had this name. */
    boolean isFaulty(String path) {
        return contents.faulty().contains(path);
    }

    /** Whether some file of a part is there, but could not be read. */
    boolean isBroken(Part part) {
        return broken.contains(part);
    }

    /** What diagnostics call a file of this bundle. */
    String nameOf(String path) {
        return source.nameOf(path);
    }

    private void reportWithoutPolicy(Diagnostics diagnostics) {
        boolean isMisnamed = isFaulty(BundleSource.POLICY);
        broken.add(Part.POLICY);
        if (!isMisnamed) {
            diagnostics.report(
                    Code.MISSING_FILE,
                    Span.startOf(source.nameOf(Part.POLICY.place())),
                    "a bundle needs a file `policy.yaml`",
                    Words.didYouMean(Part.POLICY.place(), contents.members()));
        }
    }
}
