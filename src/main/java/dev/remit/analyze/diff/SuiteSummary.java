package dev.remit.analyze.diff;

import dev.remit.model.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sums up suites that only one of two bundles has, since each of their cases would be a change. */
final class SuiteSummary {
    private SuiteSummary() {}

    /** The statements of a bundle, with one for each suite that another bundle lacks. */
    static List<Statement> of(List<Statement> statements, List<Statement> others) {
        Set<String> known = others.stream().map(SuiteSummary::file).collect(Collectors.toSet());
        List<Statement> summed = new ArrayList<>();
        Map<String, List<Statement>> alone = new LinkedHashMap<>();
        for (Statement each : statements) {
            boolean isOfSuite = file(each).startsWith(StatementPlace.TESTS);
            if (isOfSuite && !known.contains(file(each))) {
                alone.computeIfAbsent(file(each), none -> new ArrayList<>()).add(each);
            } else {
                summed.add(each);
            }
        }
        alone.forEach((file, parts) -> summed.add(new Statement(List.of(file), summary(parts))));
        return summed;
    }

    private static String file(Statement statement) {
        return statement.path().get(0);
    }

    private static String summary(List<Statement> parts) {
        String title = parts.stream()
                .filter(each -> each.path().size() == 2 && each.path().get(1).equals("suite"))
                .map(Statement::text)
                .findFirst()
                .orElse("a file that is no suite");
        return title + ": " + count(parts, "cases", "case") + ", " + count(parts, "tables", "table");
    }

    private static String count(List<Statement> parts, String key, String one) {
        long count = parts.stream()
                .filter(each -> each.path().size() > 2 && each.path().get(1).equals(key))
                .count();
        return count + " " + (count == 1 ? one : key);
    }
}
