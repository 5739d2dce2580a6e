package dev.remit.language;

import java.util.Locale;

/** What the language can say, row by row: what a policy can use, and what is missing once it is taken away. */
enum Row {
    NAMED_SET("1", "a named set of roles in a rule; without it, its first member alone"),
    FACT_WITH_VALUES("2", "a condition on the value of a fact; without it, none"),
    HAS_ELEMENT("3", "that a set has an element; without it, no condition"),
    HAS_FACT("3", "that a set has the value of a fact; without it, no condition"),
    HAS_LEVEL("3", "that a set has the level asked about; without it, no condition"),
    SAME("4", "that two things have the same value; without it, no condition"),
    ROLE_ON_PROJECT("5", "a role held on one project; without it, held on all"),
    OTHER_NAMES("6", "another name of a project, by which it is asked about; without it, the id alone"),
    FOREIGN_ID("7", "a role spelled as in another system; without it, in the style of the house"),
    SINGLE_LEVEL("8", "a single level, left out of questions; without it, two levels"),
    NO_PATIENTS("8", "no opt-out registers; without that, one that no route is about"),
    LIST_ON_ROUTE("9", "a route with a list of its own; without it, the list of the register"),
    MUST_BE_SAID("10", "a fact that must be said (section 3); without that, one that need not be"),
    NEED_NOT_BE_SAID("10", "a fact that guards and need not be said (section 3); without that, an unmarked one"),
    IF_UNSAID("10", "the value of an unsaid fact (section 3); without it, unknown"),
    DERIVED_FROM("10", "a condition of a source of outputs (section 4); without it, a source for all projects"),
    DERIVED("sections 2, 4", "patients in outputs whom nobody can leave out any more; without that, a route they have no bearing on"),
    FILES("10b", "the list of files, of a bundle whose prohibitions are gone; without it, nobody notices"),
    FINAL("11", "a value one does not come back from, in advice (section 9); without it, any value"),
    CLOSED_LIST("12", "an attribute true of listed projects alone (sections 2, 7); without it, as the register says"),
    APPROVERS("12", "the approvers of a permission, where somebody else granted it (section 7); without them, anybody"),
    AGAIN("13", "a question asked again for a reason, in a suite; without it, a warning"),
    EXPECT_ANY("13", "that some of a person's roles is permitted, in a suite; without it, that each is"),
    EXPECT_ERROR("13", "the error a question gets, in a suite; without it, a denial"),
    EVER_HELD("sections 3, 7", "a permission remembered once it has ended; without that, one that is held now"),
    FINISHED("section 7", "the days of a finished project; without them, finished always"),
    CAN_BE("section 6", "what permits, named over states that can be, with what to tell beside; without the constraint, over all"),
    FORBIDS_THAT_CAN_BE("section 6", "the prohibitions of states that can be; without the constraint, of all"),
    REFUSAL("section 9", "the title and reason with which a refusal begins; without them, the rule alone");

    private final String of;
    private final String what;

    Row(String of, String what) {
        this.of = of;
        this.what = what;
    }

    /** The row of the list of additions, or the sections of what a policy means. */
    String of() {
        return of;
    }

    String what() {
        return what;
    }

    /** What is done in the rule that shows it. */
    String activity() {
        return "do-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it says something about patients who opted out. */
    boolean isAboutPatients() {
        return switch (this) {
            case LIST_ON_ROUTE, DERIVED_FROM, DERIVED, APPROVERS, EVER_HELD -> true;
            case NAMED_SET,
                FACT_WITH_VALUES,
                HAS_ELEMENT,
                HAS_FACT,
                HAS_LEVEL,
                SAME,
                ROLE_ON_PROJECT,
                OTHER_NAMES,
                FOREIGN_ID,
                SINGLE_LEVEL,
                NO_PATIENTS,
                MUST_BE_SAID,
                NEED_NOT_BE_SAID,
                IF_UNSAID,
                FILES,
                FINAL,
                CLOSED_LIST,
                AGAIN,
                EXPECT_ANY,
                EXPECT_ERROR,
                FINISHED,
                CAN_BE,
                FORBIDS_THAT_CAN_BE,
                REFUSAL -> false;
        };
    }
}
