package dev.remit.cli;

import dev.remit.PolicyBundle;
import dev.remit.decide.PolicyIdentity;
import dev.remit.diagnostic.Diagnostic;
import dev.remit.diagnostic.Severity;
import dev.remit.diagnostic.Words;
import dev.remit.model.Element;
import dev.remit.model.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A summary of a bundle on one line: the numbers of faults, its content, and the digests of its meaning. */
final class Summary {
    private Summary() {}

    static String of(List<Diagnostic> found, Optional<PolicyBundle> bundle, boolean listsNotes) {
        int errors = (int) found.stream().filter(Diagnostic::isError).count();
        int notes = (int)
                found.stream().filter(each -> each.severity() == Severity.NOTE).count();
        String faults = Words.count(errors, "error", "errors") + ", "
                + Words.count(found.size() - errors - notes, "warning", "warnings")
                + (listsNotes ? ", " + Words.count(notes, "note", "notes") : "");
        return bundle.map(sound -> faults + " in " + holds(sound)).orElse(faults);
    }

    private static String holds(PolicyBundle bundle) {
        Vocabulary words = bundle.policy().vocabulary();
        PolicyIdentity identity = bundle.decisionPoint().identity();
        return identity.id() + " version " + identity.version() + ": "
                + String.join(
                        ", ",
                        Words.count(bundle.policy().rules().size(), "rule", "rules"),
                        Words.count(words.roles().size(), "role", "roles"),
                        Words.count(words.activities().size(), "activity", "activities"),
                        Words.count(words.levels().size(), "level", "levels"),
                        Words.count(words.categories().size(), "work category", "work categories"),
                        Words.count(words.routes().size(), "route", "routes"),
                        Words.count(facts(words), "fact", "facts"),
                        Words.count(bundle.registers().projects().size(), "project", "projects"),
                        Words.count(bundle.registers().people().size(), "person", "people"))
                + "; " + nodes(bundle) + "; meaning " + identity.digest() + ", registers " + identity.registers()
                + ", assurance " + identity.assurance();
    }

    /** How many facts are declared; a set counts once. */
    private static int facts(Vocabulary words) {
        return (int) words.facts().stream()
                .map(each -> Element.owner(each.id().value()))
                .distinct()
                .count();
    }

    /** How much of the allowed size it uses. */
    private static String nodes(PolicyBundle bundle) {
        return String.format(
                Locale.ROOT,
                "%,d of %,d nodes",
                bundle.decisionPoint().nodesUsed(),
                bundle.decisionPoint().nodesAllowed());
    }
}
