package dev.remit.decide;

import static dev.remit.decide.PersonAttributes.inRoles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.remit.model.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What listeners hear, event by event. */
class DecisionEventTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private final List<DecisionEvent> heard = new ArrayList<>();

    private <E extends DecisionEvent> E heard(int place, Class<E> kind) {
        assertThat(heard).hasSizeGreaterThan(place);
        assertThat(heard.get(place)).isInstanceOf(kind);
        return kind.cast(heard.get(place));
    }

    @Test
    void namesThePersonBesideTheRole() {
        DecisionPoint decisions =
                Gate.with(inRoles("analyst").given("trained").closed()).withListener(heard::add);

        decisions.decideEach(Gate.mayPat().by("airlock").request("r-17"));

        DecisionEvent.Decided decided = heard(0, DecisionEvent.Decided.class);
        assertThat(decided.person()).contains("pat");
        assertThat(decided.decision().question().subject()).isEqualTo(new Question.Subject.InRole("analyst"));
        assertThat(decided.decision().question().project()).isEqualTo(new Question.ProjectReference.Registered("p1"));
        assertThat(decided.decision().at()).isEqualTo(Instant.EPOCH);
        assertThat(decided.caller()).contains("airlock");
        assertThat(decided.request()).contains("r-17");
    }

    @Test
    void tellsThatEnforceRefusedWhatWasPermitted() {
        DecisionPoint decisions = Desk.decisions().withListener(heard::add);
        Decision decision = decisions.decide(Desk.may("reader").by("airlock"));

        assertThatThrownBy(() -> decision.enforce(Handled.NOTHING)).isInstanceOf(NotLetThroughException.class);
        assertThatThrownBy(() -> decisions.decide(Desk.may("raeder"))).isInstanceOf(InvalidQuestionException.class);

        DecisionEvent.Refused refused = heard(1, DecisionEvent.Refused.class);
        assertThat(refused.of()).containsExactly(heard(0, DecisionEvent.Decided.class));
        assertThat(refused.refusals()).singleElement().satisfies(why -> {
            assertThat(why.why()).isEqualTo(Refusal.Why.NOT_HANDLED);
            assertThat(why.duties()).containsExactly(new Id.Obligation("log"));
        });
        assertThat(refused.handled()).isEqualTo(Handled.NOTHING);
        assertThat(refused.caller()).contains("airlock");
        DecisionEvent.Mistaken mistaken = heard(2, DecisionEvent.Mistaken.class);
        assertThat(mistaken.question()).contains(Desk.may("raeder"));
        assertThat(mistaken.faults()).extracting(QuestionFault::code).containsExactly(QuestionFault.Code.UNKNOWN_ROLE);
    }

    @Test
    void namesTheVeryAnswersThatWereEnforced() {
        DecisionPoint decisions = Desk.decisions().withListener(heard::add);
        RoleDecisions one = decisions.decideEach(Desk.mayPerson("pat"));
        RoleDecisions other = decisions.decideEach(Desk.mayPerson("pat"));

        RoleGrant through = other.enforce(Handled.duties("log"));

        DecisionEvent.Enforced enforced = heard(4, DecisionEvent.Enforced.class);
        assertThat(one).isEqualTo(other);
        assertThat(heard.get(0)).isNotEqualTo(heard.get(2));
        assertThat(enforced.of())
                .usingElementComparator((a, b) -> a == b ? 0 : 1)
                .containsExactly(heard(2, DecisionEvent.Decided.class), heard(3, DecisionEvent.Decided.class));
        assertThat(enforced.through()).isEqualTo(through);
        assertThat(enforced.grant().rule()).isEqualTo(new Id.Rule("at-the-desk"));
        assertThat(enforced.handled()).isEqualTo(Handled.duties("log"));
        assertThat(enforced.person()).contains("pat");
    }

    @Test
    void tellsOfEveryRoleWhatWasMissing() {
        DecisionPoint decisions = Desk.decisions().withListener(heard::add);

        assertThatThrownBy(() -> decisions.enforce(Desk.mayPerson("pat").by("airlock"), Handled.NOTHING))
                .isInstanceOf(NotLetThroughException.class);
        assertThatThrownBy(() -> decisions.enforce(Desk.mayPerson("sam").request("r-18"), Handled.NOTHING))
                .isInstanceOf(NotLetThroughException.class)
                .hasMessage("person `sam` holds no role");

        DecisionEvent.Refused pat = heard(2, DecisionEvent.Refused.class);
        assertThat(pat.refusals())
                .extracting(Refusal::why)
                .containsExactly(Refusal.Why.NOT_PERMITTED, Refusal.Why.NOT_HANDLED);
        assertThat(pat.of()).hasSize(2);
        DecisionEvent.Refused sam = heard(3, DecisionEvent.Refused.class);
        assertThat(sam.of()).isEmpty();
        assertThat(sam.person()).contains("sam");
        assertThat(sam.request()).contains("r-18");
        assertThat(sam.policy()).isEqualTo(decisions.identity());
    }

    @Test
    void refusesWhatIsNoLongerValid() {
        DecisionPoint decisions = Desk.decisions().withListener(heard::add).withValidity(decision -> false);
        Decision decision = decisions.decide(Desk.may("reader"));

        NotLetThroughException no =
                catchThrowableOfType(NotLetThroughException.class, () -> decision.enforce(Handled.duties("log")));

        assertThat(no).hasMessage("policy `desk` version `1`, which answered, is no longer in force; ask again");
        assertThat(heard(1, DecisionEvent.Refused.class).refusals())
                .extracting(each -> each.why().id())
                .containsExactly("outdated");
        assertThat(decision.explain().sentence()).startsWith("PERMITTED: ");
    }

    @Test
    void namesTheRegistersThatWereAsked() {
        Directory numbered = (person, project, moment) -> new DirectoryAnswer(
                person.map(any -> inRoles("checker").closed()), project.map(any -> Gate.ACTIVE), Optional.of("7"));
        DecisionPoint ours = Gate.with(numbered).withListener(heard::add);
        DecisionPoint base = Gate.decisions().withListener(heard::add);

        RoleDecisions answers = ours.decideEach(Gate.mayPat());
        answers.enforce(Handled.NOTHING);
        assertThatThrownBy(() -> answers.enforce(Handled.duties("lgo"))).isInstanceOf(InvalidHandledException.class);
        assertThatThrownBy(() -> ours.decideEach(Gate.mayPat().perform("veiw")));
        ours.decide(Question.may("checker").perform("view").onLevel("outputs"));
        base.decide(Question.may("checker").perform("view").onLevel("outputs"));
        base.decideAgain(answers.answers().get(0));

        assertThat(heard)
                .extracting(event -> event.policy().registers())
                .containsExactly(
                        "revision:7",
                        "revision:7",
                        "revision:7",
                        "revision:7",
                        "unstated",
                        base.identity().registers(),
                        "revision:7");
        assertThat(base.identity().registers()).startsWith("sha256:");
        assertThat(ours.identity().registers()).isEqualTo("unstated");
    }

    @Test
    void putsWhatABufferAskedIntoWords() {
        DecisionPoint decisions = Desk.decisions().withListener(heard::add);
        QuestionBuffer buffer = decisions.buffer();

        for (String caller : List.of("airlock", "hatch")) {
            buffer.by(caller)
                    .request("r-19")
                    .set(decisions.field("role"), "reader")
                    .set(decisions.field("activity"), "read")
                    .set(decisions.field("level"), "draft")
                    .forProject("p1", AT)
                    .closed()
                    .outcome();
        }
        buffer.set(decisions.field("role"), "clerk")
                .set(decisions.field("activity"), "read")
                .set(decisions.field("level"), "draft")
                .set(decisions.field("project.status"), "finished")
                .outcome();

        Question asked = Question.may("reader")
                .perform("read")
                .onLevel("draft")
                .forProject("p1")
                .closed()
                .at(AT);
        Decision first = heard(0, DecisionEvent.Decided.class).decision();
        assertThat(first).isEqualTo(decisions.unheard().decide(asked));
        assertThat(first.assignment()).isEqualTo(decisions.assignment(asked));
        assertThat(first.assumed())
                .isEqualTo(decisions.unheard().decide(asked).assumed())
                .isNotEmpty();
        assertThat(heard)
                .extracting(DecisionEvent::caller)
                .containsExactly(Optional.of("airlock"), Optional.of("hatch"), Optional.empty());
        assertThat(heard)
                .extracting(DecisionEvent::request)
                .containsExactly(Optional.of("r-19"), Optional.of("r-19"), Optional.empty());
        Decision last = heard(2, DecisionEvent.Decided.class).decision();
        assertThat(last.question().project())
                .isEqualTo(new Question.ProjectReference.Described(ProjectAttributes.of("status", "finished")));
        assertThat(last.at()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void namesTheRevisionThatABufferAsked() {
        DecisionPoint decisions = Gate.with((person, project, moment) ->
                        new DirectoryAnswer(Optional.empty(), project.map(any -> Gate.ACTIVE), Optional.of("8")))
                .withListener(heard::add);
        QuestionBuffer buffer = decisions.buffer();
        for (boolean isWithProject : List.of(true, false)) {
            buffer.set(decisions.field("role"), "checker")
                    .set(decisions.field("activity"), "view")
                    .set(decisions.field("level"), "outputs");
            (isWithProject ? buffer.forProject("p1") : buffer).outcome();
        }

        assertThat(heard).extracting(event -> event.policy().registers()).containsExactly("revision:8", "unstated");
    }

    @Test
    void leavesABufferBlankWhenAListenerThrows() {
        DecisionPoint decisions = Desk.decisions().withListener(event -> {
            throw new UnsupportedOperationException("disk full");
        });
        QuestionBuffer buffer = decisions
                .buffer()
                .set(decisions.field("role"), "reader")
                .set(decisions.field("activity"), "read")
                .set(decisions.field("level"), "draft");

        assertThatThrownBy(buffer::permitted).isInstanceOf(ListenerFailedException.class);

        assertThat(buffer.toString()).isEmpty();
    }

    @Test
    void isHeardByEveryListenerInTheOrderTheyWereAdded() {
        List<String> order = new ArrayList<>();
        DecisionPoint decisions = Desk.decisions()
                .withListener(event -> order.add("first"))
                .withListener(event -> order.add("second"))
                .withListener(event -> {
                    throw new UnsupportedOperationException("disk full");
                })
                .withListener(event -> order.add("never"));

        assertThatThrownBy(() -> decisions.decide(Desk.may("reader"))).isInstanceOf(ListenerFailedException.class);

        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void tellsWhatTheAskerWouldHaveGotWhereAListenerThrows() {
        DecisionPoint decisions = Desk.decisions().withListener(event -> {
            throw new UnsupportedOperationException("disk full");
        });

        ListenerFailedException failed =
                catchThrowableOfType(ListenerFailedException.class, () -> decisions.decide(Desk.may("raeder")));

        assertThat(failed.getSuppressed()).singleElement().isInstanceOf(InvalidQuestionException.class);
    }
}
