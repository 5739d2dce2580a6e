package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        Set<String> others = new TreeSet<>();
        try {
            // The first index that knows the bundle tells all of it: no other jar can add to it, and few need be
            // opened.
            Enumeration<URL> indexes = loader.getResources(ROOT + "index");
            while (indexes.hasMoreElements()) {
                List<String> found = new ArrayList<>();
                for (String path : lines(indexes.nextElement())) {
                    if (path.startsWith(bundle + "/")) {
                        found.add(path.substring(bundle.length() + 1));
                    } else if (path.contains("/")) {
                        others.add(path.substring(0, path.indexOf('/')));
                    }
                }
                if (!found.isEmpty()) {
                    return found;
                }
            }
        } catch (IOException unreadable) {
            FileText.reportUnreadable("classpath:" + ROOT + "index", diagnostics);
        }
        diagnostics.report(
                Code.MISSING_FILE,
                Span.startOf("classpath:" + ROOT + bundle),
                "there is no bundle of this name on the class path",
                Words.didYouMean(bundle, others));
        return List.of();
    }

    private static List<String> lines(URL index) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(index), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line.strip());
            }
        }
        return lines;
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
