package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.grammar.Namespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the glossary to the words of the language, of answers and of the library. */
class GlossaryTest {
    private static final Page PAGE = Page.of("docs/policy/glossary.md");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern EXPORTED = Pattern.compile("exports (dev\\.remit\\.(?:decide|analyze)[a-z.]*);");
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]\\w+)`");

    /** Types that do a job for the library and are no words of the field; exceptions are left out besides. */
    private static final Set<String> TECHNICAL = Set.of("OutcomeTable", "Progress");

    private static final List<String> FIELD = List.of(
            "subject",
            "permit",
            "deny",
            "forbid",
            "effect",
            "policy decision point",
            "enforcement",
            "stance",
            "mode",
            "wish",
            "treatment",
            "population entry",
            "guard",
            "digest",
            "sign-off",
            "suite",
            "survivor",
            "bundle",
            "vocabulary",
            "register",
            "permission",
            "counterexample");

    @Test
    void hasTheWordsOfTheField() {
        assertThat(terms()).containsAll(FIELD);
    }

    @Test
    void hasEveryKindOfDeclaration() {
        String text = String.join(" ", PAGE.prose());

        assertThat(Arrays.stream(Namespace.values())
                        .filter(kind -> !terms().contains(kind.noun()))
                        .filter(kind -> !text.contains("*" + kind.noun() + "*"))
                        .filter(kind -> !text.contains("*" + kind.plural() + "*")))
                .as("kinds of declaration that are neither a term nor explained with one")
                .isEmpty();
    }

    @Test
    void namesTheTypesOfTheLibraryThatMeanSomething() {
        Set<String> named = new TreeSet<>();
        PAGE.prose().forEach(line -> {
            for (Matcher type = TYPE.matcher(line); type.find(); ) {
                named.add(type.group(1));
            }
        });

        assertThat(named).containsExactlyInAnyOrderElementsOf(publicTypes());
    }

    @Test
    void isInOrder() {
        assertThat(terms()).isSorted();
    }

    private static List<String> terms() {
        return PAGE.prose().stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .toList();
    }

    private static Set<String> publicTypes() {
        Set<String> types = new TreeSet<>();
        Matcher exported = EXPORTED.matcher(text(Path.of("src/main/java/module-info.java")));
        while (exported.find()) {
            types.addAll(publicTypes(SOURCES.resolve(exported.group(1).replace('.', '/'))));
        }
        types.removeAll(TECHNICAL);
        types.removeIf(type -> type.endsWith("Exception"));
        return types;
    }

    private static List<String> publicTypes(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> text(file).contains("\npublic "))
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.isDirectory(file) ? "" : Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
