package dev.remit.decide;

import dev.remit.model.Assignment;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    private void checkFact(String fact, Given given) {
        if (lexicon.registeredFacts().contains(fact)) {
            lexicon.registeredFacts().lay(fact, given, new int[space.variables().size()], faults);
        } else if (!lexicon.facts().contains(fact)) {
            faults.add(UnknownWord.of(
                    QuestionFault.Code.UNKNOWN_FACT,
                    "fact",
                    fact,
                    lexicon.registeredFacts().words()));
        } else {
            faults.add(new QuestionFault(
                            QuestionFault.Code.NOT_FOR_DIRECTORY,
                            "fact `" + fact + "` is known from the caller, not from a directory",
                            Optional.of("leave it out, or declare it `known-from: register`"))
                    .inDeclared(fact));
        }
        boolean isAboutProject = lexicon.registered().stream()
                .anyMatch(each -> each.name().equals(fact) && each.fact().isAboutProject());
        if (isAboutProject && !given.equals(Given.is(false)) && looked.project().isEmpty()) {
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
        for (Lexicon.RegisteredFact each : lexicon.registered()) {
            if (!isFound(each.fact(), question.project())) {
                continue;
            }
            int known = known(each, person);
            int said = place(question.facts().get(each.name()), each.variable());
            values[each.variable().index()] = known < 0 ? said : known;
            if (known >= 0 && said >= 0 && known != said) {
                faults.add(contradiction(each, known, said));
            }
        }
    }

    /** The place of what is known of a fact; open if nothing is. */
    private static int known(Lexicon.RegisteredFact fact, PersonAttributes person) {
        int known = place(person.facts().get(fact.name()), fact.variable());
        Optional<Id.Value> otherwise = person.isClosed() ? fact.fact().domain().ifUnsaid() : Optional.empty();
        return known < 0
                ? otherwise.map(value -> fact.variable().place(value.value())).orElse(Assignment.OPEN)
                : known;
    }

    private static int place(@Nullable Given given, Variable variable) {
        return given == null ? Assignment.OPEN : given.place(variable);
    }

    private QuestionFault contradiction(Lexicon.RegisteredFact fact, int known, int said) {
        List<String> values = fact.variable().values();
        String message = fact.fact()
                .element()
                .map(element -> "fact `" + element.set() + "` is said to " + (said == 1 ? "have" : "lack") + " `"
                        + element.value() + "` but " + (known == 1 ? "has" : "lacks") + " it in the " + looked.source())
                .orElseGet(() -> "fact `" + fact.name() + "` is said to be " + values.get(said) + " but is "
                        + values.get(known) + " in the " + looked.source());
        return new QuestionFault(
                QuestionFault.Code.CONTRADICTS_REGISTER,
                message,
                Optional.of("leave it out: the " + looked.source() + " is asked"));
    }

    /** Whether a directory is asked about a fact of somebody. */
    static boolean isFound(Fact fact, Question.ProjectReference project) {
        return fact.isRegistered(project.isNamed());
    }
}
