package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.clauses.Difference;
import dev.remit.clauses.Drift;
import dev.remit.clauses.Fingerprint;
import dev.remit.clauses.Recording;
import dev.remit.diagnostic.Words;
import dev.remit.model.Clause;
import dev.remit.model.Id;
import dev.remit.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prints a clause register with new fingerprints. A sentence that changed keeps its old one, so that it is reported until
 * somebody has read it again and names it with a reason.
 *
 * @param reasons why a changed sentence is read as before, by clause
 */
record Restamping(Map<Id.Citation, String> reasons) {
    Restamping {
        reasons = Map.copyOf(reasons);
    }

    /** Reads {@code ID=REASON}; only sentences that changed have to be named. */
    static Restamping of(List<String> words, List<Drift> drifts) {
        Map<Id.Citation, String> reasons = new LinkedHashMap<>();
        List<String> changed =
                changed(drifts).stream().map(each -> each.clause().id().value()).toList();
        for (String word : words) {
            int equals = word.indexOf('=');
            String id = word.substring(0, Math.max(equals, 0)).strip();
            String reason = word.substring(equals + 1).strip().replaceAll("\\s+", " ");
            if (equals < 1 || reason.isEmpty()) {
                throw new UsageError(
                        "expected `--restamp` to be an id and a reason, found " + Words.quoted(word),
                        "write it like `--restamp \"RP-WHAT-1=only a name changed\"`");
            }
            if (!changed.contains(id)) {
                throw new UsageError(
                        "`--restamp` names " + Words.quoted(id) + ", of which no sentence has changed",
                        Words.didYouMean(id, changed)
                                .or(() -> changed.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of("changed are " + Words.and(changed))));
            }
            reasons.put(new Id.Citation(id), reason);
        }
        return new Restamping(reasons);
    }

    private static List<Difference.Changed> changed(List<Drift> drifts) {
        List<Difference.Changed> changed = new ArrayList<>();
        for (Drift drift : drifts) {
            for (Difference each : drift.differences()) {
                if (each instanceof Difference.Changed one) {
                    changed.add(one);
                }
            }
        }
        return changed;
    }

    /** Prints the register, and on standard error what was done, and what has no counterpart. */
    int print(PolicyBundle bundle, SourceFile register, List<Drift> drifts, Streams streams) {
        Map<Id.Citation, Fingerprint> fingerprints = new LinkedHashMap<>();
        drifts.forEach(drift -> drift.found().forEach((id, sentence) -> fingerprints.put(id, sentence.fingerprint())));
        List<String> notes = new ArrayList<>();
        boolean isComplete = true;
        for (Difference.Changed each : changed(drifts)) {
            Id.Citation id = each.clause().id();
            String reason = reasons.get(id);
            if (reason == null) {
                fingerprints.remove(id);
                notes.add("note: clause " + id
                        + " keeps its old fingerprint, since its sentence has changed; read it again, then"
                        + " name it with `--restamp \"" + id + "=REASON\"`");
                isComplete = false;
            } else {
                notes.add(
                        "note: clause " + id + " has a new fingerprint, and is read as before: " + Words.whole(reason));
            }
        }
        for (Drift drift : drifts) {
            for (Clause clause : bundle.policy().clauses()) {
                if (clause.document().equals(drift.document()) && !drift.found().containsKey(clause.id())) {
                    notes.add("note: no sentence was found for clause " + clause.id());
                    isComplete = false;
                }
            }
            for (Difference each : drift.differences()) {
                if (each instanceof Difference.Added added) {
                    notes.add("note: there is no clause for "
                            + Words.whole(added.sentence().text()));
                    isComplete = false;
                }
            }
        }
        streams.out()
                .line(Recording.write(register, bundle.positions(), fingerprints, reasons)
                        .stripTrailing());
        streams.out().flush();
        notes.forEach(each -> streams.err().println(each));
        return isComplete ? Verb.OK : Verb.NO;
    }
}
