package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;
import dev.remit.model.Period;
import dev.remit.model.Policy;
import dev.remit.model.Project;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.RegisterVariables;
import dev.remit.model.Space;
import dev.remit.model.Timeline;
import dev.remit.model.Variable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The states of registered projects as rows of numbers, one for each stretch of days on which nothing changes, so that a
 * question about a project costs one look-up. Equal rows are one.
 */
final class ProjectRows {
    private final List<ProjectAttribute> attributes;
    private final RegisterVariables registered;
    private final Variable[] variables;
    private final IdTable projects;
    private final Stretch[] stretches;

    /**
     * What holds from a day on, as days since 1970, and what held before. Equal ones are one, so that most are near.
     */
    @SuppressWarnings("ArrayRecordComponent") // equal rows are one
    private record Stretch(
            long firstDay, int[] row, @Nullable Stretch before) {
        int[] on(long day) {
            Stretch stretch = this;
            while (stretch.firstDay > day && stretch.before != null) {
                stretch = stretch.before;
            }
            return stretch.row;
        }
    }

    ProjectRows(Policy policy, Space space, Map<Id.Project, Project> projects) {
        attributes = policy.vocabulary().attributes();
        registered = new RegisterVariables(policy.vocabulary(), space);
        variables = registered.ofProjects().toArray(Variable[]::new);
        Map<Stretch, Integer> numbers = new LinkedHashMap<>();
        Map<String, Integer> last = new LinkedHashMap<>();
        Map<List<Integer>, int[]> rows = new HashMap<>();
        projects.values().forEach(project -> {
            int number = numbers.computeIfAbsent(last(project, rows), next -> numbers.size());
            project.names().forEach(name -> last.put(name.value(), number));
        });
        this.projects = new IdTable(last);
        stretches = numbers.keySet().toArray(Stretch[]::new);
    }

    /**
     * Lays a project's state over the values of a question.
     *
     * @param day the day asked about, as days since 1970
     * @return whether there is such a project; if not, nothing was done
     */
    boolean lay(String project, long day, int[] values) {
        int last = projects.find(project);
        if (last < 0) {
            return false;
        }
        int[] row = stretches[last].on(day);
        for (int i = 0; i < row.length; i++) {
            values[variables[i].index()] = row[i];
        }
        return true;
    }

    private Stretch last(Project project, Map<List<Integer>, int[]> rows) {
        for (ProjectAttribute each : attributes) {
            if (each.element().isEmpty() && !project.attributes().containsKey(each.id())) {
                throw new IllegalArgumentException("project " + project.id() + " has no attribute " + each.id());
            }
            each.closedValue(project.names()).ifPresent(listed -> {
                if (!listed.equals(project.attributes().get(each.id()))) {
                    throw new IllegalArgumentException("project " + project.id() + " has an attribute " + each.id()
                            + " other than by the closed list of the policy");
                }
            });
        }
        Stretch last = null;
        for (Period each : Timeline.of(project.periods()).stretches()) {
            long firstDay = each.from().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
            last = new Stretch(firstDay, row(project.on(Timeline.day(each)), rows), last);
        }
        return requireNonNull(last, "there is always a stretch");
    }

    private int[] row(Project.OnDay project, Map<List<Integer>, int[]> rows) {
        int[] row = registered.values(project);
        return rows.computeIfAbsent(Arrays.stream(row).boxed().toList(), fresh -> row);
    }
}
