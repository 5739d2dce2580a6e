package dev.remit.decide;

import static dev.remit.decide.PersonAttributes.inRoles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.remit.Remit;
import dev.remit.model.Id;
import dev.remit.model.Treatment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnforcementTest {
    private static final String POLICY = """
            remit: 1
            policy: {id: desk, version: "1", title: Who may read}
            vocabulary:
              roles: {clerk: Clerk, reader: Reader, writer: Writer}
              activities: {read: Read}
              levels: {draft: Draft}
              routes:
                desk: {title: Desk, opt-outs: {type-1: filtered}}
                phone: {title: Phone, opt-outs: {type-1: unenforceable}}
              opt-outs:
                type-1: {title: Type 1, list: people who said no, keep: absent, if-list-missing: stop, permission-changed-by: approver}
              obligations: {log: It is logged, tell: Somebody is told, sign: It is signed}
            rules:
              - {id: at-the-desk, permit: [reader, writer], to: read, levels: draft, via: desk, opt-outs: {type-1: never}, obligations: [log, tell]}
              - {id: by-phone, permit: reader, to: read, levels: draft, via: phone, opt-outs: {type-1: allowed}, obligations: [log, tell, sign]}
            """;

    private final DecisionPoint decisions =
            Remit.load(Map.of("policy.yaml", POLICY)).decisionPoint().withClock(() -> Instant.EPOCH);
    private final Handled handled =
            decisions.handling(Handled.duties("log", "tell").population("type-1", Treatment.EXCLUDED_BY_FILTER));

    private static Question may(String... roles) {
        return Question.mayAnyOf(roles).perform("read").onLevel("draft").viaAnyRoute();
    }

    private Decision decision(String role) {
        return decisions.decide(
                Question.may(role).perform("read").onLevel("draft").viaAnyRoute());
    }

    private static Refusal refusal(Decision decision, Handled handled) {
        NotLetThroughException no = catchThrowableOfType(NotLetThroughException.class, () -> decision.enforce(handled));
        assertThat(no).isNotNull();
        assertThat(no.decisions()).containsExactly(decision);
        return no.refusals().get(0);
    }

    @Test
    void letsThroughUnderTheGrantThatIsTakenCareOf() {
        assertThat(decision("reader").enforce(handled).rule()).isEqualTo(new Id.Rule("at-the-desk"));
        assertThat(decision("reader")
                        .enforce(Handled.duties("log", "tell", "sign").population("type-1", Treatment.NOT_ENFORCEABLE))
                        .rule())
                .isEqualTo(new Id.Rule("by-phone"));
    }

    @Test
    void tellsWhatTheNearestGrantLacks() {
        Refusal refusal = refusal(decision("reader"), Handled.duties("log", "sign"));

        assertThat(refusal.why()).isEqualTo(Refusal.Why.NOT_HANDLED);
        assertThat(refusal.duties()).containsExactly(new Id.Obligation("tell"));
        assertThat(refusal.population())
                .hasSize(1)
                .hasEntrySatisfying(
                        new Id.Register("type-1"), each -> assertThat(each).isNotNull());
        assertThat(refusal.reason()).startsWith("permitted, but not taken care of: duty `tell`, `type-1` ");
    }

    @Test
    void letsNobodyThroughWithoutAPermitOrTheWayStated() {
        assertThat(refusal(decision("clerk"), handled).why()).isEqualTo(Refusal.Why.NOT_PERMITTED);
        Decision unsaid =
                decisions.decide(Question.may("reader").perform("read").onLevel("draft"));

        assertThat(refusal(unsaid, handled).why()).isEqualTo(Refusal.Why.SAY_WHICH_WAY);
        assertThat(refusal(unsaid, handled).reason()).isEqualTo("state the route, or say aloud that any will do");
        assertThatThrownBy(() -> decisions
                        .decideEach(Question.mayAnyOf("reader").perform("read").onLevel("draft"))
                        .enforce(handled))
                .isInstanceOf(NotLetThroughException.class)
                .hasMessage("as `reader`: state the route, or say aloud that any will do");
    }

    @Test
    void letsThroughInTheFirstRoleOfTheVocabularyThatIsPermitted() {
        RoleGrant through =
                decisions.decideEach(may("writer", "reader", "clerk")).enforce(handled);

        assertThat(through.role()).isEqualTo(new Id.Role("reader"));
        assertThat(through.grant().rule()).isEqualTo(new Id.Rule("at-the-desk"));
        assertThat(through.grant().obligations()).containsExactly(new Id.Obligation("log"), new Id.Obligation("tell"));
        assertThat(through.decision().permitted()).isTrue();
        assertThat(decisions.decideEach(may("clerk", "writer")).enforce(handled).role())
                .isEqualTo(new Id.Role("writer"));
    }

    @Test
    void tellsOfEveryRoleWhyNobodyIsLetThrough() {
        RoleDecisions answers = decisions.decideEach(may("writer", "clerk"));
        NotLetThroughException no = catchThrowableOfType(
                NotLetThroughException.class, () -> answers.enforce(decisions.handling(Handled.duties("log"))));

        assertThat(no.refusals())
                .extracting(Refusal::why)
                .containsExactly(Refusal.Why.NOT_PERMITTED, Refusal.Why.NOT_HANDLED);
        assertThat(no.decisions()).hasSize(2).containsAll(answers.answers());
        assertThat(no).hasMessageContainingAll("as `clerk`: DENIED", "; as `writer`: permitted, but", "duty `tell`");
    }

    @Test
    void letsNobodyThroughWhoHoldsNoRole() {
        RoleDecisions answers = Gate.with(inRoles().closed()).decideEach(Gate.mayPat());

        assertThatThrownBy(() -> answers.enforce(Handled.NOTHING))
                .isInstanceOf(NotLetThroughException.class)
                .hasMessage("person `pat` holds no role");
    }

    @Test
    void findsTheRoleOfAPersonThatIsPermitted() {
        RoleGrant through = Gate.with((person, project, moment) -> DirectoryAnswer.of(
                        Optional.of(inRoles("analyst", "checker").closed()), Optional.of(Gate.ACTIVE)))
                .decideEach(Gate.mayPat())
                .enforce(Handled.NOTHING);

        assertThat(through.role()).isEqualTo(new Id.Role("checker"));
    }

    @Test
    void holdsWhatIsHandledAgainstThePolicyOnce() {
        Handled misspelt = Handled.duties("lgo", "tell").population("type1", Treatment.INCLUDED);

        assertThatThrownBy(() -> decisions.handling(misspelt))
                .isInstanceOf(InvalidHandledException.class)
                .hasMessage("handled: duty `lgo` is not declared; did you mean `log`?; "
                        + "opt-out register `type1` is not declared; did you mean `type-1`?");
        for (String role : List.of("reader", "clerk")) {
            assertThatThrownBy(() -> decision(role).enforce(misspelt)).isInstanceOf(InvalidHandledException.class);
        }
        assertThatThrownBy(() -> decisions.decideEach(may("reader")).enforce(misspelt))
                .isInstanceOf(InvalidHandledException.class);
    }

    @Test
    void readsWhatIsHandledFromWords() {
        assertThat(decisions.handling(Set.of("log", "tell"), Map.of("type-1", Set.of("excluded-by-filter"))))
                .isEqualTo(handled);
        InvalidHandledException mistake = catchThrowableOfType(
                InvalidHandledException.class,
                () -> decisions.handling(Set.of("lgo"), Map.of("type1", Set.of("excluded-by-filtr"))));

        assertThat(mistake.faults())
                .extracting(fault -> fault.code().id())
                .containsExactly("unknown-obligation", "unknown-register", "unknown-outcome");
        assertThat(mistake.faults().get(2).help()).contains("did you mean `excluded-by-filter`?");
    }

    @Test
    void cannotNameARegisterTwice() {
        assertThatThrownBy(() -> handled.population("type-1", Treatment.INCLUDED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("register: `type-1` is named twice");
    }
}
