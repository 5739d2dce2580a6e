package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A bundle among the resources of a class loader. */
final class ClassPathSource extends BundleSource {
    private static final String ROOT = "META-INF/remit/policy/";

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
    List<String> list(Diagnostics diagnostics) {
        TreeSet<String> paths = new TreeSet<>();
        try {
            for (URL index : Collections.list(loader.getResources(ROOT + "index"))) {
                try (InputStream bytes = open(index)) {
                    new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .forEach(paths::add);
                }
            }
        } catch (IOException unreadable) {
            FileText.reportUnreadable("classpath:" + ROOT + "index", diagnostics);
        }
        List<String> found = paths.stream()
                .filter(path -> path.startsWith(bundle + "/"))
                .map(path -> path.substring(bundle.length() + 1))
                .toList();
        if (found.isEmpty()) {
            List<String> bundles = paths.stream()
                    .filter(path -> path.contains("/"))
                    .map(path -> path.substring(0, path.indexOf('/')))
                    .distinct()
                    .toList();
            diagnostics.report(
                    Code.MISSING_FILE,
                    Span.startOf("classpath:" + ROOT + bundle),
                    "there is no bundle of this name on the class path",
                    Words.didYouMean(bundle, bundles));
        }
        return found;
    }

    @Override
    Optional<SourceFile> open(String file, Diagnostics diagnostics) {
        URL resource = loader.getResource(ROOT + bundle + "/" + file);
        if (resource == null) {
            diagnostics.report(
                    Code.MISSING_FILE, Span.startOf(nameOf(file)), "the index names it, but it is not there");
            return Optional.empty();
        }
        try (InputStream bytes = open(resource)) {
            return FileText.read(bytes, nameOf(file), diagnostics);
        } catch (IOException unreadable) {
            FileText.reportUnreadable(nameOf(file), diagnostics);
            return Optional.empty();
        }
    }

    /** Past the cache of jar files: a jar that is replaced is read anew, and none is held open. */
    private static InputStream open(URL resource) throws IOException {
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }
}
