package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What `remit diff` tells, lets through and signs, over folders and over revisions of git. */
class DiffTest {
    private static final String POLICY = """
            remit: 1
            policy: {id: clinic, version: "1", title: A clinic}
            vocabulary:
              roles: {nurse: Nurse, clerk: Clerk}
              activities: {read: Read, write: Write}
              levels: {1: Records, 2: Letters, 3: Bills}
              obligations: {log: It is logged}
              project: {status: [not-approved, active, finished, none]}
              opt-outs:
                type-1: {title: Type 1 opt-out, list: those who said no, keep: absent, if-list-missing: stop}
              routes: {desk: {title: The desk, opt-outs: {type-1: filtered}}}
            rules:
              - {id: nurses, permit: nurse, to: any, levels: [1, 2], when: {project.status: active}, opt-outs: {type-1: if-project-permitted}, obligations: log}
              - {id: clerks, permit: clerk, to: read, levels: 3, opt-outs: {type-1: never}}
            """;
    private static final String PROJECTS = """
            remit: 1
            projects:
              7: {title: Seven, status: active, from: 2026-01-01}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writesTwoBundlesThatAreTheSame() throws IOException {
        write("old/policy.yaml", POLICY);
        write("old/projects.yaml", PROJECTS);
        write("new/policy.yaml", POLICY);
        write("new/projects.yaml", PROJECTS);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void edit(String name, String before, String after) throws IOException {
        String text = Files.readString(folder.resolve(name));
        assertThat(text).contains(before);
        write(name, text.replace(before, after));
    }

    private InProcess.Result diff(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "diff", folder.resolve("old").toString(), folder.resolve("new").toString()));
        arguments.addAll(List.of(options));
        return InProcess.run(arguments, "");
    }

    @Test
    void findsNoDifferenceAfterReformatting() throws IOException {
        edit(
                "new/policy.yaml",
                "levels: [1, 2], when: {project.status: active}",
                "when: {all: [{project.status: [active]}]}, levels: [2, 1]");
        edit("new/policy.yaml", "policy:", "# A comment.\npolicy:");

        InProcess.Result result = diff();

        assertThat(result.out()).isEqualTo("no difference\n");
        assertThat(result.code()).isZero();
    }

    @Test
    void tellsWhatIsGainedInTheWordsOfTheVocabulary() throws IOException {
        edit("new/policy.yaml", "to: read, levels: 3", "to: read, levels: [2, 3]");

        InProcess.Result result = diff();

        assertThat(result.out())
                .contains("GAINED: A clerk may now read, on level 2 (letters), if this holds:")
                .contains("  - Data that includes patients with “Type 1 opt-out” is not asked for")
                .contains("because of rules.clerks.levels (edited, ")
                .contains("Nobody loses anything")
                .endsWith("access is wider\n");
        assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void asksAgainWithTheAnswerItTells() throws IOException {
        edit("new/policy.yaml", "to: read, levels: 3", "to: read, levels: [2, 3]");

        String line = diff().out()
                .lines()
                .filter(each -> each.contains("remit ask"))
                .findFirst()
                .orElseThrow();
        List<String> arguments = List.of(line.substring(line.indexOf("ask")).split(" ", -1));

        assertThat(InProcess.run(arguments, "").out()).startsWith("PERMITTED");
    }

    @Test
    void tellsThatADutyIsDropped() throws IOException {
        edit("new/policy.yaml", ", obligations: log}", "}");

        assertThat(diff("--brief").out())
                .contains("CHANGED, wider: A nurse may, as before, ")
                .contains("without the duty “It is logged”");
        assertThat(diff("--allow", "narrower").code()).isEqualTo(3);
    }

    @Test
    void tellsWhatAPermissionGivesFromTheDayItIsGiven() throws IOException {
        edit(
                "new/projects.yaml",
                "from: 2026-01-01}",
                "from: 2026-01-01, permissions: {type-1: {granted-by: Ada, granted-on: 2026-12-01, reference: R1}}}");

        InProcess.Result result = diff();

        assertThat(result.out())
                .contains("PROJECT, wider: Project 7 (Seven)")
                .contains("  - permission type-1: granted by Ada, reference R1, from 2026-12-01")
                .contains("CHANGED: For project 7, from 1 December 2026: a nurse may, as before, ")
                .contains("now patients with “Type 1 opt-out” are included, and were left out by software")
                .contains("GAINED: For project 7, from 1 December 2026: a nurse may now ")
                .doesNotContain("2026-01");
        assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void countsAPermissionAsWiderEvenIfNoRuleAsksForIt() throws IOException {
        for (String bundle : List.of("old", "new")) {
            edit(bundle + "/policy.yaml", "opt-outs: {type-1: if-project-permitted}", "opt-outs: {type-1: never}");
        }
        edit(
                "new/projects.yaml",
                "from: 2026-01-01}",
                "from: 2026-01-01, permissions: {type-1: {granted-by: Ada, granted-on: 2026-12-01, reference: R1}}}");

        InProcess.Result result = diff();

        assertThat(result.out()).contains("nobody may do more or less because of it");
        assertThat(result.code()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "narrower, levels 1-2, 3",
        "any, levels 1-2, 3",
        "any, levels 1, 0",
        "any, levels 2 and roles nurse, 0",
        "any, 'levels 2,3 and roles clerk', 3",
        "any, activities write, 0",
        "any, permissions type-1, 0",
        "narrower, levels 1, 3"
    })
    void refusesWhatIsLocked(String allow, String lock, int code) throws IOException {
        edit("new/policy.yaml", "to: read, levels: 3", "to: read, levels: [2, 3]");

        InProcess.Result result = diff("--allow", allow, "--locked", lock);

        assertThat(result.code()).isEqualTo(code);
        assertThat(result.out().contains("refused: ")).isEqualTo(code != 0);
    }

    @Test
    void locksTheMembersOfANamedSet() throws IOException {
        edit("new/policy.yaml", "to: read, levels: 3", "to: read, levels: [2, 3]");
        edit("new/policy.yaml", "rules:\n", "sets: {levels: {lower: [2, 3], first: 1}}\nrules:\n");

        assertThat(diff("--allow", "any", "--locked", "levels lower").code()).isEqualTo(3);
        assertThat(diff("--allow", "any", "--locked", "levels first").code()).isZero();
        assertThat(diff("--allow", "any", "--locked", "levels frist").err()).contains("did you mean `first`?");
    }

    @Test
    void refusesANarrowingOfWhatIsLockedWithTheCodeOfANarrowing() throws IOException {
        edit("new/policy.yaml", "levels: [1, 2]", "levels: 2");

        assertThat(diff("--allow", "narrower").code()).isZero();
        assertThat(diff("--allow", "narrower", "--locked", "levels 2-3").code()).isZero();
        assertThat(diff("--allow", "narrower", "--locked", "levels 1").code()).isEqualTo(1);
        assertThat(diff().code()).isEqualTo(1);
    }

    @Test
    void refusesAnEditOfALockedPermission() throws IOException {
        edit(
                "new/projects.yaml",
                "from: 2026-01-01}",
                "from: 2026-01-01, permissions: {type-1: {granted-by: Ada, granted-on: 2026-12-01, reference: R1}}}");

        assertThat(diff("--allow", "any", "--locked", "permissions type-1").code())
                .isEqualTo(3);
        assertThat(diff("--allow", "any", "--locked", "projects 7").code()).isEqualTo(3);
        assertThat(diff("--allow", "any", "--locked", "levels 1").code()).isEqualTo(3);
        assertThat(diff("--allow", "any", "--locked", "levels 3").code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"levles 1", "levels 9", "levels 2-1", "1-2", ""})
    void callsALockItCannotReadMisuse(String lock) {
        InProcess.Result result = diff("--locked", lock);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--locked").contains("= help: ");
    }

    @Test
    void tellsADefinitionThatQuestionsDoNotShow() throws IOException {
        edit("new/policy.yaml", "list: those who said no", "list: those who said yes");

        InProcess.Result result = diff();

        assertThat(result.out())
                .contains("EDITED: vocabulary.opt-outs.type-1 means something else")
                .contains("those who said yes");
        assertThat(result.code()).isEqualTo(3);
    }

    private void lists(String bundle, String projects) throws IOException {
        edit(
                bundle + "/policy.yaml",
                "project: {status",
                "project: {old: {values: boolean, true-only-for: [" + projects + "]}, status");
        edit(
                bundle + "/policy.yaml",
                "when: {project.status: active}",
                "when: {project.status: active, project.old: true}");
    }

    @Test
    void countsALongerClosedListAsWiderWhoeverIsOnIt() throws IOException {
        lists("old", "7, 8");
        lists("new", "7, 9, \"10\"");

        InProcess.Result result = diff();

        assertThat(result.out())
                .contains("LIST, wider: project attribute old has another closed list of projects; now true for 10, 9;"
                        + " no longer on the list: 8; this counts as wider");
        assertThat(result.code()).isEqualTo(3);
        assertThat(diff("--brief").out()).contains("now true for 10, 9");
        assertThat(diff("--format", "markdown").out()).contains("now true for `10`, `9`;");
        assertThat(diff("--format", "json").out())
                .contains(
                        "\"trueOnlyFor\":{\"before\":true,\"after\":true,\"added\":[\"10\",\"9\"],\"removed\":[\"8\"]}");
        assertThat(diff("--allow", "narrower").code()).isEqualTo(3);
        assertThat(diff("--allow", "any").code()).isZero();
        assertThat(diff("--allow", "any", "--locked", "projects 7").code()).isZero();
        assertThat(diff("--allow", "any", "--locked", "projects 9").code()).isEqualTo(3);
        assertThat(diff("--allow", "any", "--locked", "levels 3").code()).isEqualTo(3);
    }

    @Test
    void countsAShorterClosedListAsNarrower() throws IOException {
        lists("old", "7, 8");
        lists("new", "8");

        InProcess.Result result = diff();

        assertThat(result.out())
                .contains("no longer on the list: 7; this counts as narrower")
                .contains("old: false (before: true)")
                .contains("For project 7");
        assertThat(result.code()).isEqualTo(1);
        assertThat(diff("--allow", "narrower", "--locked", "projects 7").code()).isEqualTo(1);
    }

    @Test
    void countsAClosedListThatIsGivenUpAsWider() throws IOException {
        lists("old", "7");
        lists("new", "7");
        edit("new/policy.yaml", ", true-only-for: [7]", "");
        edit("new/projects.yaml", "status: active", "old: true, status: active");

        assertThat(diff().out()).contains("project attribute old has no closed list any more");
        assertThat(diff().code()).isEqualTo(3);
    }

    @Test
    void locksAProjectByAnyOfItsNamesAndTellsThem() throws IOException {
        edit("new/projects.yaml", "title: Seven", "title: Seven, also: [POS-7, SVN]");

        assertThat(diff().out()).contains("other names: POS-7, SVN");
        assertThat(diff("--allow", "any", "--locked", "projects SVN").code()).isEqualTo(1);
        assertThat(diff("--allow", "any", "--locked", "projects 7").code()).isEqualTo(1);
    }

    @Test
    void tellsWhatARoleOnOneProjectLetsAPersonDoThere() throws IOException {
        String people = "remit: 1\npeople: {ada: {name: Ada, roles: {role: nurse, project: 7}}}\n";
        write("new/people.yaml", people);

        assertThat(diff().out())
                .contains("role nurse on project 7: always")
                .contains("For project 7")
                .contains("Ada, as a nurse, may now");
        write("old/people.yaml", people);
        write("new/people.yaml", people.replace("{role: nurse, project: 7}", "nurse"));
        assertThat(diff().out()).contains("role nurse: always", "role nurse on project 7: none any more");
        assertThat(diff().code()).isEqualTo(3);
    }

    @Test
    void namesARenamedWord() throws IOException {
        edit("new/policy.yaml", "clerk: Clerk", "registrar: Clerk");
        edit("new/policy.yaml", "permit: clerk", "permit: registrar");

        InProcess.Result result = diff();

        assertThat(result.out())
                .contains("RENAMED: role clerk is now called registrar")
                .doesNotContain("GAINED")
                .doesNotContain("LOST");
        assertThat(result.code()).isZero();
    }

    @Test
    void writesOnePageThatNeedsNothingBesideItself() throws IOException {
        edit("new/policy.yaml", "title: A clinic", "title: A <clinic>");
        edit("new/policy.yaml", "3: Bills", "3: Bills <b>&");
        edit("new/policy.yaml", "permit: clerk, to: read", "permit: clerk, to: any");

        String page = diff("--format", "html").out();

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("bills &lt;b&gt;&amp;")
                .doesNotContain("<b>")
                .doesNotContain("src=")
                .doesNotContain("http:")
                .doesNotContain("https:");
    }

    @Test
    void writesMarkdownInWhichNoTextOfThePolicyMeansAnything() throws IOException {
        edit("new/policy.yaml", "3: Bills", "\"3\": \"*Bills* <b> [x](y)\"");
        edit("new/policy.yaml", "permit: clerk, to: read", "permit: clerk, to: any");

        assertThat(diff("--format", "markdown").out())
                .contains("\\*Bills\\* \\<b\\> \\[x\\](y)")
                .contains("**Access is wider.**");
    }

    @Test
    void holdsALockForTheThingWhateverItIsCalled() throws IOException {
        edit("new/policy.yaml", "clerk: Clerk", "desk-clerk: Clerk");
        edit("new/policy.yaml", "permit: clerk, to: read", "permit: desk-clerk, to: any");

        InProcess.Result locked = diff("--allow", "any", "--locked", "roles clerk");
        InProcess.Result other = diff("--allow", "any", "--locked", "roles nurse");

        assertThat(locked.code()).isEqualTo(3);
        assertThat(locked.out()).contains("RENAMED: role clerk is now called desk-clerk", "“roles clerk” is locked");
        assertThat(other.code()).isZero();
    }

    @Test
    void holdsALockOnAPermissionWhereAConstraintSaysWhoMayHoldIt() throws IOException {
        String constraint =
                "constraints:\n  - {id: only-active, if: project.permissions.type-1, then: {project.status: STATUS}}\n";
        write("old/policy.yaml", POLICY + constraint.replace("STATUS", "active"));
        write("new/policy.yaml", POLICY + constraint.replace("STATUS", "[active, not-approved]"));

        InProcess.Result locked = diff("--allow", "any", "--locked", "permissions type-1");
        InProcess.Result open = diff("--allow", "any", "--locked", "projects 7");

        assertThat(locked.code()).isNotZero();
        assertThat(locked.out()).contains("“permissions type-1” is locked, and 1 change touches it");
        assertThat(open.code()).isZero();
    }

    @Test
    void saysNothingOfReasonsInWordsThatDidNotExist() throws IOException {
        edit("new/policy.yaml", "clerk: Clerk}", "clerk: Clerk, porter: Porter}");
        edit(
                "new/policy.yaml",
                "  - {id: clerks,",
                "  - {id: no-letters, forbid: any-role-but-nurse, to: read, levels: 2}\n  - {id: clerks,"
                        .replace("any-role-but-nurse", "[clerk, porter]"));

        assertThat(diff().out()).contains("clerk").doesNotContain("whether a porter");
    }

    @Test
    void namesTheRegisteredProjectsAndPeopleByWhatIsEditedInThePolicy() throws IOException {
        String people = "remit: 1\npeople:\n  ann: {name: Ann, roles: clerk}\n  bob: {name: Bob, roles: nurse}\n"
                + "  cy: {name: Cy, roles: [{role: clerk, from: 2027-01-01}]}\n"
                + "  di: {name: Di, roles: [{role: clerk, until: 2026-11-01}]}\n";
        write("old/people.yaml", people);
        write("new/people.yaml", people);
        edit("new/policy.yaml", "to: read, levels: 3", "to: read, levels: [2, 3]");

        String out = diff().out();

        assertThat(out)
                .contains("2 registered people may do more", "ann (Ann) as a clerk", "cy (Cy) as a clerk")
                .contains("from 1 January 2027")
                .doesNotContain("(Bob)", "(Di)");
    }

    @Test
    void signsADifferenceAndHoldsTheBundleToIt() throws IOException {
        edit("new/policy.yaml", "to: read, levels: 3", "to: read, levels: [2, 3]");
        String bundle = folder.resolve("new").toString();

        assertThat(InProcess.run(List.of("check", bundle, "--require-sign-off"), "")
                        .out())
                .contains("error[missing-sign-off]");
        String manifest = diff("--sign-off", "Ada \"L\": x", "--on", "2026-11-22", "--reference", "R\\2")
                .out();
        write("new/sign-off.yaml", "");
        assertThat(diff("--sign-off", "Ada \"L\": x", "--on", "2026-11-22", "--reference", "R\\2")
                        .out())
                .as("written into the bundle it approves")
                .isEqualTo(manifest);
        write("new/sign-off.yaml", manifest);

        assertThat(InProcess.run(List.of("check", bundle, "--require-sign-off"), "")
                        .code())
                .isZero();
        assertThat(diff().out()).contains("signed off by Ada \"L\": x on 2026-11-22 (R\\2)");
        edit("new/policy.yaml", "policy:", "# Reworded nothing.\npolicy:");
        assertThat(InProcess.run(List.of("check", bundle), "").code()).isZero();
        edit("new/policy.yaml", "A clinic", "The clinic");
        assertThat(InProcess.run(List.of("check", bundle), "").out())
                .contains("error[stale-sign-off]")
                .contains("sign-off.yaml:9:16")
                .contains("say beyond what they mean");
        edit("new/policy.yaml", "levels: [2, 3]", "levels: any");
        InProcess.Result stale = InProcess.run(List.of("check", bundle), "");
        assertThat(stale.code()).isEqualTo(1);
        assertThat(stale.out()).contains("error[stale-sign-off]").contains("sign-off.yaml:7:13");
        assertThat(diff().out()).doesNotContain("signed off");
    }

    @Test
    void voidsSignaturesOfAnotherEdition() throws IOException {
        String bundle = folder.resolve("new").toString();
        String manifest = diff("--sign-off", "Ada", "--on", "2026-11-22").out();
        write("new/sign-off.yaml", manifest.replace("edition: 2", "edition: 3"));
        InProcess.Result later = InProcess.run(List.of("check", bundle), "");
        write("new/sign-off.yaml", manifest.replace("  edition: 2\n", ""));

        InProcess.Result first = InProcess.run(List.of("check", bundle), "");

        assertThat(later.out())
                .contains("error[outdated-sign-off]", "edition `3`", "sign-off.yaml:5:12")
                .doesNotContain("stale-sign-off");
        assertThat(first.code()).isEqualTo(1);
        assertThat(first.out()).contains("error[outdated-sign-off]", "the first, which named none", "upgrade.md");
        assertThat(diff().out()).doesNotContain("signed off");
    }

    @Test
    void reportsWhatChangesNoAccess() throws IOException {
        write("new/tests/desk.yaml", "remit: 1\nsuite: The desk\ncases: []\n");
        write("new/invariants.yaml", "remit: 1\ninvariants:\n  - {id: nobody, never: {}}\n");
        edit("new/policy.yaml", "3: Bills", "3: Accounts");
        edit("new/policy.yaml", "title: A clinic", "title: The clinic");

        InProcess.Result text = diff();

        assertThat(text.code()).isZero();
        assertThat(text.out())
                .containsSubsequence(
                        "Safety net",
                        "ADDED: invariant nobody is new",
                        "ADDED: suite tests/desk.yaml is new",
                        "Wording",
                        "EDITED: title of level 3 says something else",
                        "before: Bills",
                        "now: Accounts",
                        "Header",
                        "EDITED: title says something else",
                        "Beside access: 2 changes of the safety net, 1 change of the wording and 1 change of the header",
                        "access is the same");
        assertThat(diff("--format", "json").out())
                .contains("{\"section\":\"wording\",\"what\":\"title of level\",\"name\":\"3\",\"before\":\"Bills\","
                        + "\"after\":\"Accounts\"}");
        assertThat(diff("--format", "markdown").out()).contains("### Safety net", "assurance `sha256:");
    }

    @Test
    void saysWhatIsSignedAndByWhom() throws IOException {
        edit("new/policy.yaml", "to: read, levels: 3", "to: read, levels: [2, 3]");
        InProcess.Result signing = diff("--sign-off", "Ada", "--reference", "R-2");
        write("new/sign-off.yaml", signing.out());

        InProcess.Result checked =
                InProcess.run(List.of("check", folder.resolve("new").toString(), "--require-sign-off"), "");
        InProcess.Result unasked =
                InProcess.run(List.of("check", folder.resolve("new").toString()), "");

        assertThat(signing.out()).startsWith("remit: 1\n").doesNotContain("GAINED");
        assertThat(signing.err())
                .startsWith("Ada signs off on 2026-11-26:\n")
                .contains("GAINED: A clerk may now read, on level 2 (letters)", "access is wider");
        assertThat(checked.out()).endsWith("\nsigned off by Ada on 2026-11-26 (R-2)\n");
        assertThat(unasked.out()).doesNotContain("signed off by");
    }

    @Test
    void refusesASignatureFromTheFuture() throws IOException {
        String bundle = folder.resolve("new").toString();
        InProcess.Result early = diff("--sign-off", "Ada", "--on", "2026-11-27");
        String manifest = diff("--sign-off", "Ada", "--on", "2026-11-26").out();
        write("new/sign-off.yaml", manifest);
        InProcess.Result today = InProcess.run(List.of("check", bundle, "--require-sign-off"), "");
        write("new/sign-off.yaml", manifest.replace("on: 2026-11-26", "on: 2026-11-27"));

        InProcess.Result tomorrow = InProcess.run(List.of("check", bundle, "--require-sign-off"), "");

        assertThat(early.code()).isEqualTo(2);
        assertThat(early.out()).isEmpty();
        assertThat(early.err()).contains("up to today, `2026-11-26`, found `2026-11-27`");
        assertThat(today.code()).isZero();
        assertThat(tomorrow.code()).isEqualTo(1);
        assertThat(tomorrow.out())
                .contains(
                        "error[future-sign-off]: expected a day of signing up to today, `2026-11-26`, found `2026-11-27`")
                .contains("sign-off.yaml:18:11")
                .doesNotContain("signed off by");
        assertThat(diff().out()).doesNotContain("signed off by");
    }

    @Test
    void holdsABundleToTheRegistersThatWereSigned() throws IOException {
        write(
                "new/sign-off.yaml",
                diff("--sign-off", "Ada", "--on", "2026-11-22").out());
        edit("new/projects.yaml", "from: 2026-01-01", "from: 2026-01-02");

        InProcess.Result result =
                InProcess.run(List.of("check", folder.resolve("new").toString()), "");

        assertThat(result.out()).contains("error[stale-sign-off]").contains("registers");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void readsARevisionOfGit() throws IOException, InterruptedException {
        git("init", "-q");
        git("add", ".");
        commit("first");
        edit("new/policy.yaml", "to: read, levels: 3", "to: read, levels: [2, 3]");
        commit("second");
        String bundle = folder.resolve("new").toString();

        InProcess.Result result = InProcess.run(List.of("diff", bundle + "@HEAD~1", bundle), "");
        InProcess.Result file = InProcess.run(List.of("diff", bundle + "/policy.yaml@HEAD", bundle), "");
        InProcess.Result asked = InProcess.run(
                List.of("ask", bundle + "@HEAD~1", "--role", "clerk", "--activity", "read", "--level", "2"), "");

        assertThat(result.out()).contains("GAINED: A clerk may now read, on level 2 (letters)");
        assertThat(result.code()).isEqualTo(3);
        assertThat(file.out()).isEqualTo("no difference\n");
        assertThat(asked.out()).startsWith("DENIED");
    }

    @Test
    void readsABundleThatIsGoneToday() throws IOException, InterruptedException {
        git("init", "-q");
        git("add", ".");
        commit("first");
        Files.delete(folder.resolve("old/policy.yaml"));
        Files.delete(folder.resolve("old/projects.yaml"));
        Files.delete(folder.resolve("old"));

        InProcess.Result result = InProcess.run(
                List.of(
                        "diff",
                        folder.resolve("old") + "@HEAD",
                        folder.resolve("new").toString()),
                "");

        assertThat(result.out()).isEqualTo("no difference\n");
    }

    @Test
    void saysWhatIsMissingInGit() throws IOException, InterruptedException {
        String bundle = folder.resolve("new").toString();
        assertThat(InProcess.run(List.of("diff", bundle + "@HEAD", bundle), "").err())
                .contains("lies in no git repository");
        git("init", "-q");
        git("add", ".");
        commit("first");

        assertThat(InProcess.run(List.of("diff", bundle + "@nowhere", bundle), "")
                        .err())
                .contains("git knows no revision `nowhere`");
        assertThat(InProcess.run(List.of("diff", folder.resolve("none") + "@HEAD", bundle), "")
                        .err())
                .contains("there is no `")
                .contains("in revision `HEAD`");
        InProcess.Result dashed = InProcess.run(List.of("diff", bundle + "@--output=x", bundle), "");
        assertThat(dashed.err()).contains("expected a revision after the `@`");
        assertThat(dashed.code()).isEqualTo(2);
    }

    @Test
    void tellsWhichFileOfARevisionIsWrong() throws IOException, InterruptedException {
        edit("new/policy.yaml", "permit: clerk", "permit: clrk");
        git("init", "-q");
        git("add", ".");
        commit("first");
        String bundle = folder.resolve("new").toString();

        InProcess.Result result = InProcess.run(List.of("diff", bundle + "@HEAD", bundle + "@HEAD"), "");

        assertThat(result.err()).contains("new@HEAD/policy.yaml:");
        assertThat(result.code()).isEqualTo(2);
    }

    private void commit(String message) throws IOException, InterruptedException {
        git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-a", "-m", message);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command).inheritIO().start();
        assertThat(git.waitFor()).as(command.toString()).isZero();
    }
}
