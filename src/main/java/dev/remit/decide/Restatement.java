package dev.remit.decide;

import dev.remit.model.Situation;
import dev.remit.model.Variable;
import dev.remit.model.Wish;

/** Puts a situation back into the words of a question. */
final class Restatement {
    private static final String PROJECT = "project.";
    private static final String PERMISSION = "project.permissions.";
    private static final String WISH = "optOuts.";

    private Restatement() {}

    static Question of(Situation situation) {
        Question question = Question.may(situation.word(situation.space().role()));
        ProjectAttributes project = ProjectAttributes.UNKNOWN;
        for (Variable variable : situation.space().variables()) {
            if (situation.isOpen(variable)) {
                continue;
            }
            String word = situation.word(variable);
            String name = variable.name();
            switch (variable.kind()) {
                case ROLE -> {}
                case ACTIVITY -> question = question.perform(word);
                case LEVEL -> question = question.onLevel(word);
                case CATEGORY -> question = question.in(word);
                case ROUTE -> question = question.via(word);
                case ATTRIBUTE -> project = project.and(name.substring(PROJECT.length()), word);
                case PERMISSION ->
                    project = project.permission(name.substring(PERMISSION.length()), situation.isTrue(variable));
                case FACT -> question = question.given(name, situation.isTrue(variable));
                case WISH -> question = asking(question, name.substring(WISH.length()), situation.value(variable));
            }
        }
        return project.equals(ProjectAttributes.UNKNOWN) ? question : question.forProject(project);
    }

    private static Question asking(Question question, String register, int wish) {
        return switch (Wish.values()[wish]) {
            case UNSTATED -> question;
            case INCLUDE -> question.including(register);
            case EXCLUDE -> question.excluding(register);
        };
    }
}
