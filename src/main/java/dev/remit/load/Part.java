package dev.remit.load;

import dev.remit.grammar.FileShape;
import dev.remit.grammar.Grammar;

/** The parts of a bundle, each in a file or folder of its own. */
enum Part {
    POLICY(BundleSource.POLICY),
    RULES(Layout.RULES),
    PROJECTS("projects.yaml"),
    PEOPLE("people.yaml"),
    CLAUSES("clauses.yaml"),
    INVARIANTS("invariants.yaml");

    private final String place;

    Part(String place) {
        this.place = place;
    }

    /** The file, or the folder with a {@code /} after its name. */
    String place() {
        return place;
    }

    /** What its files look like. */
    FileShape shape() {
        return switch (this) {
            case POLICY -> Grammar.policyFile();
            case RULES -> Grammar.rulesFile();
            case PROJECTS -> Grammar.projectsFile();
            case PEOPLE -> Grammar.peopleFile();
            case CLAUSES -> Grammar.clausesFile();
            case INVARIANTS -> Grammar.invariantsFile();
        };
    }

    /** Whether a file of the bundle belongs to this part. */
    boolean holds(String file) {
        return this == RULES ? file.startsWith(place) && Layout.isMember(file) : file.equals(place);
    }

    /** Whether something that is not as it should be can be a piece of this part. */
    boolean mayLack(String path) {
        return path.equals(place) || (this == RULES && (path + "/").startsWith(place));
    }

    /** Whether a file of the bundle belongs to any part, and not only to what lies beside the policy. */
    static boolean isOfOne(String file) {
        for (Part part : values()) {
            if (part.holds(file)) {
                return true;
            }
        }
        return false;
    }
}
