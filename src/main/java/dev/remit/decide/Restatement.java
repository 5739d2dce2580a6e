package dev.remit.decide;

import dev.remit.model.Assignment;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.List;

/** Puts a situation back into the words of a question. */
final class Restatement {
    private Restatement() {}

    static Question of(Assignment assignment) {
        Question question = Question.may(assignment.word(assignment.space().role()));
        ProjectAttributes project = ProjectAttributes.UNKNOWN;
        for (Variable variable : assignment.space().variables()) {
            if (assignment.isOpen(variable)) {
                continue;
            }
            String word = assignment.word(variable);
            String id = variable.id();
            switch (variable.kind()) {
                case ROLE -> {}
                case ACTIVITY -> question = question.perform(word);
                case LEVEL -> question = question.onLevel(word);
                case CATEGORY -> question = question.in(word);
                case ROUTE -> question = question.via(word);
                case ATTRIBUTE -> project = attribute(project, variable, assignment);
                case PERMISSION -> project = project.permission(id, assignment.isTrue(variable));
                case EVER -> project = project.everPermitted(id, assignment.isTrue(variable));
                case FACT -> question = fact(question, variable, assignment);
                case WISH -> question = asking(question, id, assignment.value(variable));
            }
        }
        return project.equals(ProjectAttributes.UNKNOWN) ? question : question.forProject(project);
    }

    private static Question fact(Question question, Variable fact, Assignment assignment) {
        return fact.element()
                .map(element -> question.given(element.set(), set(fact, assignment)))
                .orElseGet(() -> question.givenThat(fact.id(), assignment.word(fact)));
    }

    private static ProjectAttributes attribute(ProjectAttributes project, Variable attribute, Assignment assignment) {
        return attribute
                .element()
                .map(element -> project.and(element.set(), set(attribute, assignment)))
                .orElseGet(() -> project.and(attribute.id(), assignment.word(attribute)));
    }

    /** What is known of the set that an element belongs to: all of it, if nothing is open. */
    private static Given set(Variable element, Assignment assignment) {
        List<String> has = new ArrayList<>();
        List<String> lacks = new ArrayList<>();
        boolean isWhole = true;
        for (Variable each : assignment.space().variables()) {
            if (each.kind() == element.kind() && each.owner().equals(element.owner())) {
                isWhole &= !assignment.isOpen(each);
                List<String> side = assignment.isTrue(each) ? has : lacks;
                if (!assignment.isOpen(each)) {
                    side.add(each.element().orElseThrow().value());
                }
            }
        }
        return isWhole ? Given.exactly(has) : Given.partly(has, lacks);
    }

    private static Question asking(Question question, String register, int wish) {
        return switch (OptOutRequest.values()[wish]) {
            case UNSTATED -> question;
            case INCLUDE -> question.including(register);
            case EXCLUDE -> question.excluding(register);
        };
    }
}
