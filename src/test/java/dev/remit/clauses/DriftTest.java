package dev.remit.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.model.Clause;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Edits the documents as a new edition might, and expects exactly the edits to be found. */
class DriftTest {

    @Test
    void findsNothingInTheDocumentsThatWereRecorded() {
        assertThat(Archive.drift(Archive.RULES, Archive.rules()).isNone()).isTrue();
        assertThat(Archive.drift(Archive.VISITORS, Archive.visitors()).isNone()).isTrue();
        assertThat(Archive.drift(Archive.RULES, Archive.rules()).sentences()).isEqualTo(30);
    }

    @Test
    void findsNothingWhereOnlyTypographyChanged() {
        String edition = Mojibake.repair(Archive.rules())
                .replace("sealed1.", "sealed [1].")
                .replace("  • ", "\n- ")
                .replace("🔗", " ¶")
                .replace("“", "\"")
                .replace("”", "\"")
                .replace("’", "'")
                .replace(" an", "\nan");

        assertThat(edition).isNotEqualTo(Archive.rules());
        assertThat(differences(edition)).isEmpty();
    }

    @Test
    void findsARewordedSentence() {
        assertThat(edited("Every visit is logged", "Every visit is put on record by the porter"))
                .containsExactly("gone R-WHAT-4", "new: Every visit is put on record by the porter");
        assertThat(edited("Approved readers (with a desk) can view open boxes", "Approved readers can view open boxes"))
                .containsExactly(
                        "changed R-WHAT-5: Approved readers can view open boxes (levels 1 or 2); they ask before"
                                + " they copy.");
    }

    @Test
    void findsTheChangeOfANumber() {
        assertThat(edited("levels 1 or 2", "levels 1, 2 or 3"))
                .containsExactly(
                        "changed R-WHAT-5: Approved readers (with a desk) can view open boxes (levels 1, 2 or 3);"
                                + " they ask before they copy.");
    }

    @Test
    void findsARemovedBullet() {
        assertThat(edited("  • Every visit is logged\n", "")).containsExactly("gone R-WHAT-4");
    }

    @Test
    void findsANewSentence() {
        assertThat(edited("they ask before they copy.", "they ask before they copy. Gloves are worn."))
                .containsExactly("new: Gloves are worn.");
    }

    @Test
    void findsAParagraphThatMovedToAnotherSection() {
        String paragraph = "Reading projects cannot use boxes that a family has sealed1. This is ensured by the keeper"
                + " (see the desk manual).\n\n";
        String edition = Archive.rules().replaceFirst(paragraph.replaceAll("([().])", "\\\\$1"), "");

        assertThat(differences(edition.replace("While a project is active", paragraph + "While a project is active")))
                .containsExactly(
                        "moved R-WHAT-8 to Reading Projects / When", "moved R-WHAT-9 to Reading Projects / When");
    }

    @Test
    void findsASentenceThatMovedWithinItsSection() {
        assertThat(edited(
                        "  • Every visit is logged\n",
                        "",
                        "but controls include:",
                        "but controls include:\n\n  • Every visit is logged\n"))
                .containsExactly("moved R-WHAT-4 to Reading Projects / What");
    }

    @Test
    void saysAfterWhichClauseAMovedSentenceNowStands() {
        Drift drift = Archive.drift(
                Archive.RULES,
                Archive.rules()
                        .replace("  • Every visit is logged\n", "")
                        .replace("but controls include:", "but controls include:\n\n  • Every visit is logged\n"));

        Difference.Moved moved = (Difference.Moved) drift.differences().get(0);
        assertThat(moved.after().map(each -> each.id().value())).contains("R-WHAT-2");
    }

    @Test
    void findsEveryEditAmongSeveral() {
        assertThat(edited(
                        "Old bindings break, and a broken binding loses its leaves.",
                        "Old bindings break, and broken bindings lose their leaves.",
                        "  • Every visit is logged\n",
                        "",
                        "Only binders with a permit",
                        "The keeper is told first. Only binders with a permit",
                        "โ€œ",
                        "\"",
                        "Note: not every reader needs a desk, some only read what has been copied for them.",
                        "",
                        "They keep this until they end",
                        "They keep this until they end. Note: not every reader needs a desk, some only read what has been"
                                + " copied for them."))
                .containsExactly(
                        "gone R-WHAT-4",
                        "changed B-WHY-1: Old bindings break, and broken bindings lose their leaves.",
                        "new: The keeper is told first.",
                        "moved R-WHO-2 to Notes");
    }

    @Test
    void tellsThemInTheOrderOfTheDocument() {
        assertThat(edited(
                        "Lists of visitors are",
                        "There are lists. Lists of visitors are",
                        "  • Every visit is logged\n",
                        "",
                        "Readers named on an approved project.",
                        "Readers named on an approved project. They wait."))
                .containsExactly("new: There are lists.", "gone R-WHAT-4", "new: They wait.");
    }

    @Test
    void findsARewordedSentenceThatMoved() {
        Drift drift = Archive.drift(
                Archive.RULES,
                Archive.rules()
                        .replace("Only binders with a permit from the keeper.", "Those who may.")
                        .replace(
                                "Binders open any box",
                                "Only trained binders with a permit from the keeper. Binders open any box"));

        assertThat(described(drift))
                .containsExactly(
                        "changed B-WHO-1: Only trained binders with a permit from the keeper.", "new: Those who may.");
        assertThat(drift.differences().get(0).passage().orElseThrow().section())
                .isEqualTo("Upkeep / Repair of bound volumes / What");
    }

    @Test
    void callsEveryClauseOfALostSectionGone() {
        String edition = Archive.rules().replaceFirst("(?s)Upkeep\\S*\n\nWork on.*\n\n(?=Notes)", "");

        assertThat(differences(edition))
                .containsExactly(
                        "gone U-1",
                        "gone U-2",
                        "gone B-WHY-1",
                        "gone B-WHAT-1",
                        "gone B-WHAT-2",
                        "gone B-WHO-1",
                        "gone B-WHEN-1");
    }

    @Test
    void callsSentencesUnderARenamedHeadingMoved() {
        assertThat(edited("Notes๐Ÿ”—", "Footnotes๐Ÿ”—"))
                .containsExactly("moved NOTES-1 to Footnotes", "moved NOTES-2 to Footnotes");
    }

    @Test
    void tellsEqualSentencesApartByTheirSections() {
        assertThat(edited(
                        "Binders open any box they repair. This is ensured by the keeper (see the desk manual).",
                        "Binders open any box they repair."))
                .containsExactly("gone B-WHAT-2");
    }

    @Test
    void saysOfWhichClausesNothingIsRecorded() {
        List<Clause> clauses = Archive.clauses().stream()
                .map(each -> each.section().endsWith("When") ? without(each) : each)
                .toList();
        SourceText text = Archive.read(Archive.RULES, Archive.rules());

        Drift drift = Drift.between(Archive.RULES, clauses, text);

        assertThat(drift.differences()).isEmpty();
        assertThat(drift.unrecorded()).extracting(each -> each.id().value()).containsExactly("R-WHEN-1", "B-WHEN-1");
        assertThat(drift.isNone()).isFalse();
        assertThat(drift.found()).hasSize(30);
    }

    @Test
    void findsNoSentenceForAnUnrecordedClauseIfItCouldBeAnother() {
        List<Clause> clauses = Archive.clauses().stream()
                .map(each -> each.id().value().equals("R-WHEN-1") ? without(each) : each)
                .toList();
        String edition = Archive.rules()
                .replace("While a project is active;", "There are opening hours. While a project is active;");

        Drift drift = Drift.between(Archive.RULES, clauses, Archive.read(Archive.RULES, edition));

        assertThat(drift.found()).hasSize(29);
        assertThat(described(drift))
                .containsExactly(
                        "new: There are opening hours.",
                        "new: While a project is active; desks are given up when it ends.");
    }

    private static Clause without(Clause clause) {
        return new Clause(
                clause.id(),
                clause.document(),
                clause.section(),
                clause.says(),
                clause.kinds(),
                Optional.empty(),
                clause.unansweredBecause());
    }

    private static List<String> edited(String... edits) {
        String edition = Archive.rules();
        for (int i = 0; i < edits.length; i += 2) {
            assertThat(edition).contains(edits[i]);
            edition = edition.replace(edits[i], edits[i + 1]);
        }
        return differences(edition);
    }

    private static List<String> differences(String edition) {
        return described(Archive.drift(Archive.RULES, edition));
    }

    private static List<String> described(Drift drift) {
        return drift.differences().stream().map(DriftTest::described).collect(Collectors.toList());
    }

    private static String described(Difference difference) {
        if (difference instanceof Difference.Added added) {
            return "new: " + added.sentence().text();
        }
        if (difference instanceof Difference.Changed changed) {
            return "changed " + changed.clause().id() + ": "
                    + changed.sentence().text();
        }
        if (difference instanceof Difference.Moved moved) {
            return "moved " + moved.clause().id() + " to " + moved.sentence().section();
        }
        return "gone " + difference.recorded().orElseThrow().id();
    }
}
