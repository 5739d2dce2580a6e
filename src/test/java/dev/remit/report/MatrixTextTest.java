package dev.remit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.analyze.access.AccessReview;
import dev.remit.report.words.RegionWords;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatrixTextTest {
    private static final PolicyBundle BUNDLE = Remit.load(Map.of("policy.yaml", """
            remit: 1
            policy: {id: p, version: "1", title: P}
            vocabulary:
              roles: {r: "Reader, \\"new\\"", w: Writer | scribe}
              activities: {see: See}
              levels: {l: Low, h: High}
              facts: {f: {title: A fact, known-from: caller, changed-by: nobody}}
            rules:
              - {id: read, permit: r, to: see, levels: l, when: f}
              - {id: write, permit: w, to: see, levels: l}
              - {id: never, forbid: w, to: see, levels: h}
            """));
    private static final List<AccessReview.Cell> CELLS =
            AccessReview.of(BUNDLE.decisionPoint()).matrix();
    private static final MatrixText IDS =
            MatrixText.of(RegionWords.ids(BUNDLE.policy().vocabulary()));
    private static final MatrixText TITLES =
            MatrixText.of(RegionWords.titles(BUNDLE.policy().vocabulary()));

    @Test
    void tellsEachFieldOnALine() {
        assertThat(IDS.lines(CELLS)).isEqualTo("""
                r, see, level l: if
                  - when f
                r, see, level h: never
                w, see, level l: always
                w, see, level h: forbidden""");
    }

    @Test
    void quotesWhatSpreadsheetsWouldTakeApart() {
        assertThat(TITLES.csv(CELLS)).isEqualTo("""
                role,activity,level,answer,conditions,rules
                "Reader, ""new""\",See,l (low),if,when a fact,read
                "Reader, ""new""\",See,h (high),never,,
                Writer | scribe,See,l (low),always,always,write
                Writer | scribe,See,h (high),forbidden,,never""");
    }

    @Test
    void escapesWhatMarkdownWouldTakeForItsOwn() {
        assertThat(TITLES.markdown(CELLS))
                .contains("## Writer \\| scribe\n", "| See | if | never |", "**See, level l (low)**\n\n- when a fact");
    }
}
