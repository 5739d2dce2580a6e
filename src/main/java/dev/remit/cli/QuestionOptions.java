package dev.remit.cli;

import dev.remit.decide.ProjectAttributes;
import dev.remit.decide.Question;
import dev.remit.decide.Question.ProjectReference;
import dev.remit.diagnostic.Words;
import dev.remit.model.OptOutRequest;
import dev.remit.model.Policy;
import dev.remit.model.Vocabulary;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** The options that make up a question, and how to read the question from them. */
final class QuestionOptions {
    /** The synopsis of the options that every question can have. */
    static final String SYNOPSIS = "[--category CATEGORY] [--route ROUTE]"
            + " [--project ID | --no-project | [--kind KIND] [--status STATUS] [--legacy true|false]"
            + " [--attribute NAME=VALUE...] [--permits REGISTER...] [--not-permits REGISTER...]"
            + " [--ever-permits REGISTER...] [--not-ever-permits REGISTER...]]"
            + " [--fact FACT...] [--not-fact FACT...] [--closed]"
            + " [--include REGISTER...] [--exclude REGISTER...] [--at WHEN]";

    private static final String ANY = "any";
    private static final List<String> DESCRIBING = List.of(
            "--kind",
            "--status",
            "--legacy",
            "--permits",
            "--not-permits",
            "--ever-permits",
            "--not-ever-permits",
            "--attribute");

    private final Given given;
    private final Vocabulary vocabulary;
    private final ZoneId zone;

    private QuestionOptions(Given given, Vocabulary vocabulary, ZoneId zone) {
        this.given = given;
        this.vocabulary = vocabulary;
        this.zone = zone;
    }

    /** The options of a whole question. */
    static List<ArgSpec> accepted() {
        List<ArgSpec> accepted = new ArrayList<>();
        accepted.add(Option.words(
                "--role", "ROLE", "Who asks: somebody in this role. Given several, each is asked about by itself."));
        accepted.add(
                Option.word("--person", "PERSON", "Or who asks: a person of the register, in each role they hold."));
        accepted.addAll(rest());
        return accepted;
    }

    /** The options of a question in which anything may be left open. */
    static List<ArgSpec> acceptedOpen() {
        List<ArgSpec> accepted = new ArrayList<>();
        accepted.add(Option.word("--role", "ROLE", "Who asks: somebody in this role. Left out: whoever may."));
        accepted.addAll(rest());
        return accepted;
    }

    private static List<ArgSpec> rest() {
        return List.of(
                Option.word("--activity", "ACTIVITY", "What is to be done."),
                Option.word("--level", "LEVEL", "To which level of data."),
                Option.word("--category", "CATEGORY", "For which kind of work. Left out, or `any`: is there any?"),
                Option.word("--route", "ROUTE", "By which way in. Left out, or `any`: is there any?"),
                Option.word("--project", "ID", "For which project of the register."),
                Option.flag("--no-project", "There is no project."),
                Option.word("--kind", "KIND", "Or a project that is described: short for --attribute kind=KIND."),
                Option.word("--status", "STATUS", "Short for --attribute status=STATUS."),
                Option.word("--legacy", "true|false", "Short for --attribute legacy=true or legacy=false."),
                Option.repeated(
                        "--attribute",
                        "NAME=VALUE...",
                        "What is known of the project. What is not said is unknown. Of a set, all its elements: SET=ONE,ANOTHER."),
                Option.words("--permits", "REGISTER", "The project may include the patients of this opt-out register."),
                Option.words("--not-permits", "REGISTER", "The project may not."),
                Option.words(
                        "--ever-permits", "REGISTER", "The project may include them, or could at some time before."),
                Option.words("--not-ever-permits", "REGISTER", "The project never could."),
                Option.repeated(
                        "--fact",
                        "FACT...",
                        "What is true, or FACT=VALUE where it has values. Of a set, all its elements: SET=ONE,ANOTHER."),
                Option.words("--not-fact", "FACT", "What is false. A fact that is not mentioned is unknown."),
                Option.flag(
                        "--closed",
                        "Everything was said: each fact that is not mentioned is false, or what its declaration says, but for those that must be said, which stay unknown."),
                Option.words("--include", "REGISTER", "Ask for data with the patients of this opt-out register."),
                Option.words("--exclude", "REGISTER", "Ask for data without them."),
                Option.word(AskedDay.AT, "WHEN", AskedDay.WHEN));
    }

    /** Reads the question. */
    static Question question(Given given, Policy policy) {
        return question(given, policy.vocabulary(), policy.header().zone());
    }

    /** Reads the question in the words of a vocabulary; days are those of a time zone. */
    static Question question(Given given, Vocabulary vocabulary, ZoneId zone) {
        return new QuestionOptions(given, vocabulary, zone).question();
    }

    /** Reads a question that may also leave the subject, the activity and the level open. */
    static Question openQuestion(Given given, Policy policy) {
        QuestionOptions options =
                new QuestionOptions(given, policy.vocabulary(), policy.header().zone());
        Question.Subject subject = given.word("--role")
                .<Question.Subject>map(Question.Subject.InRole::new)
                .orElseGet(() -> new Question.Subject.InAnyOf(List.of()));
        return options.question(subject, given.word("--activity"), given.word("--level"));
    }

    private Question question() {
        return question(subject(), Optional.of(required("--activity")), given.word("--level"));
    }

    private Question question(Question.Subject subject, Optional<String> activity, Optional<String> level) {
        return new Question(
                subject,
                activity,
                level,
                choice("--category"),
                choice("--route"),
                project(),
                facts(),
                given.flag("--closed"),
                either("--include", OptOutRequest.INCLUDE, "--exclude", OptOutRequest.EXCLUDE),
                given.instantOrDay(AskedDay.AT, zone));
    }

    private Map<String, dev.remit.decide.Given> facts() {
        Map<String, dev.remit.decide.Given> facts = StatedValues.facts(given.words("--fact"), vocabulary);
        for (String word : given.words("--not-fact")) {
            if (facts.put(word, dev.remit.decide.Given.is(false)) != null) {
                throw new UsageError("`--fact` and `--not-fact` both name " + Words.quoted(word), Optional.empty());
            }
        }
        return facts;
    }

    private Question.Subject subject() {
        List<String> roles = given.words("--role");
        Optional<String> person = given.word("--person");
        if (person.isPresent() && !roles.isEmpty()) {
            throw exclusive(List.of("--role", "--person"));
        }
        if (person.isPresent()) {
            return new Question.Subject.Registered(person.get());
        }
        if (roles.isEmpty()) {
            throw new UsageError(
                    "the question does not say who asks", "give `--role` or `--person`, `--activity` and `--level`");
        }
        if (roles.size() > roles.stream().distinct().count()) {
            throw new UsageError("a role stands twice in " + Words.and(roles), Optional.empty());
        }
        return roles.size() == 1 ? new Question.Subject.InRole(roles.get(0)) : new Question.Subject.InAnyOf(roles);
    }

    private String required(String option) {
        return given.word(option)
                .orElseThrow(
                        () -> new UsageError("the question names no " + option.substring(2), "give `" + option + "`"));
    }

    private Question.Choice choice(String option) {
        Optional<String> word = given.word(option);
        boolean saidAny = word.filter(ANY::equals).isPresent();
        return new Question.Choice(saidAny ? Optional.empty() : word, saidAny);
    }

    private ProjectReference project() {
        List<String> said = new ArrayList<>();
        List.of("--project", "--no-project").stream().filter(given::has).forEach(said::add);
        DESCRIBING.stream().filter(given::has).limit(1).forEach(said::add);
        if (said.size() > 1) {
            throw exclusive(said);
        }
        if (given.has("--project")) {
            return new ProjectReference.Registered(required("--project"));
        }
        if (given.flag("--no-project")) {
            return new ProjectReference.None();
        }
        return said.isEmpty() ? new ProjectReference.Unsaid() : new ProjectReference.Described(described());
    }

    private ProjectAttributes described() {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String shorthand : List.of("kind", "status", "legacy")) {
            given.word("--" + shorthand).ifPresent(value -> attributes.put(shorthand, value));
        }
        return new ProjectAttributes(
                StatedValues.attributes(given.words("--attribute"), attributes, vocabulary),
                either("--permits", true, "--not-permits", false),
                either("--ever-permits", true, "--not-ever-permits", false));
    }

    /** The words given with two opposite options, each with the meaning of its option. */
    private <T> Map<String, T> either(String option, T meaning, String opposite, T otherMeaning) {
        Map<String, T> said = new LinkedHashMap<>();
        given.words(option).forEach(word -> said.put(word, meaning));
        for (String word : given.words(opposite)) {
            if (meaning.equals(said.put(word, otherMeaning))) {
                throw new UsageError(
                        "`" + option + "` and `" + opposite + "` both name " + Words.quoted(word), Optional.empty());
            }
        }
        return said;
    }

    private static UsageError exclusive(List<String> options) {
        return new UsageError(Words.and(options) + " exclude each other", "give one of them");
    }
}
