package dev.remit.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.Remit;
import dev.remit.check.ApprovalVerdict.Bound;
import dev.remit.check.ApprovalVerdict.Why;
import dev.remit.cli.InProcess;
import dev.remit.load.BundleSource;
import dev.remit.signing.KeyName;
import dev.remit.signing.RejectedException;
import dev.remit.signing.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an approval binds, whose signatures on it count, and that neither a name nor a key of one's own makes one count. */
class ApprovalTest {
    private static final String POLICY = """
            remit: 1
            policy: {id: clinic, version: "1", title: A clinic}
            vocabulary:
              roles: {nurse: Nurse, clerk: Clerk}
              activities: {read: Read}
              levels: {1: Records, 2: Letters}
            rules:
              - {id: nurses, permit: nurse, to: read, levels: 1}
              - {id: clerks, permit: clerk, to: read, levels: 2}
            """;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @TempDir
    private Path folder;

    @BeforeEach
    void writesAChangeAndTwoKeys() throws IOException, RejectedException {
        write("old/policy.yaml", POLICY);
        write("new/policy.yaml", POLICY.replace("levels: 1}", "levels: [1, 2]}"));
        SigningKey.generate(KeyName.parse("example.org/lead")).write(folder.resolve("lead"));
        SigningKey.generate(KeyName.parse("example.org/author")).write(folder.resolve("author"));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private InProcess.Result diff(String... options) {
        List<String> arguments = new ArrayList<>(List.of("diff", at("old"), at("new")));
        arguments.addAll(List.of(options));
        return InProcess.run(arguments, "");
    }

    private InProcess.Result check(String... options) {
        List<String> arguments = new ArrayList<>(List.of("check", at("new")));
        arguments.addAll(List.of(options));
        return InProcess.run(arguments, "");
    }

    private void sign(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--sign-off", "Ada \"L\" — é", "--on", "2026-11-22"));
        arguments.addAll(List.of(options));
        InProcess.Result signed = diff(arguments.toArray(String[]::new));
        assertThat(signed.err()).contains("signs off on 2026-11-22");
        write("new/sign-off.yaml", signed.out());
    }

    private ApprovalTerms lead() throws IOException {
        return ApprovalTerms.keys(List.of(ApprovalTerms.readKey(folder.resolve("lead.pub"))));
    }

    private ApprovalVerdict verdict(ApprovalTerms terms) {
        return Approval.read(BundleSource.at(folder.resolve("new")))
                .orThrow()
                .orElseThrow()
                .verdict(
                        Remit.load(folder.resolve("old")).digests(),
                        Remit.load(folder.resolve("new")).digests(),
                        terms,
                        TODAY);
    }

    @Test
    void bindsExactlyOneOldAndOneNewBundleUnderAKey() throws IOException {
        sign("--key", at("lead"), "--reference", "IG\\1");

        ApprovalVerdict signed = verdict(lead());
        write(
                "new/policy.yaml",
                Files.readString(folder.resolve("new/policy.yaml")).replace("A clinic", "The clinic"));
        ApprovalVerdict reworded = verdict(lead());
        write("old/policy.yaml", POLICY.replace("levels: 2}", "levels: 1}"));
        ApprovalVerdict after = verdict(lead());

        assertThat(signed.approves()).isTrue();
        assertThat(signed.approvers()).hasSize(1);
        assertThat(signed.approvers().get(0).by()).isEqualTo("Ada \"L\" — é");
        assertThat(signed.approvers().get(0).key().orElseThrow()).startsWith("example.org/lead+");
        assertThat(signed.reasons()).isEmpty();
        assertThat(reworded.unbound()).containsExactly(Bound.NEW_ASSURANCE);
        assertThat(reworded.approves()).isFalse();
        assertThat(reworded.reasons()).containsExactly("it does not bind the rest of these files");
        assertThat(after.unbound()).containsExactlyInAnyOrder(Bound.OLD_POLICY, Bound.NEW_ASSURANCE);
    }

    @Test
    void countsNoNameWhereAKeyIsAskedFor() throws IOException {
        sign();

        assertThat(verdict(ApprovalTerms.BY_NAME).approves()).isTrue();
        ApprovalVerdict worth = verdict(lead());
        assertThat(worth.binds()).isTrue();
        assertThat(worth.approves()).isFalse();
        assertThat(worth.refused())
                .extracting(ApprovalVerdict.RefusedSignature::why)
                .containsExactly(Why.NAME_ALONE);
        InProcess.Result checked = check("--approver-key", at("lead.pub"));
        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out()).contains("error[unproven-sign-off]", "sign-off.yaml:17:11", "a name alone");
        assertThat(check().code()).isZero();
    }

    @Test
    void countsNoOtherKeyAndNoOtherText() throws IOException {
        sign("--key", at("author"));
        assertThat(verdict(lead()).refused())
                .extracting(ApprovalVerdict.RefusedSignature::why)
                .containsExactly(Why.UNKNOWN_KEY);
        assertThat(check("--approver-key", at("lead.pub")).out()).contains("error[unproven-sign-off]");

        sign("--key", at("lead"));
        String manifest = Files.readString(folder.resolve("new/sign-off.yaml"));
        assertThat(manifest).contains("      note: |\n        Remit sign-off\n        edition \"2\"\n");
        assertThat(check("--approver-key", at("lead.pub")).out())
                .contains("signed off by Ada \"L\" — é on 2026-11-22 with the key example.org/lead+");

        write("new/sign-off.yaml", manifest.replace("      on: 2026-11-22", "      on: 2026-11-23"));
        assertThat(verdict(lead()).refused())
                .extracting(ApprovalVerdict.RefusedSignature::why)
                .containsExactly(Why.ANOTHER_TEXT);
        assertThat(check().out()).as("whoever asks for no keys").contains("error[false-sign-off]");

        write("new/sign-off.yaml", manifest.replace("2026-11-22", "2026-11-23"));
        assertThat(verdict(lead()).refused())
                .as("text and note say the same, and the key signed something else")
                .extracting(ApprovalVerdict.RefusedSignature::why)
                .containsExactly(Why.FALSE_SIGNATURE);
        assertThat(check("--approver-key", at("lead.pub")).out()).contains("error[false-sign-off]");

        write("new/sign-off.yaml", manifest.replaceAll("— example.*\n", "— mark\n"));
        assertThat(verdict(lead()).refused())
                .extracting(ApprovalVerdict.RefusedSignature::why)
                .containsExactly(Why.NO_NOTE);
    }

    @Test
    void holdsAnIndependentApprovalToBeMadeWithAnotherKeyWhateverItsName() throws IOException {
        sign("--key", at("author"));
        String author = ApprovalTerms.readKey(folder.resolve("author.pub"));
        String other = ApprovalTerms.readKey(folder.resolve("lead.pub"));
        // The same key by another name: name and id differ, what signs does not.
        String renamed = renamed(author, "example.org/somebody-else");
        ApprovalTerms anybody = ApprovalTerms.keys(List.of(other, author));

        assertThat(verdict(anybody).approves()).isTrue();
        assertThat(verdict(anybody.independentOf(List.of(author))).refused())
                .extracting(ApprovalVerdict.RefusedSignature::why)
                .containsExactly(Why.NOT_INDEPENDENT);
        assertThat(verdict(anybody.independentOf(List.of(renamed))).approves()).isFalse();
        assertThat(verdict(anybody.independentOf(List.of(other))).approves()).isTrue();
        assertThat(check("--approver-key", at("author.pub"), "--committer-key", at("author.pub"))
                        .out())
                .contains("error[unproven-sign-off]", "has to be independent");
        assertThatThrownBy(() -> ApprovalTerms.BY_NAME.independentOf(List.of(author)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(check("--committer-key", at("author.pub")).err())
                .contains("`--committer-key` goes with `--approver-key`");
    }

    /** The same key by another name; the id of a verifier key is a hash of both. */
    private static String renamed(String key, String name) {
        String encoded = key.substring(key.indexOf('+', key.indexOf('+') + 1) + 1);
        return name + "+" + id(name, encoded) + "+" + encoded;
    }

    private static String id(String name, String encoded) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((name + "\n").getBytes(UTF_8));
            return HexFormat.of().formatHex(sha.digest(Base64.getDecoder().decode(encoded)), 0, 4);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void remindsWhereANameApprovesItsOwnChangeAndSaysThatNamesProveNothing() throws IOException {
        sign();

        InProcess.Result same = check("--committer", "ADA  \"l\" — é");
        InProcess.Result other = check("--committer", "Grace");

        assertThat(same.out()).contains("warning[dependent-sign-off]", "a name proves nothing");
        assertThat(same.code()).isZero();
        assertThat(check("--strict", "--committer", "Ada \"L\" — é").code()).isEqualTo(1);
        assertThat(other.out()).doesNotContain("dependent-sign-off");
        assertThat(diff("--committer", "Ada \"L\" — é").out()).contains("reminder: ");
    }

    @Test
    void letsAccessBecomeWiderIfAKeyThatCountsSignedIt() throws IOException {
        InProcess.Result unsigned = diff("--allow", "signed", "--approver-key", at("lead.pub"));
        sign();
        InProcess.Result named = diff("--allow", "signed", "--approver-key", at("lead.pub"));
        sign("--key", at("lead"));
        InProcess.Result signed = diff("--allow", "signed", "--approver-key", at("lead.pub"));
        InProcess.Result locked = diff("--allow", "signed", "--approver-key", at("lead.pub"), "--locked", "levels 2");

        assertThat(unsigned.code()).isEqualTo(3);
        assertThat(unsigned.out())
                .contains("refused: access is wider, and only narrower is allowed without a sign-off that counts")
                .contains("not signed off: there is no sign-off.yaml");
        assertThat(named.code()).isEqualTo(3);
        assertThat(named.out()).contains("not signed off: the signature of Ada \"L\" — é does not count");
        assertThat(signed.code()).isZero();
        assertThat(signed.out()).contains("signed off by Ada \"L\" — é on 2026-11-22 with the key example.org/lead+");
        assertThat(locked.code()).as("a lock is not opened by a signature").isEqualTo(3);
        assertThat(diff("--allow", "signed").err()).contains("`--allow signed` goes with `--approver-key`");
    }

    @Test
    void saysWhichFileIsNoKey() throws IOException {
        write("no-key", "nothing\n");

        assertThat(diff("--sign-off", "Ada", "--key", at("no-key")).err()).contains("`--key` ");
        assertThat(check("--approver-key", at("no-key")).err()).contains("`--approver-key` names no public key");
        assertThat(check("--approver-key", at("nowhere")).code()).isEqualTo(2);
        assertThat(diff("--key", at("lead")).err()).contains("`--key` goes with `--sign-off`");
    }
}
