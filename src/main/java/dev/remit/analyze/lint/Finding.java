package dev.remit.analyze.lint;

import static java.util.Objects.requireNonNull;

import dev.remit.model.Assignment;
import dev.remit.model.PolicyPath;
import java.util.Optional;

/**
 * Something odd about a policy that loads: proved, not guessed.
 *
 * @param code what kind of oddity it is
 * @param subject what is odd, such as {@code rules.research-run}; a part of a condition is told by
 *     the place at each list on the way to it, such as {@code rules.research-run.when.1}
 * @param message what is odd about it, in one line
 * @param question a question that shows it, where one can
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
        /** No possible question is one the rule speaks of. The loader finds this too, and reports it as an error. */
        RULE_NEVER_MATCHES("contradictory-condition", true),
        /** Whatever the permit speaks of, some rule forbids. */
        PERMIT_ALWAYS_FORBIDDEN("permit-always-forbidden", true),
        /** Without the rule, every question would get the same answer, patients and duties. */
        RULE_IMPLIED("rule-implied", true),
        /** Nothing that the rule alone forbids would be permitted without it. Often meant, as a safeguard. */
        RULE_NEVER_DECIDES("rule-never-decides", false),
        /** Without this part of the condition, every question would get the same answer, patients and duties. */
        CONDITION_WITHOUT_EFFECT("condition-without-effect", true),
        /** The stance lets patients of a register be included, but nobody who asks for it is ever granted that. */
        STANCE_NEVER_GRANTS("stance-never-grants", true),
        /** Part of what the permit speaks of is forbidden. Often meant. */
        PERMIT_PARTLY_FORBIDDEN("permit-partly-forbidden", false),
        /** No answer hangs on the fact, though rules mention it. */
        FACT_WITHOUT_EFFECT("fact-without-effect", true),
        /** Saying that the fact is true can take a permit away, and its declaration does not say whether it must be said. */
        UNSAID_GUARD("unsaid-guard", true),
        /** The declaration says whether the fact must be said, though saying it never takes a permit away. */
        NEEDLESS_MARK("needless-mark", false),
        /** Nothing is ever permitted in the role. */
        ROLE_WITHOUT_ACCESS("role-without-access", true),
        /** The activity is never permitted to anybody. Often meant. */
        ACTIVITY_WITHOUT_ACCESS("activity-without-access", false),
        /** Nothing is ever permitted on the level. */
        LEVEL_WITHOUT_ACCESS("level-without-access", true),
        /** The obligation comes with no permit that can ever be given. */
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
