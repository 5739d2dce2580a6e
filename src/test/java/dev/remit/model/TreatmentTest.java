package dev.remit.model;

import static dev.remit.model.Mode.DECLARED;
import static dev.remit.model.Mode.DERIVED;
import static dev.remit.model.Mode.FILTERED;
import static dev.remit.model.Mode.NOT_APPLICABLE;
import static dev.remit.model.Mode.UNENFORCEABLE;
import static dev.remit.model.Mode.UNFILTERED;
import static dev.remit.model.OptOutRequest.EXCLUDE;
import static dev.remit.model.OptOutRequest.INCLUDE;
import static dev.remit.model.OptOutRequest.UNSTATED;
import static dev.remit.model.Stance.ALLOWED;
import static dev.remit.model.Stance.IF_ASKED_AND_PERMITTED;
import static dev.remit.model.Stance.IF_PROJECT_PERMITTED;
import static dev.remit.model.Stance.NEVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class TreatmentTest {

    @Test
    void includesOnlyWhatTheStanceGrants() {
        for (Mode mode : EnumSet.of(FILTERED, DECLARED, DERIVED)) {
            assertThat(isAdmissible(mode, NEVER, INCLUDE, false)).isFalse();
            assertThat(isAdmissible(mode, NEVER, INCLUDE, true)).isFalse();
            assertThat(isAdmissible(mode, IF_PROJECT_PERMITTED, INCLUDE, false)).isFalse();
            assertThat(isAdmissible(mode, IF_PROJECT_PERMITTED, INCLUDE, true)).isTrue();
            assertThat(isAdmissible(mode, IF_ASKED_AND_PERMITTED, INCLUDE, false))
                    .isFalse();
            assertThat(isAdmissible(mode, IF_ASKED_AND_PERMITTED, INCLUDE, true))
                    .isTrue();
            assertThat(isAdmissible(mode, ALLOWED, INCLUDE, false)).isTrue();
            assertThat(isAdmissible(mode, ALLOWED, INCLUDE, true)).isTrue();
        }
    }

    @Test
    void promisesNoExclusionThatTheRouteCannotKeep() {
        for (Mode mode : EnumSet.of(UNFILTERED, UNENFORCEABLE)) {
            for (boolean permitted : new boolean[] {false, true}) {
                assertThat(isAdmissible(mode, ALLOWED, EXCLUDE, permitted)).isFalse();
                assertThat(isAdmissible(mode, ALLOWED, INCLUDE, permitted)).isTrue();
                assertThat(isAdmissible(mode, ALLOWED, UNSTATED, permitted)).isTrue();
            }
        }
    }

    @Test
    void promisesOutputsWithoutThemOnlyWhereTheyCannotBeIn() {
        for (Stance stance : Stance.values()) {
            for (boolean held : new boolean[] {false, true}) {
                assertThat(Treatment.of(DERIVED, stance, EXCLUDE, held, true)).isEmpty();
                assertThat(Treatment.of(DERIVED, stance, EXCLUDE, held, false)).contains(Treatment.SETTLED_UPSTREAM);
            }
        }
    }

    @Test
    void includesInSilenceOnlyForAProjectThatHoldsThePermission() {
        assertThat(treatment(FILTERED, IF_PROJECT_PERMITTED, UNSTATED, true)).isEqualTo(Treatment.INCLUDED);
        assertThat(treatment(FILTERED, IF_PROJECT_PERMITTED, UNSTATED, false)).isEqualTo(Treatment.EXCLUDED_BY_FILTER);
        assertThat(treatment(FILTERED, ALLOWED, UNSTATED, true)).isEqualTo(Treatment.EXCLUDED_BY_FILTER);
        assertThat(treatment(FILTERED, IF_ASKED_AND_PERMITTED, UNSTATED, true)).isEqualTo(Treatment.EXCLUDED_BY_FILTER);
        assertThat(treatment(FILTERED, NEVER, UNSTATED, true)).isEqualTo(Treatment.EXCLUDED_BY_FILTER);
    }

    @Test
    void saysWhatIsDoneAboutThem() {
        assertThat(treatment(FILTERED, ALLOWED, INCLUDE, false)).isEqualTo(Treatment.INCLUDED);
        assertThat(treatment(FILTERED, ALLOWED, EXCLUDE, true)).isEqualTo(Treatment.EXCLUDED_BY_FILTER);
        assertThat(treatment(DECLARED, ALLOWED, INCLUDE, false)).isEqualTo(Treatment.INCLUDED_BY_DECLARATION);
        assertThat(treatment(DECLARED, NEVER, EXCLUDE, false)).isEqualTo(Treatment.EXCLUDED_BY_DECLARATION);
        assertThat(treatment(DECLARED, ALLOWED, UNSTATED, true)).isEqualTo(Treatment.DECLARATION_REQUIRED);
        assertThat(treatment(UNFILTERED, ALLOWED, UNSTATED, false)).isEqualTo(Treatment.INCLUDED);
        assertThat(treatment(UNENFORCEABLE, ALLOWED, INCLUDE, false)).isEqualTo(Treatment.NOT_ENFORCEABLE);
        assertThat(treatment(DERIVED, NEVER, UNSTATED, true)).isEqualTo(Treatment.SETTLED_UPSTREAM);
        for (OptOutRequest wish : OptOutRequest.values()) {
            assertThat(treatment(NOT_APPLICABLE, NEVER, wish, false)).isEqualTo(Treatment.NOT_APPLICABLE);
        }
    }

    private static boolean isAdmissible(Mode mode, Stance stance, OptOutRequest wish, boolean permitted) {
        return Treatment.of(mode, stance, wish, permitted, permitted).isPresent();
    }

    private static Treatment treatment(Mode mode, Stance stance, OptOutRequest wish, boolean permitted) {
        return Treatment.of(mode, stance, wish, permitted, permitted).orElseThrow();
    }
}
