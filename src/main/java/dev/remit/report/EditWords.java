package dev.remit.report;

import dev.remit.analyze.diff.AccessChange.Direction;
import dev.remit.analyze.diff.DiffReport;
import dev.remit.analyze.diff.Edit;
import dev.remit.analyze.diff.EditedPart;
import dev.remit.analyze.diff.HeldBack;
import dev.remit.analyze.diff.ListEdit;
import dev.remit.model.Id;
import dev.remit.model.PolicyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Words the edits between two policies: where they stand, and what came of those that no sentence about access names. */
final class EditWords {
    private final Function<PolicyPath, Optional<String>> places;
    private final Map<PolicyPath, Edit> edits;
    private final Map<PolicyPath, EditedPart> parts;

    EditWords(DiffReport report, Function<PolicyPath, Optional<String>> places) {
        this.places = places;
        edits = report.edits().stream().collect(Collectors.toMap(Edit::path, each -> each));
        parts = report.parts().stream().collect(Collectors.toMap(EditedPart::path, each -> each));
    }

    /** The edited places that brought something about. */
    List<Run> because(List<PolicyPath> causes) {
        List<Run> runs = new ArrayList<>(List.of(Run.plain("because of ")));
        for (int i = 0; i < causes.size(); i++) {
            runs.add(Run.plain(i == 0 ? "" : ", "));
            runs.add(Run.code(causes.get(i).text()));
            String what = how(causes.get(i));
            String place = places.apply(causes.get(i)).map(each -> ", " + each).orElse("");
            runs.add(Run.plain(" (" + what + place + ")"));
        }
        return runs;
    }

    private String how(PolicyPath path) {
        EditedPart part = parts.get(path);
        if (part != null) {
            return how(part.before(), part.after());
        }
        Edit edit = edits.get(path);
        return edit == null ? "edited" : how(edit.before(), edit.after());
    }

    private static String how(Optional<String> before, Optional<String> after) {
        return before.isPresent() && after.isPresent() ? "edited" : before.isEmpty() ? "new" : "gone";
    }

    /**
     * Whether an edit gets an entry. Added and removed words have their own, and edits that change answers show there.
     */
    static boolean isListed(Edit edit) {
        boolean isWord = edit.path().section().isOfWords();
        return edit.direction() != Direction.SAME || (!edit.changesAnswers() && (edit.isRedefined() || !isWord));
    }

    DiffDocument.Entry entry(Edit edit) {
        if (edit.list().isPresent()) {
            return entry(edit, edit.list().get());
        }
        List<Item> below = new ArrayList<>();
        if (edit.isRedefined() && edit.direction() != Direction.SAME) {
            below.add(new Item(
                    List.of(Run.plain("before: "), Run.code(edit.before().orElseThrow())), List.of()));
            below.add(new Item(List.of(Run.plain("now: "), Run.code(edit.after().orElseThrow())), List.of()));
        }
        List<Run> sentence = new ArrayList<>(List.of(Run.code(edit.path().text())));
        List<Item> notes = new ArrayList<>();
        if (edit.direction() == Direction.SAME) {
            sentence.add(Run.plain(" (" + how(edit.path()) + ") changes no answer"));
            for (int i = 0; i < edit.held().size(); i++) {
                sentence.add(Run.plain(i == 0 ? ": " : "; "));
                sentence.addAll(held(edit.held().get(i)));
            }
        } else {
            sentence.add(Run.plain(" means something else, which may let in anybody and counts as wider"
                    + (below.isEmpty() ? "" : ":")));
        }
        notes.add(new Item(because(edit.places()), List.of()));
        return new DiffDocument.Entry("EDITED", sentence, below, notes, Optional.empty());
    }

    /** What keeps an edit from changing answers. */
    private List<Run> held(HeldBack held) {
        List<Run> runs = new ArrayList<>(List.of(Run.plain(
                switch (held.why()) {
                    case FORBIDDEN -> "what it is about is forbidden all the same, by ";
                    case PERMITTED_ANYWAY -> "what it is about is permitted all the same, on the same terms, by ";
                    case IMPOSSIBLE -> "what it is about cannot be, by ";
                    case NOTHING_PERMITS -> "nothing permits what it is about";
                    case SAME_EVERYWHERE -> "it comes to the same in every situation";
                    case ADVICE_ALONE -> "it says who could change something, which only advice uses";
                    case NOT_ASKED -> "no answer hangs on it";
                })));
        for (int i = 0; i < held.by().size(); i++) {
            runs.add(Run.plain(i == 0 ? "" : ", "));
            runs.add(Run.code(held.by().get(i).text()));
        }
        if (held.by().isEmpty() && held.why() == HeldBack.Why.IMPOSSIBLE) {
            runs.set(0, Run.plain("what it is about cannot be"));
        }
        if (held.by().isEmpty() && held.why() == HeldBack.Why.PERMITTED_ANYWAY) {
            runs.set(0, Run.plain("what it is about is permitted on the same terms as before"));
        }
        return runs;
    }

    /** A closed list that is otherwise: its attribute, and the projects that come and go. */
    private DiffDocument.Entry entry(Edit edit, ListEdit list) {
        List<Run> sentence = new ArrayList<>(
                List.of(Run.plain("project attribute "), Run.code(edit.path().id()), Run.plain(closed(list))));
        listed("now true for ", list.added(), sentence);
        listed("no longer on the list: ", list.removed(), sentence);
        sentence.add(Run.plain("; this counts as " + DiffWords.word(list.direction())));
        return new DiffDocument.Entry(
                "LIST, " + DiffWords.word(list.direction()),
                sentence,
                List.of(),
                List.of(new Item(because(edit.places()), List.of())),
                Optional.empty());
    }

    private static String closed(ListEdit list) {
        if (!list.isThere()) {
            return " has no closed list any more, so that any project may be said to have it";
        }
        return list.wasThere() ? " has another closed list of projects" : " has a closed list of projects now";
    }

    private static void listed(String words, Set<Id.Project> projects, List<Run> sentence) {
        for (Id.Project each : projects) {
            boolean isFirst = each.equals(projects.iterator().next());
            sentence.add(Run.plain(isFirst ? "; " + words : ", "));
            sentence.add(Run.code(each.value()));
        }
    }
}
