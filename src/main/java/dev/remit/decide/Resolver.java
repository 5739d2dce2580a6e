package dev.remit.decide;

import dev.remit.diagnostic.Nearest;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
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
import java.util.OptionalInt;

/** Turns one question in one role into a situation, collecting every fault on the way. */
final class Resolver {
    private final Policy policy;
    private final Space space;
    private final Directory directory;
    private final Directory.Moment moment;
    private final List<QuestionFault> faults = new ArrayList<>();
    private final int[] values;

    Resolver(Policy policy, Space space, Directory directory, Directory.Moment moment) {
        this.policy = policy;
        this.space = space;
        this.directory = directory;
        this.moment = moment;
        values = Situation.open(space).values();
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
        OptionalInt place = variable.ordinal(word);
        if (place.isPresent()) {
            values[variable.index()] = place.getAsInt();
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
                        .ifPresentOrElse(none -> set(space.attribute(each.id()), none.value()), () -> stateless(each));
            }
            policy.vocabulary().registers().forEach(each -> set(space.permission(each.id()), "false"));
        } else if (reference instanceof Question.ProjectReference.Registered registered) {
            directory
                    .project(registered.id(), moment)
                    .ifPresentOrElse(
                            this::known,
                            () -> unknown(
                                    QuestionFault.Code.UNKNOWN_PROJECT,
                                    "project",
                                    registered.id(),
                                    directory.projectIds()));
        } else if (reference instanceof Question.ProjectReference.Described described) {
            described(described.attributes());
        }
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
        Optional<ProjectAttribute> declared = policy.vocabulary().attributes().stream()
                .filter(each -> each.id().value().equals(attribute))
                .findFirst();
        if (declared.isEmpty()) {
            unknown(
                    QuestionFault.Code.UNKNOWN_ATTRIBUTE,
                    "project attribute",
                    attribute,
                    policy.vocabulary().attributes().stream()
                            .map(each -> each.id().value())
                            .toList());
            return;
        }
        Variable variable = space.attribute(declared.get().id());
        if (variable.ordinal(value).isEmpty()) {
            unknown(QuestionFault.Code.UNKNOWN_VALUE, "value of `project." + attribute + "`", value, variable.values());
        } else {
            set(variable, value);
        }
    }

    private void permit(String register, boolean held) {
        register(register).ifPresent(known -> set(space.permission(known), Boolean.toString(held)));
    }

    private Optional<Id.Register> register(String word) {
        List<Id.Register> declared =
                policy.vocabulary().registers().stream().map(OptOutRegister::id).toList();
        Id.Register register = new Id.Register(word.isBlank() ? "?" : word);
        if (declared.contains(register)) {
            return Optional.of(register);
        }
        unknown(
                QuestionFault.Code.UNKNOWN_REGISTER,
                "opt-out register",
                word,
                declared.stream().map(Id.Register::value).toList());
        return Optional.empty();
    }

    private void set(Variable variable, String value) {
        values[variable.index()] = variable.ordinal(value).orElseThrow();
    }

    private void facts(Question question) {
        List<String> declared = policy.vocabulary().facts().stream()
                .map(each -> each.id().value())
                .toList();
        if (question.isClosed()) {
            declared.forEach(word -> set(space.fact(new Id.Fact(word)), "false"));
        }
        question.facts().forEach((word, holds) -> {
            if (declared.contains(word)) {
                set(space.fact(new Id.Fact(word)), holds.toString());
            } else {
                unknown(QuestionFault.Code.UNKNOWN_FACT, "fact", word, declared);
            }
        });
    }

    /** Lays the register's facts over what was said: found is true, not found is false, contradiction is a fault. */
    private void standing(Question question, Directory.PersonState person) {
        for (Fact fact : policy.vocabulary().facts()) {
            if (fact.knownFrom() != Fact.KnownFrom.REGISTER || !isFound(fact, question.project())) {
                continue;
            }
            boolean holds = person.facts().contains(fact.id());
            Boolean said = question.facts().get(fact.id().value());
            if (said != null && said != holds) {
                faults.add(new QuestionFault(
                        QuestionFault.Code.CONTRADICTS_REGISTER,
                        "fact `" + fact.id() + "` is said to be " + said + " but is " + holds + " in the register",
                        Optional.of("leave it out: the register is asked")));
            }
            set(space.fact(fact.id()), Boolean.toString(holds));
        }
    }

    /** Whether the register can tell: a fact about a project needs to know which project, or that there is none. */
    private static boolean isFound(Fact fact, Question.ProjectReference project) {
        return fact.about() == Fact.About.PERSON
                || project instanceof Question.ProjectReference.Registered
                || project instanceof Question.ProjectReference.None;
    }

    private void wishes(Map<String, Wish> wishes) {
        wishes.forEach((word, wish) ->
                register(word).ifPresent(register -> values[space.wish(register).index()] = wish.ordinal()));
    }
}
