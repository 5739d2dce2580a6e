package dev.remit.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The meaning of a policy line by line, in an order that no file decides. */
final class PolicyLines {
    /** What stands before the word for who can change something, at the end of a line. */
    static final String CHANGED_BY = "changed-by:";

    private final List<String> lines = new ArrayList<>();
    private final ConditionForms conditions;

    private PolicyLines(Vocabulary vocabulary) {
        this.conditions = new ConditionForms(vocabulary);
    }

    static void write(Policy policy, Consumer<String> out) {
        out.accept("edition " + CanonicalForm.EDITION + " policy");
        out.accept(new Line("time-zone").quoted(policy.header().zone().getId()).toString());
        PolicyLines declarations = new PolicyLines(policy.vocabulary());
        declarations.addVocabulary(policy.vocabulary());
        declarations.flush(out);
        PolicyLines said = new PolicyLines(policy.vocabulary());
        policy.constraints().forEach(said::add);
        policy.rules().forEach(said::add);
        said.flush(out);
    }

    private void flush(Consumer<String> out) {
        Collections.sort(lines);
        lines.forEach(out);
    }

    private void add(Line line) {
        lines.add(line.toString());
    }

    private void addVocabulary(Vocabulary vocabulary) {
        vocabulary.roles().forEach(each -> add(new Line("role").quoted(each.id())));
        vocabulary.activities().forEach(each -> add(new Line("activity").quoted(each.id())));
        vocabulary.obligations().forEach(each -> add(new Line("obligation").quoted(each.id())));
        vocabulary
                .levels()
                .forEach(each -> add(new Line("level")
                        .quoted(each.id())
                        .word(each.patientData() ? "patient-data" : "no-patient-data")));
        vocabulary
                .categories()
                .forEach(each -> add(new Line("category").quoted(each.id()).set("obligations", each.obligations())));
        vocabulary
                .routes()
                .forEach(each -> add(new Line("route")
                        .quoted(each.id())
                        .map("modes", each.modes(), Mode::word)
                        .map("lists", each.lists(), PolicyLines::patients)
                        .set(
                                "sources",
                                each.sources().stream().map(this::source).toList())
                        .set("obligations", each.obligations())));
        vocabulary
                .attributes()
                .forEach(each -> add(changeable(
                        closed(
                                finals(
                                        unsaid(
                                                new Line("attribute")
                                                        .quoted(each.id())
                                                        .set("values", each.values()),
                                                each.domain()),
                                        each),
                                each.trueOnlyFor()),
                        each.changedBy())));
        vocabulary
                .facts()
                .forEach(each -> add(changeable(
                        marked(
                                valued(
                                        new Line("fact")
                                                .quoted(each.id())
                                                .word(each.isRegistered() ? "register" : "caller")
                                                .word(each.isAboutProject() ? "project" : "person"),
                                        each.domain()),
                                each.mustBeSaid().mark()),
                        each.changedBy())));
        vocabulary
                .registers()
                .forEach(each -> add(changeable(
                        approved(
                                new Line("register")
                                        .quoted(each.id())
                                        .word(each.keep().word())
                                        .quoted(each.list())
                                        .quoted("flag", each.flag()),
                                each.approvers()),
                        each.permissionChangedBy())));
    }

    /** Ends a line with who can change what it is about; {@link CanonicalForm#decisive} takes that off again. */
    private static Line changeable(Line line, ChangedBy by) {
        return line.word(CHANGED_BY + by.word());
    }

    private static Line finals(Line line, ProjectAttribute attribute) {
        return attribute.finals().isEmpty() ? line : line.set("final", attribute.finals());
    }

    private static Line approved(Line register, Set<String> approvers) {
        return approvers.isEmpty() ? register : register.set("approvers", approvers);
    }

    private static Line closed(Line attribute, Optional<Set<Id.Project>> trueOnlyFor) {
        return trueOnlyFor.map(listed -> attribute.set("true-only-for", listed)).orElse(attribute);
    }

    private static Line valued(Line fact, Domain domain) {
        return unsaid(domain.isBoolean() ? fact : fact.set("values", domain.values()), domain);
    }

    /** What is true or false is false where nobody says it, unless something else is declared. */
    private static Line unsaid(Line line, Domain domain) {
        if (domain.isBoolean()) {
            return domain.equals(Domain.BOOLEAN)
                    ? line
                    : line.word(domain.ifUnsaid().isPresent() ? "true-if-unsaid" : "unknown-if-unsaid");
        }
        return line.quoted("if-unsaid", domain.ifUnsaid());
    }

    private static String patients(PatientList list) {
        return new Line(list.keep().word()).quoted(list.list()).toString();
    }

    private String source(Route.Source source) {
        return new Line("from")
                .quoted(source.route())
                .word("when")
                .word(conditions.of(source.when()))
                .toString();
    }

    private static Line marked(Line fact, MustBeSaid.Mark mark) {
        return switch (mark) {
            case UNMARKED -> fact;
            case YES -> fact.word("must-be-said");
            case NO -> fact.word("need-not-be-said");
        };
    }

    private void add(Constraint constraint) {
        add(new Line("constraint")
                .quoted(constraint.id())
                .word("if")
                .word(conditions.of(constraint.given()))
                .word("then")
                .word(conditions.of(constraint.then())));
    }

    private void add(Rule rule) {
        add(new Line("rule")
                .quoted(rule.id())
                .word(rule.effect().word())
                .set("roles", rule.reach().roles())
                .set("activities", rule.reach().activities())
                .set("levels", rule.reach().levels())
                .set("categories", rule.reach().categories())
                .set("routes", rule.reach().routes())
                .word("when")
                .word(conditions.of(rule.when()))
                .map("stances", rule.stances(), Stance::word)
                .set("obligations", rule.obligations()));
    }
}
