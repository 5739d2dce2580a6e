package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.PolicyBundle;
import dev.remit.Remit;
import dev.remit.decide.Question;
import dev.remit.diagnostic.Checked;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.load.BundleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.loader.net.protocol.Handlers;

/**
 * However a bundle comes in, it comes in whole or not at all: every file of a bundle, every way of losing one, and every
 * way in.
 */
class EveryDoorTest {
    private static final Map<String, String> BUNDLE = new TreeMap<>(Map.of(
            "policy.yaml",
            """
            remit: 1
            policy:
              id: tiny
              version: "1"
              title: Readers read drafts
              sources: {S: Source}
            vocabulary:
              roles: {reader: Reader}
              activities: {read: Read}
              levels: {draft: Draft}
              project: {secret: boolean}
            rules:
              - {id: readers-read, permit: reader, to: read, levels: draft, cites: C-1}
            """,
            "rules/forbid.yaml",
            "remit: 1\nrules:\n  - {id: secrets-stay, forbid: any, to: read, when: project.secret, cites: C-1}\n",
            "projects.yaml",
            "remit: 1\nprojects:\n  p: {title: P, secret: true}\n  q: {title: Q, secret: false}\n",
            "people.yaml",
            "remit: 1\npeople:\n  ada: {name: Ada, roles: reader}\n",
            "clauses.yaml",
            "remit: 1\nclauses:\n  C-1: {document: S, section: One, kind: permit, says: Drafts are read.}\n",
            "invariants.yaml",
            "remit: 1\ninvariants:\n  - {id: no-secrets, never: {to: read, when: project.secret}}\n",
            "tests/all.yaml",
            """
            remit: 1
            suite: All
            cases:
              - {name: n, ask: {role: reader, activity: read, level: draft, project: q}, expect: permitted}
            """));

    private static final String LIST = "  files: [clauses.yaml, invariants.yaml, people.yaml, projects.yaml,"
            + " rules/forbid.yaml, tests/all.yaml]\n";

    @TempDir
    private Path folder;

    private int number;

    /** Teaches the platform the addresses of jars inside jars, as the jar of a service does when it starts. */
    @BeforeAll
    static void readJarsInsideJars() {
        Handlers.register();
    }

    @ParameterizedTest
    @EnumSource
    void refusesABundleWithAListThatLacksAFile(Door door) throws IOException {
        List<String> accepted = new ArrayList<>();
        for (String file : BUNDLE.keySet()) {
            for (Mishap mishap : Mishap.values()) {
                if (isTried(door, mishap, file)
                        && !check(door, mishap, file, true).hasErrors()) {
                    accepted.add(mishap + " " + file);
                }
            }
        }

        assertThat(accepted).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesABundleWithoutAListUnlessNothingIsLeftOfTheFile(Door door) throws IOException {
        List<String> accepted = new ArrayList<>();
        Set<String> deleted = new LinkedHashSet<>();
        for (String file : BUNDLE.keySet()) {
            for (Mishap mishap : Mishap.values()) {
                if (isTried(door, mishap, file)
                        && !check(door, mishap, file, false).hasErrors()) {
                    (mishap == Mishap.DELETED ? deleted : accepted).add(file + " " + mishap);
                }
            }
        }

        assertThat(accepted).isEmpty();
        assertThat(deleted).contains("rules/forbid.yaml DELETED", "tests/all.yaml DELETED");
    }

    @ParameterizedTest
    @EnumSource
    void answersAlikeWhereverTheFilesLie(Door door) throws IOException {
        PolicyBundle plain = Remit.check(BundleSource.of(texts(true))).orThrow();

        PolicyBundle bundle =
                door.open(prepared(true), work(), source -> Remit.check(source).orThrow());

        assertThat(bundle.decisionPoint().identity())
                .isEqualTo(plain.decisionPoint().identity());
        assertThat(bundle.policy()).isEqualTo(plain.policy());
        assertThat(bundle.registers()).isEqualTo(plain.registers());
        for (String project : List.of("p", "q")) {
            Question question =
                    Question.may("reader").perform("read").onLevel("draft").forProject(project);
            assertThat(bundle.decisionPoint().decide(question).answer())
                    .isEqualTo(plain.decisionPoint().decide(question).answer());
        }
    }

    /** What is not of the bundle may lie beside it, and in its folders. */
    @ParameterizedTest
    @EnumSource
    void leavesAsideWhatIsKnownToBeNoneOfItsFiles(Door door) throws IOException {
        Path prepared = prepared(true);
        for (String other : List.of(
                "README.md",
                "LICENSE",
                "policy.html",
                "docs/notes.md",
                ".pre-commit-config.yaml",
                ".github/w.yml",
                "rules/README.md",
                "rules/.gitkeep",
                "rules/._forbid.yaml",
                "tests/.keep")) {
            Files.createDirectories(prepared.resolve(other).getParent());
            Files.writeString(prepared.resolve(other), "not of the bundle\n");
        }

        List<Diagnostic> found =
                door.open(prepared, work(), source -> Remit.check(source).diagnostics());

        assertThat(found).isEmpty();
    }

    @Test
    void strikesEveryFile() throws IOException {
        for (Mishap mishap : Mishap.values()) {
            for (String file : BUNDLE.keySet()) {
                Path struck = prepared(true);
                mishap.strike(struck, struck.resolve(file));

                assertThat(Files.isRegularFile(struck.resolve(file)) && mishap != Mishap.LINKED_OUTSIDE)
                        .as("%s %s", mishap, file)
                        .isFalse();
            }
        }
    }

    /**
     * In a folder, each mishap strikes each file. By other doors it strikes half of them, by a revision, which takes a repository
     * each time, a quarter; deletion strikes all.
     */
    private static boolean isTried(Door door, Mishap mishap, String file) {
        int nth = door == Door.FOLDER || mishap == Mishap.DELETED ? 1 : door == Door.REVISION ? 4 : 2;
        boolean isStruck = List.copyOf(BUNDLE.keySet()).indexOf(file) % nth == mishap.ordinal() % nth;
        return isStruck && (door.hasLinks() || !mishap.needsLinks());
    }

    private Checked<PolicyBundle> check(Door door, Mishap mishap, String file, boolean isListed) throws IOException {
        Path struck = prepared(isListed);
        mishap.strike(struck, struck.resolve(file));
        return door.open(struck, work(), Remit::check);
    }

    private static Map<String, String> texts(boolean isListed) {
        Map<String, String> texts = new TreeMap<>(BUNDLE);
        if (isListed) {
            texts.computeIfPresent("policy.yaml", (name, text) -> text.replace("  sources:", LIST + "  sources:"));
        }
        return texts;
    }

    private Path prepared(boolean isListed) throws IOException {
        Path prepared = Files.createDirectories(folder.resolve(number++ + "/prepared"));
        for (Map.Entry<String, String> each : texts(isListed).entrySet()) {
            Path file = prepared.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, each.getValue());
        }
        return prepared;
    }

    private Path work() throws IOException {
        return Files.createDirectories(folder.resolve(number++ + "/work"));
    }
}
