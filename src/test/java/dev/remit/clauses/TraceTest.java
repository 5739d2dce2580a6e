package dev.remit.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagnostic.Diagnostic;
import dev.remit.load.BundleSource;
import dev.remit.load.LoadedBundle;
import dev.remit.load.OpenedBundle;
import dev.remit.model.Id;
import dev.remit.source.SourceMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TraceTest {

    @Test
    void saysWhatCitesAClause() {
        Trace trace = Trace.of(
                Archive.bundle().policy(),
                List.of(
                        new Citing(Citing.Kind.FIXTURE, "binders open boxes", List.of(new Id.Citation("B-WHAT-1"))),
                        new Citing(Citing.Kind.INVARIANT, "no-pens", List.of(new Id.Citation("R-WHAT-2")))));

        assertThat(trace.clauses()).hasSize(38);
        assertThat(citedBy(trace, "R-WHY-1")).isEqualTo("{CATEGORY=[reading]}");
        assertThat(citedBy(trace, "R-WHAT-7")).isEqualTo("{RULE=[no-closed-boxes]}");
        assertThat(citedBy(trace, "NOTES-1")).isEqualTo("{CONSTRAINT=[nobody-named-on-an-ended-project]}");
        assertThat(citedBy(trace, "B-WHAT-1")).isEqualTo("{RULE=[binder-repair], FIXTURE=[binders open boxes]}");
        assertThat(citedBy(trace, "R-WHAT-2")).isEqualTo("{INVARIANT=[no-pens]}");
        assertThat(citedBy(trace, "I-1")).isEqualTo("{}");
        assertThat(trace.find(new Id.Citation("ruling-1"))).isEmpty();
    }

    @Test
    void findsNothingOddAboutASoundTrace() {
        assertThat(findings("policy.yaml", "", "")).isEmpty();
    }

    @Test
    void findsANormativeClauseThatNothingCarries() {
        assertThat(findings("policy.yaml", "R-WHAT-3, ", ""))
                .containsExactly("clauses.yaml: warning[unanswered-clause]: nothing answers clause `R-WHAT-3`, of kind"
                        + " `obligation`");
    }

    @Test
    void asksNoRuleForWhatIsNotNormative() {
        assertThat(findings("policy.yaml", "cites: [R-WHY-1, R-WHY-2]", "cites: ruling-1"))
                .isEmpty();
    }

    @Test
    void findsAnExcuseThatDoesNotHold() {
        assertThat(findings("policy.yaml", "cites: [R-WHY-1, ", "cites: [V-BOOK-1, R-WHY-1, "))
                .containsExactly(
                        "clauses.yaml: warning[answered-clause]: clause `V-BOOK-1` says why nothing answers it,"
                                + " but work category `reading` cites it");
    }

    @Test
    void takesAFixtureForNoAnswer() throws IOException {
        LoadedBundle bundle = bundle("policy.yaml", "R-WHAT-3, ", "");
        Citing fixture = new Citing(Citing.Kind.FIXTURE, "pencils", List.of(new Id.Citation("R-WHAT-3")));

        assertThat(Trace.of(bundle.policy(), List.of(fixture)).findings(bundle.positions()))
                .hasSize(1);
    }

    @Test
    void findsARuleThatCitesNothing() {
        assertThat(findings("policy.yaml", "    cites: [R-WHAT-7, V-ROOF-1]\n", "    cites: ruling-1\n"))
                .extracting(line -> line.replaceAll(".*\\[(.*)][^`]*`([^`]*)`.*", "$1 $2"))
                .containsExactly("unanswered-clause R-WHAT-7", "unanswered-clause V-ROOF-1");
        assertThat(findings("policy.yaml", "        cites: [B-WHAT-1, B-WHAT-2, B-WHO-1, B-WHEN-1, ruling-1]\n", ""))
                .contains("policy.yaml: warning[uncited-rule]: rule `binder-repair` cites no clause and no ruling");
    }

    @Test
    void asksNothingOfAPolicyWithoutARegister() throws IOException {
        LoadedBundle minimal = OpenedBundle.of(BundleSource.at(Path.of("policy/minimal")))
                .load()
                .orThrow();

        assertThat(minimal.policy().clauses()).isEmpty();
        assertThat(Trace.of(minimal.policy()).findings(minimal.positions())).isEmpty();
    }

    @Test
    void findsNothingOddAboutTheShippedPolicy() {
        LoadedBundle shipped = OpenedBundle.of(BundleSource.at(Path.of("policy/opensafely")))
                .load()
                .orThrow();

        assertThat(Trace.of(shipped.policy()).findings(shipped.positions())).isEmpty();
        assertThat(shipped.policy().clauses())
                .allSatisfy(each -> assertThat(each.fingerprint().flatMap(Fingerprint::parse))
                        .as(each.id().value())
                        .isPresent());
    }

    @Test
    void pointsAtTheFilesEvenIfItDoesNotKnowThePlace() throws IOException {
        LoadedBundle bundle = bundle("policy.yaml", "R-WHAT-3, ", "");

        assertThat(Trace.of(bundle.policy()).findings(SourceMap.empty()))
                .extracting(each -> each.span().file())
                .containsExactly("clauses.yaml");
    }

    private static String citedBy(Trace trace, String clause) {
        return trace.find(new Id.Citation(clause)).orElseThrow().citedBy().toString();
    }

    private static List<String> findings(String file, String was, String is) {
        try {
            LoadedBundle bundle = bundle(file, was, is);
            return Trace.of(bundle.policy()).findings(bundle.positions()).stream()
                    .map(TraceTest::line)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String line(Diagnostic each) {
        return each.span().file() + ": " + each.severity().word() + "["
                + each.code().id() + "]: " + each.message();
    }

    private static LoadedBundle bundle(String file, String was, String is) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String each : List.of("policy.yaml", "clauses.yaml")) {
            String text = Files.readString(Archive.BUNDLE.resolve(each));
            assertThat(text).contains(each.equals(file) ? was : "");
            texts.put(each, each.equals(file) && !was.isEmpty() ? text.replace(was, is) : text);
        }
        return OpenedBundle.of(BundleSource.of(texts)).load().orThrow();
    }
}
