package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.access.AccessReview;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.diagnostic.Words;
import dev.remit.json.AnalysisWriter;
import dev.remit.json.Reply;
import dev.remit.json.ReplyWriter;
import dev.remit.model.Assignment;
import dev.remit.model.Element;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.report.people.Listing;
import dev.remit.report.words.RegionWords;
import dev.remit.writing.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit who}: lists for whom, or what, the rest of a question is permitted, and on which conditions. */
final class Who implements Verb {
    private static final String ASKED = "--of";
    private static final String ATTRIBUTE = "project.";

    @Override
    public String name() {
        return "who";
    }

    @Override
    public String summary() {
        return "Lists for which roles, people or anything else the rest of a question is permitted, and when.";
    }

    @Override
    public String synopsis() {
        return "who [BUNDLE] [--of DIMENSION | --person PERSON | --people] [--role ROLE] [--activity ACTIVITY] [--level LEVEL] "
                + QuestionOptions.SYNOPSIS + " [--titles | --ids] [--format " + String.join("|", RegisterDoor.FORMATS)
                + "]";
    }

    @Override
    public List<ArgSpec> accepts() {
        List<ArgSpec> accepts = new ArrayList<>();
        accepts.add(Option.bundle(Bundle.WHERE));
        accepts.add(
                Option.word(
                        ASKED,
                        "DIMENSION",
                        "What is asked for: role, activity, level, category, route, an attribute of projects such as kind, a"
                                + " fact, or anything else a question can say; of a set, the elements it must have. Left out: role."));
        accepts.add(Option.word(
                WhoPeople.PERSON,
                "PERSON",
                "What a person of the register may do: in each role held that day, for each project and without one."));
        accepts.add(Option.flag(
                WhoPeople.PEOPLE,
                "The people of the register for whom the rest is permitted that day, with what they must still show."));
        accepts.addAll(QuestionOptions.acceptedOpen());
        accepts.add(Option.titles());
        accepts.add(Option.usualIds());
        accepts.add(RegisterDoor.format());
        return accepts;
    }

    @Override
    public PackUse packs() {
        return PackUse.COMPILED;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Anything may be left open, role, activity and level too. Each line under a value is enough by itself.",
                "States that cannot be are left out. With --person and --people, roles and facts are those that the",
                "registers have that day, and what is named is what has to be chosen and shown besides.",
                "Exit code: 0 listed, 2 misuse or no bundle.",
                "",
                "Example:",
                "  remit who --of kind --role researcher --activity run-pipeline --titles");
    }

    @Override
    public int run(Given given, Streams streams) {
        String format = RegisterDoor.format(given);
        PolicyBundle bundle = Bundle.open(given);
        if (given.has(WhoPeople.PERSON) || given.flag(WhoPeople.PEOPLE)) {
            return new WhoPeople(given, bundle, streams).run(format);
        }
        AccessReview access = Fitting.in(bundle, () -> AccessReview.of(bundle.decisionPoint()));
        List<Variable> variables = variables(given.word(ASKED).orElse("role"), access.space());
        Variable variable = variables.get(0);
        boolean isSet = variable.element().isPresent();
        Assignment asked;
        try {
            asked = bundle.decisionPoint().assignment(QuestionOptions.openQuestion(given, bundle.policy()));
        } catch (InvalidQuestionException invalid) {
            return refuse(invalid, format, streams);
        }
        Optional<Variable> said = variables.stream()
                .filter(each -> each.kind() != Variable.Kind.WISH && !asked.isOpen(each))
                .findFirst();
        if (said.isPresent()) {
            throw new UsageError(
                    "expected " + Words.quoted(variable.owner()) + " to be left open, found "
                            + Words.quoted(value(said.get(), asked)),
                    "it is what is asked for: leave out what settles it, or ask for something else with `" + ASKED
                            + "`");
        }
        List<AccessReview.Allowed> allowed =
                Fitting.in(bundle, () -> isSet ? ofSet(access, asked, variables) : access.who(asked, variable));
        RegionWords words = Option.words(given, bundle.policy().vocabulary());
        switch (format) {
            case "json" ->
                streams.out()
                        .line(AnalysisWriter.of(bundle.policy().vocabulary()).allowed(variable.owner(), allowed));
            case "csv" -> streams.out().line(listing(variable, allowed, words).csv());
            case "markdown" ->
                streams.out().line(listing(variable, allowed, words).markdown());
            default -> {
                AskedDay.echo(given, bundle.policy().header(), Given.Format.TEXT, streams);
                text(variable, allowed, words, streams);
            }
        }
        return OK;
    }

    private static void text(
            Variable variable, List<AccessReview.Allowed> allowed, RegionWords words, Streams streams) {
        if (allowed.isEmpty()) {
            streams.out().say("never permitted");
        }
        for (AccessReview.Allowed each : allowed) {
            streams.out().say(Visible.line(shown(variable, each.value(), words)));
            words.phrases(each.when()).forEach(phrase -> streams.out().say("  - " + Visible.line(phrase)));
        }
    }

    private static Listing listing(Variable variable, List<AccessReview.Allowed> allowed, RegionWords words) {
        List<List<String>> rows = new ArrayList<>();
        for (AccessReview.Allowed each : allowed) {
            words.phrases(each.when())
                    .forEach(phrase -> rows.add(List.of(shown(variable, each.value(), words), phrase)));
        }
        return new Listing(
                "For which " + variable.owner() + " this is permitted", List.of(variable.owner(), "when"), rows);
    }

    /** A value for people; of a set, the element that it has. */
    private static String shown(Variable variable, String value, RegionWords words) {
        return variable.element().isPresent() ? "has " + value : words.value(variable, value);
    }

    /** The elements of a set, if it has them, with which the rest is permitted. */
    private static List<AccessReview.Allowed> ofSet(AccessReview access, Assignment asked, List<Variable> elements) {
        List<AccessReview.Allowed> allowed = new ArrayList<>();
        for (Variable each : elements) {
            String element = each.element().orElseThrow().value();
            access.who(asked, each).stream()
                    .filter(found -> found.value().equals("true"))
                    .map(found -> new AccessReview.Allowed(element, found.when()))
                    .forEach(allowed::add);
        }
        return allowed;
    }

    private static String value(Variable variable, Assignment asked) {
        return variable.element()
                .map(element -> new Element(variable.owner(), element.value()).phrase(asked.isTrue(variable)))
                .orElseGet(() -> asked.word(variable));
    }

    /** Finds a dimension by its name in answers, or a project attribute by its id; a set is all of its elements. */
    private static List<Variable> variables(String dimension, Space space) {
        for (String name : List.of(dimension, ATTRIBUTE + dimension)) {
            List<Variable> found = space.variables().stream()
                    .filter(each -> each.owner().equals(name) || each.name().equals(name))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        List<String> known = space.variables().stream()
                .map(Variable::owner)
                .distinct()
                .map(each -> each.startsWith(ATTRIBUTE) ? each.substring(ATTRIBUTE.length()) : each)
                .toList();
        throw new UsageError(
                "the policy has no " + Words.quoted(dimension) + " to ask for",
                Words.didYouMean(dimension, known).or(() -> Optional.of("known: " + String.join(", ", known))));
    }

    /** Reports the errors of the question as {@code remit ask} does. */
    static int refuse(InvalidQuestionException invalid, String format, Streams streams) {
        Reply.Refused refused = Reply.Refused.of(Optional.empty(), invalid);
        if (format.equals("json")) {
            streams.out().line(ReplyWriter.write(refused));
        } else {
            streams.err().println(ReplyText.errors(refused));
        }
        return MISUSE;
    }
}
