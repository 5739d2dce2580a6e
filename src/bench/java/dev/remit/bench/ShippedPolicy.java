package dev.remit.bench;

import dev.remit.Remit;
import dev.remit.decide.Question;

/** A process that loads the shipped policy and asks it one question. */
public final class ShippedPolicy {
    private ShippedPolicy() {}

    public static void main(String... args) {
        System.out.println(Remit.embedded("opensafely")
                .decisionPoint()
                .decide(Question.may("researcher").perform("view").onLevel("4"))
                .outcome()
                .answer());
    }
}
