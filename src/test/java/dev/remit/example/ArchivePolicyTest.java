package dev.remit.example;

import dev.remit.testing.PolicyTests;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class ArchivePolicyTest {

    @TestFactory
    Stream<DynamicNode> policy() {
        return PolicyTests.of(Path.of("policy/tutorial"))
                .requiringCoverage(100)
                .requiringAdequacy(100)
                .provingInvariants()
                .stream();
    }
}
