package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagnostic.Checked;
import dev.remit.model.CanonicalForm;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Edits the bundle in {@code base}, one thing at a time, and looks which of the three digests notices. */
class MeaningOfEditsTest {
    private static final String POLICY = "policy.yaml";
    private static final String RESEARCH = "rules/research.yaml";
    private static final String PROJECTS = "projects.yaml";
    private static final String PEOPLE = "people.yaml";
    private static final String CLAUSES = "clauses.yaml";

    private static final LoadedBundle BASE = load(Map.of());

    /** What changes the meaning of a policy. */
    static List<Edit> meaning() {
        return List.of(
                edit(POLICY, "Europe/London", "Europe/Paris"),
                edit(POLICY, "checker: Checker}", "checker: Checker, other: Other}"),
                edit(POLICY, "release: Release}", "release: Release, other: Other}"),
                edit(POLICY, "    4: Unreleased outputs\n", "    4: Unreleased outputs\n    5: Other\n"),
                edit(POLICY, "{title: No patient data, patient-data: false}", "{title: No patient data}"),
                edit(POLICY, "    log: It is logged\n", "    log: It is logged\n    other: Other\n"),
                edit(POLICY, "kind: [research, audit, test, none]", "kind: [research, audit, test, none, other]"),
                edit(POLICY, "legacy: boolean\n", "legacy: boolean\n    other: boolean\n"),
                edit(POLICY, "legacy: boolean", "legacy: {values: boolean, true-only-for: [12]}"),
                edit(POLICY, "legacy: boolean", "legacy: {values: boolean, true-only-for: [12, 13]}"),
                edit(POLICY, "known-from: caller", "known-from: register"),
                edit(POLICY, "{title: Trained, known-from: register", "{title: Trained, known-from: caller")
                        .with(PEOPLE, ", trained]", "]"),
                edit(POLICY, "trained: {title: Trained, ", "trained: {title: Trained, about: project, ")
                        .with(PEOPLE, ", trained]", "]"),
                edit(POLICY, "{title: Trained, ", "{title: Trained, must-be-said: true, "),
                edit(POLICY, "{title: Trained, ", "{title: Trained, must-be-said: {no: It is known}, "),
                edit(POLICY, "known-from: caller, changed-by: nobody", "known-from: caller, changed-by: requester"),
                edit(POLICY, "legacy: boolean", "legacy: {values: boolean, changed-by: approver}"),
                edit(POLICY, "keep: absent,", "keep: absent, permission-changed-by: approver,"),
                edit(POLICY, "list: patients who opted out", "list: other patients"),
                edit(POLICY, "keep: absent", "keep: present"),
                edit(POLICY, "keep: absent", "keep: absent, approvers: Lead"),
                edit(POLICY, "keep: absent", "keep: absent, approvers: [Lead, Board]"),
                edit(POLICY, "flag: include_t1oo", "flag: include_other"),
                edit(POLICY, ", flag: include_t1oo", ""),
                edit(
                        POLICY,
                        "viewer: {title: Viewer, opt-outs: {type-1: derived",
                        "viewer: {title: Viewer, opt-outs: {type-1: filtered"),
                edit(POLICY, "derived-from: pipeline", "derived-from: [pipeline, sql]"),
                edit(POLICY, "derived-from: pipeline", "derived-from: {route: pipeline, when: project.legacy}"),
                edit(
                        POLICY,
                        "sql: {title: SQL, opt-outs: {type-1: declared",
                        "sql: {title: SQL, opt-outs: {type-1: {mode: declared, keep: present}"),
                edit(
                        POLICY,
                        "sql: {title: SQL, opt-outs: {type-1: declared",
                        "sql: {title: SQL, opt-outs: {type-1: {mode: declared, list: others}"),
                edit(POLICY, "obligations: log}", "obligations: check}"),
                edit(POLICY, "if: project.permissions.type-1", "if: project.permissions.national"),
                edit(POLICY, "then: {any: [project.legacy, {project.kind: test}]}", "then: project.legacy"),
                edit(POLICY, "id: type-1-needs-legacy", "id: other"),
                edit(
                        POLICY,
                        "project.kind: [research, audit], project.status: active",
                        "project.kind: research, project.status: active"),
                edit(POLICY, "all: [active-study, named]", "any: [active-study, named]"),
                edit(RESEARCH, "title: Research\n", "title: Research\n    obligations: log\n"),
                edit(RESEARCH, "opt-outs: {type-1: if-project-permitted", "opt-outs: {type-1: never"),
                edit(RESEARCH, "id: research-run", "id: other"),
                edit(
                        RESEARCH,
                        "permit: researcher, to: run, levels: 1",
                        "permit: [researcher, developer], to: run, levels: 1"),
                edit(RESEARCH, "to: view, levels: 4", "to: [view, run], levels: 4"),
                edit(RESEARCH, "to: view, levels: 4", "to: view, levels: [1, 4]"),
                edit(RESEARCH, "via: viewer, when: {all", "via: [viewer, pipeline], when: {all"),
                edit(RESEARCH, "when: {all: [may-work, trained]}", "when: {all: [may-work, {not: trained}]}"),
                edit(RESEARCH, "when: may-work, ", ""),
                edit(RESEARCH, "obligations: check, ", ""),
                edit(RESEARCH, "via: [sql, direct], when", "via: [sql, direct], obligations: log, when"),
                edit(RESEARCH, "permit: checker, to: release", "forbid: checker, to: release"),
                edit("rules/forbids.yaml", "in: research", "in: [research, maintenance]"));
    }

    /** What changes the meaning of the registers. */
    static List<Edit> registers() {
        return List.of(
                edit(PROJECTS, "  12:", "  13:"),
                edit(PROJECTS, "kind: research, status", "kind: audit, status"),
                edit(PROJECTS, "status: active, from: 2025-01-01", "status: finished, from: 2025-01-01"),
                edit(PROJECTS, "from: 2025-01-01", "from: 2025-01-02"),
                edit(PROJECTS, "until: 2026-12-31", "until: 2026-12-30"),
                edit(PROJECTS, ", until: 2026-12-31", ""),
                edit(
                        PROJECTS,
                        "from: 2020-01-01\n    legacy: true",
                        "from: 2020-01-01\n    legacy: true\n    until: 2030-01-01"),
                edit(PROJECTS, "      type-1: {", "      national: {"),
                edit(PROJECTS, "granted-by: Lead", "granted-by: Other"),
                edit(PROJECTS, "granted-on: 2020-02-01", "granted-on: 2020-02-02"),
                edit(PROJECTS, "reference: R-1", "reference: R-2"),
                edit(PROJECTS, "reference: R-1", "reference: R-1, until: 2030-01-01"),
                edit(PROJECTS, "title: A study", "title: A study, also: POS-2026-7"),
                edit(PROJECTS, "title: A study", "title: A study, also: [POS-2026-7, some-long-slug]"),
                edit(PEOPLE, "role: checker, from: 2025-01-01", "role: checker, project: 156, from: 2025-01-01"),
                edit(PEOPLE, "role: checker, from: 2025-01-01", "role: checker, project: 12, from: 2025-01-01"),
                edit(PEOPLE, "  alice:", "  alicia:"),
                edit(PEOPLE, "[researcher, ", "[developer, "),
                edit(PEOPLE, "role: checker, from: 2025-01-01", "role: checker, from: 2025-01-02"),
                edit(PEOPLE, "role: checker, from: 2025-01-01", "role: checker, from: 2025-01-01, until: 2026-01-01"),
                edit(PEOPLE, ", trained]", "]"),
                edit(PEOPLE, "project: 156", "project: 12"),
                edit(PEOPLE, "project: 156, from: 2025-01-01", "project: 156, from: 2025-01-02"),
                edit(PEOPLE, "trained]", "{fact: trained, until: 2030-01-01}]"));
    }

    /** What changes neither, and the digest of assurance alone. */
    static List<Edit> said() {
        return List.of(
                edit(POLICY, "id: base", "id: other"),
                edit(POLICY, "version: \"1\"", "version: \"2\""),
                edit(POLICY, "title: A policy without faults", "title: A policy with another title"),
                edit(
                        POLICY,
                        "  time-zone:",
                        "  owner: Somebody\n  review-by: 2027-01-01\n  notice: Read this\n  time-zone:"),
                edit(POLICY, "DAP: Data Access Policy", "DAP: Another title"),
                edit(POLICY, "researcher: Researcher", "researcher: {title: Other, description: Other}"),
                edit(POLICY, "1: Patient records", "1: Other"),
                edit(POLICY, "title: Type 1 opt-out", "title: Other"),
                edit(POLICY, "title: Named on the project", "title: Other, description: Other"),
                edit(POLICY, "ruling-1: Audits count as research", "ruling-1: Other"),
                edit(POLICY, "because: only legacy projects kept it", "because: other\n    cites: RP-1"),
                edit(POLICY, "legacy: boolean", "legacy: {title: Other, values: boolean}"),
                edit(RESEARCH, "title: Research\n", "title: Other\n    why: Other\n    who: Other\n"),
                edit(RESEARCH, "cites: RP-1}", "cites: [ruling-1, RP-1], title: Other, because: other}"),
                edit(CLAUSES, "says: Researchers run code", "says: Other"),
                edit(CLAUSES, "kind: background}", "kind: definition, fingerprint: Other}"),
                edit(PROJECTS, "title: A study", "title: Other, description: Other"),
                edit(PEOPLE, "name: Alice", "name: Alicia"));
    }

    /** What changes no digest. */
    static List<Edit> layout() {
        return List.of(
                edit(POLICY, "\nrulings:\n", "\nsets: {levels: {both: [4, 1]}}\nrulings:\n")
                        .with(RESEARCH, "levels: [1, 4]", "levels: both"),
                edit(POLICY, "keep: absent,", "keep: absent, if-list-missing: stop,"),
                edit(POLICY, "\nconditions:\n", "\n# A comment.\nconditions:\n"),
                edit(POLICY, "may-work: {all: [active-study, named]}", "may-work: {all: [named, active-study]}"),
                edit(
                        POLICY,
                        "project.kind: [research, audit], project.status: active",
                        "project.kind: [audit, research], project.status: active"),
                edit(
                        POLICY,
                        "then: {any: [project.legacy, {project.kind: test}]}",
                        "then: {not: {all: [{not: project.legacy}, {project.kind: {all-except: test}}]}}"),
                edit(
                        POLICY,
                        "roles: {researcher: Researcher, developer: Developer,",
                        "roles: {developer: Developer, researcher: Researcher,"),
                edit(RESEARCH, "when: may-work, ", "when: {all: [named, active-study, may-work]}, "),
                edit(RESEARCH, "{all: [may-work, trained]}", "{all: [may-work, {all: [trained, may-work]}]}"),
                edit(RESEARCH, "{not: problem}", "{not: {not: {not: problem}}}"),
                edit(RESEARCH, "levels: none, via: site}", "levels: {all-except: [1, 4]}, via: site}"),
                edit(PROJECTS, "legacy: true\n", "legacy: true\n    status: active\n"),
                edit(
                        PEOPLE,
                        "[researcher, {role: checker, from: 2025-01-01}]",
                        "[{role: checker, from: 2025-01-01}, researcher]"));
    }

    @ParameterizedTest
    @MethodSource("meaning")
    void noticesWhatAPolicyMeans(Edit edit) {
        LoadedBundle edited = load(edit.texts());

        assertThat(CanonicalForm.digest(edited.policy())).isNotEqualTo(CanonicalForm.digest(BASE.policy()));
    }

    @ParameterizedTest
    @MethodSource("registers")
    void noticesWhatTheRegistersSay(Edit edit) {
        LoadedBundle edited = load(edit.texts());

        assertThat(CanonicalForm.digest(edited.registers())).isNotEqualTo(CanonicalForm.digest(BASE.registers()));
        assertThat(CanonicalForm.digest(edited.policy())).isEqualTo(CanonicalForm.digest(BASE.policy()));
    }

    @ParameterizedTest
    @MethodSource("said")
    void noticesWhatElseIsSaid(Edit edit) {
        LoadedBundle edited = load(edit.texts());

        assertThat(CanonicalForm.text(edited.policy())).isEqualTo(CanonicalForm.text(BASE.policy()));
        assertThat(CanonicalForm.text(edited.registers())).isEqualTo(CanonicalForm.text(BASE.registers()));
        assertThat(edited.assurance().digest()).isNotEqualTo(BASE.assurance().digest());
    }

    @ParameterizedTest
    @MethodSource("layout")
    void isNotDisturbedByOrderAndNames(Edit edit) {
        LoadedBundle edited = load(edit.texts());

        assertThat(CanonicalForm.text(edited.policy())).isEqualTo(CanonicalForm.text(BASE.policy()));
        assertThat(CanonicalForm.text(edited.registers())).isEqualTo(CanonicalForm.text(BASE.registers()));
        assertThat(edited.assurance().statements()).isEqualTo(BASE.assurance().statements());
        assertThat(edited.assurance().digest()).isEqualTo(BASE.assurance().digest());
    }

    @Test
    void isNotDisturbedByWhereRulesStand() {
        CorpusBundle base = CorpusBundle.of("base", "");
        Map<String, String> moved = new TreeMap<>(base.texts());
        moved.put("rules/aa.yaml", moved.get(RESEARCH));
        moved.remove(RESEARCH);

        LoadedBundle edited = OpenedBundle.of(BundleSource.of(moved)).load().orThrow();

        assertThat(CanonicalForm.digest(edited.policy())).isEqualTo(CanonicalForm.digest(BASE.policy()));
        assertThat(edited.assurance()).isEqualTo(BASE.assurance());
    }

    @Test
    void keepsThePolicyApartFromTheRegisters() {
        Map<String, String> alone = new TreeMap<>(CorpusBundle.of("base", "").texts());
        alone.keySet().removeAll(List.of(PROJECTS, PEOPLE, CLAUSES));

        LoadedBundle edited = OpenedBundle.of(BundleSource.of(alone)).load().orThrow();

        assertThat(CanonicalForm.digest(edited.policy())).isEqualTo(CanonicalForm.digest(BASE.policy()));
        assertThat(CanonicalForm.digest(edited.registers())).isNotEqualTo(CanonicalForm.digest(BASE.registers()));
    }

    @Test
    void stands() {
        // A digest that changes makes every earlier decision look like one of another policy: see docs/decisions/011.
        CorpusBundle everything = CorpusBundle.all("valid").stream()
                .filter(bundle -> bundle.name().equals("everything.yaml"))
                .findFirst()
                .orElseThrow();
        LoadedBundle bundle = OpenedBundle.of(everything.source()).load().orThrow();

        assertThat(CanonicalForm.digest(bundle.policy()))
                .isEqualTo("sha256:0ab5b6b48b70cf84ae5df36c0a2ed1e35188ca9fd5f125654aa46955b64c4851");
        assertThat(CanonicalForm.digest(bundle.registers()))
                .isEqualTo("sha256:c5db7294772410fe250bb7d3e0be20f88325b0c6bd582763624330ad939e77c3");
    }

    private static Edit edit(String file, String from, String to) {
        return new Edit(from.strip() + " -> " + to.strip(), Map.of()).with(file, from, to);
    }

    private static LoadedBundle load(Map<String, String> edited) {
        Map<String, String> texts = new TreeMap<>(CorpusBundle.of("base", "").texts());
        texts.putAll(edited);
        Checked<LoadedBundle> loaded = OpenedBundle.of(BundleSource.of(texts)).load();
        return loaded.orThrow();
    }

    /**
     * The base with something exchanged.
     *
     * @param what what was done
     * @param texts the files that are different
     */
    record Edit(String what, Map<String, String> texts) {
        Edit with(String file, String from, String to) {
            String text = CorpusBundle.of("base", "").texts().getOrDefault(file, "");
            assertThat(text).contains(from);
            Map<String, String> more = new TreeMap<>(texts);
            more.put(file, text.replace(from, to));
            return new Edit(what, more);
        }

        @Override
        public String toString() {
            return what;
        }
    }
}
