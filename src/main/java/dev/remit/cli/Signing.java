package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.check.BundleDiff;
import dev.remit.diagnostic.Words;
import dev.remit.model.CanonicalForm;
import dev.remit.model.SignOff;
import dev.remit.signing.RejectedException;
import dev.remit.signing.SignedNote;
import dev.remit.signing.SigningKey;
import dev.remit.writing.Visible;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;

/**
 * Writes the sign-off of a difference: who approves it, with the digests of the old bundle, the new bundle and the
 * reported difference.
 *
 * @param by the person who signs
 * @param reference a reference to the record of the decision, if there is one
 * @param on the day; if absent, today in the time zone of the policy
 * @param key the key to sign with, if there is one
 * @param clock gives the present time
 */
record Signing(
        String by, Optional<String> reference, Optional<LocalDate> on, Optional<SigningKey> key, InstantSource clock) {
    static final String SIGN_OFF = "--sign-off";

    private static final String KEY = "--key";
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
                Option.word(ON, "DATE", "The day of the approval, such as 2026-11-22. Left out: today."),
                Option.file(KEY, "A private key of `remit keys new`, with which the approval is signed."));
    }

    /** Reads the options of signing, if they were given. */
    static Optional<Signing> of(Given given, InstantSource clock) {
        Optional<String> name = given.word(SIGN_OFF);
        if (name.isEmpty()) {
            for (String option : List.of(REFERENCE, ON, KEY)) {
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
                plain(name.get()),
                given.word(REFERENCE).map(Signing::plain),
                given.word(ON).map(Signing::day),
                given.path(KEY).map(Signing::key),
                clock));
    }

    private static SigningKey key(Path file) {
        try {
            return SigningKey.read(file);
        } catch (RejectedException noKey) {
            throw new UsageError(
                    "`" + KEY + "` names no key: " + Words.visible(String.valueOf(noKey.getMessage())),
                    "`remit keys new --out FILE --name NAME` makes one");
        } catch (IOException unreadable) {
            throw UsageError.unreadable(file, unreadable);
        }
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
    String manifest(BundleDiff diff) {
        SignOff.Digests was = diff.before().digests();
        SignOff.Digests is = diff.after().digests();
        SignOff.Signature signature = new SignOff.Signature(by, day(diff.after()), reference, Optional.empty());
        SignOff signOff = new SignOff(
                String.valueOf(CanonicalForm.EDITION),
                is,
                was,
                diff.digest(),
                diff.report().direction().name().toLowerCase(Locale.ROOT),
                List.of(signature));
        String item = "    - by: " + quoted(by) + "\n      on: " + signature.on()
                + reference.map(text -> "\n      reference: " + quoted(text)).orElse("")
                + key.map(secret -> "\n      note: |\n" + note(signOff.statement(signature), secret))
                        .orElse("");
        return String.join(
                "\n",
                "remit: 1",
                "",
                "# Approves what the policy and its registers mean, and all else that the files of the bundle say. Any"
                        + " change but of layout, order and comments voids it.",
                "sign-off:",
                "  edition: " + signOff.edition(),
                "  approved:",
                digests(is),
                "  before:",
                digests(was),
                "  difference: \"" + signOff.difference() + "\"",
                "  direction: " + signOff.direction(),
                "  signed:",
                item);
    }

    /** The signed note, each line of it indented as part of a text of several lines. */
    private static String note(String statement, SigningKey key) {
        return SignedNote.sign(statement, key)
                .toString()
                .lines()
                .map(line -> line.isEmpty() ? "" : "        " + line)
                .collect(Collectors.joining("\n"));
    }

    private static String digests(SignOff.Digests digests) {
        return String.join(
                "\n",
                "    policy: \"" + digests.policy() + "\"",
                "    registers: \"" + digests.registers() + "\"",
                "    assurance: \"" + digests.assurance() + "\"");
    }

    /** A text as it can stand in the file, on one line. */
    private static String plain(String text) {
        return Visible.onPage(BLANKS.matcher(text.strip()).replaceAll(" "));
    }

    private static String quoted(String plain) {
        return "\"" + plain.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
