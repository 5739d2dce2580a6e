package dev.remit.report;

import dev.remit.model.Id;
import dev.remit.model.Mode;
import dev.remit.model.OptOutRegister;
import dev.remit.model.PatientList;
import dev.remit.model.Route;
import dev.remit.model.Rule;
import dev.remit.model.Stance;
import dev.remit.writing.MarkdownText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words the treatment of patients who opted out. */
final class OptOutWords {
    private final Glossary words;

    OptOutWords(Glossary words) {
        this.words = words;
    }

    /** What a mode means for users of its route. */
    static String mode(Mode mode) {
        return switch (mode) {
            case FILTERED -> "left out by software, unless they may be included";
            case DECLARED -> "the person states whether they are in or out, and the tool sees that it is stated";
            case UNFILTERED -> "included; this way in cannot leave them out";
            case UNENFORCEABLE -> "may be among the data; nothing can tell them apart here";
            case DERIVED -> "settled when the outputs were produced";
            case NOT_APPLICABLE -> "no bearing";
        };
    }

    /** Which patients a list leaves out. */
    static MarkdownText kept(PatientList patients) {
        return MarkdownText.of(
                "{} {}. If the list is missing, the run stops.",
                switch (patients.keep()) {
                    case ABSENT -> "A patient is left out if she is on this list:";
                    case PRESENT -> "A patient is left out unless she is on this list:";
                },
                patients.list());
    }

    /** Describes a register and its effect. */
    MarkdownText register(OptOutRegister register) {
        return MarkdownText.of(
                "{}{}{}",
                kept(register.patients()),
                register.flag()
                        .map(flag -> MarkdownText.of(
                                " The platform's switch for including these patients is {}.", MarkdownText.code(flag)))
                        .orElse(MarkdownText.NONE),
                register.approvers().isEmpty()
                        ? MarkdownText.NONE
                        : MarkdownText.of(
                                " Projects are granted the permission to include them by {}.",
                                Glossary.joined(List.copyOf(register.approvers()), "or")));
    }

    /** For each register, the treatment of its patients under a permit, by route where routes differ. */
    List<String> of(Rule rule) {
        return of(rule, rule.reach().routes());
    }

    /** The same, for some of its routes. */
    List<String> of(Rule rule, Set<Id.Route> routes) {
        List<String> lines = new ArrayList<>();
        rule.stances().forEach((register, stance) -> {
            Map<String, List<Id.Route>> by = new LinkedHashMap<>();
            for (Route route : words.vocabulary().routes()) {
                Mode mode = route.mode(register);
                if (routes.contains(route.id()) && mode.hasBearing()) {
                    by.computeIfAbsent(treated(mode, stance), none -> new ArrayList<>())
                            .add(route.id());
                }
            }
            by.forEach((treated, ways) -> lines.add(
                    words.title(register) + (by.size() > 1 ? ", " + words.either(ways) : "") + ": " + treated));
        });
        return lines;
    }

    private static String treated(Mode mode, Stance stance) {
        return switch (mode) {
            case FILTERED ->
                switch (stance) {
                    case NEVER -> "left out by software";
                    case IF_ASKED_AND_PERMITTED ->
                        "left out by software, unless they are asked for and the project holds the permission";
                    case IF_PROJECT_PERMITTED -> "left out by software, unless the project holds the permission";
                    case ALLOWED -> "left out by software, unless they are asked for";
                };
            case DECLARED ->
                switch (stance) {
                    case NEVER -> "the person states that they are left out";
                    case IF_ASKED_AND_PERMITTED, IF_PROJECT_PERMITTED ->
                        "the person states whether they are in or out; in only if the project holds the permission";
                    case ALLOWED -> "the person states whether they are in or out";
                };
            case DERIVED ->
                switch (stance) {
                    case NEVER -> "settled when the outputs were produced; never for outputs asked for with them";
                    case IF_ASKED_AND_PERMITTED, IF_PROJECT_PERMITTED ->
                        "settled when the outputs were produced; for outputs with them only if the project holds the"
                                + " permission";
                    case ALLOWED -> "settled when the outputs were produced";
                };
            case UNFILTERED, UNENFORCEABLE, NOT_APPLICABLE -> mode(mode);
        };
    }
}
