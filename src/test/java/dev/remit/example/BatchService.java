package dev.remit.example;

import dev.remit.decide.Decision;
import dev.remit.decide.DecisionPoint;
import dev.remit.decide.Grant;
import dev.remit.decide.Handled;
import dev.remit.decide.Question;
import dev.remit.model.Treatment;
import java.util.ArrayList;
import java.util.List;

/** Runs programs over the records of the survey archive, where its policy lets them run. */
final class BatchService {
    private final DecisionPoint decisions;
    private final Handled handled;
    private final List<String> log = new ArrayList<>();

    /** Starts the service, unless the policy does not know what it carries out and does about people who withdrew. */
    BatchService(DecisionPoint decisions) {
        this.decisions = decisions;
        handled = decisions.handling(
                Handled.duties("log").population("withdrawn", Treatment.EXCLUDED_BY_FILTER, Treatment.INCLUDED));
    }

    /** A program that was started, and the filters that were put before it. */
    record Run(String program, List<String> filters) {}

    /** Somebody who is logged in, and the role they act in. */
    record User(String name, String role, List<String> facts) {}

    /** Starts a program for a study; throws if the policy does not let it run, or asks for what nobody here does. */
    Run start(User user, String project, String program) {
        Decision decision = decisions.decide(question(user, project));
        Grant grant = decision.enforce(handled);
        List<String> filters = new ArrayList<>();
        grant.population().forEach((register, entry) -> {
            if (!entry.treatment().includes()) {
                filters.add("keep who is " + entry.keep().word() + " on: " + entry.list());
            }
        });
        log.add(user.name() + " ran " + program + " under " + grant.rule());
        return new Run(program, filters);
    }

    /** What the service asks the policy. */
    static Question question(User user, String project) {
        return Question.may(user.role())
                .perform("run")
                .onLevel("records")
                .in("study")
                .via("batch")
                .forProject(project)
                .given(user.facts().toArray(String[]::new))
                .closed();
    }

    List<String> log() {
        return List.copyOf(log);
    }
}
