package dev.remit.decide;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Id;
import java.util.Optional;

/**
 * One thing wrong with a question, or with what a directory says about whom and what it names.
 *
 * @param code what kind of fault it is
 * @param message what is wrong, in one line, with the asker's words in backticks
 * @param help what to do about it, such as the nearest known word
 * @param saidBy whose word it is that is wrong
 * @param word the word that is wrong, if it is one word
 */
public record QuestionFault(Code code, String message, Optional<String> help, Speaker saidBy, Optional<Word> word) {
    public QuestionFault {
        requireNonNull(code, "code");
        requireNonNull(message, "message");
        requireNonNull(help, "help");
        requireNonNull(saidBy, "saidBy");
        requireNonNull(word, "word");
    }

    /** One thing wrong that is no single word. */
    public QuestionFault(Code code, String message, Optional<String> help, Speaker saidBy) {
        this(code, message, help, saidBy, Optional.empty());
    }

    /** One thing wrong with what the asker said. */
    public QuestionFault(Code code, String message, Optional<String> help) {
        this(code, message, help, Speaker.ASKER);
    }

    /**
     * A word that is wrong.
     *
     * @param text the word
     * @param isDeclared whether the policy declares it; one that is not declared may be anything, such as somebody's name
     */
    public record Word(String text, boolean isDeclared) {
        public Word {
            requireNonNull(text, "text");
        }
    }

    /** This fault in a word that the policy declares. */
    QuestionFault inDeclared(String declared) {
        return new QuestionFault(code, message, help, saidBy, Optional.of(new Word(declared, true)));
    }

    /** This fault in a word that the policy does not declare. */
    QuestionFault inUndeclared(String undeclared) {
        return new QuestionFault(code, message, help, saidBy, Optional.of(new Word(undeclared, false)));
    }

    /** What listeners hear in place of an answer if the directory threw or did not keep to its contract. */
    static final QuestionFault DIRECTORY_FAILED = new QuestionFault(
            Code.DIRECTORY_FAILED, "the directory gave no answer", Optional.empty(), Speaker.DIRECTORY);

    /** That a directory says of an attribute something else than its closed list. */
    static QuestionFault contradictsClosedList(Id.Attribute attribute, String said, String listed) {
        return new QuestionFault(
                        Code.CONTRADICTS_CLOSED_LIST,
                        "project attribute `" + attribute + "` is said to be " + said + ", but is " + listed
                                + " by the closed list of the policy",
                        Optional.of("leave it out: the list decides"))
                .inDeclared(attribute.value());
    }

    /** That an attribute has no value for a question without a project. */
    static QuestionFault noStateWithoutProject(Id.Attribute attribute) {
        return new QuestionFault(
                        Code.NO_STATE_WITHOUT_PROJECT,
                        "attribute `" + attribute + "` has no value `none` for a question without a project",
                        Optional.of("leave the project out, or describe it"))
                .inDeclared(attribute.value());
    }

    /** That a permission is said to be held, and never to have been. */
    static QuestionFault noSuchState(Id.Register register) {
        return new QuestionFault(
                        Code.NO_SUCH_STATE,
                        "the project is said to hold the permission of `" + register + "` and never to have held it",
                        Optional.of("a permission that is held has been held: leave one of the two out"))
                .inDeclared(register.value());
    }

    /** Whose words there are in a question. */
    public enum Speaker {
        /** Whoever asks. */
        ASKER,
        /** The directory that was asked about the person and the project. */
        DIRECTORY
    }

    /** This fault in what a directory said about somebody or something. */
    QuestionFault ofDirectory(String about) {
        return new QuestionFault(
                code, "from the directory about " + about + ": " + message, help, Speaker.DIRECTORY, word);
    }

    /** The kinds of fault a question can have. */
    public enum Code {
        UNKNOWN_ROLE("unknown-role"),
        UNKNOWN_ACTIVITY("unknown-activity"),
        UNKNOWN_LEVEL("unknown-level"),
        UNKNOWN_CATEGORY("unknown-category"),
        UNKNOWN_ROUTE("unknown-route"),
        UNKNOWN_FACT("unknown-fact"),
        UNKNOWN_ATTRIBUTE("unknown-attribute"),
        UNKNOWN_VALUE("unknown-value"),
        UNKNOWN_REGISTER("unknown-register"),
        /** A program says that it takes care of a duty that is not declared. */
        UNKNOWN_OBLIGATION("unknown-obligation"),
        /** A program says that it acts on an outcome for opted-out patients that there is not. */
        UNKNOWN_OUTCOME("unknown-outcome"),
        UNKNOWN_PROJECT("unknown-project"),
        UNKNOWN_PERSON("unknown-person"),
        /** Who asks, the activity or the level was left out, or more than one subject was given. */
        INCOMPLETE("incomplete-question"),
        /** The question contradicts what the register says. */
        CONTRADICTS_REGISTER("contradicts-register"),
        /** A directory says of a project something else than the closed list of an attribute, which is part of the policy. */
        CONTRADICTS_CLOSED_LIST("contradicts-closed-list"),
        /** A directory says what it cannot know: a fact of the caller, or one about a project when none is asked about. */
        NOT_FOR_DIRECTORY("not-for-directory"),
        /** The directory threw an exception, or did not keep to its contract; only listeners hear this. */
        DIRECTORY_FAILED("directory-failed"),
        /** A permission is said to be held, and never to have been. */
        NO_SUCH_STATE("no-such-state"),
        /** The policy has no questions about no project. */
        NO_STATE_WITHOUT_PROJECT("no-state-without-project");

        private final String id;

        Code(String id) {
            this.id = id;
        }

        /** The code as tools see it. */
        public String id() {
            return id;
        }
    }

    @Override
    public String toString() {
        return message + help.map(text -> "; " + text).orElse("");
    }
}
