package dev.remit.load;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;

/**
 * The files of a bundle beside an index of the class path: those in the same jar, or, where that cannot be listed, those
 * the index names. None is looked for in another jar.
 */
final class ClassPathTree implements FileTree, Closeable {
    private final String folder;
    private final ClassLoader loader;
    private final String base;
    private final List<String> paths;
    private final Optional<JarFile> jar;

    private ClassPathTree(String folder, ClassLoader loader, String base, List<String> paths, Optional<JarFile> jar) {
        this.folder = folder;
        this.loader = loader;
        this.base = base;
        this.paths = List.copyOf(paths);
        this.jar = jar;
    }

    /** The folder of a bundle in the file system, if the index lies there. */
    static Optional<Path> folder(URL index, String bundle) {
        if (!index.getProtocol().equals("file")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(index.toURI()).resolveSibling(bundle));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException noPath) {
            return Optional.empty();
        }
    }

    static ClassPathTree of(URL index, String bundle, Collection<String> indexed, ClassLoader loader)
            throws IOException {
        String text = index.toExternalForm();
        String base = text.substring(0, text.length() - PathIndex.NAME.length());
        String folder = ClassPathSource.ROOT + bundle + "/";
        URLConnection connection = index.openConnection();
        connection.setUseCaches(false);
        if (connection instanceof JarURLConnection inJar) {
            JarFile jar = inJar.getJarFile();
            String entry = String.valueOf(inJar.getEntryName());
            String inside = entry.substring(0, Math.max(0, entry.length() - PathIndex.NAME.length())) + bundle + "/";
            return new ClassPathTree(folder, loader, base, below(inside, names(jar)), Optional.of(jar));
        }
        Optional<NestedJar> nested = NestedJar.at(text);
        List<String> listed = nested.isPresent()
                ? below(nested.get().prefix() + bundle + "/", nested.get().names())
                : List.copyOf(indexed);
        return new ClassPathTree(folder, loader, base, listed, Optional.empty());
    }

    @Override
    public List<Entry> entries() {
        return paths.stream().map(Entry::file).toList();
    }

    @Override
    public InputStream open(Entry entry) throws IOException {
        Enumeration<URL> resources = loader.getResources(folder + entry.path());
        while (resources.hasMoreElements()) {
            URL resource = resources.nextElement();
            if (resource.toExternalForm().startsWith(base)) {
                return open(resource);
            }
        }
        throw new FileNotFoundException(entry.path());
    }

    @Override
    public void close() throws IOException {
        if (jar.isPresent()) {
            jar.get().close();
        }
    }

    /** Past the cache of jar files: a jar that is replaced is read anew, and none is held open. */
    static InputStream open(URL resource) throws IOException {
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    private static List<String> names(JarFile jar) {
        List<String> names = new ArrayList<>();
        jar.stream().forEach(entry -> names.add(entry.getName()));
        return names;
    }

    private static List<String> below(String folder, List<String> names) {
        return names.stream()
                .filter(name -> name.startsWith(folder) && !name.endsWith("/"))
                .map(name -> name.substring(folder.length()))
                .distinct()
                .toList();
    }
}
