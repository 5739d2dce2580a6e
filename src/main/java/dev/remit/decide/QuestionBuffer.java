package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Assignment;
import dev.remit.model.Space;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A sheet on which one question after the other is filled in and answered, without allocating anything but each outcome
 * when it is first given: the way in for hot paths, where {@link Question} would be too slow. The rules are the same:
 * role, activity and level are needed, a choice left out is "any", knowledge left out is unknown.
 *
 * <p>An answer blanks the sheet, so nothing of one question can get into the next. A word that is not declared spoils it:
 * the answer is refused until {@link #blank} was called, whatever became of the exception. Not safe for use by several
 * threads; each takes its own from {@link DecisionPoint#sheet}.
 */
public final class QuestionBuffer {
    private final Engine engine;
    private final Directory directory;
    private final InstantSource clock;
    private final Space space;
    private final int[] blank;
    private final int[] values;
    private boolean closed;
    private boolean spoilt;

    QuestionBuffer(Engine engine, Directory directory, InstantSource clock) {
        this.engine = engine;
        this.directory = directory;
        this.clock = clock;
        space = engine.space();
        blank = engine.blank();
        values = engine.blank();
    }

    /**
     * Says a word.
     *
     * @throws InvalidQuestionException if the slot has no such word; the sheet is spoilt then
     */
    public QuestionBuffer set(QuestionField slot, String word) {
        int place = slot.find(word);
        if (place < 0 || slot.space != space) {
            throw refused(slot, word);
        }
        values[slot.index] = place;
        return this;
    }

    /**
     * Says a word by its {@link QuestionField#place}.
     *
     * @throws InvalidQuestionException if there is no such place; the sheet is spoilt then
     */
    public QuestionBuffer set(QuestionField slot, int place) {
        if (place < 0 || place >= slot.size || slot.space != space) {
            throw refused(slot, Integer.toString(place));
        }
        values[slot.index] = place;
        return this;
    }

    /** Says whether something that is either true or false holds: a fact, a permission, a boolean attribute. */
    public QuestionBuffer set(QuestionField slot, boolean holds) {
        if (!slot.isBoolean || slot.space != space) {
            throw refused(slot, Boolean.toString(holds));
        }
        values[slot.index] = holds ? 1 : 0;
        return this;
    }

    /**
     * Says that everything has been told: every fact not set when the answer is asked for is false, but for those that
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
     *     declared; the sheet is spoilt then
     */
    public QuestionBuffer forProject(String id) {
        return directory instanceof RegisterDirectory register
                ? registered(register, id, now())
                : asked(id, requireNonNull(clock.instant(), "instant of the clock"));
    }

    /**
     * Names a project, as it is in the directory at an instant.
     *
     * @throws InvalidQuestionException if there is no such project, or the directory says words of it that are not
     *     declared; the sheet is spoilt then
     */
    public QuestionBuffer forProject(String id, Instant at) {
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
        return this;
    }

    private QuestionBuffer asked(String id, Instant at) {
        boolean before = spoilt;
        spoilt = true; // until it is laid whole, whatever the directory throws
        LookUp looked = LookUp.of(
                directory, Optional.empty(), Optional.of(id), engine.days().moment(at));
        int[] laid = new Resolver(engine, looked).resolveProject();
        for (int i = 0; i < laid.length; i++) {
            values[i] = laid[i] == blank[i] ? values[i] : laid[i];
        }
        spoilt = before;
        return this;
    }

    private IllegalArgumentException refused(QuestionField slot, String word) {
        spoilt = true;
        return slot.space == space
                ? new InvalidQuestionException(List.of(slot.unknown(word)))
                : new IllegalArgumentException("slot: `" + slot + "` was taken from another policy");
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
     * What the policy says about the question; the sheet is blank afterwards.
     *
     * @throws InvalidQuestionException if role, activity or level is missing, or the sheet is spoilt
     */
    public Outcome outcome() {
        finish();
        Outcome outcome = engine.decide(values);
        blank();
        return outcome;
    }

    /**
     * True only for a permit; the sheet is blank afterwards.
     *
     * @throws InvalidQuestionException if role, activity or level is missing, or the sheet is spoilt
     */
    public boolean permitted() {
        finish();
        boolean permitted = engine.permits(values);
        blank();
        return permitted;
    }

    private void finish() {
        // Role, activity and level are the first variables of every space.
        if (spoilt || (values[0] | values[1] | values[2]) < 0) {
            throw unanswerable();
        }
        if (closed) {
            engine.closing().close(values);
        }
    }

    private InvalidQuestionException unanswerable() {
        return new InvalidQuestionException(List.of(new QuestionFault(
                QuestionFault.Code.INCOMPLETE,
                spoilt ? "the question could not be understood" : "the question names no role, activity or level",
                Optional.of(
                        spoilt
                                ? "blank the sheet and begin again"
                                : "every question needs who, an activity and a level"))));
    }

    @Override
    public String toString() {
        return spoilt ? "spoilt" : Assignment.of(engine.space(), values).toString();
    }
}
