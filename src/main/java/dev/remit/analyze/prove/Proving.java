package dev.remit.analyze.prove;

import dev.remit.analyze.region.QuestionSets;
import dev.remit.diagram.Regions;
import dev.remit.model.Id;
import dev.remit.model.Invariant;
import dev.remit.model.Invariant.Claim;
import dev.remit.model.Scope;
import dev.remit.model.Variable;
import java.util.List;

/** Proves an invariant within one store of sets: works out every question in which it does not hold. */
final class Proving {
    private final QuestionSets questions;
    private final Regions regions;

    Proving(QuestionSets questions) {
        this.questions = questions;
        regions = questions.regions();
    }

    Proof proof(Invariant invariant) {
        int violating = regions.minus(violating(invariant.claim()), questions.impossible());
        return new Proof(invariant, violating == regions.none() ? List.of() : questions.regions(violating));
    }

    private int violating(Claim claim) {
        if (claim instanceof Claim.Never never) {
            return regions.and(questions.of(never.scope()), questions.granted(never.scope()));
        }
        if (claim instanceof Claim.Always always) {
            return regions.minus(questions.of(always.scope()), questions.granted(always.scope()));
        }
        if (claim instanceof Claim.Only only) {
            return implied(only.may(), only.only());
        }
        if (claim instanceof Claim.Implies implies) {
            return implied(implies.whenever(), implies.then());
        }
        if (claim instanceof Claim.NoMoreRole roles) {
            return more(questions.space().role(), roles.role(), roles.than(), roles.where());
        }
        if (claim instanceof Claim.NoMoreLevel levels) {
            return more(questions.space().level(), levels.level(), levels.than(), levels.where());
        }
        if (claim instanceof Claim.Apart apart) {
            return SeparationClaim.of(apart, questions).inOneRole();
        }
        return hanging((Claim.HangsOnNone) claim);
    }

    /** What is granted within one scope without lying in the other, question and grant. */
    private int implied(Scope given, Scope then) {
        int granted = regions.and(questions.of(given), questions.granted(given));
        int elsewhere = regions.minus(granted, questions.of(then));
        int otherwise = regions.and(granted, questions.grantedBut(given, then));
        return regions.or(elsewhere, otherwise);
    }

    /** What one value of a variable is granted within a scope and another, in its place, would not be. */
    private int more(Variable variable, Id one, Id than, Scope where) {
        int granted = questions.granted(where);
        int value = variable.ordinal(one.value()).orElseThrow();
        int other = variable.ordinal(than.value()).orElseThrow();
        int inPlace = regions.given(granted, variable, other);
        int impossible = regions.given(questions.impossible(), variable, other);
        int ofOne = regions.and(regions.and(granted, questions.of(where)), questions.only(variable, value));
        return regions.minus(regions.minus(ofOne, inPlace), impossible);
    }

    /** The questions that are granted, and would not be if one of the facts had another value; and the reverse. */
    private int hanging(Claim.HangsOnNone claim) {
        int granted = questions.granted(claim.where());
        int possible = regions.outside(questions.impossible());
        int hanging = regions.none();
        for (Id.Fact fact : claim.facts()) {
            Variable variable = questions.space().fact(fact);
            for (int one = 0; one < variable.size(); one++) {
                for (int other = one + 1; other < variable.size(); other++) {
                    int ifOne = regions.given(granted, variable, one);
                    int ifOther = regions.given(granted, variable, other);
                    int either = regions.or(regions.minus(ifOne, ifOther), regions.minus(ifOther, ifOne));
                    int bothPossible = regions.and(
                            regions.given(possible, variable, one), regions.given(possible, variable, other));
                    hanging = regions.or(hanging, regions.and(either, bothPossible));
                }
            }
        }
        return regions.and(hanging, questions.of(claim.where()));
    }
}
