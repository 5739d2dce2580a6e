package dev.remit.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN = List.of(
            "researcher",
            "co-pilot",
            "output-checker",
            "platform-developer",
            "platform-tester",
            "dataset-developer",
            "1",
            "4",
            "type-1",
            "national",
            "named-on-project",
            "view",
            "view-logs");

    @ParameterizedTest
    @CsvSource({
        "reasercher, researcher", // two neighbours swapped
        "researchr, researcher", // one dropped
        "researchher, researcher", // one added
        "resaarcher, researcher", // one changed
        "Researcher, researcher",
        "co_pilot, co-pilot",
        "copilot, co-pilot",
        "type1, type-1",
        "platform-developper, platform-developer",
        "named-on, named-on-project",
        "veiw, view",
        "view-log, view-logs",
    })
    void findsWhatWasMeant(String written, String meant) {
        assertThat(Nearest.to(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"3", "x", "vexx", "approver", "''", "na", "nothing-like-it"})
    void findsNothingIfNothingIsNear(String written) {
        assertThat(Nearest.to(written, KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "untrained, trained",
        "trained, untrained",
        "inactive, active",
        "not-asked, asked",
        "unfilterd, filtered",
        "nfiltered, filtered:unfiltered",
    })
    void neverTurnsAWordRound(String written, String known) {
        assertThat(Nearest.to(written, List.of(known.split(":")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "untraind, trained:untrained, untrained",
        "traind, trained:untrained, trained",
        "nknown, unknown, unknown"
    })
    void tellsOppositesApart(String written, String known, String meant) {
        assertThat(Nearest.to(written, List.of(known.split(":")))).contains(meant);
    }

    @Test
    void ordersTheNearestFirstAndThenByAlphabet() {
        List<String> known = List.of("platform-testers", "platform-tester", "platform-taster", "platform-texter");

        assertThat(Nearest.all("platform-tester", known, 3))
                .containsExactly("platform-tester", "platform-taster", "platform-testers");
    }

    @Test
    void givesEachWordOnce() {
        assertThat(Nearest.all("view", List.of("view", "view"), 5)).containsExactly("view");
    }

    @Test
    void findsNothingAmongNothing() {
        assertThat(Nearest.all("view", List.of(), 5)).isEmpty();
    }
}
