package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.diff.DiffReport;
import dev.remit.diagnostic.Words;
import dev.remit.json.DiffWriter;
import dev.remit.model.CanonicalForm;
import dev.remit.model.SignOff;
import dev.remit.writing.Visible;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.ArgSpec;

/**
 * Writes the sign-off of a difference: who approves it, with the digests of the old bundle, the new bundle and the
 * reported difference.
 *
 * @param by the person who signs
 * @param reference a reference to the record of the decision, if there is one
 * @param on the day; if absent, today in the time zone of the policy
 * @param clock gives the present time
 */
record Signing(String by, Optional<String> reference, Optional<LocalDate> on, InstantSource clock) {
    static final String SIGN_OFF = "--sign-off";

    private static final String REFERENCE = "--reference";
    private static final String ON = "--on";
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static List<ArgSpec> options() {
        return List.of(
                Option.word(
                        SIGN_OFF,
                        "NAME",
                        "Writes the bundle's file sign-off.yaml, by which NAME approves this difference, instead of"
                                + " telling it."),
                Option.word(REFERENCE, "TEXT", "Where the approval is on record."),
                Option.word(ON, "DATE", "The day of the approval, such as 2026-11-22. Left out: today."));
    }

    /** Reads the options of signing, if they were given. */
    static Optional<Signing> of(Given given, InstantSource clock) {
        Optional<String> name = given.word(SIGN_OFF);
        if (name.isEmpty()) {
            for (String option : List.of(REFERENCE, ON)) {
                if (given.has(option)) {
                    throw new UsageError("`" + option + "` goes with `" + SIGN_OFF + "`", Optional.empty());
                }
            }
            return Optional.empty();
        }
        if (name.get().isBlank()) {
            throw new UsageError("`" + SIGN_OFF + "` needs a name", Optional.empty());
        }
        return Optional.of(new Signing(
                name.get().strip(), given.word(REFERENCE), given.word(ON).map(Signing::day), clock));
    }

    private static LocalDate day(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeParseException noDay) {
            throw new UsageError(
                    "expected `" + ON + "` to be a day, found " + Words.quoted(word), "write it like `2026-11-22`");
        }
    }

    /** The day of the approval, which must not be in the future in the time zone of the policy. */
    LocalDate day(PolicyBundle after) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), after.policy().header().zone());
        LocalDate day = on.orElse(today);
        if (day.isAfter(today)) {
            throw new UsageError(
                    "expected `" + ON + "` to be a day up to today, `" + today + "`, found `" + day + "`",
                    "sign on the day of the approval");
        }
        return day;
    }

    /** The content of the file, without a line end at its end. */
    String manifest(DiffReport report, PolicyBundle before, PolicyBundle after) {
        SignOff.Digests was = Diff.digests(before);
        SignOff.Digests is = Diff.digests(after);
        String signature = "    - by: " + quoted(by) + "\n      on: " + day(after)
                + reference.map(text -> "\n      reference: " + quoted(text)).orElse("");
        return String.join(
                "\n",
                "remit: 1",
                "",
                "# Approves what the policy and its registers mean, and all else that the files of the bundle say. Any"
                        + " change but of layout, order and comments voids it.",
                "sign-off:",
                "  edition: " + CanonicalForm.EDITION,
                "  approved:",
                digests(is),
                "  before:",
                digests(was),
                "  difference: \"" + DiffWriter.of(after.policy().vocabulary()).digest(report) + "\"",
                "  direction: " + report.direction().name().toLowerCase(Locale.ROOT),
                "  signed:",
                signature);
    }

    private static String digests(SignOff.Digests digests) {
        return String.join(
                "\n",
                "    policy: \"" + digests.policy() + "\"",
                "    registers: \"" + digests.registers() + "\"",
                "    assurance: \"" + digests.assurance() + "\"");
    }

    private static String quoted(String text) {
        String plain = Visible.onPage(BLANKS.matcher(text.strip()).replaceAll(" "));
        return "\"" + plain.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
