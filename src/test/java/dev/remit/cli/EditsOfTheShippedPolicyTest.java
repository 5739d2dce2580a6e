package dev.remit.cli;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.analyze.Progress;
import dev.remit.analyze.diff.AccessChange;
import dev.remit.analyze.diff.DiffReport;
import dev.remit.analyze.diff.Edit;
import dev.remit.analyze.diff.HeldBack;
import dev.remit.analyze.diff.RegisteredChange;
import dev.remit.check.AccessLocks;
import dev.remit.check.BundleDiff;
import dev.remit.decide.Outcome;
import dev.remit.model.Assignment;
import dev.remit.model.PolicyPath;
import dev.remit.model.SignOff;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A corpus of edits of the shipped policy, each of another kind, with what its difference must say: which digests change,
 * which way access goes, the edited places as the causes, which locks it touches, and what holds it back. Every question a
 * difference names is asked of both policies.
 */
class EditsOfTheShippedPolicyTest {
    private static final Path SHIPPED = Path.of("policy/opensafely");
    private static final Path CORPUS = Path.of("src/test/resources/dev/remit/analyze/edits");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Map<String, String> TEXTS = shipped();
    private static final PolicyBundle BEFORE = Remit.load(TEXTS);

    private static Map<String, String> shipped() {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                texts.put(SHIPPED.relativize(each).toString(), Files.readString(each));
            }
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<String> edits() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList().stream();
        }
    }

    /** An edit: what its difference must say, and the files after it with the lines it touched. */
    private record Corpus(Map<String, List<String>> says, Map<String, String> texts, Map<String, Set<Integer>> lines) {
        List<String> all(String key) {
            return says.getOrDefault(key, List.of());
        }

        String one(String key) {
            return all(key).get(0);
        }
    }

    private static Corpus read(String name) throws IOException {
        Map<String, List<String>> says = new TreeMap<>();
        Map<String, String> texts = new TreeMap<>(TEXTS);
        Map<String, Set<Integer>> lines = new TreeMap<>();
        String file = "";
        StringBuilder gone = new StringBuilder();
        StringBuilder come = new StringBuilder();
        List<String> all = new ArrayList<>(Files.readAllLines(CORPUS.resolve(name)));
        all.add("file: end");
        for (String line : all.subList(1, all.size())) {
            if (line.startsWith("-")) {
                gone.append(line.substring(1)).append('\n');
            } else if (line.startsWith("+")) {
                come.append(line.substring(1)).append('\n');
            } else {
                if (!gone.isEmpty()) {
                    apply(file, gone.toString(), come.toString(), texts, lines);
                    gone.setLength(0);
                    come.setLength(0);
                }
                String[] parts = line.split(": ?", 2);
                if (parts[0].equals("file")) {
                    file = parts[1];
                } else {
                    says.computeIfAbsent(parts[0], none -> new ArrayList<>()).add(parts[1]);
                }
            }
        }
        return new Corpus(says, texts, lines);
    }

    private static void apply(
            String file, String gone, String come, Map<String, String> texts, Map<String, Set<Integer>> lines) {
        String text = texts.getOrDefault(file, "");
        int at = text.indexOf(gone);
        assertThat(at).as("%s holds once: %s", file, gone).isNotNegative();
        assertThat(text.indexOf(gone, at + 1))
                .as("%s holds once: %s", file, gone)
                .isNegative();
        texts.put(file, text.substring(0, at) + come + text.substring(at + gone.length()));
        int first = (int) text.substring(0, at).lines().count() + 1;
        List<String> old = gone.lines().toList();
        List<String> now = come.lines().toList();
        Set<Integer> touched = lines.computeIfAbsent(file, none -> new TreeSet<>());
        for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
            if (i >= old.size() || i >= now.size() || !old.get(i).equals(now.get(i))) {
                touched.add(first + i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("edits")
    void tellsTheEditTrulyAndPointsAtIt(String name) throws IOException {
        Corpus corpus = read(name);
        PolicyBundle after = Remit.load(corpus.texts());

        BundleDiff diff = BundleDiff.between(BEFORE, after, Optional.of(TODAY), Progress.UNHEARD);

        DiffReport report = diff.report();
        String page = diff.page("old", "new", List.of()).text();
        assertThat(report.direction().name().toLowerCase(Locale.ROOT)).isEqualTo(corpus.one("direction"));
        corpus.all("says").forEach(text -> assertThat(page).contains(text));
        corpus.all("silent").forEach(text -> assertThat(page).doesNotContain(text));
        assertThat(page).as("no numbers of many digits").doesNotContainPattern("[0-9],[0-9]{3},[0-9]{3}");
        assertThat(sections(report)).containsAll(corpus.all("section"));
        assertThat(report.registered().stream().map(RegisteredChange::id)).containsAll(corpus.all("person"));
        digests(corpus, after);
        causes(corpus, diff);
        held(corpus, report);
        locks(corpus, diff);
        asked(report, after);
    }

    private static Set<String> sections(DiffReport report) {
        return report.assurance().stream().map(each -> each.section().title()).collect(toCollection(TreeSet::new));
    }

    /** The digests that change are those an approval of the older bundle no longer binds. */
    private static void digests(Corpus corpus, PolicyBundle after) {
        SignOff.Digests was = BEFORE.digests();
        SignOff.Digests is = after.digests();
        List<String> changed = new ArrayList<>();
        if (!was.policy().equals(is.policy())) {
            changed.add("policy");
        }
        if (!was.registers().equals(is.registers())) {
            changed.add("registers");
        }
        if (!was.assurance().equals(is.assurance())) {
            changed.add("assurance");
        }
        assertThat(String.join(" ", changed)).isEqualTo(corpus.one("digests").strip());
    }

    /** Every cause is a place that was edited, and every sentence has one. */
    private static void causes(Corpus corpus, BundleDiff diff) {
        DiffReport report = diff.report();
        Set<String> causes = new TreeSet<>();
        for (AccessChange each : report.changes()) {
            assertThat(each.causes()).isNotEmpty();
            each.causes().forEach(cause -> causes.add(cause.text()));
        }
        Set<String> wanted = new TreeSet<>(corpus.all("cause"));
        assertThat(causes).containsAll(wanted);
        wanted.addAll(corpus.all("word"));
        assertThat(wanted).as("nothing else is blamed").containsAll(causes);
        Function<PolicyPath, Optional<String>> places = diff.places();
        Set<PolicyPath> blamed = new TreeSet<>();
        report.changes().forEach(each -> blamed.addAll(each.causes()));
        report.edits().stream().map(Edit::places).forEach(blamed::addAll);
        for (PolicyPath each : blamed) {
            String place = places.apply(each).orElseThrow();
            int colon = place.lastIndexOf(':');
            int line = Integer.parseInt(place.substring(colon + 1));
            assertThat(corpus.lines().getOrDefault(place.substring(0, colon), Set.of()))
                    .as("%s is said to stand at %s", each, place)
                    .contains(line);
        }
        corpus.all("edit")
                .forEach(path -> assertThat(report.edits())
                        .extracting(each -> each.path().text())
                        .contains(path));
    }

    /** What holds an edit back that changes no answer. */
    private static void held(Corpus corpus, DiffReport report) {
        for (String each : corpus.all("held")) {
            List<String> words = List.of(each.split(" ", -1));
            List<HeldBack> held = report.edits().stream()
                    .filter(edit -> edit.path().text().equals(words.get(0)))
                    .findFirst()
                    .map(Edit::held)
                    .orElseThrow();
            assertThat(held)
                    .extracting(one -> one.why().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .containsExactly(words.get(1));
            assertThat(held.get(0).by())
                    .extracting(PolicyPath::text)
                    .containsExactlyElementsOf(words.subList(2, words.size()));
        }
    }

    private static void locks(Corpus corpus, BundleDiff diff) {
        AccessLocks locks = AccessLocks.of(BEFORE, diff.after());
        for (String each : corpus.all("locked")) {
            assertThat(diff.refusal(locks.read(each)).isPresent())
                    .as("the lock %s is touched", each)
                    .isTrue();
        }
        for (String each : corpus.all("unlocked")) {
            assertThat(diff.refusal(locks.read(each)).isPresent())
                    .as("the lock %s is not touched", each)
                    .isFalse();
        }
    }

    /** The example question of each sentence is answered by both policies as the sentence says. */
    private static void asked(DiffReport report, PolicyBundle after) {
        for (AccessChange each : report.changes()) {
            Optional<Outcome> was = ask(BEFORE, each.where().question());
            Optional<Outcome> is = ask(after, each.where().question());
            boolean permitted = was.filter(Outcome::permitted).isPresent();
            boolean permits = is.filter(Outcome::permitted).isPresent();
            switch (each.kind()) {
                case GAINED -> assertThat(List.of(permitted, permits)).containsExactly(false, true);
                case LOST -> assertThat(List.of(permitted, permits)).containsExactly(true, false);
                case CHANGED -> {
                    assertThat(List.of(permitted, permits)).containsExactly(true, true);
                    assertThat(terms(is)).isNotEqualTo(terms(was));
                }
                case REASON -> {
                    assertThat(was.isPresent() && is.isPresent()).isTrue();
                    assertThat(permits).isEqualTo(permitted);
                }
            }
        }
    }

    private static String terms(Optional<Outcome> outcome) {
        return outcome.orElseThrow().grants().stream()
                .map(each -> each.population() + " " + each.obligations())
                .sorted()
                .toList()
                .toString();
    }

    /** What a policy answers; empty if the question has words that it does not know. */
    private static Optional<Outcome> ask(PolicyBundle bundle, Assignment question) {
        Space space = bundle.decisionPoint().space();
        int[] values = new int[space.variables().size()];
        for (Variable theirs : space.variables()) {
            Variable ours = question.space().find(theirs.name()).orElseThrow();
            OptionalInt value = theirs.ordinal(question.word(ours));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values[theirs.index()] = value.getAsInt();
        }
        return Optional.of(bundle.decisionPoint().outcome(Assignment.of(space, values)));
    }
}
