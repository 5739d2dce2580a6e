package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.people.RegisterEvent;
import dev.remit.diagnostic.Words;
import dev.remit.json.PeopleWriter;
import dev.remit.model.Period;
import dev.remit.report.people.RegisterText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit register ending}: what ends within some days. */
final class RegisterEnding implements Verb {
    private static final String WITHIN = "--within";
    private static final Pattern DAYS = Pattern.compile("[0-9]{1,5}");

    @Override
    public String name() {
        return "ending";
    }

    @Override
    public String summary() {
        return "Lists the roles, facts, permissions and projects whose last day is within some days.";
    }

    @Override
    public String synopsis() {
        return "register ending [BUNDLE] --within DAYS [--at WHEN] [--format " + String.join("|", RegisterDoor.FORMATS)
                + "]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle(Bundle.WHERE),
                Option.word(WITHIN, "DAYS", "How many days ahead; 0 is the day itself."),
                Option.word(AskedDay.AT, "WHEN", AskedDay.WHEN),
                RegisterDoor.format());
    }

    @Override
    public PackUse packs() {
        return PackUse.COMPILED;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "What goes on the day after by another entry does not end. A permission ends with its project.",
                "Exit code: 0 listed, 2 misuse or no bundle.",
                "",
                "Example:",
                "  remit register ending --within 60 --at 2026-11-22");
    }

    @Override
    public int run(Given given, Streams streams) {
        String format = RegisterDoor.format(given);
        int within = within(given);
        PolicyBundle bundle = Bundle.open(given);
        AskedDay day = AskedDay.of(given, bundle.policy().header(), streams);
        Period next = Period.between(day.day().plusDays(1), day.day().plusDays(within + 1L));
        List<RegisterEvent> ends = RegisterEvent.within(bundle.registers(), next).stream()
                .filter(RegisterEvent::isEnd)
                .toList();
        RegisterDoor.write(
                format,
                () -> PeopleWriter.ending(day.at(), day.day(), within, ends),
                () -> RegisterText.endingListing(
                        "What ends within " + Words.count(within, "day", "days") + " " + day.text(), ends),
                () -> {
                    List<String> lines = new ArrayList<>();
                    lines.add((ends.isEmpty() ? "nothing ends" : "what ends") + " within "
                            + Words.count(within, "day", "days") + ", " + day.text());
                    lines.addAll(RegisterText.ending(ends, day.day()));
                    return lines;
                },
                streams.out());
        return OK;
    }

    private static int within(Given given) {
        String word = given.word(WITHIN)
                .orElseThrow(() -> new UsageError("the question names no number of days", "give `" + WITHIN + "`"));
        if (!DAYS.matcher(word).matches()) {
            throw new UsageError(
                    "expected `" + WITHIN + "` to be a number of days, found " + Words.quoted(word),
                    "write it like `30`");
        }
        return Integer.parseInt(word);
    }
}
