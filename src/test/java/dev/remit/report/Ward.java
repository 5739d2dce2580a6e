package dev.remit.report;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import java.nio.file.Path;

/** An invented policy that has everything a page can tell of. */
final class Ward {
    static final Path FOLDER = Path.of("src/test/resources/dev/remit/report/ward");

    private Ward() {}

    static PolicyBundle bundle() {
        return Remit.load(FOLDER);
    }
}
