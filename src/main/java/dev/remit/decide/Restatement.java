package dev.remit.decide;

import dev.remit.model.Assignment;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Variable;

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
                case ATTRIBUTE -> project = project.and(id, word);
                case PERMISSION -> project = project.permission(id, assignment.isTrue(variable));
                case EVER -> project = project.everPermitted(id, assignment.isTrue(variable));
                case FACT -> question = question.given(id, assignment.isTrue(variable));
                case WISH -> question = asking(question, id, assignment.value(variable));
            }
        }
        return project.equals(ProjectAttributes.UNKNOWN) ? question : question.forProject(project);
    }

    private static Question asking(Question question, String register, int wish) {
        return switch (OptOutRequest.values()[wish]) {
            case UNSTATED -> question;
            case INCLUDE -> question.including(register);
            case EXCLUDE -> question.excluding(register);
        };
    }
}
