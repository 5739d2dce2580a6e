package dev.remit.report;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.diff.DiffReport;
import dev.remit.model.Id;
import dev.remit.model.Policy;
import dev.remit.model.PolicyPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes the difference between two policies for people: as text for a terminal, as Markdown for a pull request, and as
 * one HTML page that needs nothing beside itself.
 */
public final class DiffPage {
    private final DiffDocument document;

    private DiffPage(DiffDocument document) {
        this.document = document;
    }

    /**
     * The two that are compared.
     *
     * @param before the policy as it is
     * @param after the policy as it is to be
     * @param old what the first is called, such as its path
     * @param now what the second is called; questions are written so that they ask it
     * @param mustBeSaid the facts that a closed question to the second leaves unknown
     */
    public record Compared(Policy before, Policy after, String old, String now, Set<Id.Fact> mustBeSaid) {
        public Compared {
            requireNonNull(before, "before");
            requireNonNull(after, "after");
            requireNonNull(old, "old");
            requireNonNull(now, "now");
            mustBeSaid = Set.copyOf(mustBeSaid);
        }
    }

    /**
     * Prepares the words.
     *
     * @param remarks what else a reader has to know of it, such as why it is not let through
     * @param places where a part of either policy was written, by its path
     */
    public static DiffPage of(
            DiffReport report, Compared compared, Function<PolicyPath, Optional<String>> places, List<String> remarks) {
        return new DiffPage(new DiffWords(report, compared, places).document(remarks));
    }

    /** The same in a sentence for each change, without conditions, counts and questions. */
    public DiffPage brief() {
        return new DiffPage(document.brief());
    }

    /** For a terminal. */
    public String text() {
        return DiffText.of(document);
    }

    /** For a pull request. */
    public String markdown() {
        return DiffMarkdown.of(document);
    }

    /** For a browser or paper. */
    public String html() {
        return DiffHtml.of(document);
    }
}
