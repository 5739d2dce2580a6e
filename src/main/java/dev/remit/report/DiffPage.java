package dev.remit.report;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.diff.DiffReport;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import dev.remit.model.SignOff;
import dev.remit.writing.HtmlText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Renders the difference between two policies for people: as text for a terminal, as Markdown for a pull request, or as
 * one HTML page that needs no other files.
 */
public final class DiffPage {
    private final DiffDocument document;

    private DiffPage(DiffDocument document) {
        this.document = document;
    }

    /**
     * The two policies that are compared.
     *
     * @param before the policy as it is
     * @param after the proposed policy
     * @param old the name of the first, such as its path
     * @param now the name of the second; questions are written so that they ask it
     * @param was the digests of the first
     * @param is the digests of the second
     * @param mustBeSaid the facts that a closed question to the second leaves unknown
     * @param byIds whether things are named by their ids instead of their titles
     */
    public record Compared(
            Policy before,
            Policy after,
            String old,
            String now,
            SignOff.Digests was,
            SignOff.Digests is,
            Set<Id.Fact> mustBeSaid,
            boolean byIds) {
        public Compared {
            requireNonNull(before, "before");
            requireNonNull(after, "after");
            requireNonNull(old, "old");
            requireNonNull(now, "now");
            requireNonNull(was, "was");
            requireNonNull(is, "is");
            mustBeSaid = Set.copyOf(mustBeSaid);
        }

        /** What things are called. */
        Glossary glossary() {
            return byIds
                    ? Glossary.ofIds(before.vocabulary(), after.vocabulary())
                    : Glossary.of(before.vocabulary(), after.vocabulary());
        }
    }

    /**
     * Prepares the page.
     *
     * @param remarks other remarks for the reader, such as why it is refused
     * @param places the position of a part of either policy, by its path, such as {@code rules.research-run}
     */
    public static DiffPage of(
            DiffReport report, Compared compared, Function<PolicyPath, Optional<String>> places, List<String> remarks) {
        return new DiffPage(new DiffWords(report, compared, places, NamedPeople.NAMED).document(remarks));
    }

    /** Prepares the page for readers who may not read the register of people: these are counted, and not named. */
    public static DiffPage withoutNames(
            DiffReport report, Compared compared, Function<PolicyPath, Optional<String>> places) {
        return new DiffPage(new DiffWords(report, compared, places, NamedPeople.COUNTED).document(List.of()));
    }

    /** The same with one sentence for each change, without conditions, counts and questions. */
    public DiffPage brief() {
        return new DiffPage(document.brief());
    }

    /** Renders text for a terminal. */
    public String text() {
        return DiffText.of(document);
    }

    /** Renders Markdown for a pull request. */
    public String markdown() {
        return DiffMarkdown.of(document);
    }

    /** Renders HTML as a part of another page, whose heading is of the second level. */
    HtmlText part() {
        return DiffHtml.part(document);
    }

    /** Renders HTML for a browser or paper. */
    public String html() {
        return DiffHtml.of(document);
    }
}
