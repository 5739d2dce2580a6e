package dev.remit.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a decision to its reasons and on to words there is one way, as the page of the package draws it. */
class ReasonsOneWayTest {
    /** In the order of the drawing: each may know those behind it, and none before. */
    private static final List<Class<?>> WAY = List.of(
            RoleDecisions.class,
            Decision.class,
            Reasons.class,
            Findings.class,
            Explanation.class,
            Wording.class,
            Receipt.class,
            Issuer.class,
            Engine.class);

    private static final JavaClasses DECIDE = new ClassFileImporter()
            .importPackagesOf(Decision.class)
            .that(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "of this package", each -> each.getPackageName().equals("dev.remit.decide")));

    @Test
    void leadsFromDecisionsToWordsAndNeverBack() {
        for (int i = 0; i < WAY.size(); i++) {
            JavaClass from = DECIDE.get(WAY.get(i));
            List<String> before = WAY.subList(0, i).stream().map(Class::getName).toList();

            assertThat(from.getDirectDependenciesFromSelf().stream()
                            .filter(use -> before.contains(use.getTargetClass().getName()))
                            .map(Dependency::getDescription))
                    .as("uses by %s of what comes before it", from.getSimpleName())
                    .isEmpty();
        }
    }
}
