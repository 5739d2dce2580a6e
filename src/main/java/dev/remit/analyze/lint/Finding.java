package dev.remit.analyze.lint;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Assignment;
import dev.remit.model.PolicyPath;
import java.util.Optional;

/**
 * A proved oddity of a policy that loads.
 *
 * @param code the kind of oddity
 * @param subject the policy path of what is odd, such as {@code rules.research-run}; a part of a condition is named by
 *     its place in each list on the way to it, such as {@code rules.research-run.when.1}
 * @param message what is odd about it, in one line
 * @param question a question that shows it, if one can
 */
public record Finding(Code code, PolicyPath subject, String message, Optional<Assignment> question)
        implements Comparable<Finding> {
    public Finding {
        requireNonNull(code, "code");
        requireNonNull(subject, "subject");
        requireNonNull(message, "message");
        requireNonNull(question, "question");
    }

    /** The kinds of oddity. */
    public enum Code {
        /** The rule matches no possible question. The loader finds this too, and reports it as an error. */
        RULE_NEVER_MATCHES("contradictory-condition", true),
        /** Other rules forbid everything that the permit covers. */
        PERMIT_ALWAYS_FORBIDDEN("permit-always-forbidden", true),
        /** Without the rule, every question would have the same answer, patients and duties. */
        RULE_IMPLIED("rule-implied", true),
        /**
         * Nothing would be permitted without the rule that is not permitted with it. Often intended, as a safeguard.
         */
        RULE_NEVER_DECIDES("rule-never-decides", false),
        /** Without this part of the condition, every question would have the same answer, patients and duties. */
        CONDITION_WITHOUT_EFFECT("condition-without-effect", true),
        /**
         * The stance lets patients of a register be included, but no question that asks to include them is ever
         * permitted.
         */
        STANCE_NEVER_GRANTS("stance-never-grants", true),
        /** Other rules forbid part of what the permit covers. Often intended. */
        PERMIT_PARTLY_FORBIDDEN("permit-partly-forbidden", false),
        /** No answer depends on the fact, though rules mention it. */
        FACT_WITHOUT_EFFECT("fact-without-effect", true),
        /**
         * A permit can be lost when the fact is true, and its declaration does not say whether the fact must be given.
         */
        UNSAID_GUARD("unsaid-guard", true),
        /** The declaration says whether the fact must be given, though no permit is ever lost by it. */
        NEEDLESS_MARK("needless-mark", false),
        /** Nothing is ever permitted in the role. */
        ROLE_WITHOUT_ACCESS("role-without-access", true),
        /** The activity is never permitted to anybody. Often intended. */
        ACTIVITY_WITHOUT_ACCESS("activity-without-access", false),
        /** Nothing is ever permitted on the level. */
        LEVEL_WITHOUT_ACCESS("level-without-access", true),
        /** No permit that carries the obligation can ever be granted. */
        OBLIGATION_NEVER_REACHED("obligation-never-reached", true);

        private final String id;
        private final boolean warning;

        Code(String id, boolean warning) {
            this.id = id;
            this.warning = warning;
        }

        /** The code of its diagnostic. */
        public String id() {
            return id;
        }

        /** Whether it is likely to be a mistake, rather than something to know. */
        public boolean isWarning() {
            return warning;
        }
    }

    @Override
    public int compareTo(Finding other) {
        int bySubject = subject.compareTo(other.subject);
        int byCode = bySubject != 0 ? bySubject : code.compareTo(other.code);
        return byCode != 0 ? byCode : message.compareTo(other.message);
    }
}
