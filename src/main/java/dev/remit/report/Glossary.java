package dev.remit.report;

import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.OptOutRegister;
import dev.remit.model.ProjectAttribute;
import dev.remit.model.Route;
import dev.remit.model.Term;
import dev.remit.model.Vocabulary;
import dev.remit.model.WorkCategory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What readers call the things a policy has ids for. */
final class Glossary {
    private final Vocabulary vocabulary;
    private final Map<Id, String> titles = new LinkedHashMap<>();

    Glossary(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        name(vocabulary.roles(), Term::id, Term::title);
        name(vocabulary.activities(), Term::id, Term::title);
        name(vocabulary.obligations(), Term::id, Term::title);
        name(vocabulary.levels(), Level::id, Level::title);
        name(vocabulary.categories(), WorkCategory::id, WorkCategory::title);
        name(vocabulary.routes(), Route::id, Route::title);
        name(vocabulary.attributes(), ProjectAttribute::id, ProjectAttribute::title);
        name(vocabulary.facts(), Fact::id, Fact::title);
        name(vocabulary.registers(), OptOutRegister::id, OptOutRegister::title);
    }

    private <T> void name(List<T> declared, Function<T, ? extends Id> id, Function<T, String> title) {
        declared.forEach(each -> titles.put(id.apply(each), title.apply(each)));
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The title of something declared, as it stands on a page in Markdown. */
    String title(Id id) {
        return Markdown.plain(plain(id));
    }

    /** The title of something declared, as the policy has it. */
    String plain(Id id) {
        return titles.getOrDefault(id, id.value());
    }

    /** The title as it stands within a sentence. */
    String within(Id id) {
        return lower(title(id));
    }

    /** Ids in the order of their declaration. */
    List<Id> declared(Collection<? extends Id> ids) {
        return titles.keySet().stream().filter(ids::contains).toList();
    }

    /** Titles within a sentence, joined by "or". */
    String either(Collection<? extends Id> ids) {
        return joined(declared(ids).stream().map(this::within).toList(), "or");
    }

    /** Words joined by commas and, before the last, another word. */
    static String joined(List<String> words, String last) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " " + last + " " + words.get(words.size() - 1);
    }

    /** Without the capital it begins with, unless that belongs to a name written in capitals. */
    static String lower(String title) {
        boolean isName = title.length() > 1 && Character.isUpperCase(title.charAt(1));
        return title.isEmpty() || isName ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    /** With a capital at the beginning. */
    static String upper(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** A noun with its article. */
    static String indefinite(String noun) {
        return ("aeiou".indexOf(Character.toLowerCase(noun.charAt(0))) >= 0 ? "an " : "a ") + noun;
    }
}
