package dev.remit.json;

import dev.remit.decide.PolicyIdentity;
import java.util.List;
import java.util.Optional;

/** The members of the records that a log writes about itself and the policy in force, with commas between them and without braces. */
public final class LogMembers {
    private LogMembers() {}

    /**
     * Of a start.
     *
     * @param policy the policy that is asked
     * @param origin the name of the log
     * @param engine the version of Remit
     * @param mode what is waited for before an answer
     * @param checkpointKeys the keys that sign checkpoints, by name and id; none if there is no key
     * @param subjectKeys the ids of the keys of pseudonyms; none if there is no key
     */
    public static String started(
            PolicyIdentity policy,
            String origin,
            String engine,
            String mode,
            List<String> checkpointKeys,
            List<String> subjectKeys) {
        return JsonText.inner(json -> {
            EventWriter.policy(json, "policy", policy);
            json.text("origin", origin);
            json.text("engine", engine);
            json.text("mode", mode);
            json.object("keys", keys -> {
                keys.texts("checkpoint", checkpointKeys);
                keys.texts("subject", subjectKeys);
            });
        });
    }

    /**
     * Of bytes that an interrupted write left, and that were put aside.
     *
     * @param file the file they are in now
     * @param of the kind of file they were in
     * @param bytes their number
     */
    public static String recovered(String file, String of, long bytes) {
        return JsonText.inner(json -> {
            json.text("file", file);
            json.text("of", of);
            json.number("bytes", bytes);
        });
    }

    /**
     * Of a policy that took the place of another, or that was refused in its place.
     *
     * @param old the policy in force until now
     * @param now the other one
     * @param direction whether it is {@code wider}, {@code narrower} or the {@code same}; empty if it could not be compared
     * @param reason why it was refused; empty if it was not
     * @param signOff the digest of the difference that an approval binds; empty if there is none
     */
    public static String reloaded(
            PolicyIdentity old,
            Optional<PolicyIdentity> now,
            Optional<String> direction,
            Optional<String> reason,
            Optional<String> signOff) {
        return JsonText.inner(json -> {
            EventWriter.policy(json, "policy", old);
            if (now.isPresent()) {
                EventWriter.policy(json, "candidate", now.get());
            }
            json.present("direction", direction);
            json.present("reason", reason);
            json.present("signOff", signOff);
        });
    }
}
