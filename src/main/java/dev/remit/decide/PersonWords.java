package dev.remit.decide;

import dev.remit.model.Assignment;
import dev.remit.model.Fact;
import dev.remit.model.Space;
import java.util.List;
import java.util.Optional;

/** Lays what a directory knows of a person over a question, and holds its words against those of the policy. */
final class PersonWords {
    private final Lexicon lexicon;
    private final Space space;
    private final LookUp looked;
    private final List<QuestionFault> faults;

    /**
     * The words about the person of a question.
     *
     * @param looked what is known of the person
     * @param faults takes whatever is wrong
     */
    PersonWords(Lexicon lexicon, Space space, LookUp looked, List<QuestionFault> faults) {
        this.lexicon = lexicon;
        this.space = space;
        this.looked = looked;
        this.faults = faults;
    }

    void lay(String id, Question question, int[] values) {
        Optional<PersonAttributes> known = looked.known().person();
        if (known.isEmpty()) {
            faults.add(looked.notKnown(QuestionFault.Code.UNKNOWN_PERSON, "person", id));
            return;
        }
        int first = faults.size();
        known.get().roles().forEach(this::checkRole);
        known.get().facts().forEach(this::checkFact);
        faults.subList(first, faults.size()).replaceAll(fault -> fault.ofDirectory("person `" + id + "`"));
        registered(question, known.get(), values);
    }

    private void checkRole(String role) {
        if (space.role().place(role) < 0) {
            faults.add(UnknownWord.of(space.role(), role));
        }
    }

    /** A fact that a directory says of a person is one that it can know. */
    private void checkFact(String fact, boolean holds) {
        Lexicon.RegisteredFact registered = lexicon.registered().get(fact);
        if (registered == null && !lexicon.facts().containsKey(fact)) {
            faults.add(UnknownWord.of(
                    QuestionFault.Code.UNKNOWN_FACT,
                    "fact",
                    fact,
                    lexicon.registered().keySet()));
        } else if (registered == null) {
            faults.add(new QuestionFault(
                            QuestionFault.Code.NOT_FOR_DIRECTORY,
                            "fact `" + fact + "` is known from the caller, not from a directory",
                            Optional.of("leave it out, or declare it `known-from: register`"))
                    .inDeclared(fact));
        } else if (holds
                && registered.fact().isAboutProject()
                && looked.project().isEmpty()) {
            faults.add(new QuestionFault(
                            QuestionFault.Code.NOT_FOR_DIRECTORY,
                            "fact `" + fact + "` is about a project, and the question names none",
                            Optional.of("leave it out where no project is asked about"))
                    .inDeclared(fact));
        }
    }

    /**
     * Lays what is known of the person over what was said: contradiction is a fault, and what is not known stays open
     * unless the asker said it, even in a question that is closed.
     */
    private void registered(Question question, PersonAttributes person, int[] values) {
        for (Lexicon.RegisteredFact each : lexicon.registered().values()) {
            if (!isFound(each.fact(), question.project())) {
                continue;
            }
            Optional<Boolean> known = person.knows(each.fact().id().value());
            Boolean said = question.facts().get(each.fact().id().value());
            if (known.isEmpty()) {
                values[each.variable().index()] = said == null ? Assignment.OPEN : place(said);
                continue;
            }
            boolean holds = known.get();
            if (said != null && said != holds) {
                faults.add(new QuestionFault(
                                QuestionFault.Code.CONTRADICTS_REGISTER,
                                "fact `" + each.fact().id() + "` is said to be " + said + " but is " + holds
                                        + " in the " + looked.source(),
                                Optional.of("leave it out: the " + looked.source() + " is asked"))
                        .inDeclared(each.fact().id().value()));
            }
            values[each.variable().index()] = place(holds);
        }
    }

    /** Whether a directory is asked about a fact of somebody. */
    static boolean isFound(Fact fact, Question.ProjectReference project) {
        return fact.isRegistered(project.isNamed());
    }

    private static int place(boolean holds) {
        return holds ? 1 : 0;
    }
}
