package dev.remit.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.analyze.Region;
import dev.remit.analyze.access.AccessReview;
import dev.remit.decide.ValueRestriction;
import dev.remit.model.Assignment;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import dev.remit.report.RegionGroup;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegionWordsTest {
    private static final PolicyBundle BUNDLE = Remit.load(Path.of("policy/opensafely"));
    private static final Space SPACE = Space.of(BUNDLE.policy().vocabulary());
    private static final RegionWords IDS = RegionWords.ids(BUNDLE.policy().vocabulary());
    private static final RegionWords TITLES = RegionWords.titles(BUNDLE.policy().vocabulary());

    private static ValueRestriction so(String name, String... values) {
        return new ValueRestriction(SPACE.find(name).orElseThrow(), List.of(values));
    }

    private static Region region(ValueRestriction... so) {
        return new Region(List.of(so), BigInteger.ONE, Assignment.open(SPACE));
    }

    @Test
    void countsAssignmentsSoThatLargeNumbersCanBeRead() {
        assertThat(RegionWords.assignments(BigInteger.ONE)).isEqualTo("1 situation");
        assertThat(RegionWords.assignments(BigInteger.valueOf(1_234_567))).isEqualTo("1,234,567 situations");
    }

    @Test
    void tellsWhoForWhichPurposeAndWhen() {
        Region region = region(
                so("role", "platform-developer"),
                so("category", "technical-support"),
                so("project.status", "active"),
                so("problem-identified", "true"));

        assertThat(IDS.phrase(region))
                .isEqualTo(
                        "platform-developer, in technical-support, when problem-identified and the project is active");
        assertThat(TITLES.phrase(region))
                .isEqualTo("platform developer, in technical support for approved projects, when an error or other"
                        + " problem in running the study was identified and the project is active");
    }

    @Test
    void tellsWhatIsDoneToWhichLevelByWhichWayIn() {
        assertThat(IDS.phrase(
                        region(so("activity", "view", "view-logs"), so("level", "1", "2", "3"), so("route", "direct"))))
                .isEqualTo("to view or view-logs, level 1, 2 or 3, via direct");
    }

    @Test
    void tellsAllButOneByTheOneLeftOut() {
        List<String> roles = SPACE.role().values();

        assertThat(IDS.phrase(region(new ValueRestriction(SPACE.role(), roles.subList(1, roles.size())))))
                .isEqualTo("anything but " + roles.get(0));
    }

    @Test
    void namesTheAttributeWhereAValueDoesNotTellWhich() {
        assertThat(IDS.phrase(region(so("project.kind", "none"), so("project.legacy", "false"))))
                .isEqualTo("when project.kind: none and not project.legacy");
        assertThat(TITLES.phrase(region(so("project.kind", "research", "audit"), so("project.legacy", "true"))))
                .isEqualTo("when the project is research or audit and legacy project of the pandemic: yes");
    }

    @Test
    void tellsPermissionsAndWhatIsAsked() {
        assertThat(IDS.phrase(region(so("project.permissions.type-1", "false"), so("optOuts.type-1", "include"))))
                .isEqualTo("when the project does not hold the permission for type-1 and asked to include type-1");
        assertThat(IDS.phrase(region(so("optOuts.type-1", "unstated", "exclude"))))
                .isEqualTo("when not asked to include type-1");
        assertThat(IDS.phrase(region(so("optOuts.type-1", "unstated"))))
                .isEqualTo("when nothing is asked about type-1");
        assertThat(IDS.phrase(region(so("files-approved", "false")))).isEqualTo("when not files-approved");
    }

    @Test
    void saysAlwaysWhereNothingBinds() {
        assertThat(IDS.phrase(region())).isEqualTo("always");
    }

    @Test
    void putsTogetherWhatDiffersInOneCondition() {
        List<Region> regions = List.of(
                region(so("category", "data-development"), so("dataset-updated", "true")),
                region(so("category", "co-piloting"), so("paired-with-project", "true")),
                region(so("category", "data-development"), so("dataset-new", "true")));

        assertThat(IDS.phrases(regions))
                .containsExactly(
                        "in data-development, when any one of: dataset-new or dataset-updated",
                        "in co-piloting, when paired-with-project");
    }

    /** Each region lies in a group that describes it, and whatever a group describes lies in a region. */
    @Test
    void meansWhatTheRegionsMean() {
        AccessReview access = AccessReview.of(BUNDLE.decisionPoint());
        for (AccessReview.Cell cell : access.matrix()) {
            List<List<ValueRestriction>> described = RegionGroup.of(cell.when()).stream()
                    .flatMap(group -> alternatives(group).stream())
                    .toList();

            for (Region region : cell.when()) {
                assertThat(described).anyMatch(each -> isWithin(region.so(), each));
            }
            assertThat(described.stream().flatMap(each -> eachChoice(each).stream()))
                    .allMatch(each -> cell.when().stream().anyMatch(region -> isWithin(each, region.so())));
        }
    }

    /** What a group describes, without "any one of". */
    private static List<List<ValueRestriction>> alternatives(RegionGroup group) {
        if (group.oneOf().isEmpty()) {
            return List.of(group.bound());
        }
        return group.oneOf().stream()
                .map(each ->
                        Stream.concat(group.bound().stream(), Stream.of(each)).toList())
                .toList();
    }

    /** The same for each value of a choice by itself, as a group can put choices together. */
    private static List<List<ValueRestriction>> eachChoice(List<ValueRestriction> so) {
        List<List<ValueRestriction>> all = List.of(List.of());
        for (ValueRestriction each : so) {
            List<ValueRestriction> values = each.about().kind().isKnowledge()
                    ? List.of(each)
                    : each.values().stream()
                            .map(value -> new ValueRestriction(each.about(), List.of(value)))
                            .toList();
            all = all.stream()
                    .flatMap(begun -> values.stream()
                            .map(value -> Stream.concat(begun.stream(), Stream.of(value))
                                    .toList()))
                    .toList();
        }
        return all;
    }

    private static boolean isWithin(List<ValueRestriction> so, List<ValueRestriction> other) {
        return other.stream()
                .allMatch(bound -> so.stream()
                        .anyMatch(each -> each.about().equals(bound.about())
                                && bound.values().containsAll(each.values())));
    }

    @Test
    void callsValuesByWhatTheyMean() {
        Variable fact = SPACE.find("files-approved").orElseThrow();

        assertThat(IDS.value(SPACE.role(), "co-pilot")).isEqualTo("co-pilot");
        assertThat(TITLES.value(SPACE.role(), "co-pilot")).isEqualTo("Co-pilot");
        assertThat(TITLES.value(SPACE.level(), "4")).isEqualTo("4 (unreleased outputs and logs)");
        assertThat(IDS.value(fact, "false")).isEqualTo("not files-approved");
        assertThat(IDS.value(SPACE.find("project.kind").orElseThrow(), "audit")).isEqualTo("audit");
    }
}
