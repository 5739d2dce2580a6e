package dev.remit.http.config;

import dev.remit.decide.DecisionPoint;
import dev.remit.decide.QuestionFault;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.diagnostic.Words;
import dev.remit.grammar.Fields;
import dev.remit.model.Treatment;
import dev.remit.node.Limits;
import dev.remit.node.Scalar;
import dev.remit.node.YamlReader;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.List;
import java.util.Map;

/** Finds the words in the profiles of callers that a policy does not know: roles, duties, opt-out registers, outcomes. */
public final class CallerWords {
    private final DecisionPoint decisions;
    private final Diagnostics faults = new Diagnostics();

    private CallerWords(DecisionPoint decisions) {
        this.decisions = decisions;
    }

    /**
     * The words that a policy does not know, each where it stands.
     *
     * @param file the configuration, which has no other faults
     */
    public static List<Diagnostic> unknownIn(SourceFile file, DecisionPoint decisions) {
        CallerWords words = new CallerWords(decisions);
        YamlReader.read(file, Limits.USUAL, new Diagnostics())
                .flatMap(Fields::of)
                .ifPresent(fields -> fields.mappings("callers").forEach(words::caller));
        return words.faults.sorted();
    }

    private void caller(Fields caller) {
        List<String> roles = decisions.policy().vocabulary().roles().stream()
                .map(each -> each.id().value())
                .toList();
        for (Scalar each : caller.list("roles")) {
            if (!roles.contains(each.text())) {
                faults.report(
                        Code.UNKNOWN_ROLE,
                        each.head(),
                        "role `" + each.text() + "` is not declared by the policy",
                        Words.didYouMean(each.text(), roles));
            }
        }
        caller.fields("handles").ifPresent(this::handles);
    }

    private void handles(Fields handles) {
        for (Scalar each : handles.list("duties")) {
            check(new TakenCare(false, List.of(each.text()), Map.of()), each.head());
        }
        handles.entries("population").forEach(each -> {
            check(
                    new TakenCare(false, List.of(), Map.of(each.key().text(), List.of())),
                    each.key().head());
            for (Scalar outcome : Fields.scalarsOf(each.value())) {
                if (Treatment.of(outcome.text()).isEmpty()) {
                    faults.report(
                            Code.WRONG_VALUE,
                            outcome.head(),
                            "there is no outcome `" + outcome.text() + "`",
                            Words.didYouMean(outcome.text(), Treatment.words()));
                }
            }
        });
    }

    private void check(TakenCare care, Span span) {
        for (QuestionFault fault : care.faultsIn(decisions)) {
            Code code = switch (fault.code()) {
                case UNKNOWN_OBLIGATION -> Code.UNKNOWN_OBLIGATION;
                case UNKNOWN_REGISTER -> Code.UNKNOWN_REGISTER;
                default -> Code.WRONG_VALUE;
            };
            faults.report(code, span, fault.message(), fault.help());
        }
    }
}
