package dev.remit.decide;

import dev.remit.decide.DecisiveReason.Kind;
import dev.remit.model.Assignment;
import dev.remit.model.Clause;
import dev.remit.model.Constraint;
import dev.remit.model.Id;
import dev.remit.model.Invariant;
import dev.remit.model.Rule;
import dev.remit.model.Variable;
import dev.remit.writing.Prose;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what decides an outcome, of all that stands behind it: see {@link DecisiveReason}. */
final class Decisive {
    private static final Set<Variable.Kind> DEED = EnumSet.of(Variable.Kind.ACTIVITY, Variable.Kind.LEVEL);
    private static final Set<Variable.Kind> PURPOSE =
            EnumSet.of(Variable.Kind.ACTIVITY, Variable.Kind.LEVEL, Variable.Kind.CATEGORY);
    private static final Set<Variable.Kind> ROLE =
            EnumSet.of(Variable.Kind.ROLE, Variable.Kind.ACTIVITY, Variable.Kind.LEVEL);
    private static final Set<Variable.Kind> ROLE_AND_PURPOSE =
            EnumSet.of(Variable.Kind.ROLE, Variable.Kind.ACTIVITY, Variable.Kind.LEVEL, Variable.Kind.CATEGORY);
    private static final Set<Variable.Kind> EVERY = EnumSet.range(Variable.Kind.ROLE, Variable.Kind.ROUTE);
    private static final Comparator<Rule> NARROWEST_FIRST = Comparator.<Rule>comparingLong(
                    each -> BrokenClaims.size(each.reach()))
            .thenComparing(Rule::id);

    private final Engine engine;
    private final Assignment assignment;
    private final Outcome outcome;
    private final Findings findings;
    private final DecisiveWords words;
    private final Citations citations;

    Decisive(Engine engine, Assignment assignment, Outcome outcome, Findings findings) {
        this.engine = engine;
        this.assignment = assignment;
        this.outcome = outcome;
        this.findings = findings;
        words = new DecisiveWords(engine, assignment);
        citations = engine.citations();
    }

    DecisiveReason find() {
        return switch (outcome.basis()) {
            case GRANTED -> granted();
            case FORBIDDEN -> forbidden();
            case NOT_GRANTED -> notGranted();
            case INCONSISTENT -> inconsistent();
            case MISSING_INFORMATION ->
                reason(Kind.UNSAID, Optional.empty(), Optional.empty(), "It hangs on what was not said.");
        };
    }

    private DecisiveReason reason(Kind kind, Optional<Id.Rule> rule, Optional<Id.Citation> cited, String text) {
        return reason(kind, rule, Optional.empty(), cited, text);
    }

    private DecisiveReason reason(
            Kind kind,
            Optional<Id.Rule> rule,
            Optional<Id.Invariant> invariant,
            Optional<Id.Citation> cited,
            String text) {
        Optional<Explanation.Cited> sentence = cited.map(each -> citations.cited(each, true));
        boolean isRuling = cited.flatMap(citations::ruling).isPresent();
        return new DecisiveReason(
                kind,
                rule,
                Optional.empty(),
                invariant,
                isRuling ? Optional.empty() : sentence,
                isRuling ? sentence : Optional.empty(),
                text);
    }

    private Optional<Rule> rule(Id.Rule id) {
        return engine.policy().rule(id);
    }

    private DecisiveReason granted() {
        Grant grant = outcome.grants().get(0);
        Optional<Rule> rule = rule(grant.rule());
        String way = grant.category()
                        .map(each -> " for " + words.category(each.value()))
                        .orElse("")
                + grant.route()
                        .map(each -> (grant.category().isPresent() ? "," : "") + " via " + words.route(each.value()))
                        .orElse("");
        String because =
                rule.map(each -> Prose.both(each.title(), each.because())).orElse("");
        return reason(
                Kind.GRANTED,
                Optional.of(grant.rule()),
                rule.flatMap(each -> citations.permitting(each.cites())),
                "Granted" + way + (because.isEmpty() ? "." : ": " + Prose.ended(because)));
    }

    private DecisiveReason forbidden() {
        List<Rule> rules = outcome.forbiddenBy().stream()
                .flatMap(each -> rule(each).stream())
                .sorted(NARROWEST_FIRST)
                .toList();
        if (rules.isEmpty()) {
            return reason(Kind.FORBIDDEN, Optional.empty(), Optional.empty(), "Forbidden in this role.");
        }
        Rule rule = rules.get(0);
        Optional<Id.Citation> sentence = citations.prohibiting(rule.cites(), everyBroken());
        String because = Prose.ended(Prose.both(rule.title(), rule.because()));
        String text = !because.isEmpty()
                ? "Forbidden in this role: " + because
                : sentence.isPresent()
                        ? "Forbidden in this role."
                        : "Forbidden in this role by a rule of the policy, which gives no reason.";
        return reason(Kind.FORBIDDEN, Optional.of(rule.id()), sentence, text);
    }

    private List<Invariant> everyBroken() {
        return BrokenClaims.seeingAll(engine.invariants(), assignment, List.of())
                .find();
    }

    private DecisiveReason inconsistent() {
        Optional<Constraint> broken = engine.policy().constraints().stream()
                .filter(each -> outcome.violates().contains(each.id()))
                .findFirst();
        String because = broken.map(Constraint::because).orElse("");
        DecisiveReason reason = reason(
                Kind.INCONSISTENT,
                Optional.empty(),
                broken.flatMap(each -> citations.prohibiting(each.cites(), List.of())),
                "The question describes something that cannot be"
                        + (because.isBlank() ? "." : ": " + Prose.ended(Titles.within(because))));
        return new DecisiveReason(
                reason.kind(),
                reason.rule(),
                broken.map(Constraint::id),
                reason.invariant(),
                reason.clause(),
                reason.ruling(),
                reason.text());
    }

    private List<Rule> permits(Set<Variable.Kind> dimensions) {
        return engine.permitRules().reaching(assignment, dimensions);
    }

    private boolean isPurposeStated() {
        return engine.space()
                .category()
                .filter(each -> !assignment.isOpen(each))
                .isPresent();
    }

    private DecisiveReason notGranted() {
        List<Rule> anybody = permits(DEED);
        if (anybody.isEmpty()) {
            return refusal(
                    Kind.NOBODY,
                    List.of(),
                    "No rule lets anybody " + words.deed() + ".",
                    BrokenClaims.seeing(engine.invariants(), assignment, Variable.Kind.ACTIVITY, Variable.Kind.LEVEL),
                    asARole(),
                    byRoute());
        }
        List<Rule> forThePurpose = permits(PURPOSE);
        List<Rule> inTheRole = permits(ROLE);
        List<Rule> inTheRoleForThePurpose = permits(ROLE_AND_PURPOSE);
        if (inTheRole.isEmpty() || (inTheRoleForThePurpose.isEmpty() && !forThePurpose.isEmpty())) {
            return otherRoles(forThePurpose.isEmpty() ? anybody : forThePurpose, !forThePurpose.isEmpty());
        }
        if (inTheRoleForThePurpose.isEmpty()) {
            return refusal(
                    Kind.OTHER_PURPOSES,
                    inTheRole,
                    DecisiveWords.sentence(
                            words.someone() + " may " + words.deed() + " for " + words.purposes(inTheRole) + " only."),
                    asARole(),
                    byRoute());
        }
        List<Rule> reaching = permits(EVERY);
        if (reaching.isEmpty()) {
            return refusal(
                    Kind.OTHER_ROUTES,
                    inTheRoleForThePurpose,
                    DecisiveWords.sentence(words.someone() + " may " + words.deed() + " via "
                            + words.routes(inTheRoleForThePurpose) + " only."),
                    byRoute());
        }
        return conditions(reaching);
    }

    private DecisiveReason otherRoles(List<Rule> permits, boolean isForThePurpose) {
        boolean isSaid = isForThePurpose && isPurposeStated();
        String purpose = isSaid
                ? " for "
                        + words.category(
                                assignment.word(engine.space().category().orElseThrow()))
                : "";
        return refusal(
                Kind.OTHER_ROLES,
                permits,
                "Only " + words.roles(permits) + " may " + words.deed() + purpose + ".",
                asARole(),
                byRoute());
    }

    private BrokenClaims asARole() {
        return BrokenClaims.seeing(
                engine.invariants(),
                assignment,
                Variable.Kind.ROLE,
                Variable.Kind.ACTIVITY,
                Variable.Kind.LEVEL,
                Variable.Kind.CATEGORY);
    }

    private BrokenClaims byRoute() {
        return BrokenClaims.seeing(
                engine.invariants(),
                assignment,
                Variable.Kind.ROLE,
                Variable.Kind.ACTIVITY,
                Variable.Kind.LEVEL,
                Variable.Kind.CATEGORY,
                Variable.Kind.ROUTE);
    }

    /** A refusal on the narrowest invariant that a yes would break, else on the sentence of a permit that others have. */
    private DecisiveReason refusal(Kind kind, List<Rule> permits, String text, BrokenClaims... claims) {
        for (BrokenClaims each : claims) {
            List<Invariant> broken = each.find();
            if (!broken.isEmpty()) {
                return onInvariant(kind, broken.get(0), text);
            }
        }
        Optional<Rule> permit = permits.stream().min(NARROWEST_FIRST);
        return reason(
                kind,
                permit.map(Rule::id),
                permit.flatMap(each -> citations.first(each.cites(), Clause.Kind.PERMIT)),
                text);
    }

    private DecisiveReason onInvariant(Kind kind, Invariant broken, String text) {
        Optional<Id.Citation> sentence = citations.refusing(broken);
        String whole = sentence.isPresent() || broken.title().isBlank()
                ? text
                : text + " " + Prose.ended(Prose.both(broken.title(), broken.because()));
        return reason(kind, Optional.empty(), Optional.of(broken.id()), sentence, whole);
    }

    private DecisiveReason conditions(List<Rule> reaching) {
        List<Rule> near = findings.nearest().stream()
                .flatMap(each -> rule(each.rule()).stream())
                .toList();
        String text = findings.nearest().stream()
                .findFirst()
                .map(each -> "What is lacking: "
                        + each.lacks().stream().map(words::lacking).collect(Collectors.joining("; ")) + ".")
                .orElse("What it takes is not so.");
        for (List<Rule> granting : List.of(near, reaching)) {
            List<Invariant> broken = granting.isEmpty()
                    ? List.of()
                    : BrokenClaims.seeingAll(engine.invariants(), assignment, granting)
                            .find();
            if (!broken.isEmpty()) {
                return onInvariant(Kind.CONDITIONS, broken.get(0), text);
            }
        }
        Optional<Rule> nearest =
                near.stream().findFirst().or(() -> reaching.stream().min(NARROWEST_FIRST));
        return reason(
                Kind.CONDITIONS,
                nearest.map(Rule::id),
                nearest.flatMap(each -> citations.conditioning(each.cites())),
                text);
    }
}
