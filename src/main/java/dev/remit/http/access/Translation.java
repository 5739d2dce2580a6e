package dev.remit.http.access;

import java.util.List;
import java.util.Optional;

/** Puts AuthZEN requests into the words of a policy, and names what a search can find. */
interface Translation {

    /** Says in a question what a request says, but for its {@code context.remit}. */
    void translate(AccessRequest request, QuestionDraft draft) throws RefusedException;

    /** Whether facts that are not said are false. */
    boolean isClosed();

    /**
     * What a search may find.
     *
     * @param ids the ids or names to ask about, in the order of the vocabulary
     * @param isComplete whether these are all there can be
     */
    record Candidates(List<String> ids, boolean isComplete) {
        public Candidates {
            ids = List.copyOf(ids);
        }

        /** Nothing, and nothing was left out. */
        static final Candidates NONE = new Candidates(List.of(), true);
        /** Nothing, since nobody can list them. */
        static final Candidates UNLISTED = new Candidates(List.of(), false);
    }

    /** The subjects of a type. */
    Candidates subjects(String type);

    /** The resources of a type. */
    Candidates resources(String type);

    /** The actions on a type of resources. */
    Candidates actions(Optional<String> resourceType);
}
