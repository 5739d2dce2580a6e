package dev.remit.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.model.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

class RereadTest {

    @Test
    void namesWhatCitesAClauseThatChanged() {
        assertThat(reread("Readers have no way to see other boxes", "Readers have no means to see any other boxes"))
                .isEqualTo("{RULE=[no-closed-boxes]}");
    }

    @Test
    void namesWhatCitesTheSectionOfASentenceThatIsNew() {
        assertThat(reread("While a project is active;", "There are opening hours. While a project is active;"))
                .isEqualTo("{RULE=[reader-view]}");
        assertThat(reread("The archive lends its rooms", "There are rooms. The archive lends its rooms"))
                .isEqualTo("{CATEGORY=[reading]}");
    }

    @Test
    void namesEachThingOnceForAllThatDiffers() {
        assertThat(reread("This is ensured by the keeper", "That is ensured by the keeper"))
                .isEqualTo("{RULE=[binder-repair, reader-view]}");
    }

    @Test
    void namesNothingForWhatNothingCites() {
        assertThat(reread("Lists of visitors are covered", "Lists of all visitors are covered"))
                .isEqualTo("{}");
    }

    private static String reread(String was, String is) {
        assertThat(Archive.rules()).contains(was);
        Policy policy = Archive.bundle().policy();
        Drift drift = Archive.drift(Archive.RULES, Archive.rules().replace(was, is));
        List<Difference> differences = drift.differences();

        assertThat(differences).isNotEmpty();
        return Reread.of(differences, drift, Trace.of(policy)).names().toString();
    }
}
