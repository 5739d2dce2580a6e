package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Assignment;
import dev.remit.model.Id;
import dev.remit.model.PermissionMemory;
import dev.remit.model.Space;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place where one question after the other is filled in and answered: the way in for hot paths, where {@link Question}
 * would be too slow. Where nobody listens it allocates nothing but each outcome when it is first given; listeners hear of
 * every answer, for the price of a {@link Decision}. The rules are the same: role, activity and level are needed, a choice
 * left out is "any", knowledge left out is unknown.
 *
 * <p>An answer blanks the buffer, so nothing of one question can get into the next. A word that is not declared spoils it:
 * the answer is refused until {@link #blank} was called, whatever became of the exception. Not safe for use by several
 * threads; each takes its own from {@link DecisionPoint#buffer}.
 */
public final class QuestionBuffer {
    private final Engine engine;
    private final Directory directory;
    private final InstantSource clock;
    private final Issuer issuer;
    private final @Nullable BufferNotes notes;
    private final Space space;
    private final int[] blank;
    private final int[] values;
    private boolean closed;
    private boolean spoilt;

    QuestionBuffer(Engine engine, Directory directory, InstantSource clock, Issuer issuer) {
        this.engine = engine;
        this.directory = directory;
        this.clock = clock;
        this.issuer = issuer;
        notes = issuer.isHeard() ? new BufferNotes(LookUp.registersOf(directory)) : null;
        space = engine.space();
        blank = engine.blank();
        values = engine.blank();
    }

    /**
     * Says a word.
     *
     * @throws InvalidQuestionException if the field has no such word; the buffer is spoilt then
     */
    public QuestionBuffer set(QuestionField field, String word) {
        int place = field.find(word);
        if (place < 0 || field.space != space) {
            throw refused(field, word);
        }
        values[field.index] = place;
        note(field);
        return this;
    }

    /**
     * Says a word by its {@link QuestionField#place}.
     *
     * @throws InvalidQuestionException if there is no such place; the buffer is spoilt then
     */
    public QuestionBuffer set(QuestionField field, int place) {
        if (place < 0 || place >= field.size || field.space != space) {
            throw refused(field, Integer.toString(place));
        }
        values[field.index] = place;
        note(field);
        return this;
    }

    /** Says whether something that is either true or false holds: a fact, a permission, a boolean attribute. */
    public QuestionBuffer set(QuestionField field, boolean holds) {
        if (!field.isBoolean || field.space != space) {
            throw refused(field, Boolean.toString(holds));
        }
        values[field.index] = holds ? 1 : 0;
        note(field);
        return this;
    }

    private void note(QuestionField field) {
        if (notes != null) {
            notes.said(field);
        }
    }

    /** Says which caller puts the question, for listeners. */
    public QuestionBuffer by(String caller) {
        if (notes != null) {
            notes.by(caller);
        }
        return this;
    }

    /** Says for which request the question is put, for listeners. */
    public QuestionBuffer request(String id) {
        if (notes != null) {
            notes.request(id);
        }
        return this;
    }

    /**
     * Says that everything has been said: every fact not set when the answer is asked for is false, but for those that
     * {@linkplain DecisionPoint#mustBeSaid must be said}.
     */
    public QuestionBuffer closed() {
        closed = true;
        return this;
    }

    /**
     * Names a project, as it is in the directory now.
     *
     * @throws InvalidQuestionException if there is no such project, or the directory says words of it that are not
     *     declared; the buffer is spoilt then
     */
    public QuestionBuffer forProject(String id) {
        if (notes != null) {
            Instant at = requireNonNull(clock.instant(), "instant of the clock");
            notes.named(id, at, false);
            return asked(id, at);
        }
        return directory instanceof RegisterDirectory register
                ? registered(register, id, now())
                : asked(id, requireNonNull(clock.instant(), "instant of the clock"));
    }

    /**
     * Names a project, as it is in the directory at an instant.
     *
     * @throws InvalidQuestionException if there is no such project, or the directory says words of it that are not
     *     declared; the buffer is spoilt then
     */
    public QuestionBuffer forProject(String id, Instant at) {
        if (notes != null) {
            notes.named(id, at, true);
        }
        return directory instanceof RegisterDirectory register
                ? registered(register, id, at.getEpochSecond())
                : asked(id, at);
    }

    /** The second the clock shows, without making an instant of it unless it is at one of the ends of time. */
    private long now() {
        try {
            return Math.floorDiv(clock.millis(), 1000);
        } catch (ArithmeticException farAway) {
            return clock.instant().getEpochSecond();
        }
    }

    private QuestionBuffer registered(RegisterDirectory register, String id, long second) {
        if (!register.rows().lay(id, engine.days().epochDay(second), values)) {
            return asked(id, Instant.ofEpochSecond(second)); // which says so
        }
        if (notes != null) {
            notes.called(register.id(id).map(Id.Project::value));
        }
        return this;
    }

    private QuestionBuffer asked(String id, Instant at) {
        boolean before = spoilt;
        spoilt = true; // until it is laid whole, whatever the directory throws
        int[] laid = laid(id, at);
        for (int i = 0; i < laid.length; i++) {
            values[i] = laid[i] == blank[i] ? values[i] : laid[i];
        }
        spoilt = before;
        return this;
    }

    /** What the directory knows of a project. */
    private int[] laid(String id, Instant at) {
        try {
            LookUp looked = LookUp.of(
                    directory, Optional.empty(), Optional.of(id), engine.days().moment(at));
            if (notes != null) {
                notes.asked(looked.registers());
                notes.called(looked.projectId());
            }
            return new Resolver(engine, looked).resolveProject();
        } catch (InvalidQuestionException mistake) {
            throw mistaken(mistake.faults(), mistake);
        } catch (DirectoryFailedException failed) {
            throw mistaken(List.of(QuestionFault.DIRECTORY_FAILED), failed);
        }
    }

    private IllegalArgumentException refused(QuestionField field, String word) {
        spoilt = true;
        return field.space == space
                ? mistaken(new InvalidQuestionException(List.of(field.unknown(word))))
                : new IllegalArgumentException("field: `" + field + "` was taken from another policy");
    }

    private InvalidQuestionException mistaken(InvalidQuestionException mistake) {
        return mistaken(mistake.faults(), mistake);
    }

    private <X extends RuntimeException> X mistaken(List<QuestionFault> faults, X mistake) {
        BufferNotes known = notes;
        return known == null
                ? mistake
                : issuer.mistaken(
                        Optional.empty(), known.context(), () -> issuer.identity(known.registers()), faults, mistake);
    }

    /** Wipes out what was filled in. */
    public QuestionBuffer blank() {
        // Not by System.arraycopy: for so few numbers, just written one by one, that takes longer than all the
        // look-ups.
        for (int i = 0; i < values.length; i++) {
            values[i] = blank[i];
        }
        closed = false;
        spoilt = false;
        if (notes != null) {
            notes.blank();
        }
        return this;
    }

    /**
     * What is assumed of the question as it stands because it is closed; nothing of it is left once it is answered. Nobody
     * pays for this who does not ask.
     */
    public List<ValueRestriction> assumed() {
        return closed ? engine.closing().assumed(values) : List.of();
    }

    /**
     * What the policy says about the question; the buffer is blank afterwards.
     *
     * @throws InvalidQuestionException if role, activity or level is missing, or the buffer is spoilt
     */
    public Outcome outcome() {
        if (notes != null) {
            return heard(notes);
        }
        finish();
        Outcome outcome = engine.decide(values);
        blank();
        return outcome;
    }

    /**
     * True only for a permit; the buffer is blank afterwards.
     *
     * @throws InvalidQuestionException if role, activity or level is missing, or the buffer is spoilt
     */
    public boolean permitted() {
        if (notes != null) {
            return heard(notes).permitted();
        }
        finish();
        boolean permitted = engine.permits(values);
        blank();
        return permitted;
    }

    private Outcome heard(BufferNotes known) {
        int[] said = values.clone();
        boolean wasClosed = closed;
        finish();
        Decision made = Decision.made(
                known.question(Assignment.of(space, said), wasClosed),
                engine.decide(values),
                known.at().orElseGet(() -> requireNonNull(clock.instant(), "instant of the clock")),
                new Receipt(issuer, Assignment.of(space, values), Optional.empty()),
                issuer.with(known.registers()));
        blank();
        made.announce();
        return made.outcome();
    }

    private void finish() {
        if (engine.space().level().size() == 1) {
            values[2] = 0;
        }
        // Role, activity and level are the first variables of every space.
        if (spoilt || (values[0] | values[1] | values[2]) < 0) {
            throw mistaken(unanswerable());
        }
        if (closed) {
            engine.closing().close(values);
        }
        PermissionMemory memory = engine.memory();
        memory.fill(values);
        if (memory.isContradicted(values)) {
            spoilt = true;
            throw mistaken(new InvalidQuestionException(List.of(
                    QuestionFault.noSuchState(memory.contradiction(values).orElseThrow()))));
        }
    }

    private InvalidQuestionException unanswerable() {
        return new InvalidQuestionException(List.of(new QuestionFault(
                QuestionFault.Code.INCOMPLETE,
                spoilt ? "the question could not be understood" : "the question names no role, activity or level",
                Optional.of(
                        spoilt
                                ? "blank the buffer and begin again"
                                : "every question needs who, an activity and a level"))));
    }

    @Override
    public String toString() {
        return spoilt ? "spoilt" : Assignment.of(engine.space(), values).toString();
    }
}
