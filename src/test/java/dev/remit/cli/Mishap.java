package dev.remit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A way in which a file of a bundle can get lost. */
enum Mishap {
    DELETED(false) {
        @Override
        void strike(Path bundle, Path file) throws IOException {
            Files.delete(file);
        }
    },
    LINKED_OUTSIDE(true) {
        @Override
        void strike(Path bundle, Path file) throws IOException {
            Path outside = bundle.resolveSibling("outside.yaml");
            Files.move(file, outside);
            Files.createSymbolicLink(file, outside.toAbsolutePath());
        }
    },
    LINKED_TO_NOTHING(true) {
        @Override
        void strike(Path bundle, Path file) throws IOException {
            Files.delete(file);
            Files.createSymbolicLink(file, Path.of("gone.yaml"));
        }
    },
    LINKED_TO_ITSELF(true) {
        @Override
        void strike(Path bundle, Path file) throws IOException {
            Files.delete(file);
            Files.createSymbolicLink(file, file.getFileName());
        }
    },
    A_FOLDER(true) {
        @Override
        void strike(Path bundle, Path file) throws IOException {
            Path moved = file.resolveSibling("aside");
            Files.move(file, moved);
            Files.createDirectory(file);
            Files.move(moved, file.resolve("inside.yaml"));
        }
    },
    CALLED_YML(false) {
        @Override
        void strike(Path bundle, Path file) throws IOException {
            Files.move(file, file.resolveSibling(stem(file) + ".yml"));
        }
    },
    IN_CAPITALS(false) {
        @Override
        void strike(Path bundle, Path file) throws IOException {
            Files.move(file, file.resolveSibling(nameOf(file).toUpperCase(Locale.ROOT)));
        }
    },
    WITHOUT_ENDING(false) {
        @Override
        void strike(Path bundle, Path file) throws IOException {
            Files.move(file, file.resolveSibling(stem(file)));
        }
    },
    MISSPELT(false) {
        @Override
        void strike(Path bundle, Path file) throws IOException {
            Files.move(file, file.resolveSibling(stem(file) + ".yalm"));
        }
    },
    PUT_ASIDE(false) {
        @Override
        void strike(Path bundle, Path file) throws IOException {
            Files.move(file, file.resolveSibling(nameOf(file) + ".bak"));
        }
    },
    HIDDEN(false) {
        @Override
        void strike(Path bundle, Path file) throws IOException {
            Files.move(file, file.resolveSibling("." + nameOf(file)));
        }
    },
    DEEPER(false) {
        @Override
        void strike(Path bundle, Path file) throws IOException {
            Path folder = Files.createDirectory(file.resolveSibling("more"));
            Files.move(file, folder.resolve(nameOf(file)));
        }
    },
    IN_A_FOLDER_NEARLY_OF_THAT_NAME(false) {
        @Override
        void strike(Path bundle, Path file) throws IOException {
            Path folder = Files.createDirectory(bundle.resolve("Rules"));
            Files.move(file, folder.resolve(nameOf(file)));
        }
    };

    private final boolean needsLinks;

    Mishap(boolean needsLinks) {
        this.needsLinks = needsLinks;
    }

    /** Does it to a file of a bundle. */
    abstract void strike(Path bundle, Path file) throws IOException;

    /** Whether it can only happen where there are links, or folders in the place of files. */
    boolean needsLinks() {
        return needsLinks;
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }

    private static String stem(Path file) {
        return nameOf(file).replace(".yaml", "");
    }
}
