package dev.remit.decide;

import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Situation;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.model.Wish;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntBiFunction;

/** Turns one question in one role into a situation, collecting every fault on the way. */
final class Resolver {
    private final Policy policy;
    private final Space space;
    private final Lexicon lexicon;
    private final Closing closing;
    private final Directory directory;
    private final Directory.Moment moment;
    private final List<QuestionFault> faults = new ArrayList<>(0);
    private final int[] values;

    Resolver(Engine engine, Directory directory, Directory.Moment moment) {
        policy = engine.policy();
        space = engine.space();
        lexicon = engine.lexicon();
        closing = engine.closing();
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
        choose(space.role(), role);
        require(question.activity(), "activity", "perform").ifPresent(word -> choose(space.activity(), word));
        require(question.level(), "level", "onLevel").ifPresent(word -> choose(space.level(), word));
        return rest(question, person);
    }

    /** The values of the situation that was resolved last, not to be changed. */
    int[] values() {
        return values;
    }

    private Situation rest(Question question, Optional<Directory.PersonState> person) {
        choose(space.category(), question.category(), Variable.Kind.CATEGORY);
        choose(space.route(), question.route(), Variable.Kind.ROUTE);
        project(question.project());
        facts(question);
        person.ifPresent(known -> standing(question, known));
        if (question.isClosed()) {
            closing.close(values);
        }
        wishes(question.optOuts());
        if (!faults.isEmpty()) {
            throw new InvalidQuestionException(faults);
        }
        return Situation.of(space, values);
    }

    /** The situation a question describes when role, activity and level may be open too. */
    Situation resolveOpen(Question question) {
        if (question.subject() instanceof Question.Subject.InRole inRole) {
            choose(space.role(), inRole.role());
        } else if (!question.subject().equals(new Question.Subject.InAnyOf(List.of()))) {
            throw new IllegalArgumentException("question: ask about one role, or about none to leave it open");
        }
        question.activity().ifPresent(word -> choose(space.activity(), word));
        question.level().ifPresent(word -> choose(space.level(), word));
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

    private void choose(Variable variable, String word) {
        int place = variable.place(word);
        if (place >= 0) {
            values[variable.index()] = place;
        } else {
            faults.add(UnknownWord.of(variable, word));
        }
    }

    private void choose(Optional<Variable> variable, Question.Choice choice, Variable.Kind kind) {
        if (choice.word().isEmpty()) {
            return;
        }
        String word = choice.word().get();
        if (variable.isPresent()) {
            choose(variable.get(), word);
        } else {
            faults.add(UnknownWord.of(kind, word));
        }
    }

    private void project(Question.ProjectReference reference) {
        if (reference instanceof Question.ProjectReference.None) {
            for (ProjectAttribute each : policy.vocabulary().attributes()) {
                each.withoutProject()
                        .ifPresentOrElse(
                                none -> choose(space.attribute(each.id()), none.value()), () -> stateless(each));
            }
            lexicon.permissions().values().forEach(variable -> values[variable.index()] = 0);
        } else if (reference instanceof Question.ProjectReference.Registered registered) {
            if (!isKnown(registered.id())) {
                faults.add(UnknownWord.of(
                        QuestionFault.Code.UNKNOWN_PROJECT, "project", registered.id(), directory.projectIds()));
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
        state.ifPresent(known -> described(inWords(known)));
        return state.isPresent();
    }

    private void stateless(ProjectAttribute attribute) {
        faults.add(new QuestionFault(
                QuestionFault.Code.NO_STATE_WITHOUT_PROJECT,
                "attribute `" + attribute.id() + "` has no value `none` for a question without a project",
                Optional.of("leave the project out, or describe it")));
    }

    private static ProjectAttributes inWords(Directory.ProjectState state) {
        Map<String, String> attributes = new LinkedHashMap<>();
        state.attributes().forEach((attribute, value) -> attributes.put(attribute.value(), value.value()));
        Map<String, Boolean> permissions = new LinkedHashMap<>();
        state.permissions().forEach((register, held) -> permissions.put(register.value(), held));
        return new ProjectAttributes(attributes, permissions);
    }

    private void described(ProjectAttributes project) {
        lay(
                project.attributes(),
                lexicon.attributes(),
                QuestionFault.Code.UNKNOWN_ATTRIBUTE,
                "project attribute",
                Variable::place);
        lay(
                project.permissions(),
                lexicon.permissions(),
                QuestionFault.Code.UNKNOWN_REGISTER,
                "opt-out register",
                Resolver::truth);
    }

    private void facts(Question question) {
        lay(question.facts(), lexicon.facts(), QuestionFault.Code.UNKNOWN_FACT, "fact", Resolver::truth);
    }

    private static int truth(Variable said, boolean holds) {
        return holds ? 1 : 0;
    }

    /**
     * Lays what was said over the values.
     *
     * @param words the variable each word names
     * @param code the fault of a word that names none
     * @param what what the words are
     * @param place the place of what was said among the variable's values, or -1
     */
    private <V> void lay(
            Map<String, V> said,
            Map<String, Variable> words,
            QuestionFault.Code code,
            String what,
            ToIntBiFunction<Variable, V> place) {
        int first = faults.size();
        // Last said first, so that nothing is allocated; faults stand in the order in which they were said.
        for (Kept<V> each = Kept.copyOf(said); !each.isEmpty(); each = each.before()) {
            Variable variable = words.get(each.word());
            if (variable == null) {
                faults.add(UnknownWord.of(code, what, each.word(), words.keySet()));
                continue;
            }
            int found = place.applyAsInt(variable, each.value());
            if (found < 0) {
                faults.add(UnknownWord.of(variable, each.value().toString()));
            } else {
                values[variable.index()] = found;
            }
        }
        Collections.reverse(faults.subList(first, faults.size()));
    }

    /** Lays the register's facts over what was said: found is true, not found is false, contradiction is a fault. */
    private void standing(Question question, Directory.PersonState person) {
        for (Lexicon.Standing each : lexicon.standing()) {
            if (!isFound(each.fact(), question.project())) {
                continue;
            }
            Id.Fact fact = each.fact().id();
            boolean holds = person.facts().contains(fact);
            Boolean said = question.facts().get(fact.value());
            if (said != null && said != holds) {
                faults.add(new QuestionFault(
                        QuestionFault.Code.CONTRADICTS_REGISTER,
                        "fact `" + fact + "` is said to be " + said + " but is " + holds + " in the register",
                        Optional.of("leave it out: the register is asked")));
            }
            values[each.variable().index()] = holds ? 1 : 0;
        }
    }

    /**
     * Whether the register tells a fact of somebody: one about a person on a project needs to know which project, or that
     * there is none.
     */
    static boolean isFound(Fact fact, Question.ProjectReference project) {
        return fact.knownFrom() == Fact.KnownFrom.REGISTER
                && (fact.about() == Fact.About.PERSON
                        || project instanceof Question.ProjectReference.Registered
                        || project instanceof Question.ProjectReference.None);
    }

    private void wishes(Map<String, Wish> wishes) {
        lay(
                wishes,
                lexicon.wishes(),
                QuestionFault.Code.UNKNOWN_REGISTER,
                "opt-out register",
                (variable, wish) -> wish.ordinal());
    }
}
