package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.FrameRendering;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people see: each bundle under {@code diagnostics} comes out as the file {@code .expected} beside it. Wording is
 * pinned here and nowhere else.
 */
class FramesTest {

    static List<CorpusBundle> bundles() {
        return CorpusBundle.all("diagnostics");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void lookAsTheyShould(CorpusBundle bundle) {
        OpenedBundle opened = OpenedBundle.of(bundle.source());

        List<Diagnostic> found = opened.load().diagnostics();
        String frames = FrameRendering.of(opened.files().values()).render(found);

        assertThat(frames + "\n")
                .isEqualTo(CorpusBundle.read(CorpusBundle.RESOURCES
                        .resolve("diagnostics")
                        .resolve(bundle.name().replace(".yaml", ".expected"))));
    }

    @Test
    void areThere() {
        assertThat(bundles()).hasSizeGreaterThan(6);
    }
}
