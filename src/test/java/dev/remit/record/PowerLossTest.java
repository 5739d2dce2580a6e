package dev.remit.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.record.ForgetfulFolder.Survival;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The power is cut at every byte and at every force of a run, and of what was not forced anything may be lost. */
class PowerLossTest {
    private static final long PLENTY = 1 << 20;
    private static final int COMMITS = 6;

    /** Opened again without a key: signing takes most of the time. */
    private static final StoreSettings AGAIN = new StoreSettings(RecordMode.DURABLE, 600, Optional.empty());

    /** A run, and by which step it gave which answers. */
    private static final class Run {
        final ForgetfulFolder folder;
        final JournalFolder journal;
        final Map<String, Long> answered = new TreeMap<>();
        final Map<Long, Long> signed = new TreeMap<>();

        Run(RecordMode mode) throws IOException {
            folder = new ForgetfulFolder().cutAfter(PLENTY);
            journal = new JournalFolder(folder);
            try (RecordStore store = Logs.open(journal, Logs.settings(mode, 600, 4))) {
                tell(store);
                for (int i = 0; i < COMMITS; i++) {
                    List<String> texts = List.of("question " + i, "enforced " + i);
                    store.append(texts.stream().map(Logs::draft).toList());
                    texts.forEach(text -> answered.put(text, folder.steps(PLENTY)));
                    if (i % 3 == 2) {
                        store.checkpoint();
                        signed.put(folder.steps(PLENTY), store.size());
                    }
                }
            }
        }

        /** What the upper half does with torn files. */
        static void tell(RecordStore store) throws IOException {
            List<Draft> drafts = new ArrayList<>();
            drafts.add(Logs.draft("started"));
            for (TornFile torn : store.torn()) {
                drafts.add(Draft.of("recovered", "\"file\":\"" + torn.name() + "\""));
            }
            store.append(drafts);
        }

        long steps() {
            return folder.steps(PLENTY);
        }

        /** What is not as it was answered before the cut, once the log is opened again and has gone on. */
        Optional<String> lost(long cut, ForgetfulFolder found) {
            try {
                long covered = LogVerifier.verify(found, List.of(), List.of()).covered();
                try (RecordStore store = Logs.open(found, AGAIN)) {
                    tell(store);
                }
                List<String> lines = Logs.lines(found);
                for (Map.Entry<String, Long> answer : answered.entrySet()) {
                    if (answer.getValue() <= cut && !isIn(lines, answer.getKey())) {
                        return Optional.of(answer.getKey());
                    }
                }
                for (Map.Entry<Long, Long> checkpoint : signed.entrySet()) {
                    if (checkpoint.getKey() <= cut && covered < checkpoint.getValue()) {
                        return Optional.of("a checkpoint of " + checkpoint.getValue());
                    }
                }
                for (String name : found.names()) {
                    if (TornFile.parse(name).isPresent() && !isIn(lines, name)) {
                        return Optional.of("a record of " + name);
                    }
                }
                Verification after = LogVerifier.verify(found, List.of(), List.of());
                return after.isIntact()
                        ? Optional.empty()
                        : Optional.of(after.damage().toString());
            } catch (IOException refused) {
                return Optional.of("the log: " + refused.getMessage());
            }
        }

        private static boolean isIn(List<String> lines, String text) {
            return lines.stream().anyMatch(line -> line.contains("\"" + text + "\""));
        }
    }

    @ParameterizedTest
    @EnumSource
    void losesNothingThatWasAnswered(Survival survival) throws IOException {
        Run run = new Run(RecordMode.DURABLE);
        for (long cut = 0; cut <= run.steps(); cut++) {
            ForgetfulFolder found =
                    run.journal.again(new ForgetfulFolder().cutAfter(cut)).afterPowerLoss(survival, new Random(cut));

            assertThat(run.lost(cut, found))
                    .as("lost after a cut at step %s", cut)
                    .isEmpty();
        }
    }

    @Test
    void losesNothingIfThePowerIsCutAgainWhileTheLogIsOpened() throws IOException {
        Random random = new Random(7);
        Run run = new Run(RecordMode.DURABLE);
        for (int i = 0; i < 500; i++) {
            long cut = random.nextLong(run.steps());
            ForgetfulFolder once = run.journal
                    .again(new ForgetfulFolder().cutAfter(cut))
                    .afterPowerLoss(Survival.SOME_PAGES, random)
                    .cutAfter(random.nextInt(900));
            try (RecordStore store = Logs.open(once, AGAIN)) {
                Run.tell(store);
            } catch (IOException noPower) {
                assertThat(once.isCut()).as("%s", noPower).isTrue();
            }

            ForgetfulFolder twice = once.afterPowerLoss(Survival.SOME_PAGES, random);

            assertThat(run.lost(cut, twice)).as("lost in round %s", i).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NOTHING", "SOME_PAGES"})
    void wouldLoseAnswersWithoutForce(Survival survival) throws IOException {
        Run run = new Run(RecordMode.DURABLE);
        int losses = 0;
        for (long cut = 0; cut <= run.steps(); cut += 7) {
            ForgetfulFolder found = run.journal
                    .again(new ForgetfulFolder().ignoringForce().cutAfter(cut))
                    .afterPowerLoss(survival, new Random(cut));
            losses += run.lost(cut, found).isEmpty() ? 0 : 1;
        }

        assertThat(losses).isGreaterThan(50);
    }

    @Test
    void keepsWhatWasWrittenIfOnlyTheProcessEnds() throws IOException {
        Run run = new Run(RecordMode.WRITTEN);
        for (long cut = 0; cut <= run.steps(); cut += 5) {
            ForgetfulFolder found = run.journal
                    .again(new ForgetfulFolder().cutAfter(cut))
                    .afterPowerLoss(Survival.ALL, new Random(cut));

            assertThat(run.lost(cut, found))
                    .as("lost after a cut at step %s", cut)
                    .isEmpty();
        }
    }
}
