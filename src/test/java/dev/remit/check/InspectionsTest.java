package dev.remit.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.analyze.Progress;
import dev.remit.analyze.lint.Finding;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.InvalidPolicyException;
import dev.remit.diagnostic.Severity;
import dev.remit.load.BundleSource;
import dev.remit.load.FileList;
import dev.remit.model.PolicyPath.Section;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InspectionsTest {
    private static final String POLICY = """
            remit: 1
            policy: {id: p, version: "1", title: P}
            vocabulary:
              roles: {asker: Asks, checker: Checks}
              activities: {ask: Ask, check: Check}
              levels: {files: Files}
              project: {kind: [study, none]}
              facts:
                on-project: {title: On it, known-from: register, about: project, changed-by: approver}
                trained: {title: Trained, known-from: caller, changed-by: requester}
            conditions: {member: {all: [on-project, trained]}}
            rules:
              - {id: askers-ask, permit: asker, to: ask, when: member}
              - id: checkers-check
                permit: checker
                to: check
                when:
                  any:
                    - on-project
                    - all: [trained, {project.kind: study}]
            """;
    private static final String PROJECTS = """
            remit: 1
            projects: {s1: {title: One, kind: study}, s2: {title: Two, kind: study}}
            """;
    private static final String PEOPLE = """
            remit: 1
            people:
              ann:
                name: Ann
                roles: [asker, {role: checker, from: 2026-03-01}]
                facts: [{fact: on-project, project: s2, until: 2026-06-30}]
              ben:
                name: Ben
                roles: [{role: asker, until: 2026-02-28}, {role: checker, from: 2026-03-01}]
                facts: [{fact: on-project, project: s2}]
            """;
    private static final String APART = """
            remit: 1
            invariants:
              - {id: apart, whoever-may: {to: ask}, may-not: {to: check}}
            """;

    private final Map<String, String> texts = new LinkedHashMap<>(Map.of("policy.yaml", POLICY));

    /** Puts the list of the files there are into the header. */
    private void listFiles() {
        List<String> files = texts.keySet().stream()
                .filter(path -> !path.equals("policy.yaml"))
                .sorted()
                .toList();
        texts.computeIfPresent(
                "policy.yaml",
                (name, text) ->
                        FileList.write(new SourceFile(name, text), files).orThrow());
    }

    @Test
    void warnsWhereNobodyWouldNoticeAFileThatIsGone() {
        BundleSource source = BundleSource.of(texts);

        List<Diagnostic> found = Inspections.usual()
                .of(Remit.load(texts), source, Progress.UNHEARD)
                .diagnostics();

        assertThat(found).extracting(Diagnostic::code).contains(Code.NO_LIST_OF_FILES);
        listFiles();
        assertThat(report().diagnostics()).extracting(Diagnostic::code).doesNotContain(Code.NO_LIST_OF_FILES);
    }

    private Report report() {
        return report(Inspections.usual());
    }

    private Report report(Inspections inspections) {
        listFiles();
        BundleSource source = BundleSource.of(texts);
        return inspections.of(Remit.check(source).orThrow(), source, Progress.UNHEARD);
    }

    /** The code, and the text that is underlined. */
    private static List<String> told(Report report) {
        return report.faults().stream()
                .map(each -> each.code().id() + " " + underlined(each.span(), report.files()))
                .toList();
    }

    private static String underlined(Span span, List<SourceFile> files) {
        SourceFile file = files.stream()
                .filter(each -> each.name().equals(span.file()))
                .findFirst()
                .orElseThrow();
        assertThat(span.isWithinOneLine()).isTrue();
        return file.line(span.line()).substring(span.column() - 1, span.endColumn() - 1);
    }

    private void rule(String more) {
        texts.put("policy.yaml", POLICY + "  - " + more + "\n");
    }

    @Test
    void findsNothingInASoundBundle() {
        assertThat(report().diagnostics()).isEmpty();
    }

    @Test
    void pointsAtTheIdOfARuleThatChangesNothing() {
        rule("{id: twice, permit: asker, to: ask, when: {all: [member, {project.kind: study}]}}");

        assertThat(told(report())).containsExactly("rule-implied twice");
        assertThat(report().faults().get(0).questions())
                .singleElement()
                .isEqualTo(
                        "{\"role\":\"asker\",\"activity\":\"ask\",\"level\":\"files\","
                                + "\"project\":{\"kind\":\"study\"},\"facts\":{\"on-project\":true,\"trained\":true},\"closed\":true}");
    }

    @Test
    void pointsAtTheSmallestPartOfAConditionThatChangesNothing() {
        texts.put(
                "policy.yaml",
                POLICY.replace("- all: [trained, {project.kind: study}]", "- all: [{not: trained}, on-project]"));

        assertThat(told(report())).contains("condition-without-effect all: [{not: trained}, on-project]");
    }

    @Test
    void judgesANamedConditionAsAWhole() {
        rule("{id: nobody-else, forbid: any, to: ask, when: {not: member}}");

        assertThat(told(report())).containsExactly("condition-without-effect member");
    }

    @Test
    void takesOutWhatIsOnPurposeAndNothingElse() {
        rule("{id: twice, permit: asker, to: ask, when: {all: [member, {project.kind: study}]},"
                + " on-purpose: {rule-implied: Said once more}}");

        assertThat(report().diagnostics()).isEmpty();

        rule("{id: twice, permit: asker, to: ask, on-purpose: {rule-implied: Said once more}}");

        assertThat(told(report())).contains("needless-excuse rule-implied");
    }

    @Test
    void excusesOneRuleAndNotTheNext() {
        rule("{id: one, permit: asker, to: ask, when: member, on-purpose: {rule-implied: Said once more}}\n"
                + "  - {id: two, permit: asker, to: ask, when: member}");

        assertThat(told(report())).containsExactly("rule-implied askers-ask", "rule-implied two");
    }

    @Test
    void knowsWhatCanBeOnPurposeAndThatItNeedsAReason() {
        rule("{id: x, permit: asker, to: ask, on-purpose: {rule-implyed: Why}}");
        assertThat(Remit.check(BundleSource.of(texts)).diagnostics())
                .singleElement()
                .satisfies(each -> assertThat(each.code()).isEqualTo(Code.UNKNOWN_KEY))
                .satisfies(each -> assertThat(each.help()).contains("did you mean `rule-implied`?"));

        rule("{id: x, permit: asker, to: ask, on-purpose: {rule-implied: \" \"}}");
        assertThat(Remit.check(BundleSource.of(texts)).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(Code.BAD_TEXT);

        rule("{id: x, permit: asker, to: ask, on-purpose: {}}");
        Assertions.assertThatThrownBy(() -> Remit.load(texts)).isInstanceOf(InvalidPolicyException.class);
    }

    @Test
    void saysNothingOfTheMeaningByAnExcuse() {
        rule("{id: twice, permit: asker, to: ask, when: member}");
        PolicyBundle without = Remit.load(texts);
        rule("{id: twice, permit: asker, to: ask, when: member, on-purpose: {rule-implied: Said once more}}");
        PolicyBundle with = Remit.load(texts);

        assertThat(with.excuses()).hasSize(1);
        assertThat(with.policy()).isEqualTo(without.policy());
        assertThat(with.decisionPoint().identity().digest())
                .isEqualTo(without.decisionPoint().identity().digest());
        assertThat(with.assurance()).isNotEqualTo(without.assurance());
    }

    @Test
    void tellsAViolatedInvariantOnceWithQuestions() {
        texts.put("invariants.yaml", "remit: 1\ninvariants:\n  - {id: nobody-asks, never: {to: ask}}\n");

        assertThat(told(report())).containsExactly("invariant-violated nobody-asks");
        assertThat(report().faults().get(0).questions()).hasSize(1);
    }

    @Test
    void namesThePersonWhoReachesWhatIsKeptApart() {
        texts.put("projects.yaml", PROJECTS);
        texts.put("people.yaml", PEOPLE);
        texts.put("invariants.yaml", APART);

        Report report = report();

        assertThat(told(report)).containsExactly("duties-not-separated ann");
        assertThat(report.faults().get(0).message())
                .isEqualTo("on 2026-03-01 `ann` may both ask level files as asker and check level files as checker"
                        + " for project s2, which invariant `apart` keeps apart");
        assertThat(report.faults().get(0).questions())
                .containsExactly(
                        "{\"person\":\"ann\",\"activity\":\"ask\",\"level\":\"files\",\"project\":\"s2\","
                                + "\"facts\":{\"trained\":true},\"at\":\"2026-03-01T00:00:00Z\"}",
                        "{\"person\":\"ann\",\"activity\":\"check\",\"level\":\"files\",\"project\":\"s2\","
                                + "\"facts\":{\"trained\":false},\"at\":\"2026-03-01T00:00:00Z\"}");
    }

    @Test
    void letsDutiesOnDifferentProjectsBeUnlessToldOtherwise() {
        texts.put("projects.yaml", PROJECTS);
        texts.put("people.yaml", PEOPLE.replace("until: 2026-06-30", "until: 2026-02-28"));
        texts.put("invariants.yaml", APART);
        assertThat(told(report())).isEmpty();

        texts.put("people.yaml", PEOPLE);
        texts.put(
                "policy.yaml",
                POLICY.replace("project: {kind: [study, none]}", "project: {kind: [study, test, none]}")
                        .replace("- on-project", "- {all: [{not: on-project}, {project.kind: test}]}")
                        .replace("{project.kind: study}]", "{project.kind: test}]"));
        texts.put("projects.yaml", PROJECTS.replace("s1: {title: One, kind: study}", "s1: {title: One, kind: test}"));
        assertThat(told(report())).doesNotContain("duties-not-separated ann");

        texts.put("invariants.yaml", APART.replace("{to: check}}", "{to: check}, for: any-project}"));
        assertThat(told(report())).contains("duties-not-separated ann").doesNotContain("duties-not-separated ben");
    }

    @Test
    void reportsPeopleToWhomOneRolePermitsWhatAnotherForbids() {
        texts.clear();
        texts.put("policy.yaml", """
                remit: 1
                policy: {id: tiny, version: "1", title: Readers read drafts, files: [people.yaml]}
                vocabulary:
                  roles: {reader: Reader, builder: Builder}
                  activities: {read: Read, list: List}
                  levels: {draft: Draft}
                rules:
                  - {id: lists, permit: any, to: list}
                  - {id: builders-read, permit: builder, to: read}
                  - {id: readers-never, forbid: reader, to: read}
                """);
        texts.put("people.yaml", """
                remit: 1
                people:
                  zed: {name: Zed, roles: [{role: reader, from: 2026-05-01}, builder]}
                  ann: {name: Ann, roles: [{role: reader, from: 2026-05-01}, {role: builder, until: 2026-04-30}]}
                """);

        assertThat(told(report())).containsExactly("forbidden-in-another-role zed");
        assertThat(report().faults().get(0).message())
                .isEqualTo("on 2026-05-01 `zed` may read level draft as builder, which is forbidden as reader, by"
                        + " `readers-never`");
        assertThat(report().faults().get(0).questions())
                .containsExactly(
                        "{\"person\":\"zed\",\"activity\":\"read\",\"level\":\"draft\",\"at\":\"2026-05-01T00:00:00Z\"}");
    }

    @Test
    void excusesAPersonForAReason() {
        texts.put("projects.yaml", PROJECTS);
        texts.put(
                "people.yaml",
                PEOPLE.replaceFirst(
                        "    name: Ann\n", "    name: Ann\n    on-purpose: {duties-not-separated: No other}\n"));
        texts.put("invariants.yaml", APART);

        assertThat(report().faults()).isEmpty();
    }

    @Test
    void runsTheSuitesAndPointsAtTheCase() {
        texts.put("tests/a.yaml", """
                remit: 1
                suite: A
                cases:
                  - name: askers ask
                    ask: {role: asker, activity: ask, level: files, project: none, closed: true}
                    expect: permitted
                """);

        Report report = report();

        assertThat(told(report)).containsExactly("failed-case askers ask");
        assertThat(report.faults().get(0).message())
                .isEqualTo("`askers ask` is not decided as expected: answer: expected permitted, but was not-granted");
    }

    @Test
    void tellsWhatIsWrongWithSuitesAsItIs() {
        texts.put("tests/a.yaml", "remit: 1\nsuite: A\n");

        assertThat(told(report())).containsExactly("empty-suite A");
    }

    @Test
    void saysOfWhichProjectsThePastIsLost() {
        texts.put(
                "policy.yaml",
                POLICY.replace("kind: [study, none]", "kind: [study, none], status: [not-approved, active, finished]"));
        texts.put("projects.yaml", """
                remit: 1
                projects:
                  s1: {title: One, kind: study, status: finished, from: 2020-01-01}
                  s2: {title: Two, kind: study, status: finished, until: 2021-01-01}
                  s3: {title: Three, kind: study, status: finished, on-purpose: {finished-without-last-day: It was long ago}}
                """);
        listFiles();

        assertThat(told(report())).containsExactly("finished-without-last-day s1");
    }

    @Test
    void notesThatAnybodyCanHaveGrantedAPermission() {
        String optOuts = """
              opt-outs:
                t: {title: T, list: the list, keep: absent}
                u: {title: U, list: the list, keep: absent, approvers: Lead}
                v: {title: V, list: the list, keep: absent, unused-because: Nobody asked}
              routes: {in: {title: In, opt-outs: {t: not-applicable, u: not-applicable, v: not-applicable}}}
            conditions:""";
        texts.put("policy.yaml", POLICY.replace("conditions:", optOuts.indent(0).stripTrailing()));
        texts.put("projects.yaml", """
                remit: 1
                projects:
                  s1:
                    title: One
                    kind: study
                    permissions:
                      t: {granted-by: Somebody, granted-on: 2026-01-01, reference: R}
                      u: {granted-by: Lead, granted-on: 2026-01-01, reference: R}
                """);
        listFiles();

        assertThat(report().diagnostics())
                .filteredOn(each -> each.code() == Code.NO_APPROVERS)
                .singleElement()
                .satisfies(each -> assertThat(each.message()).contains("`t`"));
    }

    @Test
    void takesInspectionsBesideItsOwn() {
        List<String> seen = new ArrayList<>();
        Inspection another = (inspected, progress) -> {
            seen.add(inspected.bundle().policy().header().id().value());
            return List.of(new Diagnostic(
                    Code.UNCITED_RULE,
                    inspected.place(Section.RULES.path("askers-ask")).orElseThrow(),
                    "an opinion",
                    Optional.empty()));
        };

        assertThat(told(report(Inspections.usual().with(another)))).containsExactly("uncited-rule askers-ask");
        assertThat(seen).containsExactly("p");
    }

    @ParameterizedTest
    @EnumSource
    void weighsEveryFindingAsItsCodeDoes(Finding.Code code) {
        Code told = Code.find(code.id()).orElseThrow();

        assertThat(told.severity() != Severity.NOTE).isEqualTo(code.isWarning());
    }
}
