package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.diagnostic.Diagnostic;
import dev.remit.grammar.Grammar;
import dev.remit.grammar.Lexeme;
import dev.remit.grammar.Shape;
import dev.remit.source.Span;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows help: what it offers instead must be known, mend the fault, and mean what was meant. */
class HelpTest {
    private static final long SEED = 20_261_129;
    private static final Map<String, String> BASE = CorpusBundle.of("base", "").texts();
    private static final Pattern INSTEAD =
            Pattern.compile("(?:did you mean|it is written in .*:|write|without a value:|is written) `([^`]+)`\\??");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    /** A word written instead of another, in a file that was sound. */
    private record Mistake(String file, String text, int at, String written) {}

    @Test
    void mendsWhatItIsAbout() {
        Random random = new Random(SEED);
        int followed = 0;
        for (Mistake mistake : mistakes(random)) {
            for (Diagnostic found : load(mistake.file(), mistake.text())) {
                Optional<String> instead = instead(found);
                if (found.span().file().equals(mistake.file()) && instead.isPresent()) {
                    followed++;
                    String mended = replaced(mistake.text(), found.span(), instead.get());
                    assertThat(load(mistake.file(), mended))
                            .as("seed %s, `%s` in %s: %s", SEED, mistake.written(), mistake.file(), found)
                            .noneMatch(left -> left.code() == found.code() && startsAt(left, found));
                }
            }
        }
        assertThat(followed).isGreaterThan(500);
    }

    @Test
    void neverOffersTheOppositeNorAWordThatIsNotDeclared() {
        Set<String> known = new TreeSet<>();
        Grammar.files().forEach(file -> collect(file.keys(), known, new HashSet<>()));
        known.addAll(ZoneId.getAvailableZoneIds());
        BASE.values().forEach(text -> WORD.matcher(text).results().forEach(word -> known.add(word.group())));
        for (Mistake mistake : mistakes(new Random(SEED))) {
            for (Diagnostic found : load(mistake.file(), mistake.text())) {
                found.help().filter(help -> help.startsWith("did you mean")).ifPresent(help -> {
                    String offered = help.replaceAll(".*`([^`]+)`.*", "$1");
                    assertThat(known.contains(offered) || mistake.text().contains(offered))
                            .as("`%s`: %s", mistake.written(), help)
                            .isTrue();
                    if (found.message().contains("`" + mistake.written() + "`")) {
                        assertThat(offered).isNotIn(opposites(mistake.written()));
                    }
                });
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "~trained | {not: trained}",
                "not trained | {not: trained}",
                "NOT trained | {not: trained}",
                "'\"! trained\"' | {not: trained}",
                "trained and not problem | {all: [trained, {not: problem}]}",
                "trained && ~problem && named | {all: [trained, {not: problem}, named]}",
                "trained or problem | {any: [trained, problem]}",
                "(trained or problem) and project.legacy | {all: [{any: [trained, problem]}, project.legacy]}",
                "not (trained or active-study) | {not: {any: [trained, active-study]}}",
                "not not trained | {not: {not: trained}}",
                "not-trained | {not: trained}",
            })
    void writesConditionsAnewAsTheyWereMeant(String foreign, String ours) {
        List<Diagnostic> found = condition(foreign);

        assertThat(found)
                .singleElement()
                .satisfies(each -> assertThat(each.help()).contains("write `" + ours + "`"));
        assertThat(condition(ours)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trained and problem or named",
                "not traned",
                "'~blocked'",
                "trained and",
                "trained and (problem",
                "trained xor and problem",
                "project.kind = audit",
                "trained >= 2",
            })
    void namesTheWayWhereItCannotKnow(String foreign) {
        assertThat(condition(foreign))
                .singleElement()
                .satisfies(each -> assertThat(each.help().orElseThrow())
                        .doesNotContain("`trained`", "`blocked`", "did you mean")
                        .containsAnyOf("{all: [...]}", "compares nothing"));
    }

    private static List<Diagnostic> condition(String condition) {
        return load(
                "rules/case.yaml",
                "remit: 1\nrules:\n  - {id: case, forbid: researcher, to: query, when: " + condition + "}\n");
    }

    /** Every word of the base with one letter changed, or with what another language says before or instead of it. */
    private static List<Mistake> mistakes(Random random) {
        List<String> foreign = List.of(
                "and",
                "or",
                "allow",
                "deny",
                "action",
                "resource",
                "role",
                "condition",
                "unless",
                "reason",
                "priority",
                "everyone",
                "all",
                "inherits",
                "from");
        List<Mistake> mistakes = new ArrayList<>();
        BASE.forEach((file, text) -> {
            Matcher words = WORD.matcher(text);
            while (words.find()) {
                String word = words.group();
                List<String> instead =
                        new ArrayList<>(List.of("not-" + word, "un" + word, word.toUpperCase(Locale.ROOT)));
                instead.add(edited(word, random));
                instead.add(foreign.get(random.nextInt(foreign.size())));
                for (String each : instead) {
                    mistakes.add(new Mistake(
                            file,
                            text.substring(0, words.start()) + each + text.substring(words.end()),
                            words.start(),
                            each));
                }
            }
        });
        return mistakes;
    }

    private static String edited(String word, Random random) {
        int at = random.nextInt(word.length());
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1) + (word.length() == 1 ? "q" : "");
            case 1 -> word.substring(0, at) + "q" + word.substring(at);
            default -> word.substring(0, at) + "q" + word.substring(at + 1);
        };
    }

    private static List<String> opposites(String word) {
        return switch (word) {
            case "and" -> List.of("any");
            case "or" -> List.of("all");
            default -> List.of(word.replaceFirst("^(not-|un)", ""), "not-" + word, "un" + word);
        };
    }

    /** Every key and fixed word of the language. */
    private static void collect(Shape shape, Set<String> words, Set<Shape> seen) {
        if (shape instanceof Shape.Named named) {
            if (seen.add(named)) {
                collect(named.shape(), words, seen);
            }
        } else if (shape instanceof Shape.Word word && word.lexeme() instanceof Lexeme.OneOf one) {
            words.addAll(one.words());
        } else if (shape instanceof Shape.Items items) {
            collect(items.item(), words, seen);
        } else if (shape instanceof Shape.ByForm forms) {
            forms.word().ifPresent(form -> collect(form, words, seen));
            forms.list().ifPresent(form -> collect(form, words, seen));
            forms.mapping().ifPresent(form -> collect(form, words, seen));
        } else if (shape instanceof Shape.ByKey kinds) {
            kinds.choices().forEach(choice -> collect(choice.shape(), words, seen));
        } else if (shape instanceof Shape.Keys keys) {
            words.addAll(keys.names());
            keys.keys().forEach(key -> collect(key.shape(), words, seen));
            keys.open().ifPresent(open -> collect(open.shape(), words, seen));
        }
    }

    private static Optional<String> instead(Diagnostic found) {
        return found.help()
                .map(INSTEAD::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .filter(offered -> !offered.contains("..."));
    }

    private static boolean startsAt(Diagnostic left, Diagnostic found) {
        return left.span().file().equals(found.span().file())
                && left.span().line() == found.span().line()
                && left.span().column() == found.span().column();
    }

    private static String replaced(String text, Span span, String instead) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        String line = lines.get(span.line() - 1);
        lines.set(
                span.line() - 1, line.substring(0, span.column() - 1) + instead + line.substring(span.endColumn() - 1));
        return String.join("\n", lines);
    }

    private static List<Diagnostic> load(String file, String text) {
        Map<String, String> texts = new TreeMap<>(BASE);
        texts.put(file, text);
        return OpenedBundle.of(BundleSource.of(texts)).load().diagnostics();
    }
}
