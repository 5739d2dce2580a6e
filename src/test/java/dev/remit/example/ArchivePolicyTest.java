package dev.remit.example;

import dev.remit.testing.PolicyTests;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class ArchivePolicyTest {

    @TestFactory
    Stream<DynamicNode> policy() {
        return PolicyTests.everythingOf(Path.of("policy/tutorial"));
    }
}
