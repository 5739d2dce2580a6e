package dev.remit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.clauses.Citing;
import dev.remit.clauses.Trace;
import dev.remit.model.Id;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTableTest {

    @Test
    void tellsEachClauseInSomeLines() {
        assertThat(table().text()).isEqualTo("""
                        B-1  permit  BOOK: Care
                          Nurses read | what they need.
                          rule: care-read
                          work category: care
                          fixtures: a nurse, reads; an auditor

                        B-2  definition  BOOK: Care
                          What care is.
                          constraint: a-project-has-a-state
                          work category: care

                        B-3  condition  BOOK: Audit
                          Auditors count, "and" do no more.
                          rules: audit-read, nothing-is-copied-from-the-cellar
                          invariant: auditors-never-note

                        B-4  permit  BOOK: Upkeep
                          The "lead" mends.
                          rule: upkeep-read
                          work category: upkeep

                        B-5  obligation  BOOK: Upkeep
                          The ward pays.
                          unanswered: It asks for no access.

                        L-1  forbid  LETTER: Letter
                          Nobody reads letters.

                        6 clauses, of which 5 permit, forbid, require or condition something: 3 are carried, 1 says why not, 1 is unanswered""");
    }

    @Test
    void writesATableForEachDocument() {
        assertThat(table().markdown()).isEqualTo("""
                        ## The Book \\| of the Ward

                        | Clause | Section | Kind | What it says | Carried by | Shown by |
                        |---|---|---|---|---|---|
                        | `B-1` | Care | permit | Nurses read \\| what they need. | `care-read`; work category `care` | a nurse, reads; an auditor |
                        | `B-2` | Care | definition | What care is. | constraint `a-project-has-a-state`; work category `care` |  |
                        | `B-3` | Audit | condition | Auditors count, "and" do no more. | `audit-read`, `nothing-is-copied-from-the-cellar`; invariant `auditors-never-note` |  |
                        | `B-4` | Upkeep | permit | The "lead" mends. | `upkeep-read`; work category `upkeep` |  |
                        | `B-5` | Upkeep | obligation | The ward pays. | *unanswered:* It asks for no access. |  |

                        ## A Letter

                        | Clause | Section | Kind | What it says | Carried by | Shown by |
                        |---|---|---|---|---|---|
                        | `L-1` | Letter | forbid | Nobody reads letters. |  |  |

                        6 clauses, of which 5 permit, forbid, require or condition something: 3 are carried, 1 says why not, 1 is unanswered.
                        """);
    }

    @Test
    void writesALineOfValuesForEachClause() {
        assertThat(table().csv().lines())
                .containsExactly(
                        "clause,document,section,kind,says,rules,constraints,work categories,invariants,rulings,fixtures,unanswered because",
                        "B-1,BOOK,Care,permit,Nurses read | what they need.,care-read,,care,,,\"a nurse, reads | an auditor\",",
                        "B-2,BOOK,Care,definition,What care is.,,a-project-has-a-state,care,,,,",
                        "B-3,BOOK,Audit,condition,\"Auditors count, \"\"and\"\" do no more.\","
                                + "audit-read | nothing-is-copied-from-the-cellar,,,auditors-never-note,,,",
                        "B-4,BOOK,Upkeep,permit,\"The \"\"lead\"\" mends.\",upkeep-read,,upkeep,,,,",
                        "B-5,BOOK,Upkeep,obligation,The ward pays.,,,,,,,It asks for no access.",
                        "L-1,LETTER,Letter,forbid,Nobody reads letters.,,,,,,,");
    }

    @Test
    void countsAnExcuseForNothingIfSomethingCarriesTheClause() {
        PolicyBundle bundle = Ward.bundle();
        Citing invariant = new Citing(Citing.Kind.INVARIANT, "the-ward-pays", List.of(new Id.Citation("B-5")));

        assertThat(TraceTable.of(bundle.policy(), Trace.of(bundle.policy(), List.of(invariant)))
                        .text())
                .endsWith(": 4 are carried, 0 say why not, 1 is unanswered");
    }

    private static TraceTable table() {
        PolicyBundle bundle = Ward.bundle();
        List<Citing> beside = List.of(
                new Citing(Citing.Kind.FIXTURE, "an auditor", List.of(new Id.Citation("B-1"))),
                new Citing(
                        Citing.Kind.FIXTURE,
                        "a nurse, reads",
                        List.of(new Id.Citation("B-1"), new Id.Citation("ruling-2"))),
                new Citing(Citing.Kind.INVARIANT, "auditors-never-note", List.of(new Id.Citation("B-3"))));
        return TraceTable.of(bundle.policy(), Trace.of(bundle.policy(), beside));
    }
}
