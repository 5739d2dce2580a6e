package dev.remit.json;

import dev.remit.decide.DecisionPoint;
import dev.remit.model.Element;
import dev.remit.model.Fact;
import dev.remit.model.Header;
import dev.remit.model.Id;
import dev.remit.model.Level;
import dev.remit.model.Registers;
import dev.remit.report.WordList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the words of a policy with their titles, for forms that ask questions: an object with a list for each kind of
 * word, in the order of declaration.
 */
public final class WordsWriter {
    /** All kinds of words that a policy itself declares. */
    private static final List<WordList.Kind> DECLARED = List.of(
            WordList.Kind.ROLE,
            WordList.Kind.ACTIVITY,
            WordList.Kind.LEVEL,
            WordList.Kind.CATEGORY,
            WordList.Kind.ROUTE,
            WordList.Kind.FACT,
            WordList.Kind.ATTRIBUTE,
            WordList.Kind.OPT_OUT,
            WordList.Kind.OBLIGATION);

    private final Set<String> registered;
    private final Set<String> mustBeSaid;
    private final Set<String> withPatients;

    private WordsWriter(DecisionPoint decisions) {
        registered = owners(decisions.policy().vocabulary().facts().stream()
                .filter(Fact::isRegistered)
                .map(Fact::id)
                .toList());
        mustBeSaid = owners(List.copyOf(decisions.mustBeSaid()));
        withPatients = decisions.policy().vocabulary().levels().stream()
                .filter(Level::patientData)
                .map(each -> each.id().value())
                .collect(Collectors.toSet());
    }

    /** The words that questions to a decision point can use. Whom its registers name is not among them. */
    public static JsonValue.Members of(DecisionPoint decisions) {
        return of(decisions, WordList.of(decisions.policy().vocabulary(), Registers.EMPTY), DECLARED);
    }

    /** The words of some kinds, out of a list of the words of a policy and its registers. */
    public static JsonValue.Members of(DecisionPoint decisions, WordList list, List<WordList.Kind> kinds) {
        WordsWriter writer = new WordsWriter(decisions);
        Header header = decisions.policy().header();
        JsonMembers words = JsonMembers.of().text("policy", header.id().value()).text("version", header.version());
        for (WordList.Kind kind : kinds) {
            words.value(
                    kind.plural(),
                    new JsonValue.Items(list.of(kind).stream().map(writer::word).toList()));
        }
        return words.build();
    }

    private JsonValue word(WordList.Word word) {
        JsonMembers members = JsonMembers.of().text("id", word.id()).text("title", word.title());
        if (!word.description().isEmpty()) {
            members.text("description", word.description());
        }
        switch (word.kind()) {
            case LEVEL -> members.truth("patientData", withPatients.contains(word.id()));
            case FACT ->
                members.truth("registered", registered.contains(word.id()))
                        .truth("mustBeSaid", mustBeSaid.contains(word.id()));
            case ROLE, ACTIVITY, CATEGORY, ROUTE, ATTRIBUTE, OPT_OUT, OBLIGATION, PROJECT, PERSON -> {}
        }
        return word.values().isEmpty()
                ? members.build()
                : members.texts(word.isSet() ? "setOf" : "values", word.values())
                        .build();
    }

    private static Set<String> owners(List<Id.Fact> facts) {
        return facts.stream().map(each -> Element.owner(each.value())).collect(Collectors.toSet());
    }
}
