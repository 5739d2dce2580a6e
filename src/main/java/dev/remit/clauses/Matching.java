package dev.remit.clauses;

import dev.remit.model.Clause;
import dev.remit.model.Id;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Matches the clauses of a document with its present sentences. */
final class Matching {
    /** The share of common words from which two sentences of one section count as the same one, reworded. */
    private static final double ALIKE = 0.3;

    /** The same for sentences of different sections, where similarity by chance is more likely. */
    private static final double ALIKE_ELSEWHERE = 0.5;

    private static final int NONE = -1;

    private final List<Clause> clauses;
    private final List<Passage> passages;
    private final List<Optional<Fingerprint>> recorded;
    private final List<String> sectionOfClause;
    private final List<String> sectionOfPassage;

    /** For each clause the place of its sentence, and the other way round. */
    private final int[] sentenceOf;

    private final int[] clauseOf;
    private final boolean[] isChanged;
    private final boolean[] isMoved;

    Matching(List<Clause> clauses, List<Passage> passages) {
        this.clauses = clauses;
        this.passages = passages;
        recorded = clauses.stream()
                .map(each -> each.fingerprint().flatMap(Fingerprint::parse))
                .toList();
        sectionOfClause =
                clauses.stream().map(each -> Plain.heading(each.section())).toList();
        sectionOfPassage =
                passages.stream().map(each -> Plain.heading(each.section())).toList();
        sentenceOf = new int[clauses.size()];
        clauseOf = new int[passages.size()];
        isChanged = new boolean[clauses.size()];
        isMoved = new boolean[clauses.size()];
        Arrays.fill(sentenceOf, NONE);
        Arrays.fill(clauseOf, NONE);
    }

    Drift drift(Id.Source document) {
        matchEqual(true);
        findMovesWithin();
        matchEqual(false);
        matchAlike();
        matchUnrecorded();
        Map<Id.Citation, Passage> found = new LinkedHashMap<>();
        List<Clause> unrecorded = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            if (sentenceOf[i] != NONE) {
                found.put(clauses.get(i).id(), passages.get(sentenceOf[i]));
            }
            if (recorded.get(i).isEmpty()) {
                unrecorded.add(clauses.get(i));
            }
        }
        return new Drift(document, passages.size(), differences(), unrecorded, found);
    }

    private void pair(int clause, int passage) {
        sentenceOf[clause] = passage;
        clauseOf[passage] = clause;
    }

    /** Pairs equal sentences, repeated ones in order. */
    private void matchEqual(boolean sameSection) {
        for (int i = 0; i < clauses.size(); i++) {
            for (int j = 0; sentenceOf[i] == NONE && j < passages.size(); j++) {
                if (clauseOf[j] == NONE && isEqual(i, j) && (!sameSection || isSameSection(i, j))) {
                    pair(i, j);
                    isMoved[i] = !sameSection;
                }
            }
        }
    }

    private boolean isEqual(int clause, int passage) {
        return recorded.get(clause)
                .map(each -> each.isSame(passages.get(passage).fingerprint()))
                .orElse(false);
    }

    private boolean isSameSection(int clause, int passage) {
        return sectionOfClause.get(clause).equals(sectionOfPassage.get(passage));
    }

    /** Marks as moved the pairs outside a longest subsequence that kept its order. */
    private void findMovesWithin() {
        int[] longest = new int[clauses.size()];
        int[] before = new int[clauses.size()];
        Arrays.fill(before, NONE);
        int last = NONE;
        for (int i = 0; i < clauses.size(); i++) {
            if (sentenceOf[i] == NONE) {
                continue;
            }
            longest[i] = 1;
            for (int j = 0; j < i; j++) {
                if (sentenceOf[j] != NONE && sentenceOf[j] < sentenceOf[i] && longest[j] + 1 > longest[i]) {
                    longest[i] = longest[j] + 1;
                    before[i] = j;
                }
            }
            last = last == NONE || longest[i] > longest[last] ? i : last;
        }
        for (int i = 0; i < clauses.size(); i++) {
            isMoved[i] = sentenceOf[i] != NONE;
        }
        for (int i = last; i != NONE; i = before[i]) {
            isMoved[i] = false;
        }
    }

    /** Pairs the rest by similarity, best first; of equally good pairs, the one in the same section, then the first. */
    private void matchAlike() {
        record Candidate(int clause, int passage, double likeness, boolean isNear) {}
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            for (int j = 0; j < passages.size(); j++) {
                if (sentenceOf[i] == NONE
                        && clauseOf[j] == NONE
                        && recorded.get(i).isPresent()) {
                    boolean isNear = isSameSection(i, j);
                    double likeness =
                            recorded.get(i).get().likeness(passages.get(j).fingerprint());
                    if (likeness >= (isNear ? ALIKE : ALIKE_ELSEWHERE)) {
                        candidates.add(new Candidate(i, j, likeness, isNear));
                    }
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::likeness)
                .reversed()
                .thenComparing(each -> !each.isNear())
                .thenComparing(Candidate::clause)
                .thenComparing(Candidate::passage));
        for (Candidate each : candidates) {
            if (sentenceOf[each.clause()] == NONE && clauseOf[each.passage()] == NONE) {
                pair(each.clause(), each.passage());
                isChanged[each.clause()] = true;
            }
        }
    }

    /**
     * Pairs clauses without a fingerprint with the remaining sentences of their section, if there are as many of both.
     */
    private void matchUnrecorded() {
        for (String section : new LinkedHashSet<>(sectionOfClause)) {
            List<Integer> waiting = new ArrayList<>();
            for (int i = 0; i < clauses.size(); i++) {
                if (recorded.get(i).isEmpty() && sectionOfClause.get(i).equals(section)) {
                    waiting.add(i);
                }
            }
            List<Integer> left = new ArrayList<>();
            for (int j = 0; j < passages.size(); j++) {
                if (clauseOf[j] == NONE && sectionOfPassage.get(j).equals(section)) {
                    left.add(j);
                }
            }
            if (waiting.size() == left.size()) {
                for (int k = 0; k < left.size(); k++) {
                    pair(waiting.get(k), left.get(k));
                }
            }
        }
    }

    /**
     * The differences in the order of the document; a clause that is gone follows the clause that it used to follow.
     */
    private List<Difference> differences() {
        TreeMap<Integer, List<Difference>> placed = new TreeMap<>();
        int place = NONE;
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            int at = sentenceOf[i];
            if (at == NONE && recorded.get(i).isPresent()) {
                put(placed, place, new Difference.Gone(clause));
            } else if (at != NONE && isChanged[i]) {
                Passage sentence = passages.get(at);
                double likeness = recorded.get(i).get().likeness(sentence.fingerprint());
                put(placed, at, new Difference.Changed(clause, sentence, likeness, Optional.empty()));
            } else if (at != NONE && isMoved[i]) {
                put(placed, at, new Difference.Moved(clause, passages.get(at), clauseBefore(at)));
            }
            place = at == NONE || isMoved[i] ? place : at;
        }
        for (int j = 0; j < passages.size(); j++) {
            if (clauseOf[j] == NONE) {
                put(placed, j, new Difference.Added(passages.get(j)));
            }
        }
        return placed.values().stream().flatMap(List::stream).toList();
    }

    private static void put(Map<Integer, List<Difference>> placed, int place, Difference difference) {
        placed.computeIfAbsent(place, none -> new ArrayList<>()).add(difference);
    }

    private Optional<Clause> clauseBefore(int passage) {
        for (int j = passage - 1; j >= 0; j--) {
            if (clauseOf[j] != NONE) {
                return Optional.of(clauses.get(clauseOf[j]));
            }
        }
        return Optional.empty();
    }
}
