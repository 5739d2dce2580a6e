package dev.remit.load;

import static java.util.Objects.requireNonNull;

import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.grammar.Fields;
import dev.remit.grammar.Grammar;
import dev.remit.grammar.KnownWords;
import dev.remit.grammar.ShapeCheck;
import dev.remit.model.SignOff;
import dev.remit.node.Limits;
import dev.remit.node.YamlReader;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The approval that lies in a bundle beside its policy, in {@code sign-off.yaml}. It is no part of the policy: loading it
 * leaves the file aside, so that a policy answers before and after it is signed.
 *
 * @param signOff what was signed
 * @param policy where the digest of the approved policy stands
 * @param registers where the digest of the approved registers stands
 * @param assurance where the digest of the approved files stands
 * @param edition where the edition stands under which it was approved
 * @param days where the day of each signature stands
 * @param notes where what was signed with a key stands in each signature; if it was not, where the name of who signed does
 */
public record SignOffFile(
        SignOff signOff, Span policy, Span registers, Span assurance, Span edition, List<Span> days, List<Span> notes) {
    static final String NAME = "sign-off.yaml";

    /** Checks that all parts are there, and copies the lists. */
    public SignOffFile {
        requireNonNull(signOff, "signOff");
        requireNonNull(policy, "policy");
        requireNonNull(registers, "registers");
        requireNonNull(assurance, "assurance");
        requireNonNull(edition, "edition");
        days = List.copyOf(days);
        notes = List.copyOf(notes);
    }

    /**
     * Reads the approval of a bundle.
     *
     * @param source where the bundle lies
     * @param files takes the file, if it could be read, so that a rendering can show its lines
     * @return the approval, nothing if there is none, or what is wrong with it
     */
    public static Checked<Optional<SignOffFile>> read(BundleSource source, Consumer<SourceFile> files) {
        Diagnostics diagnostics = new Diagnostics();
        Contents contents = source.read(path -> Wanted.when(path.equals(NAME)), diagnostics);
        if (!contents.members().contains(NAME) && !diagnostics.hasErrors()) {
            return Checked.of(Optional.empty(), diagnostics.sorted());
        }
        Optional<SourceFile> file = Optional.ofNullable(contents.files().get(NAME));
        file.ifPresent(files);
        Optional<SignOffFile> read = file.flatMap(each -> YamlReader.read(each, Limits.USUAL, diagnostics))
                .flatMap(node -> ShapeCheck.check(node, Grammar.signOffFile(), KnownWords.none(), diagnostics))
                .filter(sound -> !diagnostics.hasErrors())
                .flatMap(SignOffFile::of);
        return diagnostics.hasErrors() ? Checked.failed(diagnostics.sorted()) : Checked.of(read, diagnostics.sorted());
    }

    private static Optional<SignOffFile> of(Fields sound) {
        return sound.fields("sign-off").flatMap(fields -> {
            Optional<Fields> approved = fields.fields("approved");
            return approved.map(digests -> new SignOffFile(
                    new SignOff(
                            text(fields, "edition"),
                            digests(approved),
                            digests(fields.fields("before")),
                            text(fields, "difference"),
                            text(fields, "direction"),
                            fields.mappings("signed").stream()
                                    .map(each -> new SignOff.Signature(
                                            text(each, "by"),
                                            each.date("on").orElse(LocalDate.EPOCH),
                                            each.text("reference"),
                                            each.text("note")))
                                    .toList()),
                    span(digests, "policy"),
                    span(digests, "registers"),
                    span(digests, "assurance"),
                    span(fields, "edition"),
                    fields.mappings("signed").stream()
                            .map(each -> span(each, "on"))
                            .toList(),
                    fields.mappings("signed").stream()
                            .map(each -> span(each, each.text("note").isPresent() ? "note" : "by"))
                            .toList()));
        });
    }

    private static SignOff.Digests digests(Optional<Fields> fields) {
        return new SignOff.Digests(
                fields.map(each -> text(each, "policy")).orElse(""),
                fields.map(each -> text(each, "registers")).orElse(""),
                fields.map(each -> text(each, "assurance")).orElse(""));
    }

    private static String text(Fields fields, String key) {
        return fields.text(key).orElse("");
    }

    private static Span span(Fields fields, String key) {
        return fields.scalar(key)
                .map(scalar -> scalar.span())
                .orElseGet(() -> fields.mapping().head());
    }
}
