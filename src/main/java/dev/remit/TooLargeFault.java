package dev.remit;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.load.LoadedBundle;
import dev.remit.model.TooLarge;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.Optional;
import java.util.stream.Stream;

/** What is too large about a bundle, put where it stands in its files. */
final class TooLargeFault {
    private TooLargeFault() {}

    static Diagnostic of(TooLarge tooLarge, Code code, LoadedBundle bundle) {
        Span span = Stream.concat(
                        tooLarge.paths().stream(), tooLarge.drivers().stream().flatMap(each -> each.paths().stream()))
                .flatMap(path -> bundle.positions().find(path).stream())
                .findFirst()
                .orElseGet(() -> Span.startOf(header(bundle)));
        return new Diagnostic(
                code,
                span,
                tooLarge.message(),
                tooLarge.help()
                        .or(
                                () -> Optional.of(
                                        "let conditions hang on fewer facts and attributes at once; compare in smaller steps")));
    }

    private static String header(LoadedBundle bundle) {
        return bundle.files().stream()
                .map(SourceFile::name)
                .filter(name -> name.endsWith("policy.yaml"))
                .findFirst()
                .orElse(bundle.files().get(0).name());
    }
}
