package dev.remit.decide;

import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.Rule;
import dev.remit.model.Space;
import dev.remit.model.Variable;
import java.util.List;

/** The words for what decides a question: who asks for what, and who or what it would take, in titles. */
final class DecisiveWords {
    /** How many roles are named. */
    private static final int NAMED = 4;

    private final Space space;
    private final Assignment assignment;
    private final Titles titles;

    DecisiveWords(Engine engine, Assignment assignment) {
        space = engine.space();
        this.assignment = assignment;
        titles = engine.titles();
    }

    String category(String id) {
        return titles.of(Variable.Kind.CATEGORY, id);
    }

    String route(String id) {
        return titles.of(Variable.Kind.ROUTE, id);
    }

    String lacking(ValueRestriction lack) {
        return lack.about().kind() == Variable.Kind.WISH
                ? "another request about opted-out patients ("
                        + titles.ofRegister(lack.about().id()) + ")"
                : titles.phrase(lack);
    }

    String someone() {
        return titles.someone(assignment.word(space.role()));
    }

    String deed() {
        return titles.deed(assignment.word(space.activity()), assignment.word(space.level()));
    }

    static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    String roles(List<Rule> permits) {
        List<String> roles = space.role().values().stream()
                .filter(each ->
                        permits.stream().anyMatch(rule -> rule.reach().roles().contains(new Id.Role(each))))
                .map(titles::someone)
                .toList();
        return roles.size() > NAMED ? "some other roles" : joined(roles);
    }

    String purposes(List<Rule> permits) {
        return joined(space.category().orElseThrow().values().stream()
                .filter(each -> permits.stream()
                        .anyMatch(rule -> rule.reach().categories().contains(new Id.Category(each))))
                .map(this::category)
                .toList());
    }

    String routes(List<Rule> permits) {
        return joined(space.route().orElseThrow().values().stream()
                .filter(each ->
                        permits.stream().anyMatch(rule -> rule.reach().routes().contains(new Id.Route(each))))
                .map(this::route)
                .toList());
    }

    private static String joined(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
    }
}
