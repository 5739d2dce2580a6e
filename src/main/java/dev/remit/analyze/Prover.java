package dev.remit.analyze;

import dev.remit.decide.DecisionPoint;
import dev.remit.diagram.Regions;
import dev.remit.model.Id;
import dev.remit.model.Invariant;
import dev.remit.model.Invariant.Claim;
import dev.remit.model.Registers;
import dev.remit.model.Scope;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves invariants of a policy over every possible complete question, or finds every region where one does not hold.
 * Not safe for use by several threads at once.
 */
public final class Prover {
    private final Questions questions;
    private final Regions regions;

    private Prover(DecisionPoint decisions) {
        questions = new Questions(decisions.compiled());
        regions = questions.regions();
    }

    /** Prepares to prove invariants of the policy of a decision point. */
    public static Prover of(DecisionPoint decisions) {
        return new Prover(decisions);
    }

    /** Looks through registers for people who break the same policy's invariants, with what is prepared already. */
    public Separation among(Registers registers) {
        return new Separation(questions, registers);
    }

    /** Proves an invariant, whose words must be those of the policy's vocabulary. */
    public Proof prove(Invariant invariant) {
        int violating = regions.minus(violating(invariant.claim()), questions.impossible());
        return new Proof(invariant, violating == regions.none() ? List.of() : questions.told(violating));
    }

    /** Proves several invariants, in their order, while somebody hears how far it has come. */
    public List<Proof> prove(List<Invariant> invariants, Progress progress) {
        List<Proof> proofs = new ArrayList<>();
        for (Invariant each : invariants) {
            progress.at(proofs.size(), invariants.size());
            proofs.add(prove(each));
        }
        progress.at(proofs.size(), invariants.size());
        return List.copyOf(proofs);
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
            return Both.of(apart, questions).inOneRole();
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

    /** The questions that are granted, and would not be if one of the facts were the other way round; and the reverse. */
    private int hanging(Claim.HangsOnNone claim) {
        int granted = questions.granted(claim.where());
        int possible = regions.minus(regions.all(), questions.impossible());
        int hanging = regions.none();
        for (Id.Fact fact : claim.facts()) {
            Variable variable = questions.space().fact(fact);
            int ifFalse = regions.given(granted, variable, 0);
            int ifTrue = regions.given(granted, variable, 1);
            int either = regions.or(regions.minus(ifFalse, ifTrue), regions.minus(ifTrue, ifFalse));
            int bothPossible = regions.and(regions.given(possible, variable, 0), regions.given(possible, variable, 1));
            hanging = regions.or(hanging, regions.and(either, bothPossible));
        }
        return regions.and(hanging, questions.of(claim.where()));
    }
}
