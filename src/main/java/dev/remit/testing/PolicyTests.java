package dev.remit.testing;

import static java.util.Objects.requireNonNull;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.FrameRendering;
import dev.remit.fixture.reading.SuiteLoader;
import dev.remit.fixture.suite.Case;
import dev.remit.fixture.suite.CaseResult;
import dev.remit.fixture.suite.Suite;
import dev.remit.fixture.suite.SuiteRunner;
import dev.remit.load.BundleSource;
import dev.remit.load.PathIndex;
import dev.remit.load.SuiteFiles;
import dev.remit.report.FailureFacts;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * The suites of a bundle as JUnit tests: one test for each case, under its name, and further ones for coverage,
 * adequacy and invariants.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> policy() {
 *     return PolicyTests.everythingOf(Path.of("policy/opensafely"));
 * }
 * }</pre>
 *
 * <p>A bundle or suite that cannot be loaded becomes one failing test that reports all its errors. Immutable.
 */
@SuppressWarnings("exports") // of libraries that only users of this room have
public final class PolicyTests {
    private final BundleSource source;
    private final List<Check> checks;

    private PolicyTests(BundleSource source, List<Check> checks) {
        this.source = requireNonNull(source, "source");
        this.checks = List.copyOf(checks);
    }

    /** A further requirement on a bundle; it fails by throwing, preferably an {@link AssertionError}. */
    @FunctionalInterface
    public interface BundleCheck {
        /** Checks a bundle that loaded without errors. */
        void check(PolicyBundle bundle) throws Exception;
    }

    /** A check of a bundle and its suites. */
    private interface Check {
        Stream<DynamicNode> tests(Gates gates);
    }

    /** The tests of a bundle in a folder. */
    public static PolicyTests of(Path folder) {
        return of(BundleSource.at(folder));
    }

    /**
     * The strictest tests of a bundle in a folder: every case, coverage and adequacy of 100 %, no case that adds
     * nothing, and every invariant.
     */
    public static Stream<DynamicNode> everythingOf(Path folder) {
        return of(folder)
                .requiringCoverage(100)
                .requiringAdequacy(100)
                .requiringNeededCases()
                .provingInvariants()
                .stream();
    }

    /** The tests of a bundle from any source. */
    public static PolicyTests of(BundleSource source) {
        return new PolicyTests(source, List.of());
    }

    /**
     * The test of the index that lists the bundles of a class path. If the index is wrong, it is rewritten and the test
     * fails once.
     *
     * @param policies the folder {@code META-INF/remit/policy} among the resources, with a folder for each bundle
     */
    public static Stream<DynamicNode> indexOf(Path policies) {
        requireNonNull(policies, "policies");
        return Stream.of(DynamicTest.dynamicTest("the index names every file", () -> {
            Path place = policies.resolve(PathIndex.NAME);
            String index = PathIndex.of(policies).orThrow();
            String was = Files.exists(place) ? Files.readString(place) : "";
            if (!was.equals(index)) {
                Files.writeString(place, index);
                throw new AssertionError(place + " was not what it should be, and is written anew");
            }
        }));
    }

    /** Adds a test that the suites cover the given percentage of the rules in each aspect. */
    public PolicyTests requiringCoverage(int percent) {
        checkPercent(percent);
        return with(gates -> Stream.of(
                DynamicTest.dynamicTest("the suites show " + percent + " % of the rules", () -> gates.shows(percent))));
    }

    /**
     * Adds a test that the suites would notice, or accept with a reason, the given percentage of all single edits of
     * the policy that change an answer. On a large policy this takes seconds.
     */
    public PolicyTests requiringAdequacy(int percent) {
        checkPercent(percent);
        return with(gates -> Stream.of(DynamicTest.dynamicTest(
                "the suites notice " + percent + " % of all edits", () -> gates.notices(percent))));
    }

    /**
     * Adds a test that every case and table adds something. One that cites a clause documents it, which is enough. On a
     * large policy this takes seconds.
     */
    public PolicyTests requiringNeededCases() {
        return with(gates -> Stream.of(DynamicTest.dynamicTest("no case of the suites adds nothing", gates::needs)));
    }

    /** Adds a test for each invariant of the bundle that it holds for every possible question. */
    public PolicyTests provingInvariants() {
        return with(gates -> Stream.of(DynamicContainer.dynamicContainer(
                "invariants",
                gates.bundle().invariants().stream()
                        .map(each -> DynamicTest.dynamicTest(each.id().value(), () -> gates.holds(each))))));
    }

    /** Adds a test of the bundle. */
    public PolicyTests and(String name, BundleCheck check) {
        requireNonNull(name, "name");
        requireNonNull(check, "check");
        return with(gates -> Stream.of(DynamicTest.dynamicTest(name, () -> check.check(gates.bundle()))));
    }

    private PolicyTests with(Check check) {
        List<Check> more = new ArrayList<>(checks);
        more.add(check);
        return new PolicyTests(source, more);
    }

    private static void checkPercent(int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("percent: expected 0 to 100, found " + percent);
        }
    }

    /** The tests, for a method with {@code @TestFactory} to return. */
    public Stream<DynamicNode> stream() {
        List<SourceFile> files = new ArrayList<>();
        Checked<PolicyBundle> bundle = Remit.check(source, files::add);
        if (bundle.hasErrors()) {
            return Stream.of(failing("the bundle can be loaded", bundle.diagnostics(), files));
        }
        Checked<List<SourceFile>> suites = SuiteFiles.open(source);
        if (suites.hasErrors()) {
            return Stream.of(failing("the suites can be read", suites.diagnostics(), files));
        }
        return stream(bundle.orThrow(), suites.orThrow());
    }

    private Stream<DynamicNode> stream(PolicyBundle bundle, List<SourceFile> files) {
        Checked<List<Suite>> loaded =
                SuiteLoader.load(files, bundle.decisionPoint(), bundle.registers(), bundle.sets());
        if (loaded.hasErrors()) {
            return Stream.of(failing("the suites can be loaded", loaded.diagnostics(), files));
        }
        List<Suite> suites = loaded.orThrow();
        List<DynamicNode> nodes = new ArrayList<>();
        for (Suite suite : suites) {
            nodes.add(DynamicContainer.dynamicContainer(
                    suite.title(), suite.cases().stream().map(each -> test(each, bundle))));
        }
        Gates gates = new Gates(bundle, suites);
        checks.forEach(each -> each.tests(gates).forEach(nodes::add));
        return nodes.stream();
    }

    private static DynamicNode test(Case each, PolicyBundle bundle) {
        return place(each.span())
                .map(place -> DynamicTest.dynamicTest(each.name(), place, () -> passes(each, bundle)))
                .orElseGet(() -> DynamicTest.dynamicTest(each.name(), () -> passes(each, bundle)));
    }

    /** The position of a case, for editors to open. */
    private static Optional<URI> place(Span span) {
        Path file = Path.of(span.file());
        return Files.isRegularFile(file)
                ? Optional.of(URI.create(file.toUri() + "?line=" + span.line()))
                : Optional.empty();
    }

    private static void passes(Case each, PolicyBundle bundle) {
        CaseResult result = SuiteRunner.run(each, bundle.decisionPoint());
        if (!result.passed()) {
            throw new AssertionError(each.span().file() + ":" + each.span().line() + "\n"
                    + FailureFacts.of(result, bundle.decisionPoint(), bundle.positions())
                            .render("  "));
        }
    }

    private static DynamicNode failing(String name, List<Diagnostic> diagnostics, List<SourceFile> files) {
        return DynamicTest.dynamicTest(name, () -> {
            throw new AssertionError("\n" + FrameRendering.of(files).render(diagnostics));
        });
    }
}
