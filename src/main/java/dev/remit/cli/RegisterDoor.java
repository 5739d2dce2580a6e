package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.decide.InvalidQuestionException;
import dev.remit.decide.Question;
import dev.remit.report.people.AccessWords;
import dev.remit.report.people.Listing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.ArgSpec;

/** What the verbs about registers share. */
final class RegisterDoor {
    static final List<String> FORMATS = List.of("text", "markdown", "csv", "json");
    static final String UNTIL = "--until";
    static final String SINCE = "--since";

    private RegisterDoor() {}

    /** The option for the format. */
    static ArgSpec format() {
        return Option.word(
                Option.FORMAT,
                String.join("|", FORMATS),
                "For people, pages, spreadsheets or programs; text unless said otherwise.");
    }

    /** The format that was asked for. */
    static String format(Given given) {
        return Given.oneOf(Option.FORMAT, given.word(Option.FORMAT).orElse("text"), FORMATS);
    }

    /** The words for what is permitted. */
    static AccessWords words(Given given, PolicyBundle bundle) {
        return AccessWords.of(
                Option.words(given, bundle.policy().vocabulary()),
                bundle.policy().vocabulary());
    }

    /** Writes one result in the format that was asked for. */
    static void write(
            String format, Supplier<String> json, Supplier<Listing> listing, Supplier<List<String>> text, Output out) {
        switch (format) {
            case "json" -> out.line(json.get());
            case "csv" -> out.line(listing.get().csv());
            case "markdown" -> out.line(listing.get().markdown());
            default -> text.get().forEach(out::say);
        }
    }

    /** The same question, whatever the project. */
    static Question anyProject(Question question) {
        return new Question(
                question.subject(),
                question.activity(),
                question.level(),
                question.category(),
                question.route(),
                new Question.ProjectReference.Unsaid(),
                question.facts(),
                question.isClosed(),
                question.optOuts(),
                question.at());
    }

    /** Today in the policy's time zone. */
    static LocalDate today(PolicyBundle bundle, Streams streams) {
        return LocalDate.ofInstant(
                streams.clock().instant(), bundle.policy().header().zone());
    }

    /** Checks that days are in order. */
    static void ordered(String first, LocalDate from, String second, LocalDate until) {
        if (until.isBefore(from)) {
            throw new UsageError(
                    "expected the day of `" + second + "` not to come before that of `" + first + "`, found " + until
                            + " and " + from,
                    Optional.empty());
        }
    }

    /** Runs work on a question, and reports its errors as {@code remit ask} does. */
    static int asking(String format, Streams streams, Runnable work) {
        try {
            work.run();
            return Verb.OK;
        } catch (InvalidQuestionException invalid) {
            return Who.refuse(invalid, format, streams);
        }
    }
}
