package dev.remit.json;

import dev.remit.decide.QuestionFault;

/**
 * The reasons for which a question gets an error in place of an answer, written as {@code error.code} in JSON.
 *
 * <p>Programs may rely on the ids: ids are added, and none gets a new meaning. The first group is about the form of the
 * JSON, the second about its content.
 */
public enum ErrorCode {
    /** The line has more bytes than {@link JsonQuestions#LINE_LIMIT}. */
    LINE_TOO_LONG("line-too-long"),
    /** The line is not text in UTF-8. */
    NOT_UTF_8("not-utf-8"),
    /** The text is not JSON. */
    NOT_JSON("not-json"),
    /** Something follows the question on its line. */
    TRAILING_CONTENT("trailing-content"),
    /** Lists and objects are nested deeper than {@link JsonQuestions#DEPTH_LIMIT}. */
    TOO_DEEP("too-deep"),
    /** Another type of value is expected, such as a string where there is a number. */
    WRONG_TYPE("wrong-type"),
    /** The type is right, but the value is not allowed there. */
    WRONG_VALUE("wrong-value"),
    /** An object has a key that means nothing there. */
    UNKNOWN_KEY("unknown-key"),
    /** An object has the same key twice. */
    DUPLICATE_KEY("duplicate-key"),
    /** A question has two keys that exclude each other. */
    CONFLICTING_KEYS("conflicting-keys"),
    /** A list that must name something names nothing. */
    EMPTY_LIST("empty-list"),
    /** A list names the same thing twice. */
    DUPLICATE_ITEM("duplicate-item"),

    /** Who asks, the activity or the level is left out. */
    INCOMPLETE_QUESTION("incomplete-question"),
    /** A role is not declared. */
    UNKNOWN_ROLE("unknown-role"),
    /** An activity is not declared. */
    UNKNOWN_ACTIVITY("unknown-activity"),
    /** A data level is not declared. */
    UNKNOWN_LEVEL("unknown-level"),
    /** A work category is not declared. */
    UNKNOWN_CATEGORY("unknown-category"),
    /** A route is not declared. */
    UNKNOWN_ROUTE("unknown-route"),
    /** A fact is not declared. */
    UNKNOWN_FACT("unknown-fact"),
    /** A project attribute is not declared. */
    UNKNOWN_ATTRIBUTE("unknown-attribute"),
    /** A project attribute does not have this value. */
    UNKNOWN_VALUE("unknown-value"),
    /** An opt-out register is not declared. */
    UNKNOWN_REGISTER("unknown-register"),
    /** A duty that a program claims to fulfil is not declared. */
    UNKNOWN_OBLIGATION("unknown-obligation"),
    /** An outcome for opted-out patients that a program claims to act on does not exist. */
    UNKNOWN_OUTCOME("unknown-outcome"),
    /** A project is not in the register. */
    UNKNOWN_PROJECT("unknown-project"),
    /** A person is not in the register. */
    UNKNOWN_PERSON("unknown-person"),
    /** A question about a person cannot be recorded, since there is no key for pseudonyms. */
    NO_SUBJECT_KEY("no-subject-key"),
    /** A caller of a service may not ask this. */
    NOT_FOR_THIS_CALLER("not-for-this-caller"),
    /** The question contradicts what the register says about a person. */
    CONTRADICTS_REGISTER("contradicts-register"),
    /** A directory says of a project something else than the closed list of an attribute. */
    CONTRADICTS_CLOSED_LIST("contradicts-closed-list"),
    /** A directory states a fact it cannot know: one of the caller, or one about a project when none is asked about. */
    NOT_FOR_DIRECTORY("not-for-directory"),
    /** A directory gave no answer; only listeners get this. */
    DIRECTORY_FAILED("directory-failed"),
    /** A project is said to hold a permission that it has never held. */
    NO_SUCH_STATE("no-such-state"),
    /** The policy allows no questions without a project. */
    NO_STATE_WITHOUT_PROJECT("no-state-without-project");

    private final String id;

    ErrorCode(String id) {
        this.id = id;
    }

    /** The code in JSON. */
    public String id() {
        return id;
    }

    /** The code of a fault that a decision point found. */
    static ErrorCode of(QuestionFault.Code fault) {
        for (ErrorCode code : values()) {
            if (code.id.equals(fault.id())) {
                return code;
            }
        }
        throw new IllegalStateException("broken invariant of ours: no error code for " + fault);
    }
}
