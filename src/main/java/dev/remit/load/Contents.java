package dev.remit.load;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a bundle holds, read in one go.
 *
 * @param members the paths of all its files, read or not
 * @param files those that were wanted and could be read, by their path
 * @param faulty the paths of what is not as it should be, and the paths that it should have had
 */
record Contents(SortedSet<String> members, SortedMap<String, SourceFile> files, Set<String> faulty) {
    Contents {
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        faulty = Set.copyOf(faulty);
    }

    static Contents none() {
        return new Contents(new TreeSet<>(), new TreeMap<>(), Set.of());
    }

    /**
     * Reads a tree, and reports whatever lies in it where files of a bundle lie and cannot be read.
     *
     * @param nameOf what diagnostics call a path
     * @param wanted which of the bundle's files are opened
     * @param mayBeOther whether things of which the name says nothing can lie there too
     */
    static Contents read(
            FileTree tree,
            UnaryOperator<String> nameOf,
            Function<String, Wanted> wanted,
            boolean mayBeOther,
            Diagnostics diagnostics)
            throws IOException {
        return new Reader(tree, nameOf, wanted, mayBeOther, diagnostics).read();
    }

    private static final class Reader {
        private final FileTree tree;
        private final UnaryOperator<String> nameOf;
        private final Function<String, Wanted> wanted;
        private final boolean mayBeOther;
        private final Diagnostics diagnostics;
        private final SortedSet<String> members = new TreeSet<>();
        private final SortedMap<String, SourceFile> files = new TreeMap<>();
        private final Set<String> faulty = new HashSet<>();

        Reader(
                FileTree tree,
                UnaryOperator<String> nameOf,
                Function<String, Wanted> wanted,
                boolean mayBeOther,
                Diagnostics diagnostics) {
            this.tree = tree;
            this.nameOf = nameOf;
            this.wanted = wanted;
            this.mayBeOther = mayBeOther;
            this.diagnostics = diagnostics;
        }

        Contents read() throws IOException {
            List<FileTree.Entry> entries = tree.entries();
            Set<String> reached = new HashSet<>();
            for (FileTree.Entry entry : entries) {
                if (entry.kind() == FileTree.Kind.FILE && Layout.isMember(entry.path())) {
                    reached.add(entry.real());
                }
            }
            List<FileTree.Entry> judged = new ArrayList<>();
            for (FileTree.Entry entry : entries) {
                boolean isReadUnderAnotherName = reached.contains(entry.real()) && !Layout.isMember(entry.path());
                if (!isReadUnderAnotherName) {
                    judged.add(entry);
                }
            }
            judged.stream()
                    .filter(entry -> !isReportedByItsFiles(entry, judged))
                    .forEach(this::judge);
            return new Contents(members, files, faulty);
        }

        /** One mistake is reported once: a folder with files in it that should have been read is reported by these. */
        private static boolean isReportedByItsFiles(FileTree.Entry folder, List<FileTree.Entry> entries) {
            return folder.kind() == FileTree.Kind.FOLDER
                    && folder.path().endsWith("/")
                    && entries.stream()
                            .anyMatch(each -> each.kind() == FileTree.Kind.FILE
                                    && each.path().startsWith(folder.path())
                                    && Layout.of(each.path()) instanceof Layout.Misplaced);
        }

        private void judge(FileTree.Entry entry) {
            Layout.Verdict verdict = Layout.of(entry.path());
            if (verdict instanceof Layout.Member) {
                members.add(entry.path());
                if (entry.kind() != FileTree.Kind.FILE) {
                    reportKind(entry);
                } else {
                    openIfWanted(entry);
                }
            } else if (verdict instanceof Layout.Misplaced misplaced) {
                misplaced.name().ifPresent(faulty::add);
                boolean isThere = entry.kind() == FileTree.Kind.FILE || entry.kind() == FileTree.Kind.FOLDER;
                if (isThere) {
                    report(entry, misplaced.why(), misplaced.name());
                } else {
                    reportKind(entry);
                }
            } else if (verdict instanceof Layout.Unknown) {
                judgeUnknown(entry);
            }
        }

        private void openIfWanted(FileTree.Entry entry) {
            switch (wanted.apply(entry.path())) {
                case NO -> {}
                case YES ->
                    open(entry, diagnostics)
                            .ifPresentOrElse(
                                    file -> files.put(entry.path(), file), () -> faulty.add(entry.path()));
                case IF_READABLE -> open(entry, new Diagnostics()).ifPresent(file -> files.put(entry.path(), file));
            }
        }

        /** What looks like nothing is left aside, but what cannot be looked into may be anything. */
        private void judgeUnknown(FileTree.Entry entry) {
            switch (entry.kind()) {
                case FILE -> {
                    if (!mayBeOther) {
                        report(entry, "this names no place of a bundle", Optional.empty());
                    }
                }
                case FOLDER, SPECIAL -> {}
                case OUTSIDE, DANGLING, SUBMODULE, CROWDED -> reportKind(entry);
            }
        }

        private void report(FileTree.Entry entry, String why, Optional<String> name) {
            faulty.add(entry.path());
            Code code = entry.path().startsWith(Layout.TESTS) ? Code.UNREAD_SUITE : Code.UNKNOWN_FILE;
            diagnostics.report(
                    code,
                    Span.startOf(nameOf.apply(entry.path())),
                    why,
                    name.map(known -> "call it " + Words.whole(known) + ", or move it out of the bundle")
                            .or(() -> Optional.of("move it out of the bundle")));
        }

        private void reportKind(FileTree.Entry entry) {
            faulty.add(entry.path());
            Span span = Span.startOf(nameOf.apply(entry.path()));
            switch (entry.kind()) {
                case FILE -> throw new IllegalStateException("a file is what is expected");
                case FOLDER -> diagnostics.report(Code.UNREADABLE_FILE, span, "expected a file, found a folder");
                case SPECIAL ->
                    diagnostics.report(
                            Code.UNREADABLE_FILE, span, "expected a file, found a pipe, a device or a socket");
                case OUTSIDE ->
                    diagnostics.report(
                            Code.REFUSED_LINK,
                            span,
                            "this link leads out of the bundle's folder",
                            "put the file itself here, or let the link end inside the folder");
                case DANGLING ->
                    diagnostics.report(
                            Code.REFUSED_LINK,
                            span,
                            "this link leads to nothing that can be read",
                            "put the file itself here, or delete the link");
                case SUBMODULE ->
                    diagnostics.report(
                            Code.REFUSED_LINK,
                            span,
                            "this is a submodule, whose files lie in another repository",
                            "put the files themselves here");
                case CROWDED ->
                    diagnostics.report(
                            Code.UNKNOWN_FILE,
                            span,
                            "this folder holds more than is looked through",
                            "give the bundle a folder of its own");
            }
        }

        private Optional<SourceFile> open(FileTree.Entry entry, Diagnostics faults) {
            String name = nameOf.apply(entry.path());
            try (InputStream bytes = tree.open(entry)) {
                return FileText.read(bytes, name, faults);
            } catch (IOException unreadable) {
                FileText.reportUnreadable(name, faults);
                return Optional.empty();
            }
        }
    }
}
