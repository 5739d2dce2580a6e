package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.people.PeopleFilter;
import dev.remit.analyze.people.PeopleReview;
import dev.remit.analyze.people.PersonAccess;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.Question;
import dev.remit.decide.Question.ProjectReference;
import dev.remit.diagnostic.Words;
import dev.remit.json.PeopleWriter;
import dev.remit.model.Element;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Person;
import dev.remit.model.Project;
import dev.remit.report.people.AccessWords;
import dev.remit.report.people.PeopleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers {@code remit who --person} and {@code --people}: what people of the register may do on a day. */
final class WhoPeople {
    static final String PERSON = "--person";
    static final String PEOPLE = "--people";
    private static final String OF = "--of";

    private final Given given;
    private final PolicyBundle bundle;
    private final Streams streams;

    WhoPeople(Given given, PolicyBundle bundle, Streams streams) {
        this.given = given;
        this.bundle = bundle;
        this.streams = streams;
    }

    int run(String format) {
        List<String> said = new ArrayList<>();
        List.of(OF, PERSON, PEOPLE).stream().filter(given::has).forEach(said::add);
        if (said.size() > 1) {
            throw new UsageError(Words.and(said) + " exclude each other", Optional.empty());
        }
        Optional<Person> person = given.word(PERSON).map(this::registered);
        Question question = question();
        AskedDay day = AskedDay.of(question, bundle.policy().header(), streams);
        PeopleFilter filter;
        try {
            filter = filter(question, bundle);
        } catch (InvalidQuestionException invalid) {
            return Who.refuse(invalid, format, streams);
        }
        PeopleReview review = PeopleReview.of(bundle.decisionPoint(), bundle.registers());
        List<PersonAccess> people = Fitting.in(
                bundle,
                () -> person.map(each -> review.person(each.id(), filter, day.day()).stream()
                                .toList())
                        .orElseGet(() -> review.people(filter, day.day())));
        write(format, day, person, people);
        return Verb.OK;
    }

    private void write(String format, AskedDay day, Optional<Person> person, List<PersonAccess> people) {
        PeopleText text = PeopleText.of(AccessWords.of(
                Option.words(given, bundle.policy().vocabulary()),
                bundle.policy().vocabulary()));
        String whose = person.map(each -> "What " + each.id() + " may do ").orElse("Who may do this ");
        switch (format) {
            case "json" -> streams.out().line(PeopleWriter.people(day.at(), day.day(), people));
            case "csv" ->
                streams.out().line(text.listing(whose + day.text(), people).csv());
            case "markdown" ->
                streams.out().line(text.listing(whose + day.text(), people).markdown());
            default -> {
                if (person.isPresent()) {
                    streams.out()
                            .say(PeopleText.called(
                                            person.get().id(), person.get().name()) + " " + day.text());
                    people.forEach(each ->
                            streams.out().say(String.join("\n", text.person(person.get(), each, day.day()))));
                } else {
                    int all = bundle.registers().people().size();
                    streams.out().say(people.size() + " of " + all + " people " + day.text());
                    boolean isOne = given.has("--activity")
                            && (given.has("--level")
                                    || bundle.decisionPoint().space().level().size() == 1);
                    if (!people.isEmpty()) {
                        streams.out().say(String.join("\n", text.people(people, isOne)));
                    }
                }
            }
        }
    }

    /** The question of the options; facts that the register of people answers for cannot be given for everybody. */
    private Question question() {
        Question open = QuestionOptions.openQuestion(given, bundle.policy());
        for (Fact each : bundle.policy().vocabulary().facts()) {
            String name = Element.owner(each.id().value());
            if (each.isRegistered() && open.facts().containsKey(name)) {
                throw new UsageError(
                        "expected facts that only a caller knows, found " + Words.quoted(name),
                        "the register of people says for whom it is true; leave it out");
            }
        }
        return open;
    }

    private Person registered(String person) {
        return Optional.ofNullable(bundle.registers().people().get(new Id.Person(person)))
                .orElseThrow(() -> new UsageError(
                        "person " + Words.quoted(person) + " is not in the register",
                        Words.didYouMean(
                                person,
                                bundle.registers().people().keySet().stream()
                                        .map(Id.Person::value)
                                        .toList())));
    }

    /** What a question asks about, with the projects it is about. */
    static PeopleFilter filter(Question question, PolicyBundle bundle) {
        PeopleFilter filter = PeopleFilter.of(bundle.decisionPoint().assignment(question));
        if (question.project() instanceof ProjectReference.Registered named) {
            return filter.on(project(named.id(), bundle));
        }
        return question.project() instanceof ProjectReference.None ? filter.withoutProject() : filter;
    }

    /** The id of a project that is in the register under some name. */
    static Id.Project project(String name, PolicyBundle bundle) {
        return bundle.registers().projects().values().stream()
                .filter(each -> each.names().contains(new Id.Project(name)))
                .map(Project::id)
                .findFirst()
                .orElseThrow(() -> new UsageError(
                        "project " + Words.quoted(name) + " is not in the register",
                        Words.didYouMean(
                                name,
                                bundle.registers().projectsByName().keySet().stream()
                                        .map(Id.Project::value)
                                        .toList())));
    }
}
