package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.analyze.prove.Prover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever loads is compared and proved, or refused in a sentence. */
class TooLargeTest {
    private static final int PAIRS = 22;

    @TempDir
    Path folder;

    @Test
    void provesWhatIsSmallInAnotherOrderOfTheFacts() {
        PolicyBundle bundle = Remit.load(
                Map.of("policy.yaml", after(), "invariants.yaml", """
                remit: 1
                invariants:
                  - {id: pairs, title: Pairs, never: {roles: r, to: x, when: {any: [%s]}}}
                """.formatted(String.join(", ", pairs(PAIRS)))));

        assertThat(Prover.of(bundle.decisionPoint())
                        .prove(bundle.invariants().get(0))
                        .violations())
                .hasSize(PAIRS);
    }

    @Test
    void namesThePairThatIsTooLargeToCompare() throws IOException {
        Path old = Files.writeString(folder.resolve("old.yaml"), before());
        Path now = Files.writeString(folder.resolve("new.yaml"), after());
        InProcess.Result result = InProcess.run(List.of("diff", old.toString(), now.toString()), "");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains(
                        "error[too-large-to-analyze]: the comparison of policy `pairs` (rules: 23, facts: 44) with policy `pairs` ");
    }

    private static List<String> pairs(int to) {
        return IntStream.rangeClosed(1, to)
                .mapToObj("{all: [a%1$02d, b%1$02d]}"::formatted)
                .toList();
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>();
        for (String letter : List.of("a", "b")) {
            IntStream.rangeClosed(1, PAIRS)
                    .mapToObj(i -> "%s%02d".formatted(letter, i))
                    .forEach(words::add);
        }
        return words;
    }

    private static String head() {
        return """
                remit: 1
                policy: {id: pairs, version: "1", title: Pairs}
                vocabulary:
                  roles: {r: Role}
                  activities: {x: Do x, z: Do z}
                  levels: {l: Level}
                  facts:
                """
                + words().stream()
                        .map("    %s: {title: T, known-from: caller, changed-by: nobody}\n"::formatted)
                        .collect(Collectors.joining())
                + "rules:\n";
    }

    /** A rule over the pairs, and rules that let each pair be mentioned often, so that pairs stand together. */
    private static String before() {
        return head()
                + "  - {id: main, permit: r, to: x, when: {any: [" + String.join(", ", pairs(PAIRS)) + "]}}\n"
                + IntStream.rangeClosed(1, PAIRS)
                        .mapToObj(i -> "  - {id: m%02d, permit: r, to: z, when: {all: [%s]}}\n"
                                .formatted(i, String.join(", ", pairs(i))))
                        .collect(Collectors.joining());
    }

    private static String after() {
        return head() + "  - {id: main, permit: r, to: x, when: {any: [" + String.join(", ", words()) + "]}}\n";
    }
}
