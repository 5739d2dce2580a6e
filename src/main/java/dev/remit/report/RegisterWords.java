package dev.remit.report;

import dev.remit.analyze.diff.AccessChange;
import dev.remit.analyze.diff.RegisterChange;
import dev.remit.analyze.diff.RegisterChange.Edited;
import dev.remit.analyze.diff.RegisterChange.Effect;
import dev.remit.analyze.diff.RegisterChange.Entry;
import dev.remit.diagnostic.Words;
import dev.remit.model.Fact;
import dev.remit.model.Id;
import dev.remit.model.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words what changes for projects and people: first what was edited, then the effect on access and on which days. */
final class RegisterWords {
    private final DiffPage.Compared compared;
    private final DiffSentence sentences;
    private final NamedPeople people;

    RegisterWords(DiffPage.Compared compared, DiffSentence sentences, NamedPeople people) {
        this.compared = compared;
        this.sentences = sentences;
        this.people = people;
    }

    List<DiffDocument.Entry> entries(RegisterChange change) {
        List<DiffDocument.Entry> entries = new ArrayList<>();
        List<Item> notes = new ArrayList<>();
        if (!change.people().isEmpty() && people == NamedPeople.COUNTED) {
            notes.add(Item.of(
                    "changes what " + Words.count(change.people().size(), "person", "people") + " named on it may do"));
        } else if (!change.people().isEmpty()) {
            List<Run> runs = new ArrayList<>(List.of(Run.plain("changes what these named on it may do: ")));
            for (int i = 0; i < change.people().size(); i++) {
                runs.add(Run.plain(i == 0 ? "" : ", "));
                runs.add(Run.code(change.people().get(i).value()));
            }
            notes.add(new Item(runs, List.of()));
        }
        if (change.effects().isEmpty()) {
            notes.add(Item.of("nobody may do more or less because of it"));
        }
        entries.add(new DiffDocument.Entry(
                change.entry().name() + ", " + DiffWords.word(change.direction()),
                List.of(
                        Run.plain(Glossary.upper(DiffWords.word(change.entry())) + " "),
                        Run.code(change.id()),
                        Run.plain(" (" + change.title().strip() + ")")),
                change.edits().stream().map(RegisterWords::edited).toList(),
                notes,
                Optional.empty()));
        change.effects().forEach(effect -> effect.changes().forEach(each -> entries.add(entry(change, effect, each))));
        return entries;
    }

    private static Item edited(Edited edit) {
        List<Run> runs = new ArrayList<>();
        if (edit.what().equals("entry")) {
            runs.add(Run.strong(edit.before().isEmpty() ? "new in the register" : "gone from the register"));
        } else {
            runs.add(Run.strong(edit.what()));
            runs.add(Run.plain(": " + edit.after().orElse("none any more")));
            edit.before().ifPresent(was -> runs.add(Run.plain(" (before: " + was + ")")));
        }
        return new Item(runs, List.of());
    }

    private DiffDocument.Entry entry(RegisterChange change, Effect effect, AccessChange each) {
        List<Run> sentence = new ArrayList<>();
        sentence.add(Run.plain(whom(change, effect)));
        sentence.addAll(
                change.entry() == Entry.PROJECT
                        ? lowered(sentences.of(each))
                        : sentences.ofPerson(each, change.title().strip()));
        return new DiffDocument.Entry(
                each.kind().name(),
                sentence,
                sentences.below(each),
                List.of(sentences.extent(each)),
                asking(change, effect, each));
    }

    private static List<Run> lowered(List<Run> runs) {
        List<Run> lowered = new ArrayList<>(runs);
        lowered.set(0, Run.plain(Glossary.lower(runs.get(0).text())));
        return lowered;
    }

    private static String whom(RegisterChange change, Effect effect) {
        String days = days(effect.period());
        if (change.entry() == Entry.PROJECT) {
            return Glossary.upper("for project " + change.id() + days + ": ");
        }
        String projects = effect.projects().isEmpty()
                ? ""
                : (effect.projects().size() == 1 ? ", for project " : ", for projects ")
                        + Glossary.joined(
                                effect.projects().stream().map(Id::value).toList(), "and");
        return Glossary.upper((projects + days).replaceFirst("^, ?", "")) + ": ";
    }

    static String days(Period period) {
        String from = period.from().map(day -> " from " + Glossary.day(day)).orElse("");
        String until = period.until().map(day -> " until " + Glossary.day(day)).orElse("");
        return from.isEmpty() && until.isEmpty() ? ", always" : "," + from + until;
    }

    private Optional<String> asking(RegisterChange change, Effect effect, AccessChange each) {
        boolean isGone = change.edits().stream()
                .anyMatch(edit -> edit.what().equals("entry") && edit.after().isEmpty());
        if (isGone) {
            return Optional.empty();
        }
        if (change.entry() == Entry.PROJECT) {
            return Optional.of(AskLine.ofProject(compared, each.where().question(), change.id(), effect.period()));
        }
        List<String> registered = compared.after().vocabulary().facts().stream()
                .filter(Fact::isRegistered)
                .map(fact -> fact.id().value())
                .toList();
        return Optional.of(AskLine.ofPerson(
                compared,
                each.where().question(),
                change.id(),
                effect.projects().stream().map(Id::value).findFirst(),
                effect.period(),
                registered));
    }
}
