package dev.remit.check;

import dev.remit.analyze.Progress;
import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Words;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.OptOutRegister;
import dev.remit.model.PolicyPath;
import dev.remit.model.PolicyPath.Section;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Route;
import dev.remit.model.Vocabulary;
import dev.remit.model.VocabularyEntry;
import dev.remit.model.WorkCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Notes, once a bundle, that words of the vocabulary are not written as words of a policy usually are. */
final class WordInspection implements Inspection {
    private static final Pattern USUAL = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** A word of the vocabulary, and the part of the policy that declares it. */
    private record Declared(String word, PolicyPath path) {}

    @Override
    public List<Diagnostic> inspect(Inspected inspected, Progress progress) {
        List<Declared> foreign = declared(inspected.bundle().policy().vocabulary()).stream()
                .filter(each -> !USUAL.matcher(each.word()).matches())
                .toList();
        if (foreign.isEmpty()) {
            return List.of();
        }
        String first = Words.quoted(foreign.get(0).word());
        return inspected.place(foreign.get(0).path()).stream()
                .map(place -> new Diagnostic(
                        Code.FOREIGN_WORDS,
                        place,
                        foreign.size() == 1
                                ? "the word " + first + " is not in lower case with `-` between its parts"
                                : foreign.size() + " words, of which " + first
                                        + " is one, are not in lower case with `-` between their parts",
                        Optional.of("leave it so where another system calls them that")))
                .toList();
    }

    private static List<Declared> declared(Vocabulary words) {
        List<Declared> all = new ArrayList<>();
        add(all, Section.ROLES, words.roles(), VocabularyEntry::id);
        add(all, Section.ACTIVITIES, words.activities(), VocabularyEntry::id);
        add(all, Section.LEVELS, words.levels(), Level::id);
        add(all, Section.CATEGORIES, words.categories(), WorkCategory::id);
        add(all, Section.ROUTES, words.routes(), Route::id);
        add(all, Section.ATTRIBUTES, words.attributes(), ProjectAttribute::id);
        for (ProjectAttribute each : words.attributes()) {
            each.values()
                    .forEach(value -> all.add(new Declared(
                            value.value(), Section.ATTRIBUTES.path(each.id().value()))));
        }
        add(all, Section.FACTS, words.facts(), fact -> fact.id());
        add(all, Section.REGISTERS, words.registers(), OptOutRegister::id);
        add(all, Section.OBLIGATIONS, words.obligations(), VocabularyEntry::id);
        return all;
    }

    private static <T> void add(List<Declared> all, Section section, List<T> words, Function<T, ? extends Id> id) {
        words.forEach(each -> all.add(
                new Declared(id.apply(each).value(), section.path(id.apply(each).value()))));
    }
}
