package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.model.CanonicalForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits everything in the files of bundles, and looks how many of the three digests notice: exactly one. */
class EveryEditTest {
    /**
     * What nobody reads: names of sets and conditions that nothing uses, and what they stand for; what has one value only; a
     * stance of a work category that its permits override; and the approval, which is no part of what is approved.
     */
    private static final Pattern READ_BY_NOBODY = Pattern.compile(
            ".*/remit|.*/if-list-missing|sign-off/.*|(policy|rules)/(sets|conditions)/.*|(policy|rules)/work-categories/\\*/opt-outs/\\*");

    /**
     * What cannot be exchanged where it stands, since other places name it: new ids. That renaming a thing everywhere is
     * noticed is shown by the texts of the digests, each line of which has the id.
     */
    private static final Pattern NAMED_ELSEWHERE = Pattern.compile(
            ".*/remit|.*/if-list-missing|.*/for|.*/must-be-said|.*/approvers|.*/granted-by|.*/derived-from/-/when|.*/ask/who|policy/policy/files(/-)?|policy/policy/id|policy/vocabulary/project/\\*(/values|/set-of)?(/-)?|policy/vocabulary/facts/\\*/(values|set-of)(/-)?|policy/domains/.*");

    /**
     * Ids that take along what is said of the thing, so that another digest notices where it is said; the closed list of
     * the projects of which an attribute is true, which says so of each project of the register; and the value that
     * something has of which the registers say nothing.
     */
    private static final Pattern NAMED =
            Pattern.compile(".*/(rules|constraints)/-/id|.*/true-only-for(/-)?|.*/if-unsaid(/-)?");

    /** What a key says that is left out. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "patient-data", "true",
            "about", "person",
            "changed-by", "nobody",
            "permission-changed-by", "nobody",
            "time-zone", "UTC");

    /** How many places of one sort may turn out to have no other word. */
    private static final int MOST_FAILED = 6;

    /** How many other words are tried in one place. */
    private static final int MOST_WAYS = 24;

    private record Digests(String policy, String registers, String assurance) {
        static Optional<Digests> of(Map<String, String> texts) {
            return OpenedBundle.of(BundleSource.of(texts))
                    .load()
                    .value()
                    .map(bundle -> new Digests(
                            CanonicalForm.digest(bundle.policy()),
                            CanonicalForm.digest(bundle.registers()),
                            bundle.assurance().digest()));
        }

        int changed(Digests other) {
            return (policy.equals(other.policy) ? 0 : 1)
                    + (registers.equals(other.registers) ? 0 : 1)
                    + (assurance.equals(other.assurance) ? 0 : 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "src/test/resources/dev/remit/grammar/valid, 1",
        "policy/minimal, 1",
        "policy/tutorial, 1",
        "policy/opensafely, 14"
    })
    void changesExactlyOneDigest(Path folder, int nth) { // one of so many sorts of places
        Map<String, String> texts = new LinkedHashMap<>();
        OpenedBundle opened = OpenedBundle.of(BundleSource.at(folder));
        opened.files().forEach((path, file) -> texts.put(path, file.text()));
        opened.suites()
                .forEach((path, file) -> texts.put(path, file.orElseThrow().text()));
        Digests before = Digests.of(texts).orElseThrow();
        Map<String, Integer> tried = new HashMap<>();
        Map<String, Integer> failed = new HashMap<>();
        Set<String> unexchangeable = new TreeSet<>();
        Set<String> exchanged = new TreeSet<>();
        List<String> wrong = new ArrayList<>();

        for (EveryEdit.Edit edit : EveryEdit.of(texts)) {
            String sort = edit.place() + (edit.isRemoval() ? " left out" : "");
            boolean isSpared = NAMED_ELSEWHERE.matcher(edit.place()).matches()
                    || tried.containsKey(sort)
                    || Math.floorMod(sort.hashCode(), nth) > 0
                    || failed.getOrDefault(sort, 0) >= MOST_FAILED;
            if (isSpared) {
                continue;
            }
            Optional<Digests> after = edit.ways().stream()
                    .limit(MOST_WAYS)
                    .map(way -> Digests.of(way.get()))
                    .flatMap(Optional::stream)
                    .filter(each -> edit.isRemoval()
                            || READ_BY_NOBODY.matcher(edit.place()).matches()
                            || before.changed(each) > 0)
                    .findFirst();
            if (after.isEmpty()) {
                unexchangeable.add(sort);
                failed.merge(sort, 1, Integer::sum);
                continue;
            }
            tried.merge(sort, 1, Integer::sum);
            exchanged.add(sort);
            int changed = before.changed(after.get());
            boolean isRight = READ_BY_NOBODY.matcher(edit.place()).matches()
                    || changed == 1
                    || (changed == 2 && NAMED.matcher(edit.place()).matches())
                    || (changed == 0 && edit.isRemoval() && isLeftOut(edit));
            if (!isRight) {
                wrong.add(changed + " digests notice another `" + edit.value() + "` at " + edit.place()
                        + (edit.isRemoval() ? ", left out" : ""));
            }
        }

        unexchangeable.removeAll(exchanged);
        unexchangeable.removeIf(place -> place.endsWith(" left out"));
        assertThat(wrong).isEmpty();
        if (folder.endsWith("valid")) {
            assertThat(unexchangeable).as("places of which no edit loads").isEmpty();
        }
        assertThat(exchanged).hasSizeGreaterThan(10);
    }

    private static boolean isLeftOut(EveryEdit.Edit edit) {
        String key = edit.place().substring(edit.place().lastIndexOf('/') + 1);
        return edit.value().equals(LEFT_OUT.get(key));
    }
}
