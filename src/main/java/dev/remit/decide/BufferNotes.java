package dev.remit.decide;

import dev.remit.model.Assignment;
import java.time.Instant;
import java.util.Optional;

/**
 * What a {@link QuestionBuffer} remembers of a question for listeners, beside its values: what no value holds. Not safe for
 * use by several threads.
 */
final class BufferNotes {
    private final Optional<String> noRegisters;
    private RequestContext context = RequestContext.UNSTATED;
    private Optional<String> project = Optional.empty();
    private Optional<Instant> at = Optional.empty();
    private Optional<String> registers;
    private boolean isAtStated;
    private boolean isDescribed;

    /**
     * Notes on a blank buffer.
     *
     * @param noRegisters the registers of a question that asks none, if they are not those of the bundle
     */
    BufferNotes(Optional<String> noRegisters) {
        this.noRegisters = noRegisters;
        registers = noRegisters;
    }

    void blank() {
        context = RequestContext.UNSTATED;
        project = Optional.empty();
        at = Optional.empty();
        registers = noRegisters;
        isAtStated = false;
        isDescribed = false;
    }

    void by(String caller) {
        context = context.by(caller);
    }

    void request(String id) {
        context = context.request(id);
    }

    /** Notes that a word was said. */
    void said(QuestionField field) {
        isDescribed |= field.isOfProject();
    }

    /** Notes that a project was named, at an instant that was stated or taken from the clock. */
    void named(String id, Instant instant, boolean isStated) {
        project = Optional.of(id);
        at = Optional.of(instant);
        isAtStated = isStated;
    }

    /** Notes the name that answers carry of the project, if the directory has one. */
    void called(Optional<String> id) {
        project = id.isPresent() ? id : project;
    }

    /** Notes which registers were asked, if not those of the bundle. */
    void asked(Optional<String> some) {
        registers = some;
    }

    RequestContext context() {
        return context;
    }

    /** The instant that the project was looked up for. */
    Optional<Instant> at() {
        return at;
    }

    Optional<String> registers() {
        return registers;
    }

    /**
     * The question in words. A project is named, unless something was said about it by hand.
     *
     * @param said what was said, before anything was assumed
     */
    Question question(Assignment said, boolean isClosed) {
        Question question = Question.of(said).within(context);
        if (project.isPresent() && !isDescribed) {
            question = question.forProject(project.get());
        }
        if (isAtStated) {
            question = question.at(at.orElseThrow());
        }
        return isClosed ? question.closed() : question;
    }
}
