package dev.remit.analyze.diff;

import dev.remit.analyze.diff.AccessChange.Direction;
import dev.remit.model.CanonicalForm;
import dev.remit.model.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was edited between two policies: the lines of their meanings that differ. */
final class Edits {
    /** Where each sort of line stands in a policy. */
    private static final Map<String, String> PLACES = Map.of(
            "rule", "rules.",
            "constraint", "constraints.",
            "category", "categories.",
            "level", "vocabulary.levels.",
            "route", "vocabulary.routes.",
            "attribute", "vocabulary.project.",
            "fact", "vocabulary.facts.",
            "register", "vocabulary.opt-outs.",
            "time-zone", "policy");
    /** Questions say nothing of lists, sources of facts and days. */
    private static final Set<String> BEYOND_QUESTIONS = Set.of("vocabulary.facts.", "vocabulary.opt-outs.", "policy");

    private Edits() {}

    /** Every edit, by path. */
    static List<Edit> between(Policy before, Policy after) {
        Map<String, String> was = lines(before);
        Map<String, String> is = lines(after);
        Set<String> paths = new TreeSet<>(was.keySet());
        paths.addAll(is.keySet());
        List<Edit> edits = new ArrayList<>();
        for (String path : paths) {
            Optional<String> old = Optional.ofNullable(was.get(path));
            Optional<String> now = Optional.ofNullable(is.get(path));
            if (!old.equals(now)) {
                boolean beyond = old.isPresent()
                        && now.isPresent()
                        && BEYOND_QUESTIONS.stream().anyMatch(path::startsWith);
                edits.add(new Edit(path, old, now, beyond ? Direction.WIDER : Direction.SAME, false));
            }
        }
        return edits;
    }

    private static Map<String, String> lines(Policy policy) {
        Map<String, String> lines = new TreeMap<>();
        for (String line : CanonicalForm.text(policy).lines().toList()) {
            int word = line.indexOf(' ');
            String place = PLACES.get(line.substring(0, word));
            if (place != null && place.endsWith(".")) {
                int end = endOfQuoted(line, word + 1);
                lines.put(
                        place + line.substring(word + 2, end - 1),
                        line.substring(end).strip());
            } else if (place != null) {
                lines.put(place, line);
            }
        }
        return lines;
    }

    private static int endOfQuoted(String line, int from) {
        int at = from + 1;
        while (line.charAt(at) != '"') {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
