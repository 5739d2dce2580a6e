package dev.remit.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.analyze.Progress;
import dev.remit.analyze.replay.RecordedAnswer;
import dev.remit.analyze.replay.Replay;
import dev.remit.decide.DecisionPoint;
import dev.remit.json.AnswerReader;
import dev.remit.model.Id;
import dev.remit.signing.Hash;
import dev.remit.signing.TreeHasher;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Decides the answers of a log again under another policy, from the records alone. Records that hold the same question and answer are
 * decided once; the instant that was asked about does not matter, since what was known then stands in the record, and the project
 * only as far as closed lists of the other policy name it.
 */
public final class RecordReplay {
    private static final String DECIDED = "decided";

    private final Replay replay;
    private final TreeHasher hasher = new TreeHasher();
    private final Map<SameQuestion, Replay.Difference> known = new HashMap<>();

    /**
     * What records have in common that are decided once.
     *
     * @param rest the hash of question and answer without instant and project
     * @param listed what the other policy knows of the project by its id
     */
    private record SameQuestion(Hash rest, List<Id.Value> listed) {}

    private RecordReplay(DecisionPoint other) {
        replay = Replay.under(other);
    }

    /**
     * What a policy would have answered to what a log holds.
     *
     * @throws LogException if the log is damaged, or holds an answer that cannot be read
     */
    public static Replayed of(RecordFolder log, DecisionPoint other) throws IOException {
        return of(log, other, Progress.UNHEARD);
    }

    /**
     * What a policy would have answered to what a log holds.
     *
     * @param progress is called with how far the work has come
     * @throws LogException if the log is damaged, or holds an answer that cannot be read
     */
    public static Replayed of(RecordFolder log, DecisionPoint other, Progress progress) throws IOException {
        RecordReplay replaying = new RecordReplay(other);
        LogReader.visit(log.folder(), 0, progress, replaying::accept);
        return new Replayed(replaying.replay.report(), other.policy());
    }

    /**
     * What a policy would have answered to the answers among some lines of logs, in any order: for an engine that spreads the lines of
     * large logs over many machines, and adds up what comes of each part.
     *
     * @throws LogException if a line is no record, or holds an answer that cannot be read
     */
    public static Replayed ofLines(Iterator<String> lines, DecisionPoint other) throws LogException {
        RecordReplay replaying = new RecordReplay(other);
        while (lines.hasNext()) {
            byte[] line = lines.next().getBytes(UTF_8);
            RecordHead head = RecordHead.parse(line, 0, line.length)
                    .orElseThrow(() -> new LogException("expected the line of a record"));
            replaying.accept(head, line, 0, line.length);
        }
        return new Replayed(replaying.replay.report(), other.policy());
    }

    private void accept(RecordHead head, byte[] buffer, int from, int length) throws LogException {
        if (!head.kind().equals(DECIDED)) {
            return;
        }
        AskedAndAnswered part = AskedAndAnswered.in(buffer, from, length);
        SameQuestion same = new SameQuestion(part.hash(hasher), replay.listed(part.project()));
        Replay.Difference difference = known.get(same);
        if (difference == null) {
            difference = decide(head, part);
            known.put(same, difference);
        }
        replay.count(head.seq(), difference, part.project());
    }

    private Replay.Difference decide(RecordHead head, AskedAndAnswered part) throws LogException {
        RecordedAnswer answer = part.json()
                .flatMap(json -> AnswerReader.read(json, part.project()))
                .orElseThrow(() -> new LogException(
                        "record " + Sentences.number(head.seq()) + " holds no answer that can be read"));
        return replay.decide(answer);
    }
}
