package dev.remit.cli;

import static java.util.Objects.requireNonNull;

import dev.remit.decide.Question;
import dev.remit.diagnostic.Words;
import dev.remit.model.Header;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When something is asked about.
 *
 * @param at the instant
 * @param day the day it falls on in the policy's time zone
 */
record AskedDay(Instant at, LocalDate day) {
    static final String AT = "--at";
    /** The help of the option. */
    static final String WHEN =
            "When: a day such as 2026-11-22, from its first second in the policy's time zone, or an instant such as"
                    + " 2026-11-22T10:00:00Z. Left out: now.";

    AskedDay {
        requireNonNull(at, "at");
        requireNonNull(day, "day");
    }

    /** Reads the option; the present if it was not given. */
    static AskedDay of(Given given, Header header, Streams streams) {
        Instant at = given.instantOrDay(AT, header.zone())
                .orElseGet(() -> streams.clock().instant());
        return new AskedDay(at, LocalDate.ofInstant(at, header.zone()));
    }

    /** The day of a question; the present if it states none. */
    static AskedDay of(Question question, Header header, Streams streams) {
        Instant at = question.at().orElseGet(() -> streams.clock().instant());
        return new AskedDay(at, LocalDate.ofInstant(at, header.zone()));
    }

    /** Writes beside an answer in words which instant a day became; answers for programs carry the instant. */
    static void echo(Given given, Header header, Given.Format format, Streams streams) {
        Optional<String> day = given.word(AT).filter(word -> !word.contains("T"));
        if (format == Given.Format.TEXT && day.isPresent()) {
            given.instantOrDay(AT, header.zone())
                    .ifPresent(at -> streams.err()
                            .println("note: asked about " + Words.whole(day.get()) + " at " + at
                                    + ", its first second in " + header.zone()));
        }
    }

    /** Both, for the heading of a list. */
    String text() {
        return "on " + day + " (" + at + ")";
    }
}
