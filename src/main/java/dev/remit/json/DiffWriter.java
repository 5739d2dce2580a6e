package dev.remit.json;

import static java.util.Objects.requireNonNull;

import dev.remit.analyze.AssignmentSet;
import dev.remit.analyze.diff.AccessChange;
import dev.remit.analyze.diff.AssuranceChange;
import dev.remit.analyze.diff.DiffReport;
import dev.remit.analyze.diff.Edit;
import dev.remit.analyze.diff.GrantTerms;
import dev.remit.analyze.diff.ListEdit;
import dev.remit.analyze.diff.RegisterChange;
import dev.remit.analyze.diff.RegisteredChange;
import dev.remit.decide.Question;
import dev.remit.decide.ValueRestriction;
import dev.remit.model.Header;
import dev.remit.model.Period;
import dev.remit.model.PolicyPath;
import dev.remit.model.SignOff;
import dev.remit.model.Vocabulary;
import dev.remit.report.RulingReview;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes the difference between two policies as JSON, one object on one line without a line end, and its digest.
 * Immutable.
 */
public final class DiffWriter {
    private final QuestionWriter questions;

    private DiffWriter(Vocabulary vocabulary) {
        questions = new QuestionWriter(vocabulary);
    }

    /** A writer for policies with the vocabulary of the newer one. */
    public static DiffWriter of(Vocabulary vocabulary) {
        return new DiffWriter(vocabulary);
    }

    /**
     * Writes the difference, which two policies it is between, and why the difference is refused.
     *
     * @param refused the reasons in words; none if it is not refused
     * @param places the position of an edited place, as {@code file:line}
     */
    public String diff(
            DiffReport report,
            Compared before,
            Compared after,
            List<String> refused,
            Function<PolicyPath, Optional<String>> places) {
        return JsonText.object(json -> {
            json.text("direction", word(report.direction()));
            json.texts("refused", refused);
            compared(json, "before", before);
            compared(json, "after", after);
            json.text("notice", after.header().notice());
            json.text("difference", digest(report));
            json.text("possible", report.possible().toString());
            members(json, report);
            json.list(
                    "places",
                    report.parts(),
                    part -> json.item(members -> {
                        members.text("path", part.path().text());
                        members.textOrNull("before", part.before());
                        members.textOrNull("after", part.after());
                        members.textOrNull("at", places.apply(part.path()));
                    }));
            json.list("registered", report.registered(), change -> json.item(members -> registered(members, change)));
        });
    }

    /**
     * One of the two that are compared.
     *
     * @param header who wrote it and when
     * @param digests its digests
     */
    public record Compared(Header header, SignOff.Digests digests) {
        public Compared {
            requireNonNull(header, "header");
            requireNonNull(digests, "digests");
        }
    }

    /** Writes what stands on rulings, and what would change if they were decided the other way. */
    public String rulings(List<RulingReview> reviews) {
        return JsonText.object(json -> json.list(
                "rulings",
                reviews,
                review -> json.item(members -> {
                    members.text("id", review.ruling().id().value());
                    members.text("title", review.ruling().title());
                    members.texts("cites", review.ruling().cites());
                    members.texts("rules", review.rules());
                    members.texts("alone", review.alone());
                    if (review.otherwise().isPresent()) {
                        DiffReport report = review.otherwise().get();
                        members.object("otherwise", other -> {
                            other.text("title", review.ruling().otherwise().orElse(""));
                            other.text("direction", word(report.direction()));
                            members(other, report);
                            other.list(
                                    "registered",
                                    report.registered(),
                                    change -> other.item(inner -> registered(inner, change)));
                        });
                    }
                })));
    }

    private static void registered(JsonText json, RegisteredChange change) throws IOException {
        json.text("entry", word(change.entry()));
        json.text("id", change.id());
        json.texts(
                "kinds", change.kinds().stream().sorted().map(DiffWriter::word).toList());
        json.texts("roles", change.roles());
        json.texts("projects", change.projects());
        json.truth("anyProject", change.anyProject());
        json.textOrNull("from", change.from().map(Object::toString));
    }

    /** The digest of the whole content of a difference: {@code sha256:} and 64 hexadecimal digits. */
    public String digest(DiffReport report) {
        String text = JsonText.object(json -> members(json, report));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static void compared(JsonText json, String key, Compared compared) throws IOException {
        SignOff.Digests digests = compared.digests();
        json.object(key, members -> {
            members.text("id", compared.header().id().value());
            members.text("version", compared.header().version());
            members.textOrNull(
                    "effectiveFrom", compared.header().effectiveFrom().map(Object::toString));
            members.textOrNull("reviewBy", compared.header().reviewBy().map(Object::toString));
            members.text("policy", digests.policy());
            members.text("registers", digests.registers());
            members.text("assurance", digests.assurance());
        });
    }

    private void members(JsonText json, DiffReport report) throws IOException {
        json.list(
                "words",
                report.words(),
                change -> json.item(members -> {
                    members.text("what", change.what());
                    members.textOrNull("before", change.before());
                    members.textOrNull("after", change.after());
                }));
        json.list("edits", report.edits(), edit -> json.item(members -> edit(members, edit)));
        json.list("changes", report.changes(), change -> json.item(members -> change(members, change)));
        json.list("registers", report.registers(), change -> json.item(members -> register(members, change)));
        json.list("assurance", report.assurance(), change -> json.item(members -> said(members, change)));
    }

    private static void said(JsonText json, AssuranceChange change) throws IOException {
        json.text("section", change.section().title());
        json.text("what", change.what());
        json.text("name", change.name());
        json.textOrNull("before", change.before());
        json.textOrNull("after", change.after());
    }

    private static void edit(JsonText json, Edit edit) throws IOException {
        json.text("path", edit.path().text());
        json.textOrNull("before", edit.before());
        json.textOrNull("after", edit.after());
        json.text("direction", word(edit.direction()));
        json.truth("changesAnswers", edit.changesAnswers());
        json.texts("places", edit.places());
        json.list(
                "heldBack",
                edit.held(),
                held -> json.item(members -> {
                    members.text("why", word(held.why()).replace('_', '-'));
                    members.texts("by", held.by());
                }));
        if (edit.list().isPresent()) {
            ListEdit list = edit.list().get();
            json.object("trueOnlyFor", members -> {
                members.truth("before", list.wasThere());
                members.truth("after", list.isThere());
                members.texts("added", list.added());
                members.texts("removed", list.removed());
            });
        }
    }

    private void change(JsonText json, AccessChange change) throws IOException {
        json.text("kind", word(change.kind()));
        json.text("direction", word(change.direction()));
        json.texts("droppedDuties", change.dropped());
        json.texts("addedDuties", change.added());
        json.object("population", members -> {
            for (var entry : change.population().entrySet()) {
                members.object(entry.getKey().value(), treated -> {
                    treated.text("before", entry.getValue().before().word());
                    treated.text("after", entry.getValue().after().word());
                });
            }
        });
        json.list("goneTerms", change.gone(), terms -> json.item(members -> terms(members, terms)));
        json.list("newTerms", change.come(), terms -> json.item(members -> terms(members, terms)));
        assignments(json, change.where());
        json.texts("causes", change.causes());
    }

    private static void terms(JsonText json, GrantTerms terms) throws IOException {
        json.object("population", members -> {
            for (var entry : terms.population().entrySet()) {
                members.text(entry.getKey().value(), entry.getValue().word());
            }
        });
        json.texts("obligations", terms.duties());
    }

    private void assignments(JsonText json, AssignmentSet where) throws IOException {
        json.list("so", where.so(), assumption -> json.item(members -> assumption(members, assumption)));
        json.list(
                "eithers",
                where.eithers(),
                either -> json.list(
                        either.ways(), way -> json.list(way, each -> json.item(members -> assumption(members, each)))));
        json.text("covers", where.covers().toString());
        json.object("question", members -> questions.members(members, Question.of(where.question())));
    }

    private static void assumption(JsonText json, ValueRestriction assumption) throws IOException {
        AssumptionMembers.about(json, assumption);
    }

    private void register(JsonText json, RegisterChange change) throws IOException {
        json.text("entry", word(change.entry()));
        json.text("id", change.id());
        json.text("direction", word(change.direction()));
        json.list(
                "edits",
                change.edits(),
                edit -> json.item(members -> {
                    members.text("what", edit.what());
                    members.textOrNull("before", edit.before());
                    members.textOrNull("after", edit.after());
                    members.text("direction", word(edit.direction()));
                }));
        json.list(
                "effects",
                change.effects(),
                effect -> json.item(members -> {
                    period(members, effect.period());
                    members.texts("projects", effect.projects());
                    members.list("changes", effect.changes(), each -> members.item(inner -> change(inner, each)));
                }));
        json.texts("people", change.people());
    }

    private static void period(JsonText json, Period period) throws IOException {
        json.textOrNull("from", period.from().map(Object::toString));
        json.textOrNull("until", period.until().map(Object::toString));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
