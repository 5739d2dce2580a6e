package dev.remit.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Remit;
import dev.remit.analyze.Progress;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.load.BundleSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Advice that is followed helps: every finding that can be on purpose is gone once that is said, and nothing else comes. */
class AdviceTest {
    private static final String POLICY = """
            remit: 1
            policy: {id: p, version: "1", title: P, sources: {D: Document}}
            vocabulary:
              roles:
                asker: {title: Asks}
                checker: {title: Checks ROLE}
              activities: {ask: Ask, check: Check}
              levels: {files: Files, vault: {title: Vault LEVEL}}
              facts:
                trained: {title: Trained FACT, known-from: caller, changed-by: requester}
              opt-outs: {gone: {title: Gone, list: the gone, keep: absent}}
              obligations: {log: {title: Logged DUTY}}
              routes: {desk: {title: Desk, opt-outs: {gone: unenforceable}}}
            rules:
              - {id: a, permit: asker, to: ask, levels: files, via: desk, cites: c, opt-outs: {gone: allowed}}
            """;
    private static final String CLAUSES = """
            remit: 1
            clauses: {c: {document: D, section: 1, says: Askers ask, kind: permit}}
            """;

    /**
     * A policy in which one thing is found.
     *
     * @param code what is found
     * @param rule one more rule, in which {@code @} stands where more can be said of it; empty if it is of a word
     * @param word what stands at the word it is about
     */
    private record Found(Code code, String rule, String word) {
        Map<String, String> texts(String excuse) {
            String text = word.isEmpty() ? POLICY : POLICY.replace(" " + word, excuse);
            Map<String, String> texts = new TreeMap<>(Map.of("clauses.yaml", CLAUSES));
            texts.put(
                    "policy.yaml",
                    text.replaceAll(" (ROLE|LEVEL|FACT|DUTY)", "")
                            + (rule.isEmpty() ? "" : "  - " + rule.replace("@", excuse) + "\n"));
            return texts;
        }

        @Override
        public String toString() {
            return code.id();
        }
    }

    static Stream<Found> onPurpose() {
        String more = "via: desk, opt-outs: {gone: allowed}, cites: c@}";
        return Stream.of(
                new Found(Code.PERMIT_WITHOUT_LIMITS, "{id: b, permit: checker, " + more, ""),
                new Found(
                        Code.RULE_IMPLIED, "{id: b, permit: asker, to: ask, levels: files, when: trained, " + more, ""),
                new Found(
                        Code.PERMIT_ALWAYS_FORBIDDEN,
                        "{id: b, permit: checker, to: check, levels: vault, " + more
                                + "\n  - {id: c, forbid: checker, to: check, levels: vault, cites: c}",
                        ""),
                new Found(
                        Code.CONDITION_WITHOUT_EFFECT,
                        "{id: b, permit: checker, to: check, levels: vault, when: {any: [trained, {not: trained}]}, "
                                + more,
                        ""),
                new Found(
                        Code.UNCITED_RULE,
                        "{id: b, permit: checker, to: check, levels: vault, via: desk, opt-outs: {gone: allowed}@}",
                        ""),
                new Found(
                        Code.ROLE_WITHOUT_ACCESS,
                        "{id: b, forbid: checker, to: check, levels: vault, cites: c}",
                        "ROLE"),
                new Found(
                        Code.LEVEL_WITHOUT_ACCESS,
                        "{id: b, forbid: checker, to: check, levels: vault, cites: c}",
                        "LEVEL"),
                new Found(
                        Code.FACT_WITHOUT_EFFECT,
                        "{id: b, permit: asker, to: ask, levels: files, when: trained, " + more.replace("@", ""),
                        "FACT"),
                new Found(
                        Code.OBLIGATION_NEVER_REACHED,
                        "{id: b, permit: checker, to: check, levels: vault, obligations: log, " + more.replace("@", "")
                                + "\n  - {id: c, forbid: checker, to: check, levels: vault, cites: c}",
                        "DUTY"));
    }

    static Stream<Found> unused() {
        return Stream.of(
                new Found(Code.ROLE_WITHOUT_ACCESS, "", "ROLE"),
                new Found(Code.LEVEL_WITHOUT_ACCESS, "", "LEVEL"),
                new Found(Code.FACT_WITHOUT_EFFECT, "", "FACT"),
                new Found(Code.OBLIGATION_NEVER_REACHED, "", "DUTY"));
    }

    @ParameterizedTest
    @MethodSource("onPurpose")
    void findsNothingMoreOnceItIsSaidToBeOnPurpose(Found found) {
        List<Diagnostic> before = diagnostics(found.texts(""));
        List<Diagnostic> after =
                diagnostics(found.texts(", on-purpose: {" + found.code().id() + ": It is meant}"));

        assertThat(codes(before)).contains(found.code());
        assertThat(codes(after))
                .doesNotContain(found.code(), Code.NEEDLESS_EXCUSE)
                .isSubsetOf(codes(before));
    }

    @ParameterizedTest
    @MethodSource("unused")
    void takesEitherWayOfSayingThatNothingSpeaksOfAWord(Found found) {
        int before = count(diagnostics(found.texts("")));
        List<Diagnostic> one = diagnostics(found.texts(", unused-because: It is meant"));
        List<Diagnostic> other =
                diagnostics(found.texts(", on-purpose: {" + found.code().id() + ": It is meant}"));

        assertThat(count(one)).isEqualTo(before - 1);
        assertThat(count(other)).isEqualTo(before - 1);
        assertThat(codes(other)).doesNotContain(Code.NEEDLESS_EXCUSE, found.code());
    }

    @Test
    void stillCallsAnExcuseNeedlessWhereNothingIsFound() {
        Found found = new Found(
                Code.ROLE_WITHOUT_ACCESS,
                "{id: b, permit: checker, to: check, levels: vault, via: desk, opt-outs: {gone: allowed}, cites: c}",
                "ROLE");

        assertThat(codes(diagnostics(found.texts(", on-purpose: {role-without-access: It is meant}"))))
                .contains(Code.NEEDLESS_EXCUSE);
    }

    private static int count(List<Diagnostic> found) {
        return (int) found.stream()
                .filter(each -> each.code() == Code.UNUSED_DECLARATION)
                .count();
    }

    private static List<Code> codes(List<Diagnostic> found) {
        return new ArrayList<>(found.stream().map(Diagnostic::code).toList());
    }

    private static List<Diagnostic> diagnostics(Map<String, String> texts) {
        BundleSource source = BundleSource.of(texts);
        return Inspections.usual()
                .of(Remit.check(source).orThrow(), source, Progress.UNHEARD)
                .faults();
    }
}
