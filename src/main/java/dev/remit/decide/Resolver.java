package dev.remit.decide;

import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.OptOutRequest;
import dev.remit.model.PermissionMemory;
import dev.remit.model.Policy;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntBiFunction;
import java.util.stream.Stream;

/** Turns one question in one role into a situation, collecting every fault on the way. */
final class Resolver {
    private final Policy policy;
    private final Space space;
    private final Lexicon lexicon;
    private final Closing closing;
    private final PermissionMemory memory;
    private final LookUp looked;
    private final List<QuestionFault> faults = new ArrayList<>(0);
    private final int[] values;

    /**
     * A resolver for one question in one role.
     *
     * @param looked what is known of the person and the project that the question names
     */
    Resolver(Engine engine, LookUp looked) {
        policy = engine.policy();
        space = engine.space();
        lexicon = engine.lexicon();
        closing = engine.closing();
        memory = engine.memory();
        this.looked = looked;
        values = engine.blank();
    }

    /**
     * The situation a question describes for one role.
     *
     * @throws InvalidQuestionException with every fault found
     */
    Assignment resolve(Question question, String role) {
        choose(space.role(), role);
        require(question.activity(), "activity", "perform").ifPresent(word -> choose(space.activity(), word));
        if (question.level().isEmpty() && space.level().size() == 1) {
            values[space.level().index()] = 0; // A policy with one level needs none said.
        } else {
            require(question.level(), "level", "onLevel").ifPresent(word -> choose(space.level(), word));
        }
        return rest(question);
    }

    /** The values of the situation that was resolved last, not to be changed. */
    int[] values() {
        return values;
    }

    /** The values of the project that was looked up, everything else left open; not to be changed. */
    int[] resolveProject() {
        registered(looked.project().orElseThrow());
        if (!faults.isEmpty()) {
            throw new InvalidQuestionException(faults);
        }
        return values;
    }

    private Assignment rest(Question question) {
        choose(space.category(), question.category(), Variable.Kind.CATEGORY);
        choose(space.route(), question.route(), Variable.Kind.ROUTE);
        project(question.project());
        facts(question);
        if (question.isClosed()) {
            closing.close(values);
        }
        looked.person().ifPresent(id -> new PersonWords(lexicon, space, looked, faults).lay(id, question, values));
        wishes(question.optOuts());
        if (!faults.isEmpty()) {
            throw new InvalidQuestionException(faults);
        }
        return Assignment.of(space, values);
    }

    /** The situation a question describes when role, activity and level may be open too. */
    Assignment resolveOpen(Question question) {
        if (question.subject() instanceof Question.Subject.InRole inRole) {
            choose(space.role(), inRole.role());
        } else if (!question.subject().equals(new Question.Subject.InAnyOf(List.of()))) {
            throw new IllegalArgumentException("question: ask about one role, or about none to leave it open");
        }
        question.activity().ifPresent(word -> choose(space.activity(), word));
        if (question.level().isEmpty() && space.level().size() == 1) {
            values[space.level().index()] = 0;
        }
        question.level().ifPresent(word -> choose(space.level(), word));
        return rest(question);
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
            lexicon.everPermitted().values().forEach(variable -> values[variable.index()] = 0);
        } else if (reference instanceof Question.ProjectReference.Registered registered) {
            registered(registered.id());
        } else if (reference instanceof Question.ProjectReference.Described described) {
            described(described.attributes());
        }
    }

    private void registered(String project) {
        Optional<ProjectAttributes> known = looked.known().project();
        if (known.isPresent()) {
            int first = faults.size();
            described(known.get());
            listed(project, known.get());
            faults.subList(first, faults.size()).replaceAll(fault -> fault.ofDirectory("project `" + project + "`"));
        } else if (!looked.isLaid(values)) {
            faults.add(looked.notKnown(QuestionFault.Code.UNKNOWN_PROJECT, "project", project));
        }
    }

    /** Closed lists decide, whatever a directory leaves out; one that says otherwise is at fault. */
    private void listed(String project, ProjectAttributes known) {
        if (lexicon.closed().isEmpty()) {
            return;
        }
        Set<Id.Project> names = new HashSet<>();
        Stream.concat(Stream.of(project), looked.known().names().stream())
                .map(Id.Project::new)
                .forEach(names::add);
        for (Lexicon.ClosedAttribute each : lexicon.closed()) {
            Id.Attribute id = each.attribute().id();
            String listed = each.attribute().closedValue(names).orElseThrow().value();
            Given given = known.attributes().get(id.value());
            int said = given == null ? Assignment.OPEN : given.place(each.variable());
            if (given != null && said >= 0 && said != each.variable().place(listed)) {
                faults.add(QuestionFault.contradictsClosedList(id, given.toString(), listed));
            }
            values[each.variable().index()] = each.variable().place(listed);
        }
    }

    private void stateless(ProjectAttribute attribute) {
        faults.add(QuestionFault.noStateWithoutProject(attribute.id()));
    }

    private void described(ProjectAttributes project) {
        lay(project.attributes(), lexicon.attributes());
        lay(
                project.permissions(),
                lexicon.permissions(),
                QuestionFault.Code.UNKNOWN_REGISTER,
                "opt-out register",
                Resolver::truth);
        lay(
                project.permissionsEver(),
                lexicon.everPermitted(),
                QuestionFault.Code.UNKNOWN_REGISTER,
                "opt-out register",
                Resolver::truth);
        memory.contradiction(values).ifPresent(register -> faults.add(QuestionFault.noSuchState(register)));
        memory.fill(values);
    }

    private void facts(Question question) {
        lay(question.facts(), lexicon.facts());
    }

    private void lay(Map<String, Given> given, Names names) {
        int first = faults.size();
        // Last said first, so that nothing is allocated; faults stand in the order in which they were said.
        for (PersistentMap<Given> each = PersistentMap.copyOf(given); !each.isEmpty(); each = each.before()) {
            names.lay(each.word(), each.value(), values, faults);
        }
        Collections.reverse(faults.subList(first, faults.size()));
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
        for (PersistentMap<V> each = PersistentMap.copyOf(said); !each.isEmpty(); each = each.before()) {
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

    private void wishes(Map<String, OptOutRequest> wishes) {
        lay(
                wishes,
                lexicon.wishes(),
                QuestionFault.Code.UNKNOWN_REGISTER,
                "opt-out register",
                (variable, wish) -> wish.ordinal());
    }
}
