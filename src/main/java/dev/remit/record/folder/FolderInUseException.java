package dev.remit.record.folder;

import java.io.IOException;
import java.nio.file.Path;

/** Somebody else writes to a folder that only one may write to. */
public final class FolderInUseException extends IOException {
    private static final long serialVersionUID = 1L;

    FolderInUseException(Path folder, boolean isHere) {
        super((isHere ? "this process" : "another process") + " writes to `" + folder + "`"
                + (isHere ? " already" : ""));
    }
}
