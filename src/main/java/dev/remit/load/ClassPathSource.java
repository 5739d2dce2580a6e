package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.source.Span;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A bundle among the resources of a class loader. Which files it has is said by an index; wherever the place of the index
 * can be listed, what lies there is read and held against it.
 */
final class ClassPathSource extends BundleSource {
    static final String ROOT = "META-INF/remit/policy/";

    private final String bundle;
    private final ClassLoader loader;

    ClassPathSource(String bundle, ClassLoader loader) {
        this.bundle = bundle;
        this.loader = loader;
    }

    @Override
    String nameOf(String file) {
        return "classpath:" + ROOT + bundle + "/" + file;
    }

    @Override
    Contents read(Function<String, Wanted> wanted, Diagnostics diagnostics) {
        try {
            Optional<Found> found = find(diagnostics);
            if (found.isPresent()) {
                return read(found.get(), wanted, diagnostics);
            }
        } catch (IOException unreadable) {
            FileText.reportUnreadable("classpath:" + ROOT + PathIndex.NAME, diagnostics);
        }
        return Contents.none();
    }

    /** The index that names the bundle, and the files it names. */
    private record Found(URL index, SortedSet<String> files) {}

    /** The first index that knows the bundle lists all of it: no other jar can add to it, and few need be opened. */
    private Optional<Found> find(Diagnostics diagnostics) throws IOException {
        Set<String> others = new TreeSet<>();
        Enumeration<URL> indexes = loader.getResources(ROOT + PathIndex.NAME);
        while (indexes.hasMoreElements()) {
            URL index = indexes.nextElement();
            SortedSet<String> files = new TreeSet<>();
            for (String path : PathIndex.read(ClassPathTree.open(index))) {
                int slash = path.indexOf('/');
                if (path.startsWith(bundle + "/")) {
                    files.add(path.substring(bundle.length() + 1));
                } else if (slash > 0) {
                    others.add(path.substring(0, slash));
                }
            }
            if (!files.isEmpty()) {
                return Optional.of(new Found(index, files));
            }
        }
        diagnostics.report(
                Code.MISSING_FILE,
                Span.startOf("classpath:" + ROOT + bundle),
                "there is no bundle of this name on the class path",
                Words.didYouMean(bundle, others));
        return Optional.empty();
    }

    private Contents read(Found found, Function<String, Wanted> wanted, Diagnostics diagnostics) throws IOException {
        Optional<FolderSource> folder =
                ClassPathTree.folder(found.index(), bundle).map(path -> new FolderSource(path, this::nameOf));
        if (folder.isPresent()) {
            Contents contents = folder.get().read(wanted, diagnostics);
            compare(found.files(), contents, diagnostics);
            return contents;
        }
        try (ClassPathTree tree = ClassPathTree.of(found.index(), bundle, found.files(), loader)) {
            Contents contents = Contents.read(tree, this::nameOf, wanted, true, diagnostics);
            compare(found.files(), contents, diagnostics);
            return contents;
        }
    }

    /** Whatever the index and the place of the index do not both have is an error. */
    private void compare(SortedSet<String> index, Contents contents, Diagnostics diagnostics) {
        List<String> missing = new ArrayList<>(index);
        missing.removeIf(file -> contents.members().contains(file)
                || contents.faulty().contains(file)
                || !(Layout.of(file) instanceof Layout.Member));
        for (String file : missing) {
            diagnostics.report(
                    Code.MISSING_FILE, Span.startOf(nameOf(file)), "the index names it, but it is not there");
        }
        for (String file : contents.members()) {
            if (!index.contains(file)) {
                diagnostics.report(
                        Code.UNLISTED_FILE,
                        Span.startOf(nameOf(file)),
                        "it is there, but the index of the class path does not name it",
                        "let `remit files BUNDLE --index` write the index anew");
            }
        }
    }
}
