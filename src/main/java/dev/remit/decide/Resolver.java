package dev.remit.decide;

import dev.remit.diagnostic.Nearest;
import dev.remit.model.Fact;
import dev.remit.model.Policy;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Situation;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.model.Wish;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns one question in one role into a situation, collecting every fault on the way. */
final class Resolver {
    private final Policy policy;
    private final Space space;
    private final Lexicon lexicon;
    private final Directory directory;
    private final Directory.Moment moment;
    private final List<QuestionFault> faults = new ArrayList<>(0);
    private final int[] values;

    Resolver(Engine engine, Directory directory, Directory.Moment moment) {
        policy = engine.policy();
        space = engine.space();
        lexicon = engine.lexicon();
        this.directory = directory;
        this.moment = moment;
        values = engine.blank();
    }

    /**
     * The situation a question describes for one role.
     *
     * @param person what the register knows of the person asked about, if one is
     * @throws InvalidQuestionException with every fault found
     */
    Situation resolve(Question question, String role, Optional<Directory.PersonState> person) {
        choose(space.role(), role, "role", QuestionFault.Code.UNKNOWN_ROLE);
        require(question.activity(), "activity", "perform")
                .ifPresent(word -> choose(space.activity(), word, "activity", QuestionFault.Code.UNKNOWN_ACTIVITY));
        require(question.level(), "level", "onLevel")
                .ifPresent(word -> choose(space.level(), word, "level", QuestionFault.Code.UNKNOWN_LEVEL));
        return rest(question, person);
    }

    private Situation rest(Question question, Optional<Directory.PersonState> person) {
        choose(space.category(), question.category(), "work category", QuestionFault.Code.UNKNOWN_CATEGORY);
        choose(space.route(), question.route(), "route", QuestionFault.Code.UNKNOWN_ROUTE);
        project(question.project());
        facts(question);
        person.ifPresent(known -> standing(question, known));
        wishes(question.optOuts());
        if (!faults.isEmpty()) {
            throw new InvalidQuestionException(faults);
        }
        return Situation.of(space, values);
    }

    /** The situation a question describes when role, activity and level may be open too. */
    Situation resolveOpen(Question question) {
        if (question.subject() instanceof Question.Subject.InRole inRole) {
            choose(space.role(), inRole.role(), "role", QuestionFault.Code.UNKNOWN_ROLE);
        } else if (!question.subject().equals(new Question.Subject.InAnyOf(List.of()))) {
            throw new IllegalArgumentException("question: ask about one role, or about none to leave it open");
        }
        question.activity()
                .ifPresent(word -> choose(space.activity(), word, "activity", QuestionFault.Code.UNKNOWN_ACTIVITY));
        question.level().ifPresent(word -> choose(space.level(), word, "level", QuestionFault.Code.UNKNOWN_LEVEL));
        return rest(question, Optional.empty());
    }

    private Optional<String> require(Optional<String> word, String what, String method) {
        if (word.isEmpty()) {
            faults.add(new QuestionFault(
                    QuestionFault.Code.INCOMPLETE,
                    "the question names no " + what,
                    Optional.of("every question needs who, an activity and a level (`" + method + "`)")));
        }
        return word;
    }

    private void choose(Variable variable, String word, String what, QuestionFault.Code code) {
        int place = variable.place(word);
        if (place >= 0) {
            values[variable.index()] = place;
        } else {
            unknown(code, what, word, variable.values());
        }
    }

    private void choose(Optional<Variable> variable, Question.Choice choice, String what, QuestionFault.Code code) {
        if (choice.word().isEmpty()) {
            return;
        }
        String word = choice.word().get();
        if (variable.isPresent()) {
            choose(variable.get(), word, what, code);
        } else {
            unknown(code, what, word, List.of());
        }
    }

    private void unknown(QuestionFault.Code code, String what, String word, Collection<String> known) {
        faults.add(unknownWord(code, what, word, known));
    }

    static QuestionFault unknownWord(QuestionFault.Code code, String what, String word, Collection<String> known) {
        boolean inRegister = code == QuestionFault.Code.UNKNOWN_PERSON || code == QuestionFault.Code.UNKNOWN_PROJECT;
        return new QuestionFault(
                code,
                what + " `" + word + "` is not " + (inRegister ? "in the register" : "declared"),
                help(word, what, known, inRegister));
    }

    /** The nearest word, else all words if they are few; a register's are not for everyone who guesses wrong. */
    private static Optional<String> help(String word, String what, Collection<String> known, boolean inRegister) {
        Optional<String> nearest = Nearest.to(word, known).map(found -> "did you mean `" + found + "`?");
        if (nearest.isPresent() || known.size() > 30 || (inRegister && !known.isEmpty())) {
            return nearest;
        }
        String all =
                String.join(", ", known.stream().map(each -> "`" + each + "`").toList());
        return Optional.of(known.isEmpty() ? "there is no " + what + " to choose from" : "known: " + all);
    }

    private void project(Question.ProjectReference reference) {
        if (reference instanceof Question.ProjectReference.None) {
            for (ProjectAttribute each : policy.vocabulary().attributes()) {
                each.withoutProject()
                        .ifPresentOrElse(none -> describe(each.id().value(), none.value()), () -> stateless(each));
            }
            lexicon.permissions().values().forEach(variable -> values[variable.index()] = 0);
        } else if (reference instanceof Question.ProjectReference.Registered registered) {
            if (!isKnown(registered.id())) {
                unknown(QuestionFault.Code.UNKNOWN_PROJECT, "project", registered.id(), directory.projectIds());
            }
        } else if (reference instanceof Question.ProjectReference.Described described) {
            described(described.attributes());
        }
    }

    private boolean isKnown(String project) {
        if (directory instanceof RegisterDirectory register) {
            return register.rows().lay(project, moment.day().toEpochDay(), values);
        }
        Optional<Directory.ProjectState> state = directory.project(project, moment);
        state.ifPresent(this::known);
        return state.isPresent();
    }

    private void stateless(ProjectAttribute attribute) {
        faults.add(new QuestionFault(
                QuestionFault.Code.NO_STATE_WITHOUT_PROJECT,
                "attribute `" + attribute.id() + "` has no value `none` for a question without a project",
                Optional.of("leave the project out, or describe it")));
    }

    private void known(Directory.ProjectState state) {
        state.attributes().forEach((attribute, value) -> describe(attribute.value(), value.value()));
        state.permissions().forEach((register, held) -> permit(register.value(), held));
    }

    private void described(ProjectAttributes project) {
        project.attributes().forEach(this::describe);
        project.permissions().forEach(this::permit);
    }

    private void describe(String attribute, String value) {
        Variable variable = lexicon.attributes().get(attribute);
        if (variable == null) {
            unknown(
                    QuestionFault.Code.UNKNOWN_ATTRIBUTE,
                    "project attribute",
                    attribute,
                    lexicon.attributes().keySet());
        } else {
            choose(variable, value, "value of `project." + attribute + "`", QuestionFault.Code.UNKNOWN_VALUE);
        }
    }

    private void permit(String register, boolean held) {
        set(lexicon.permissions(), register, held ? 1 : 0, QuestionFault.Code.UNKNOWN_REGISTER, "opt-out register");
    }

    private void set(Map<String, Variable> words, String word, int value, QuestionFault.Code code, String what) {
        Variable variable = words.get(word);
        if (variable == null) {
            unknown(code, what, word, words.keySet());
        } else {
            values[variable.index()] = value;
        }
    }

    private void facts(Question question) {
        if (question.isClosed()) {
            lexicon.facts().values().forEach(variable -> values[variable.index()] = 0);
        }
        question.facts()
                .forEach((word, holds) ->
                        set(lexicon.facts(), word, holds ? 1 : 0, QuestionFault.Code.UNKNOWN_FACT, "fact"));
    }

    /** Lays the register's facts over what was said: found is true, not found is false, contradiction is a fault. */
    private void standing(Question question, Directory.PersonState person) {
        for (Lexicon.Standing each : lexicon.standing()) {
            if (!isFound(each.about(), question.project())) {
                continue;
            }
            boolean holds = person.facts().contains(each.fact());
            Boolean said = question.facts().get(each.fact().value());
            if (said != null && said != holds) {
                faults.add(new QuestionFault(
                        QuestionFault.Code.CONTRADICTS_REGISTER,
                        "fact `" + each.fact() + "` is said to be " + said + " but is " + holds + " in the register",
                        Optional.of("leave it out: the register is asked")));
            }
            values[each.variable().index()] = holds ? 1 : 0;
        }
    }

    /** Whether the register can tell: a fact about a project needs to know which project, or that there is none. */
    private static boolean isFound(Fact.About about, Question.ProjectReference project) {
        return about == Fact.About.PERSON
                || project instanceof Question.ProjectReference.Registered
                || project instanceof Question.ProjectReference.None;
    }

    private void wishes(Map<String, Wish> wishes) {
        wishes.forEach((word, wish) ->
                set(lexicon.wishes(), word, wish.ordinal(), QuestionFault.Code.UNKNOWN_REGISTER, "opt-out register"));
    }
}
