package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.analyze.people.HeldPermission;
import dev.remit.diagnostic.Words;
import dev.remit.json.PeopleWriter;
import dev.remit.model.Id;
import dev.remit.model.OptOutRegister;
import dev.remit.report.people.RegisterText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit register permissions}: the projects that may include opted-out patients on a day. */
final class RegisterPermissions implements Verb {
    private static final String REGISTER = "--register";

    @Override
    public String name() {
        return "permissions";
    }

    @Override
    public String summary() {
        return "Lists the projects that hold a permission for opted-out patients on a day.";
    }

    @Override
    public String synopsis() {
        return "register permissions [BUNDLE] [--register REGISTER] [--at WHEN] [--format "
                + String.join("|", RegisterDoor.FORMATS) + "]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.bundle(Bundle.WHERE),
                Option.word(REGISTER, "REGISTER", "For this opt-out register. Left out: for each."),
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
                "The text has the form of the platform's own lists: one project a line, with a comment, below a line",
                "for each opt-out register. The permission of a finished project counts for nothing.",
                "Exit code: 0 listed, 2 misuse or no bundle.",
                "",
                "Example:",
                "  remit register permissions --register national --at 2026-11-22");
    }

    @Override
    public int run(Given given, Streams streams) {
        String format = RegisterDoor.format(given);
        PolicyBundle bundle = Bundle.open(given);
        List<Id.Register> registers = registers(given, bundle);
        AskedDay day = AskedDay.of(given, bundle.policy().header(), streams);
        List<HeldPermission> held = new ArrayList<>();
        registers.forEach(each -> held.addAll(HeldPermission.on(bundle.registers(), each, day.day())));
        RegisterDoor.write(
                format,
                () -> PeopleWriter.permissions(day.at(), day.day(), held),
                () -> RegisterText.permissions("Permissions held " + day.text(), held),
                () -> {
                    List<String> lines = new ArrayList<>();
                    for (Id.Register each : registers) {
                        lines.addAll(RegisterText.list(
                                each,
                                day.text(),
                                held.stream()
                                        .filter(one -> one.register().equals(each))
                                        .toList()));
                    }
                    return lines;
                },
                streams.out());
        return OK;
    }

    private static List<Id.Register> registers(Given given, PolicyBundle bundle) {
        List<Id.Register> declared = bundle.policy().vocabulary().registers().stream()
                .map(OptOutRegister::id)
                .toList();
        return given.word(REGISTER)
                .map(word -> declared.stream()
                        .filter(each -> each.value().equals(word))
                        .findFirst()
                        .map(List::of)
                        .orElseThrow(() -> new UsageError(
                                "opt-out register " + Words.quoted(word) + " is not declared",
                                Words.didYouMean(
                                        word,
                                        declared.stream()
                                                .map(Id.Register::value)
                                                .toList()))))
                .orElse(declared);
    }
}
