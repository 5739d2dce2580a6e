package dev.remit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.grammar.FileShape;
import dev.remit.grammar.Grammar;
import dev.remit.grammar.Spelling;
import dev.remit.node.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds the language reference to the description of the language: every key has its row, and no row is of another. In
 * the page, a comment such as {@code <!-- keys policy.yaml/policy -->} stands before each table, and one such as {@code
 * <!-- reserved -->} before what follows from the code in a sentence.
 */
class LanguageTest {
    private static final Page PAGE = Page.of("docs/policy/language.md");
    private static final Pattern TABLE = Pattern.compile("<!-- (files|keys (.*)) -->");
    private static final Pattern INLINE = Pattern.compile("(<!-- (reserved|limits) -->).*(<!-- end -->)");

    private static final List<FileShape> FILES = Grammar.files();
    private static final KeyTables TABLES = KeyTables.of(FILES);
    private static final String RULES = "policy.yaml/rules";
    private static final String RULES_INSIDE = "policy.yaml/work-categories/*/rules";

    @Test
    void tellsEveryKeyOfTheLanguage() {
        List<String> told = PAGE.lines().stream()
                .map(TABLE::matcher)
                .filter(Matcher::matches)
                .flatMap(table -> Optional.ofNullable(table.group(2)).stream())
                .toList();

        assertThat(told)
                .as("tables of the language reference")
                .containsExactlyInAnyOrderElementsOf(TABLES.places().stream()
                        .filter(place -> !place.equals(RULES_INSIDE))
                        .toList());
    }

    @Test
    void tellsTheRulesOfAWorkCategoryWithTheOthers() {
        List<String> inside = new ArrayList<>(TABLES.keys(RULES));
        inside.remove("in");

        assertThat(TABLES.keys(RULES_INSIDE)).isEqualTo(inside);
    }

    @Test
    void hasTheTablesAndListsOfTheLanguage() {
        List<String> should = new ArrayList<>();
        boolean inTable = false;
        for (String line : PAGE.lines()) {
            Matcher table = TABLE.matcher(line);
            if (table.matches()) {
                should.add(line);
                should.add("");
                should.addAll(table.group(2) == null ? files() : TABLES.rows(table.group(2)));
                should.add("");
                inTable = true;
            } else {
                inTable = inTable && (line.isEmpty() || line.startsWith("|"));
                if (!inTable) {
                    should.add(filled(line));
                }
            }
        }
        Keeping.keep(PAGE, new Page(PAGE.path(), should));
    }

    private static List<String> files() {
        List<String> rows = new ArrayList<>(List.of("| File | What it holds |", "|---|---|"));
        FILES.forEach(file -> rows.add("| `" + file.path() + "` | " + file.description() + " |"));
        return rows;
    }

    private static String filled(String line) {
        Matcher inline = INLINE.matcher(line);
        if (!inline.find()) {
            return line;
        }
        String text = inline.group(2).equals("limits") ? limits() : reserved();
        return inline.replaceFirst(Matcher.quoteReplacement(inline.group(1) + text + inline.group(3)));
    }

    private static String reserved() {
        return listed(Spelling.ID.reserved()) + "; for a project attribute, also "
                + listed(beyondIds(Spelling.ATTRIBUTE_ID)) + "; for a fact, also "
                + listed(beyondIds(Spelling.FACT_ID)) + ". Nor can "
                + listed(Spelling.WORD.undeclarable()) + "; for a fact or an obligation, also "
                + listed(Spelling.DUTY.undeclarable().stream()
                        .filter(word -> !Spelling.WORD.undeclarable().contains(word))
                        .toList());
    }

    private static List<String> beyondIds(Spelling spelling) {
        return spelling.reserved().stream()
                .filter(word -> !Spelling.WORD.reserved().contains(word))
                .toList();
    }

    private static String listed(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    private static String limits() {
        Limits limits = Limits.USUAL;
        return String.format(
                Locale.ROOT,
                "%,d bytes, %,d values, and %d lists and mappings inside one another",
                limits.bytes(),
                limits.nodes(),
                limits.depth());
    }
}
