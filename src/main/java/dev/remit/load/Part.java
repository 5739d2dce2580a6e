package dev.remit.load;

/** The parts of a bundle, each in a file or folder of its own. */
enum Part {
    POLICY(BundleSource.POLICY),
    RULES("rules/"),
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

    /** Whether a file of the bundle belongs to this part. */
    boolean holds(String file) {
        return this == RULES
                ? file.startsWith(place) && file.endsWith(".yaml") && file.indexOf('/', place.length()) < 0
                : file.equals(place);
    }
}
